import { useState, type ReactNode } from 'react';
import { Button } from '@mantine/core';
import { count } from './format.ts';
import css from './data-table.module.css';

export interface Column<T> {
  readonly key: string;
  /** With the unit: “Elapsed, h”. */
  readonly head: ReactNode;
  readonly numeric?: boolean;
  /** Share of the width; where any column says one, tables of the same columns line up. */
  readonly width?: string;
  /** Where rows are lines on a narrow screen: left out there. */
  readonly wideOnly?: boolean;
  readonly cell: (row: T) => ReactNode;
}

interface Paging {
  readonly total: number;
  readonly shown: number;
  readonly next: (() => void) | null;
  readonly back?: (() => void) | null;
  readonly from?: number;
  readonly busy?: boolean;
}

interface DataTableProps<T> {
  /** What the table lists, for those who hear it. */
  readonly caption: string;
  readonly columns: readonly Column<T>[];
  readonly rows: readonly T[];
  readonly rowKey: (row: T, index: number) => string;
  readonly paging?: Paging;
  readonly empty?: string;
  /** On a narrow screen rows become blocks; or one line each, of three columns; or they scroll, where what matters is to compare down the columns. */
  readonly narrow?: 'blocks' | 'lines' | 'scroll';
}

// Tens of thousands of rows at once would stop the browser for minutes.
const atOnce = 250;

/** A table with units in its heads and tabular figures; wide ones scroll inside their own frame, not the page; long ones come in pieces. */
export function DataTable<T>({ caption, columns, rows: all, rowKey, paging, empty = 'Nothing to list.', narrow = 'blocks' }: DataTableProps<T>) {
  const [most, setMost] = useState(atOnce);
  const rows = paging === undefined && all.length > most ? all.slice(0, most) : all;
  return (
    <div>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls sideways must be reachable by keyboard */}
      <section className={css.frame} tabIndex={0} aria-label={caption}>
        <table className={`${css.table} ${columns.some((c) => c.width !== undefined) ? css.lined : ''} ${narrow === 'scroll' ? '' : css[narrow]}`}>
          <caption className="visually-hidden">{caption}</caption>
          <thead><tr>{columns.map((c) => <th key={c.key} scope="col" className={classOf(c)} style={c.width === undefined ? undefined : { width: c.width }}>{c.head}</th>)}</tr></thead>
          <tbody>
            {rows.map((row, i) => <tr key={rowKey(row, i)}>{columns.map((c) => <td key={c.key} className={classOf(c)} data-head={typeof c.head === 'string' ? c.head : undefined}>{c.cell(row)}</td>)}</tr>)}
            {rows.length === 0 ? <tr><td colSpan={columns.length} className={css.empty}>{empty}</td></tr> : null}
          </tbody>
        </table>
      </section>
      {rows.length < all.length ? <Pager total={all.length} shown={rows.length} next={() => { setMost(most + atOnce); }} /> : null}
      {paging === undefined || paging.total <= paging.shown ? null : <Pager {...paging} />}
    </div>
  );
}

function classOf({ numeric, wideOnly }: Pick<Column<never>, 'numeric' | 'wideOnly'>): string | undefined {
  return numeric === true || wideOnly === true ? `${numeric === true ? css.n : ''} ${wideOnly === true ? css.wide : ''}` : undefined;
}

/** Which rows are shown out of how many, and the way to the others. */
export function Pager({ total, shown, next, back, from = 0, busy = false }: Paging) {
  return (
    <div className={css.pager}>
      <span aria-live="polite">{shown === 0 ? 'None' : `${count(from + 1)}–${count(from + shown)}`} of {count(total)}</span>
      {back === undefined ? null : <Button size="compact-sm" onClick={() => back?.()} disabled={back === null || busy}>Earlier rows</Button>}
      <Button size="compact-sm" onClick={() => next?.()} disabled={next === null || busy}>{back === undefined ? 'More rows' : 'Further rows'}</Button>
    </div>
  );
}
