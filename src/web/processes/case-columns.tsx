import { Link } from '@tanstack/react-router';
import type { CaseRow } from '../api/types.ts';
import type { Column } from '../ui/data-table.tsx';
import { count, duration, when } from '../ui/format.ts';

/** What a list of cases says of each, times in `zone`; a case opens beside the page. */
export function caseColumns(zone: string): readonly Column<CaseRow>[] {
  return [
    { key: 'id', head: 'Case', cell: (c) => <Link from="/flow" to="." search={(now) => ({ ...now, case: c.id })} resetScroll={false}>{c.id}</Link> },
    { key: 'first', head: 'First event', wideOnly: true, cell: (c) => when(c.first, zone) },
    { key: 'last', head: 'Last event', wideOnly: true, cell: (c) => when(c.last, zone) },
    { key: 'seconds', head: 'Elapsed', numeric: true, cell: (c) => duration(c.seconds) },
    { key: 'events', head: 'Events', numeric: true, cell: (c) => count(c.events) },
  ];
}
