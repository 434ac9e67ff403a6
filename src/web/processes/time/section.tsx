import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { fileAddress } from '../../api/client.ts';
import type { EventLog } from '../../api/types.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { count, percent } from '../../ui/format.ts';
import { filters, type FlowSearch } from '../search.ts';
import flow from '../flow.module.css';
import css from './time.module.css';

interface SectionProps {
  readonly log: EventLog;
  readonly search: FlowSearch;
  readonly title: string;
  /** Its rows as a file, by the name in its address. */
  readonly file?: string | undefined;
  readonly query?: Readonly<Record<string, string>>;
  readonly said?: ReactNode;
  readonly children: ReactNode;
}

/** A part of the view with its file. */
export function Section({ log, search, title, file, query, said, children }: SectionProps) {
  return (
    <section>
      <h2>{title}</h2>
      {said === undefined ? null : <p className={css.said}>{said}</p>}
      {file === undefined ? null : <div className={`${flow.buttons} no-print`}><Button component="a" size="compact-sm" href={fileAddress(`/event-logs/${encodeURIComponent(log.id)}/performance/${file}`, { ...filters(search), ...query })} download aria-label={`Download as CSV: ${title}`}>Download as CSV</Button></div>}
      {children}
    </section>
  );
}

const FIRST = 12;

interface FirstRowsProps<T> {
  readonly caption: string;
  readonly columns: readonly Column<T>[];
  readonly rows: readonly T[];
  readonly rowKey: (row: T) => string;
  readonly empty: string;
  /** What the rows are, in the plural. */
  readonly what: string;
  /** So many at first. */
  readonly first?: number;
}

/** The first rows of a table, and all of them on request. */
export function FirstRows<T>({ rows, what, first = FIRST, ...table }: FirstRowsProps<T>) {
  const [all, setAll] = useState(false);
  return (
    <>
      <DataTable {...table} rows={all ? rows : rows.slice(0, first)} narrow="scroll" />
      {rows.length <= first ? null : <p className={`${css.note} no-print`}><Button size="compact-sm" onClick={() => setAll(!all)}>{all ? `Only the first ${first}` : `All ${count(rows.length)} ${what}`}</Button></p>}
    </>
  );
}

/** A share with its bar, as long as it is beside the largest one. */
export function Share({ share, most }: { readonly share: number; readonly most: number }) {
  return <>{percent(share)}<span className={css.track}><span className={css.bar} style={{ width: `${Math.min(1, share / most) * 100}%` }} /></span></>;
}
