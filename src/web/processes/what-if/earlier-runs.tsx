import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { asks } from '../../api/client.ts';
import type { EventLog, Item } from '../../api/types.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { when } from '../../ui/format.ts';
import { ErrorState, Loading } from '../../ui/states.tsx';
import css from './what-if.module.css';

type Row = Item<'/event-logs/{id}/simulations'>;

const states: Readonly<Record<Row['state'], string>> = { waiting: 'waiting', running: 'under way', done: 'done', cancelled: 'cancelled', failed: 'failed', interrupted: 'interrupted by a restart' };
const verdicts: Readonly<Record<NonNullable<Row['verdict']>, string>> = { good: 'fit', fair: 'roughly fit', poor: 'not fit', none: 'not checked' };
const PAGE = 10;

/** Simulations of the log, with who asked for them and when. */
export function EarlierRuns({ log, at, zone }: { readonly log: EventLog; readonly at: string | undefined; readonly zone: string }) {
  const [limit, setLimit] = useState(PAGE);
  const runs = useQuery({ ...asks('/event-logs/{id}/simulations', { path: { id: log.id }, query: { limit } }), placeholderData: (before) => before });
  if (runs.error !== null) return <ErrorState error={runs.error} again={runs.refetch} />;
  if (runs.data === undefined) return <Loading what="earlier simulations" lines={3} />;
  if (runs.data.total === 0) return null;
  const { items, total } = runs.data;
  const more = items.length < Math.min(total, 500) ? () => setLimit(Math.min(500, limit + 40)) : null;
  return (
    <div>
      <h2>Simulations of this log</h2>
      <DataTable caption="Simulations of this log" columns={columnsOf(log, at, zone)} rows={items} rowKey={(r) => r.id} paging={{ total, shown: items.length, next: more, busy: runs.isFetching }} />
      {at === undefined ? null : <p className={`${css.row} no-print`}><Link from="/flow" to="." search={(now) => ({ ...now, run: undefined })}>Close the simulation that is shown</Link></p>}
    </div>
  );
}

function columnsOf(log: EventLog, at: string | undefined, zone: string): Column<Row>[] {
  return [
    { key: 'says', head: 'What was asked', cell: (r) => <Link from="/flow" to="." search={(now) => ({ ...now, view: 'what-if' as const, log: log.id, run: r.id })} aria-current={r.id === at ? 'true' : undefined}>{r.says.length === 0 ? 'Only the check' : r.says.join('; ')}</Link> },
    { key: 'when', head: 'When', cell: (r) => when(r.createdAt, zone) },
    { key: 'who', head: 'Who', cell: (r) => r.createdBy.name ?? (r.createdBy.kind === 'operator' ? 'the operator' : '–') },
    { key: 'state', head: 'State', cell: (r) => `${states[r.state]}${r.verdict === null ? '' : `, ${verdicts[r.verdict]}`}${r.dataset === log.version ? '' : ', of an earlier version of the log'}` },
  ];
}
