import { Button } from '@mantine/core';
import { asProblem } from '../../api/problem.ts';
import { ErrorState } from '../../ui/states.tsx';
import css from '../settings.module.css';
import type { RecordForm } from './use-record-form.ts';

interface FormFootProps {
  readonly form: Pick<RecordForm<object>, 'dirty' | 'undo' | 'problems' | 'error' | 'busy' | 'overtaken' | 'bringIn' | 'both'>;
  /** What the button does, as a verb. */
  readonly verb: string;
  /** There is nothing on record to go back to: the button is there from the beginning. */
  readonly fresh?: boolean;
  /** What both changed, in words. */
  readonly fieldName?: (field: string) => string;
}

/** The end of a form: what was refused, what to do where somebody was faster, and the button. */
export function FormFoot({ form, verb, fresh = false, fieldName = (field) => field }: FormFootProps) {
  return (
    <div>
      {form.overtaken ? <Overtaken bringIn={form.bringIn} busy={form.busy} /> : <Refused form={form} />}
      {form.both === null ? null : <output className={css.note}>{form.both.length === 0 ? 'Their change is in; yours is still here. Save to keep both.' : `You both changed: ${form.both.map(fieldName).join(', ')}. What you typed stands once you save.`}</output>}
      {form.dirty || fresh ? (
        <div className={css.row}>
          <Button type="submit" variant="filled" loading={form.busy && !form.overtaken} disabled={form.overtaken}>{verb}</Button>
          {fresh ? null : <Button onClick={form.undo}>Undo</Button>}
        </div>
      ) : null}
    </div>
  );
}

function Overtaken({ bringIn, busy }: { readonly bringIn: () => void; readonly busy: boolean }) {
  return (
    <div className={css.watch} role="alert">
      <p><b>Somebody changed this meanwhile.</b> Nothing that you typed is lost. Bring their change in, look, then save yours.</p>
      <Button size="compact-sm" loading={busy} onClick={bringIn}>Bring in their change</Button>
    </div>
  );
}

function Refused({ form: { problems, error } }: Pick<FormFootProps, 'form'>) {
  if (error === null || error === undefined) return null;
  const problem = asProblem(error);
  const judged = problems.at.size > 0 || problem.code === 'bad-input';
  if (!judged) return <ErrorState error={error} />;
  return (
    <div className={css.stop} role="alert">
      {problems.at.size === 0 ? null : <p>{problems.at.size === 1 ? 'One field is not right yet.' : `${problems.at.size} fields are not right yet.`} Nothing was saved.</p>}
      {problems.rest.map((text) => <p key={text}>{text}</p>)}
    </div>
  );
}
