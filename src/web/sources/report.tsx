import { Button } from '@mantine/core';
import { fileAddress } from '../api/client.ts';
import type { Import, Item } from '../api/types.ts';
import { DataTable, type Column } from '../ui/data-table.tsx';
import { count } from '../ui/format.ts';
import { usePages } from '../ui/pages.ts';
import { ErrorState, Loading } from '../ui/states.tsx';
import { Findings } from './findings.tsx';
import { flatWords } from './flat-words.ts';
import css from './sources.module.css';

type Numbers = NonNullable<Import['report']>;
type Rejected = Item<'/imports/{id}/rejected'>;

const facts: readonly { readonly key: Exclude<keyof Numbers, 'unchanged' | 'found' | 'ocel'>; readonly name: string; readonly always?: boolean }[] = [
  { key: 'events', name: 'Events', always: true },
  { key: 'cases', name: 'Cases', always: true },
  { key: 'rejected', name: 'Rows refused', always: true },
  { key: 'newCases', name: 'New cases' },
  { key: 'casesJoined', name: 'Cases that went on' },
  { key: 'late', name: 'Late events, from before the newest that was there' },
  { key: 'duplicates', name: 'Events already there' },
  { key: 'gaps', name: 'Times that no clock showed, moved on' },
  { key: 'ambiguous', name: 'Times that occurred twice, the earlier taken' },
  { key: 'unpaired', name: 'Starts without an end, and ends without a start' },
];

/** What came in and, row by row, what did not and why. */
export function Report({ id, report }: { readonly id: string; readonly report: Numbers }) {
  return (
    <>
      <dl className={css.facts}>{facts.filter((f) => f.always === true || report[f.key] > 0).map((f) => <div key={f.key}><dt>{f.name}</dt><dd>{count(report[f.key])}</dd></div>)}</dl>
      {report.ocel === null ? null : <Flattened ocel={report.ocel} />}
      {report.rejected === 0 ? null : <RejectedRows id={id} />}
      <Findings findings={[...report.found, ...(report.ocel?.findings ?? [])]} />
    </>
  );
}

function Flattened({ ocel }: { readonly ocel: NonNullable<Numbers['ocel']> }) {
  return (
    <section>
      <h2>From objects to cases</h2>
      <p className={css.reading}>The file has {count(ocel.events)} events of {count(ocel.objects)} objects, in {count(ocel.relations)} relations. {flatWords(ocel.flat)}</p>
    </section>
  );
}

const columns: readonly Column<Rejected>[] = [
  { key: 'line', head: 'Line', numeric: true, cell: (r) => (r.line === null ? '–' : count(r.line)) },
  { key: 'row', head: 'Record', numeric: true, cell: (r) => (r.row === null ? '–' : count(r.row)) },
  { key: 'reason', head: 'Why it was refused', cell: (r) => r.reason },
  { key: 'value', head: 'What it said', cell: (r) => (r.value === null ? <span className={css.quiet}>nothing</span> : <code>{r.value}</code>) },
];

function RejectedRows({ id }: { readonly id: string }) {
  const { query, page, paging } = usePages('/imports/{id}/rejected', { path: { id } }, 25);
  return (
    <section>
      <h2>Rows that were refused</h2>
      {query.error !== null ? <ErrorState error={query.error} again={query.refetch} /> : page === undefined ? <Loading what="refused rows" /> : <DataTable caption="Rows that were refused" columns={columns} rows={page.items} rowKey={(_r, i) => `${paging.from + i}`} paging={paging} narrow="scroll" />}
      <div className={css.row}><Button component="a" href={fileAddress(`/imports/${encodeURIComponent(id)}/rejected.csv`)} download>Download them all as CSV</Button></div>
    </section>
  );
}
