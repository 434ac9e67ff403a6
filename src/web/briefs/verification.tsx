import type { paths } from '../../platform/api-client/index.ts';
import { DataTable, type Column } from '../ui/data-table.tsx';
import { many, quantity } from '../ui/format.ts';
import { Tag } from '../ui/tag.tsx';
import css from './brief.module.css';

type Answer = paths['/briefs/{id}/verify']['post']['responses'][200]['content']['application/json'];
type Row = Answer['rows'][number];

const columns: readonly Column<Row>[] = [
  { key: 'quantity', head: 'Figure', cell: (r) => <>{r.quantity}, {r.subject}{r.note === null ? null : <><br /><small>{r.note}</small></>}</> },
  { key: 'recorded', head: 'As recorded', numeric: true, cell: (r) => quantity(r.recorded, r.unit) },
  { key: 'again', head: 'Worked out again', numeric: true, cell: (r) => quantity(r.again, r.unit) },
  { key: 'verdict', head: 'From the inputs as recorded', cell: (r) => <Tag tone={r.verdict === 'same' ? 'quiet' : r.verdict === 'differs' ? 'stop' : 'watch'}>{r.verdict}</Tag> },
  { key: 'today', head: 'On today’s evidence', numeric: true, cell: (r) => quantity(r.today, r.unit) },
];

/** Whether a brief's figures can be worked out again, and how far they have moved since. */
export function Verification({ answer }: { readonly answer: Answer }) {
  const differ = answer.figures - answer.same;
  return (
    <section className={`${css.verdict} no-print`} aria-live="polite">
      <h2>{differ === 0 ? `All ${answer.figures} figures come out the same` : `${many(differ, 'figure does', 'figures do')} not come out the same`}{answer.moved === 0 ? '; today’s evidence says the same' : `; on today’s evidence ${answer.moved} moved`}</h2>
      <DataTable caption="Figures worked out again" columns={columns} rows={answer.rows} rowKey={(r) => r.claim} />
    </section>
  );
}
