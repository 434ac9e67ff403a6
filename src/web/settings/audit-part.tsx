import { Button, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { answer, api, asks } from '../api/client.ts';
import type { Item } from '../api/types.ts';
import { useCompany, useMay } from '../app/session.ts';
import { DataTable, type Column } from '../ui/data-table.tsx';
import { count, many, when } from '../ui/format.ts';
import { PageError } from '../ui/page-error.tsx';
import { Lead, PageHead } from '../ui/page-head.tsx';
import { usePages } from '../ui/pages.ts';
import { ErrorState, Loading } from '../ui/states.tsx';
import css from './settings.module.css';

type Entry = Item<'/audit'>;

/** The audit: every write with who made it, chained so that a change of the past shows. */
export function AuditPart() {
  const administrator = useMay('administrator');
  const head = useQuery({ ...asks('/audit/head'), refetchInterval: 5000 });
  if (head.error !== null) return <PageError error={head.error} again={head.refetch} />;
  if (head.data === undefined) return <Loading what="the audit" />;
  return (
    <>
      <PageHead title="Audit" meta={`Settings · Audit · ${count(head.data.unsealed)} waiting to be sealed`}>{many(head.data.length, 'write is', 'writes are')} on record, chained.</PageHead>
      <Lead>Each entry’s seal holds the one before it. Keep the head elsewhere: a later check against it finds what was changed, put in, taken out or cut off.</Lead>
      <p>Head <code className={css.hash}>{head.data.head}</code></p>
      {administrator ? <><Check /><Entries /></> : null}
    </>
  );
}

function Check() {
  const [against, setAgainst] = useState('');
  const check = useMutation({ mutationFn: async () => answer(api.POST('/audit/verify', { body: against.trim() === '' ? {} : { against: against.trim() } })) });
  const submit = (event: FormEvent) => { event.preventDefault(); check.mutate(); };
  return (
    <section>
      <h2>Check the chain</h2>
      <form className={css.row} onSubmit={submit}><TextInput label="Against a head kept elsewhere" placeholder="as printed in a brief; may be left empty" w={360} value={against} onChange={(e) => setAgainst(e.currentTarget.value)} /><Button type="submit" loading={check.isPending}>Check</Button></form>
      {check.error === null ? null : <ErrorState error={check.error} />}
      {check.data === undefined ? null : <output><p><b>{check.data.ok ? 'The chain is whole.' : `${many(check.data.findings.length, 'thing is', 'things are')} wrong.`}</b> {count(check.data.length)} entries were read again.</p>{check.data.findings.length === 0 ? null : <ul>{check.data.findings.slice(0, 50).map((f, i) => <li key={i}>{f.detail}</li>)}</ul>}</output>}
    </section>
  );
}

function Entries() {
  const { actor, subject } = useSearch({ strict: false }) as { actor?: string; subject?: string };
  return <section><h2>Entries{actor === undefined && subject === undefined ? '' : ' of one '}{actor === undefined ? '' : 'person or program'}{subject === undefined ? '' : 'record'}</h2>{actor === undefined && subject === undefined ? null : <p><Link to="/settings/$part" params={{ part: 'audit' }}>Show all</Link></p>}<EntryList key={`${actor} ${subject}`} actor={actor} subject={subject} /></section>;
}

function EntryList({ actor, subject }: { readonly actor: string | undefined; readonly subject: string | undefined }) {
  const { zone } = useCompany();
  const [kind, id] = subject === undefined ? [] : [subject.slice(0, subject.indexOf('/')), subject.slice(subject.indexOf('/') + 1)];
  const { query, page, paging } = usePages('/audit', { query: { ...(actor === undefined ? {} : { actorId: actor }), ...(kind === undefined || id === undefined ? {} : { subjectKind: kind, subjectId: id }) } }, 25);
  if (query.error !== null) return <ErrorState error={query.error} again={query.refetch} />;
  if (page === undefined) return <Loading what="entries" />;
  return <DataTable caption="Audit entries, newest first" columns={columns(zone)} rows={page.items} rowKey={(e) => String(e.id)} paging={paging} empty="Nothing has been written yet." />;
}

function columns(zone: string): readonly Column<Entry>[] {
  return [
    { key: 'seal', head: 'Seal', numeric: true, cell: (e) => (e.seal === null ? <span className={css.quiet}>waiting</span> : count(Number(e.seal))) },
    { key: 'at', head: 'When', cell: (e) => when(e.at, zone, 'second') },
    { key: 'actor', head: 'Who', cell: (e) => <Link to="/settings/$part" params={{ part: 'audit' }} search={{ actor: e.actor.id }}>{e.actor.name ?? e.actor.id}</Link> },
    { key: 'action', head: 'Did', cell: (e) => e.action },
    { key: 'subject', head: 'To', cell: (e) => <Link to="/settings/$part" params={{ part: 'audit' }} search={{ subject: `${e.subject.kind}/${e.subject.id}` }}>{e.subject.kind} {e.subject.id}</Link> },
  ];
}
