import { Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { answer, api } from '../api/client.ts';
import { count } from '../ui/format.ts';
import { ErrorState } from '../ui/states.tsx';
import { TypedConfirmation } from '../ui/typed-confirmation.tsx';
import css from './settings.module.css';

/** Erases a person for good: says what goes and what stays, and asks for the name. */
export function ErasePerson({ id, name }: { readonly id: string; readonly name: string }) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const [known, setKnown] = useState('');
  const erase = useMutation({
    mutationFn: async () => answer(api.POST('/people/{id}/erase', { params: { path: { id } }, body: { alsoKnownAs: known.split('\n').map((line) => line.trim()).filter((line) => line !== '') } })),
    onSuccess: async ({ replacement, records, keyRows, signIns }) => {
      notifications.show({ autoClose: 15_000, message: `Erased. The name now reads ${replacement}; ${count(records)} records, ${count(keyRows)} pseudonym keys and ${count(signIns)} sign-ins were touched.` });
      await navigate({ to: '/settings/$part/$id', params: { part: 'people', id: replacement }, replace: true });
      await client.invalidateQueries();
    },
  });
  return (
    <details className={css.more}>
      <summary>Erase {name} for good</summary>
      <p className={css.said}>This cannot be taken back.</p>
      <p>What goes: the name, the address and the id in every version of every record and brief; the sign-in and its sessions; the keys by which pseudonyms in event logs lead to this person.</p>
      <p>What stays: the posts and their dates under a made-up name, every event and every count, and the audit with its chain, which holds no names. Free text that mentions the person is not found.</p>
      <Textarea label="Also known in event logs as" description="User ids or spellings, one a line; may be empty." autosize minRows={2} maw={480} value={known} onChange={(e) => setKnown(e.currentTarget.value)} />
      <TypedConfirmation word={name} verb="Erase for good" busy={erase.isPending} act={() => erase.mutate()} />
      {erase.error === null ? null : <ErrorState error={erase.error} />}
    </details>
  );
}
