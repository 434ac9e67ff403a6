import type { Upload } from '../api/types.ts';
import { DataTable, type Column } from '../ui/data-table.tsx';
import { capital, count, many } from '../ui/format.ts';
import css from './sources.module.css';

type Finding = NonNullable<Upload['findings']>[number];

const columns: readonly Column<Finding>[] = [
  { key: 'count', head: 'How many', numeric: true, cell: (f) => count(f.count) },
  { key: 'what', head: 'Of what', cell: (f) => f.what },
  { key: 'outcome', head: 'What became of them', cell: (f) => capital(f.outcome) },
  { key: 'example', head: 'For example', cell: (f) => (f.example === null ? <span className={css.quiet}>–</span> : <code>{f.example}</code>) },
  { key: 'place', head: 'Where', cell: (f) => f.place?.replace('line ', 'line\u00a0') ?? <span className={css.quiet}>–</span> },
];

const weight: Readonly<Record<Finding['outcome'], number>> = { 'left out': 0, 'changed': 1, 'noted': 2 };

/** What was found in an object-centric file: what is left out first, then what is taken otherwise than it stands there, then what is only told. */
export function Findings({ findings }: { readonly findings: readonly Finding[] }) {
  if (findings.length === 0) return null;
  const sorted = [...findings].sort((a, b) => weight[a.outcome] - weight[b.outcome] || b.count - a.count);
  const lost = findings.filter((f) => f.outcome === 'left out').length;
  return (
    <section>
      <h2>{lost === 0 ? 'Found in the file; nothing is left out' : `Found in the file; ${many(lost, 'kind of thing is', 'kinds of things are').toLowerCase()} left out`}</h2>
      <DataTable caption="Found in the file" columns={columns} rows={sorted} rowKey={(f, i) => `${f.code} ${i}`} narrow="blocks" />
    </section>
  );
}
