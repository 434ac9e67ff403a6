import { Button, Textarea, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import { answer, api } from '../../api/client.ts';
import type { PullPreview } from '../../api/types.ts';
import { ErrorState } from '../../ui/states.tsx';
import { connectionOf } from './draft.ts';
import { secretOf, type StepProps } from './connect-step.tsx';
import css from '../sources.module.css';

const example = 'select ticket_id, step, done_by, done_at, changed_at\nfrom ticket_event\nwhere changed_at > $1\norder by changed_at';

/** The query, and its first rows. */
export function QueryStep({ draft, onChange, pull, onBack, onDone }: StepProps & { readonly onBack: () => void; readonly onDone: (seen: PullPreview) => void }) {
  const from = draft.from.trim();
  const look = useMutation({ mutationFn: async () => answer(api.POST('/pulls/preview', { body: { connection: connectionOf(draft), ...secretOf(draft, pull), query: draft.query, ...(from === '' ? {} : { from }) } })), onSuccess: onDone });
  const ready = /\$1/.test(draft.query);
  const submit = (event: FormEvent) => { event.preventDefault(); look.mutate(); };
  return (
    <form onSubmit={submit} noValidate>
      <p>One row for each event. The query is asked again and again: <code>$1</code> stands for how far it has been read, and the rows come in that order.</p>
      <Textarea label="Query" description="A SELECT with $1, in the order of the column that $1 is compared with" placeholder={example} autosize minRows={6} maxRows={18} spellCheck={false} classNames={{ input: css.query ?? '' }} value={draft.query} onChange={(e) => onChange({ ...draft, query: e.currentTarget.value })} />
      <div className={css.grid} style={{ marginTop: 16 }}><TextInput label="Begin at" description="Empty: at the beginning. As 2026-01-01, or a number" autoComplete="off" value={draft.from} onChange={(e) => onChange({ ...draft, from: e.currentTarget.value })} /></div>
      {look.error === null ? null : <ErrorState error={look.error} />}
      <div className={css.row}><Button type="submit" variant="filled" disabled={!ready} loading={look.isPending}>Show the first rows</Button><Button onClick={onBack}>Another connection</Button></div>
    </form>
  );
}
