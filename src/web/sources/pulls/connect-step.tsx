import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import { answer, api } from '../../api/client.ts';
import { asProblem } from '../../api/problem.ts';
import { PasswordField } from '../../ui/password-field.tsx';
import { ErrorState } from '../../ui/states.tsx';
import { AllowRange } from './allow-range.tsx';
import { connectionGaps, connectionOf, type PullDraft } from './draft.ts';
import css from '../sources.module.css';

export interface StepProps {
  readonly draft: PullDraft;
  readonly onChange: (draft: PullDraft) => void;
  /** Id of the stored pull that is changed. */
  readonly pull?: string | undefined;
}

const ways = [{ value: 'verify', label: 'Encrypted, and the server proves who it is' }, { value: 'encrypt', label: 'Encrypted, whoever answers' }, { value: 'none', label: 'Not encrypted' }];

/** Where the database is, and who asks; tried before anything goes on. */
export function ConnectStep({ draft, onChange, pull, onDone }: StepProps & { readonly onDone: (server: string, doubts: readonly string[]) => void }) {
  const attempt = useMutation({ mutationFn: async () => answer(api.POST('/pulls/preview', { body: { connection: connectionOf(draft), ...secretOf(draft, pull) } })), onSuccess: (seen) => onDone(`${seen.server} answered in ${seen.seconds < 0.095 ? 'less than 0.1' : seen.seconds.toFixed(1)} seconds${seen.encrypted ? ', encrypted' : ''}.`, seen.doubts) });
  const gaps = connectionGaps(draft);
  const text = (key: 'host' | 'port' | 'database' | 'user') => ({ value: draft[key], onChange: (e: { currentTarget: { value: string } }) => onChange({ ...draft, [key]: e.currentTarget.value }) });
  const submit = (event: FormEvent) => { event.preventDefault(); attempt.mutate(); };
  return (
    <>
      <form onSubmit={submit} noValidate>
        <p>Events are only read, never changed. A user that may read these tables and nothing else is the safest.</p>
        <div className={css.grid}>
          <TextInput label="Host" description="Name or IP address" autoComplete="off" spellCheck={false} {...text('host')} />
          <TextInput label="Port" description="5432 unless you were told another" inputMode="numeric" autoComplete="off" {...text('port')} />
          <TextInput label="Database" description="Its name on that server" autoComplete="off" spellCheck={false} {...text('database')} />
          <TextInput label="User" description="Of the database" autoComplete="off" spellCheck={false} {...text('user')} />
          <PasswordField label="Password" description={pull === undefined ? 'Kept encrypted; nobody sees it again' : 'Empty: as it is stored'} autoComplete="new-password" value={draft.password} onChange={(e) => onChange({ ...draft, password: e.currentTarget.value })} />
          <NativeSelect label="On the way" description="Encryption of the connection" data={ways} value={draft.tls} onChange={(e) => onChange({ ...draft, tls: e.currentTarget.value as PullDraft['tls'] })} />
        </div>
        {draft.tls === 'verify' ? <details className={css.more}><summary>The server’s certificate is not from a public authority</summary><Textarea label="Certificate of the authority, as PEM" autosize minRows={3} maxRows={8} spellCheck={false} value={draft.ca} onChange={(e) => onChange({ ...draft, ca: e.currentTarget.value })} /></details> : null}
        <Gaps gaps={gaps} />
        <div className={css.row}><Button type="submit" variant="filled" disabled={gaps.length > 0} loading={attempt.isPending}>Try the connection</Button></div>
      </form>
      {attempt.error === null ? null : <Refused error={attempt.error} again={() => attempt.mutate()} />}
    </>
  );
}

/** What goes beside a connection: the password as typed, or the pull whose stored one is meant. */
export function secretOf(draft: PullDraft, pull: string | undefined) {
  return draft.password === '' && pull !== undefined ? { pull } : { password: draft.password };
}

/** A refusal; where it is the address, with the way to allow it. */
function Refused({ error, again }: { readonly error: unknown; readonly again: () => void }) {
  const { code, value } = asProblem(error);
  return (
    <>
      <ErrorState error={error} />
      {code !== 'address-not-allowed' || value === undefined ? null : (
        <section className={css.allow} aria-labelledby="allow">
          <h2 id="allow">Allow this address?</h2>
          <p>Databases of a company are usually inside its network. So that nobody can make this server reach out to places inside by accident or with ill intent, each is allowed by an administrator, with the reason. It can be taken back under Settings, Networks.</p>
          <AllowRange key={value} range={`${value}/${value.includes(':') ? 128 : 32}`} onAllowed={again} />
        </section>
      )}
    </>
  );
}

/** What still has to be said. */
export function Gaps({ gaps }: { readonly gaps: readonly string[] }) {
  return <div aria-live="polite">{gaps.length === 0 ? null : <ul>{gaps.map((g) => <li key={g}>{g}</li>)}</ul>}</div>;
}
