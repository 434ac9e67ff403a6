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

/** Whether a brief's figures can be worked out again, whether its sentences say what they say, and how far they have moved since; what is the same stays folded. */
export function Verification({ answer }: { readonly answer: Answer }) {
  const differ = answer.figures - answer.same;
  const quiet = answer.rows.every((r) => r.verdict === 'same') && answer.moved === 0;
  const table = <DataTable caption="Figures worked out again" columns={columns} rows={answer.rows} rowKey={(r) => r.claim} />;
  return (
    <section className={`${css.verdict} no-print`} aria-live="polite">
      <h2>{differ === 0 ? `All ${answer.figures} figures come out the same` : `${many(differ, 'figure does', 'figures do')} not come out the same`}{answer.moved === 0 ? '; today’s evidence says the same' : `; on today’s evidence ${answer.moved} moved`}</h2>
      <Texts of={answer.texts} />
      {quiet ? <details><summary>The figures, one by one</summary>{table}</details> : table}
    </section>
  );
}

/** Whether the sheet's words are those that its records give. */
function Texts({ of: { checked, same, note, differ } }: { readonly of: Answer['texts'] }) {
  if (note !== null) return <p>Its sentences cannot be compared: {note}.</p>;
  if (differ.length === 0) return <p>Its sentences, made again, are the same: {same} of {checked} texts.</p>;
  return (
    <>
      <p><Tag tone="stop">Not what the records say</Tag> {many(differ.length, 'text is', 'texts are')} not the same when made again.</p>
      <dl className={css.texts}>{differ.map((d) => <div key={d.place}><dt>{d.place}</dt><dd>Written: {d.written ?? 'nothing'}</dd><dd>The records give: {d.again ?? 'nothing'}</dd></div>)}</dl>
    </>
  );
}
