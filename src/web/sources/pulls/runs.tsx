import type { PullRun } from '../../api/types.ts';
import { DataTable, type Column } from '../../ui/data-table.tsx';
import { count, duration, when } from '../../ui/format.ts';
import { usePages } from '../../ui/pages.ts';
import { ErrorState, Loading } from '../../ui/states.tsx';
import { runWords } from './words.ts';
import css from '../sources.module.css';

/** Every pull of the last 30 days with its report, the newest first. */
export function Runs({ pull, zone }: { readonly pull: string; readonly zone: string }) {
  const { query, page, paging } = usePages('/pulls/{id}/runs', { path: { id: pull } }, 25);
  return (
    <section>
      <h2>Pulls</h2>
      {query.error !== null ? <ErrorState error={query.error} again={query.refetch} /> : page === undefined ? <Loading what="pulls" /> : <DataTable caption="Pulls, the newest first" columns={columns(zone)} rows={page.items} rowKey={(r) => r.id} paging={paging} empty="None yet." />}
    </section>
  );
}

function columns(zone: string): readonly Column<PullRun>[] {
  const number = (key: 'rows' | 'events' | 'late' | 'duplicates') => (r: PullRun) => (r.report === null ? (key === 'rows' && r.rows !== null ? count(r.rows) : '–') : count(r.report[key]));
  return [
    { key: 'when', head: 'When', cell: (r) => <><span className={css.whole}>{when(r.startedAt ?? r.queuedAt, zone)}</span><br /><span className={css.quiet}>{r.asked ? 'asked for' : 'by the schedule'}{r.startedAt === null || r.finishedAt === null ? '' : `, ${duration((Date.parse(r.finishedAt) - Date.parse(r.startedAt)) / 1000)}`}</span></> },
    { key: 'what', head: 'What became of it', cell: (r) => runWords(r) },
    { key: 'rows', head: 'Rows read', numeric: true, cell: number('rows') },
    { key: 'events', head: 'New events', numeric: true, cell: number('events') },
    { key: 'late', head: 'Of these late', numeric: true, cell: number('late') },
    { key: 'duplicates', head: 'There already', numeric: true, cell: number('duplicates') },
    { key: 'rejected', head: 'Rows refused', numeric: true, cell: (r) => <Refused run={r} /> },
  ];
}

/** How many rows could not be read, with the first of them and why. */
function Refused({ run }: { readonly run: PullRun }) {
  const n = run.report?.rejected ?? 0;
  if (run.report === null || n === 0) return run.report === null ? '–' : 'none';
  return <details className={css.refused}><summary>{count(n)}</summary><ul>{run.rejected.map((r, i) => <li key={i}>{r.row === null ? '' : `Row ${count(r.row + 1)}: `}{r.reason}{r.value === null ? '' : <> (<code>{r.value}</code>)</>}</li>)}{n > run.rejected.length ? <li>and {count(n - run.rejected.length)} more</li> : null}</ul></details>;
}
