import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { answer, api, forget } from '../api/client.ts';
import { asProblem } from '../api/problem.ts';
import type { Item } from '../api/types.ts';
import { useCompany } from '../app/session.ts';
import { ConfirmButton } from '../ui/confirm-button.tsx';
import { DataTable, type Column } from '../ui/data-table.tsx';
import { many, when } from '../ui/format.ts';
import { PageError } from '../ui/page-error.tsx';
import { Lead, PageHead } from '../ui/page-head.tsx';
import { usePages } from '../ui/pages.ts';
import { ErrorState, Loading } from '../ui/states.tsx';
import { Tag } from '../ui/tag.tsx';
import { fieldProblems, noProblems } from './form/field-problems.ts';
import { OneTime } from './one-time.tsx';
import { may, permissionSets, type PermissionSet } from './sets.ts';
import css from './settings.module.css';

type Key = Item<'/api-keys'>;

/** API keys: for programs. A key has its own permission set and never signs. */
export function KeysPart() {
  const { zone } = useCompany();
  const { query, page, paging } = usePages('/api-keys', {}, 50);
  if (query.error !== null) return <PageError error={query.error} again={query.refetch} />;
  if (page === undefined) return <Loading what="API keys" />;
  const live = page.items.filter((k) => !k.revoked).length;
  return (
    <>
      <PageHead title="API keys" meta="Settings · API keys">{live === 0 ? 'No program has a key.' : `${many(live, 'key is', 'keys are')} in use.`}</PageHead>
      <Lead>For programs that bring events in or read figures. A key never signs, and is shown once.</Lead>
      <NewKey />
      {page.total === 0 ? null : <DataTable caption="API keys" columns={columns(zone)} rows={page.items} rowKey={(k) => k.id} paging={paging} />}
    </>
  );
}

function columns(zone: string): readonly Column<Key>[] {
  return [
    { key: 'name', head: 'Key', cell: (k) => k.name },
    { key: 'start', head: 'Begins with', cell: (k) => <code>{k.start}</code> },
    { key: 'sets', head: 'May', cell: (k) => k.sets.join(', ') || 'nothing' },
    { key: 'created', head: 'Made', cell: (k) => when(k.createdAt, zone, 'day') },
    { key: 'used', head: 'Last used', cell: (k) => (k.lastUsedAt === null ? 'never' : when(k.lastUsedAt, zone)) },
    { key: 'expires', head: 'Expires', cell: (k) => (k.expiresAt === null ? 'never' : when(k.expiresAt, zone, 'day')) },
    { key: 'do', head: <span className="visually-hidden">Actions</span>, cell: (k) => <Revoke of={k} /> },
  ];
}

function Revoke({ of }: { readonly of: Key }) {
  const client = useQueryClient();
  const revoke = useMutation({ mutationFn: async () => answer(api.DELETE('/api-keys/{id}', { params: { path: { id: of.id } } })), onSuccess: async () => forget(client, '/api-keys', '/grants') });
  if (of.revoked) return <Tag tone="quiet">revoked</Tag>;
  return <ConfirmButton verb="Revoke" sure="Revoke it now" of={of.name} busy={revoke.isPending} act={() => revoke.mutate()} />;
}

const lasts = [{ value: '30', label: '30 days' }, { value: '90', label: '90 days' }, { value: '365', label: 'a year' }, { value: '', label: 'until it is revoked' }];

function NewKey() {
  const client = useQueryClient();
  const [name, setName] = useState('');
  const [set, setSet] = useState<PermissionSet>('contributor');
  const [days, setDays] = useState('365');
  const make = useMutation({ mutationFn: async () => answer(api.POST('/api-keys', { body: { name: name.trim(), sets: [set], expiresInDays: days === '' ? null : Number(days) } })), onSuccess: async () => { setName(''); await forget(client, '/api-keys', '/grants'); } });
  const submit = (event: FormEvent) => { event.preventDefault(); make.mutate(); };
  const problems = make.error === null ? noProblems : fieldProblems(asProblem(make.error), ['name']);
  return (
    <>
      <form className={css.row} onSubmit={submit} noValidate>
        <TextInput className={css.grow ?? ''} label="New key for" placeholder="Night import" maxLength={100} value={name} error={problems.at.get('name')} onChange={(e) => setName(e.currentTarget.value)} />
        <NativeSelect className={css.grow ?? ''} label="It may do what this set may" value={set} onChange={(e) => setSet(e.currentTarget.value as PermissionSet)} data={[...permissionSets]} />
        <NativeSelect className={css.grow ?? ''} label="It works for" value={days} onChange={(e) => setDays(e.currentTarget.value)} data={lasts} />
        <Button type="submit" variant="filled" loading={make.isPending}>Make a key</Button>
      </form>
      <p className={css.aside}>Whatever has the set {set} may {may[set]}.</p>
      {make.error === null || problems.at.size > 0 ? null : <ErrorState error={make.error} />}
      {make.data === undefined ? null : <OneTime what={`The key “${make.data.name}”.`} value={make.data.key} />}
    </>
  );
}
