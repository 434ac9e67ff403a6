import { Button, NativeSelect, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { answer, api, forget } from '../api/client.ts';
import { asProblem } from '../api/problem.ts';
import { useCompany } from '../app/session.ts';
import { ConfirmButton } from '../ui/confirm-button.tsx';
import { ErrorState } from '../ui/states.tsx';
import { fieldProblems, noProblems } from './form/field-problems.ts';
import type { Grant } from './grants.ts';
import { may, permissionSets, type PermissionSet } from './sets.ts';
import { instantIn } from './zoned-time.ts';
import css from './settings.module.css';

export interface Holder { readonly kind: 'post' | 'key'; readonly id: string; readonly name: string }

const DAY_MS = 86_400_000;

/** The end of a day in a zone: a grant runs up to, not including, it. */
function endOf(day: string, zone: string): string {
  return instantIn(`${new Date(Date.parse(`${day}T00:00:00Z`) + DAY_MS).toISOString().slice(0, 10)}T00:00`, zone);
}

/** Gives a permission set: to one of `holders`, chosen where there is more than one. Asks once more before it does. */
export function GiveSet({ holders }: { readonly holders: readonly Holder[] }) {
  const client = useQueryClient();
  const { zone } = useCompany();
  const [key, setKey] = useState('');
  const [set, setSet] = useState<PermissionSet>('viewer');
  const [last, setLast] = useState('');
  const [asked, setAsked] = useState(false);
  const holder = holders.length === 1 ? holders[0] : holders.find((h) => `${h.kind} ${h.id}` === key);
  const give = useMutation({
    mutationFn: async (to: Holder) => answer(api.POST('/grants', { body: { holder: { kind: to.kind, id: to.id }, set, to: last === '' ? null : endOf(last, zone) } })),
    onSuccess: async (_, to) => { setLast(''); notifications.show({ message: `${to.name} may now ${may[set]}.` }); await forget(client, '/grants', '/api-keys', '/me'); },
  });
  const submit = (event: FormEvent) => { event.preventDefault(); if (holder === undefined) return; if (asked) { setAsked(false); give.mutate(holder); } else setAsked(true); };
  const problems = give.error === null ? noProblems : fieldProblems(asProblem(give.error), ['to', 'holder.id']);
  const choices = [{ value: '', label: 'Choose a post or a key' }, ...holders.map((h) => ({ value: `${h.kind} ${h.id}`, label: h.kind === 'key' ? `Key: ${h.name}` : h.name }))];
  const change = (act: () => void) => { setAsked(false); act(); };
  return (
    <form onSubmit={submit} noValidate>
      <div className={css.row}>
        {holders.length === 1 ? null : <NativeSelect className={css.grow ?? ''} label="To" data={choices} value={key} error={problems.at.get('holder.id')} onChange={(e) => { const now = e.currentTarget.value; change(() => setKey(now)); }} />}
        <NativeSelect className={css.grow ?? ''} label="The set" data={[...permissionSets]} value={set} onChange={(e) => { const now = e.currentTarget.value as PermissionSet; change(() => setSet(now)); }} />
        <TextInput className={css.grow ?? ''} label="Last day, if any" type="date" value={last} error={problems.at.get('to')} onChange={(e) => { const now = e.currentTarget.value; change(() => setLast(now)); }} />
        <Button type="submit" variant="filled" loading={give.isPending} disabled={holder === undefined}>{asked ? 'Yes, give it' : 'Give'}</Button>
      </div>
      <p className={css.aside} aria-live="polite">{asked && holder !== undefined ? <b>{holder.name} will be able to {may[set]}. Give it?</b> : <>Whoever has the set {set} may {may[set]}.</>}</p>
      {give.error === null || problems.at.size > 0 ? null : <ErrorState error={give.error} />}
    </form>
  );
}

/** Takes a grant away; it ends now, and stays on record as one that ran. */
export function TakeAway({ grant, name }: { readonly grant: Grant; readonly name: string }) {
  const client = useQueryClient();
  const take = useMutation({ mutationFn: async () => answer(api.DELETE('/grants/{id}', { params: { path: { id: grant.id } } })), onSuccess: async () => forget(client, '/grants', '/api-keys', '/me') });
  const problem = take.error === null ? null : asProblem(take.error);
  return (
    <>
      <ConfirmButton verb="Take away" sure="Take it away now" of={`${grant.set} from ${name}`} busy={take.isPending} act={() => take.mutate()} />
      {problem === null ? null : <p className={css.wrong} role="alert">{problem.detail}. {problem.wanted === undefined ? '' : `Wanted: ${problem.wanted}.`}</p>}
    </>
  );
}
