import { Link } from '@tanstack/react-router';
import type { ClaimRows } from '../../api/types.ts';
import type { Column } from '../../ui/data-table.tsx';
import { duration, number, when } from '../../ui/format.ts';
import type { Edge } from './words.ts';
import css from './across.module.css';

/** A row of a hand-over, with the log of each side that its cases open in. */
export interface PairRow {
  readonly cells: ClaimRows['rows'][number];
  readonly edge: Pick<Edge, 'link' | 'back' | 'zone'>;
  /** Event log of the cell in a column; null where it is no case. */
  readonly logOf: (column: number) => string | null;
}

/** A column of rows of hand-overs: a case opens, times are in the zone of the process that takes up. */
export function pairColumn({ name, kind, unit }: ClaimRows['columns'][number], at: number): Column<PairRow> {
  return {
    key: name, head: kind === 'number' && unit !== null && unit !== 'cases' ? `${name}, ${unit}` : name, numeric: kind === 'duration' || kind === 'number',
    cell: ({ cells, edge, logOf }) => {
      const cell = cells[at] ?? null;
      if (cell === null) return '–';
      if (kind === 'time') return <span className={css.whole}>{when(String(cell), edge.zone)}</span>;
      if (kind === 'duration') return duration(Number(cell));
      if (kind === 'number') return number(Number(cell), 1);
      const log = logOf(at);
      return log === null ? String(cell) : <Link to="/flow" search={{ log, view: 'cases' as const, case: String(cell) }}>{String(cell)}</Link>;
    },
  };
}
