import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { answer, api, asks, forget } from '../api/client.ts';
import { asProblem } from '../api/problem.ts';
import { PageError } from '../ui/page-error.tsx';
import { Lead, PageHead } from '../ui/page-head.tsx';
import { EmptyState, ErrorState, Loading } from '../ui/states.tsx';
import { TypedConfirmation } from '../ui/typed-confirmation.tsx';
import { fieldProblems, noProblems } from './form/field-problems.ts';
import { many } from '../ui/format.ts';
import css from './settings.module.css';

/** Personal data: who stands behind a pseudonym, and erasing them; each is on record. */
export function PersonalPart() {
  const logs = useQuery(asks('/event-logs', { query: { limit: 500 } }));
  if (logs.error !== null) return <PageError error={logs.error} again={logs.refetch} />;
  if (logs.data === undefined) return <Loading what="event logs" />;
  return (
    <>
      <PageHead title="Personal data" meta="Settings · Personal data">People in event logs are shown as pseudonyms.</PageHead>
      <Lead>Every look-up is on record: who asked, when, and for which pseudonym, whatever the answer.</Lead>
      {logs.data.items.length === 0 ? <EmptyState title="No event log is in yet">Pseudonyms are made when events come in.</EmptyState> : <LookUp logs={logs.data.items.map((l) => ({ value: l.id, label: l.name }))} />}
      <EraseByPseudonym />
      <section><h2>Erase somebody who is on record as a person</h2><p className={css.aside}>That is done on <Link to="/settings/$part" params={{ part: 'people' }}>their page</Link>: it takes the name, the sign-in and the pseudonyms together.</p></section>
    </>
  );
}

function LookUp({ logs }: { readonly logs: { value: string; label: string }[] }) {
  const client = useQueryClient();
  const [eventLog, setEventLog] = useState(logs[0]?.value ?? '');
  const [pseudonym, setPseudonym] = useState('');
  const look = useMutation({ mutationFn: async (asked: { eventLog: string; pseudonym: string }) => answer(api.POST('/pseudonyms/look-up', { body: asked })), onSettled: async () => forget(client, '/audit') });
  const submit = (event: FormEvent) => { event.preventDefault(); look.mutate({ eventLog, pseudonym: pseudonym.trim().toLowerCase() }); };
  const problems = look.error === null ? noProblems : fieldProblems(asProblem(look.error), ['pseudonym', 'eventLog']);
  const log = logs.find((l) => l.value === look.variables?.eventLog)?.label ?? '';
  return (
    <section>
      <h2>Who stands behind a pseudonym?</h2>
      <form className={css.row} onSubmit={submit} noValidate>
        <NativeSelect className={css.grow ?? ''} label="Event log" data={logs} value={eventLog} error={problems.at.get('eventLog')} onChange={(e) => setEventLog(e.currentTarget.value)} />
        <TextInput className={css.grow ?? ''} label="Pseudonym" placeholder="p-0123456789abcdef" autoComplete="off" spellCheck={false} w={260} value={pseudonym} error={problems.at.get('pseudonym')} onChange={(e) => setPseudonym(e.currentTarget.value)} />
        <Button type="submit" variant="filled" loading={look.isPending}>Look up, on record</Button>
      </form>
      {look.data === undefined ? null : <output className={css.note}>{look.data.original === null ? <>Nobody is known behind {look.variables.pseudonym} in {log}: it is not from there, or was erased.</> : <>{look.variables.pseudonym} in {log} is <b>{look.data.original}</b>.</>} That you asked is on record.</output>}
      {look.error === null || problems.at.size > 0 ? null : <ErrorState error={look.error} />}
    </section>
  );
}

function EraseByPseudonym() {
  const client = useQueryClient();
  const [pseudonym, setPseudonym] = useState('');
  const erase = useMutation({ mutationFn: async (asked: string) => answer(api.POST('/pseudonyms/erase', { body: { pseudonym: asked } })), onSuccess: async () => { setPseudonym(''); await forget(client, '/audit'); } });
  const problems = erase.error === null ? noProblems : fieldProblems(asProblem(erase.error), ['pseudonym']);
  const wanted = pseudonym.trim().toLowerCase();
  return (
    <section>
      <h2>Erase somebody known only by a pseudonym</h2>
      <p className={css.aside}>What goes: the key by which this pseudonym leads to a person, in every event log; later imports do not bring it back. What stays: every event and every count, under the pseudonym. It cannot be taken back.</p>
      <TextInput label="Pseudonym to erase" placeholder="p-0123456789abcdef" autoComplete="off" spellCheck={false} maw={320} value={pseudonym} error={problems.at.get('pseudonym')} onChange={(e) => { erase.reset(); setPseudonym(e.currentTarget.value); }} />
      {wanted === '' ? null : <TypedConfirmation key={wanted} word={wanted} verb="Erase for good" busy={erase.isPending} act={() => erase.mutate(wanted)} />}
      {erase.data === undefined ? null : <output className={css.note}>{erase.data.keyRows === 0 ? `${erase.variables} led to nobody; it never will.` : `${erase.variables} leads to nobody any more: ${many(erase.data.keyRows, 'key was', 'keys were').toLowerCase()} destroyed.`}</output>}
      {erase.error === null || problems.at.size > 0 ? null : <ErrorState error={erase.error} />}
    </section>
  );
}
