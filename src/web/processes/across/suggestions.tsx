import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { answer, api, asks, forget } from '../../api/client.ts';
import { useMay } from '../../app/session.ts';
import { idFrom } from '../../settings/ids.ts';
import { count } from '../../ui/format.ts';
import { EmptyState, ErrorState, Loading } from '../../ui/states.tsx';
import { keyWords, overlap, type Suggestion } from './words.ts';
import css from './across.module.css';

/** Keys that two processes seem to share, found by their values; a person confirms what is meant. */
export function Suggestions({ linked }: { readonly linked: boolean }) {
  const found = useQuery(asks('/hand-over-suggestions'));
  if (found.error !== null) return <section><h2>Links that might be</h2><ErrorState error={found.error} again={found.refetch} /></section>;
  if (found.data === undefined) return <section><h2>Links that might be</h2><Loading what="shared keys" lines={3} /></section>;
  const { items, processes, compared, leftOut } = found.data;
  return (
    <section>
      <h2>Links that might be</h2>
      {items.length === 0 ? (
        processes < 2 ? <EmptyState title="Two processes with events are needed">Bring in the event logs of two processes; keys that both have are then found here.</EmptyState>
          : <p className={css.quiet}>No {linked ? 'further ' : ''}key was found that two processes share.</p>
      ) : <ul className={css.suggestions}>{items.map((s) => <li key={JSON.stringify([s.from, s.to])}><One of={s} /></li>)}</ul>}
      {compared === 0 ? null : <p className={css.source}>{count(compared)} {compared === 1 ? 'pair' : 'pairs'} of keys compared by their values{leftOut === 0 ? '' : `, ${count(leftOut)} left out`}. Columns that stand for persons are never looked at; that values are the same does not say that they mean the same.</p>}
    </section>
  );
}

function One({ of: s }: { readonly of: Suggestion }) {
  const [open, setOpen] = useState(false);
  const may = useMay('administrator', 'editor');
  const are = s.to.key === null ? `are cases of ${s.to.name}` : `are values of ${keyWords(s.to)} in ${s.to.name}`;
  const words = overlap(s);
  return (
    <>
      <p>{words.charAt(0).toUpperCase() + words.slice(1)} of {keyWords(s.from)} in {s.from.name} {are} <span className={css.quiet}>({count(s.shared)} of {count(s.values)})</span>.</p>
      {!may ? <p className={css.quiet}>An editor can confirm this link.</p> : open ? <Confirm of={s} done={() => setOpen(false)} /> : <Button size="compact-sm" onClick={() => setOpen(true)}>Confirm this link<span className="visually-hidden"> between {s.from.name} and {s.to.name}</span></Button>}
    </>
  );
}

function Confirm({ of: s, done }: { readonly of: Suggestion; readonly done: () => void }) {
  const client = useQueryClient();
  const [name, setName] = useState(`${s.from.name} and ${s.to.name}`);
  const [owner, setOwner] = useState(s.to.owner);
  const posts = useQuery(asks('/posts', { query: { limit: 500 } })).data?.items ?? [];
  const links = useQuery(asks('/process-links', { query: { limit: 500 } })).data?.items;
  const save = useMutation({
    mutationFn: async () => answer(api.PUT('/process-links/{id}', { params: { path: { id: idFrom(name, (links ?? []).map((l) => l.id)) } }, body: { expected: null, body: { name: name.trim(), owner, from: { process: s.from.process, key: s.from.key }, to: { process: s.to.process, ...(s.to.key === null ? {} : { key: s.to.key }) } } } })),
    onSuccess: async () => { done(); await forget(client, '/hand-overs', '/hand-over-suggestions', '/process-links'); },
  });
  return (
    <form onSubmit={(e) => { e.preventDefault(); save.mutate(); }}>
      <div className={css.form}>
        <TextInput label="What is handed over" value={name} onChange={(e) => setName(e.currentTarget.value)} required />
        <NativeSelect label="Who answers for the wait" data={posts.map((p) => ({ value: p.id, label: p.body.name }))} value={owner} onChange={(e) => setOwner(e.currentTarget.value)} />
        <div className={css.row}><Button type="submit" variant="filled" loading={save.isPending} disabled={name.trim() === '' || links === undefined}>Record the link</Button><Button onClick={done}>Not now</Button></div>
      </div>
      {save.error === null ? null : <ErrorState error={save.error} />}
    </form>
  );
}
