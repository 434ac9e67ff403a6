import { Button, NativeSelect, TextInput } from '@mantine/core';
import type { PullPreview } from '../../api/types.ts';
import { Columns, Sample } from '../confirm-mapping.tsx';
import { cursorIsTime, mappingGaps } from './draft.ts';
import { Gaps, type StepProps } from './connect-step.tsx';
import css from '../sources.module.css';

/** What the columns of the query mean, and which of them only grows. */
export function ColumnsStep({ draft, onChange, seen, onBack, onDone }: StepProps & { readonly seen: PullPreview; readonly onBack: () => void; readonly onDone: () => void }) {
  const gaps = mappingGaps(draft, seen.columns);
  const cursors = seen.columns.filter((c) => c.cursor).map((c) => c.name);
  const time = cursorIsTime(seen.columns, draft.column);
  const shown = { format: 'csv' as const, name: 'the query', columns: seen.columns.map(({ name, type, examples }) => ({ name, type, examples })), sample: seen.sample };
  return (
    <>
      <Columns upload={shown} draft={draft.mapping} onChange={(mapping) => onChange({ ...draft, mapping })} />
      <section>
        <h2>How far it has been read</h2>
        <div className={css.grid}>
          <NativeSelect label="Column that only grows" description="That $1 is compared with: when a row was written, or its number" data={[{ value: '', label: 'choose' }, ...cursors]} value={draft.column} onChange={(e) => onChange({ ...draft, column: e.currentTarget.value })} />
          <TextInput label={time ? 'Read again, minutes' : 'Read again, numbers'} description="For rows that are written late; what is there already is recognised" inputMode="numeric" value={draft.overlap} onChange={(e) => onChange({ ...draft, overlap: e.currentTarget.value })} />
        </div>
      </section>
      {seen.sample.length === 0 ? null : <section><h2>The first rows</h2><Sample upload={shown} draft={draft.mapping} /></section>}
      <Gaps gaps={gaps} />
      <div className={css.row}><Button variant="filled" disabled={gaps.length > 0} onClick={onDone}>This is what they mean</Button><Button onClick={onBack}>Another query</Button></div>
    </>
  );
}
