import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { answer, api, asks } from '../api/client.ts';
import { asProblem } from '../api/problem.ts';
import { useCompany, useMay } from '../app/session.ts';
import { DataTable, type Column } from '../ui/data-table.tsx';
import { count, many, when } from '../ui/format.ts';
import { PageError } from '../ui/page-error.tsx';
import { Lead, PageHead } from '../ui/page-head.tsx';
import { usePages } from '../ui/pages.ts';
import { ErrorState, Loading } from '../ui/states.tsx';
import { useAuditNames } from './audit-names.ts';
import { subjectKinds, whatWords, type Entry } from './audit-words.ts';
import { fieldProblems, noProblems } from './form/field-problems.ts';
import css from './settings.module.css';

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
  const problems = check.error === null ? noProblems : fieldProblems(asProblem(check.error), ['against'], () => 'against');
  const refused = check.error !== null && asProblem(check.error).code === 'bad-input';
  return (
    <section>
      <h2>Check the chain</h2>
      <form className={css.row} onSubmit={submit}><TextInput className={css.grow ?? ''} label="Against a head kept elsewhere" placeholder="as printed in a brief; may be left empty" w={360} value={against} error={refused ? problems.at.get('against') : undefined} onChange={(e) => setAgainst(e.currentTarget.value)} /><Button type="submit" loading={check.isPending}>Check</Button></form>
      {check.error === null || refused ? null : <ErrorState error={check.error} />}
      {check.data === undefined ? null : <output className={check.data.ok ? css.note : css.stop}><p><b>{check.data.ok ? 'The chain is whole.' : `${many(check.data.count, 'thing is', 'things are')} wrong.`}</b> {count(check.data.length)} entries were read again{check.data.ok && against.trim() !== '' ? ', and the head that you kept is in it' : ''}.</p>{check.data.findings.length === 0 ? null : <ul className={css.list}>{check.data.findings.slice(0, 50).map((f, i) => <li key={i}>{f.detail}</li>)}</ul>}</output>}
    </section>
  );
}

interface Filter { readonly actor?: string; readonly subject?: string }

function Entries() {
  const { actor, subject } = useSearch({ strict: false }) as Filter;
  return <section><h2>Entries</h2><FilterBar actor={actor} subject={subject} /><EntryList key={`${actor} ${subject}`} actor={actor} subject={subject} /></section>;
}

type Asked = { readonly actor: string | undefined; readonly subject: string | undefined };

/** The kind and, after a slash, the id of what is asked for. */
function subjectOf(subject: string | undefined): { subjectKind?: string; subjectId?: string } {
  if (subject === undefined) return {};
  const slash = subject.indexOf('/');
  return slash < 0 ? { subjectKind: subject } : { subjectKind: subject.slice(0, slash), subjectId: subject.slice(slash + 1) };
}

function FilterBar({ actor, subject }: Asked) {
  const navigate = useNavigate();
  const { actors, names } = useAuditNames();
  const { subjectKind = '', subjectId } = subjectOf(subject);
  const go = (next: Filter) => void navigate({ to: '/settings/$part', params: { part: 'audit' }, search: next, resetScroll: false });
  const keep = (next: { actor?: string | undefined; subject?: string | undefined }) => go({ ...(next.actor === undefined || next.actor === '' ? {} : { actor: next.actor }), ...(next.subject === undefined || next.subject === '' ? {} : { subject: next.subject }) });
  const who = [{ value: '', label: 'Anybody' }, ...actors, ...(actor === undefined || actors.some((a) => a.value === actor) ? [] : [{ value: actor, label: actor }])];
  return (
    <>
      <div className={css.row}>
        <NativeSelect className={css.grow ?? ''} label="Who" data={who} value={actor ?? ''} onChange={(e) => keep({ actor: e.currentTarget.value, subject })} />
        <NativeSelect className={css.grow ?? ''} label="About" data={[...subjectKinds, ...(subjectKinds.some((k) => k.value === subjectKind) ? [] : [{ value: subjectKind, label: subjectKind }])]} value={subjectKind} onChange={(e) => keep({ actor, subject: e.currentTarget.value })} />
        {actor === undefined && subject === undefined ? null : <Button onClick={() => keep({})}>Show all</Button>}
      </div>
      {subjectId === undefined ? null : <p className={css.aside}>Only {names.record(subjectKind, subjectId)}.</p>}
    </>
  );
}

function EntryList({ actor, subject }: Asked) {
  const { zone } = useCompany();
  const { names } = useAuditNames();
  const { query, page, paging } = usePages('/audit', { query: { ...(actor === undefined ? {} : { actorId: actor }), ...subjectOf(subject) } }, 25);
  if (query.error !== null) return <ErrorState error={query.error} again={query.refetch} />;
  if (page === undefined) return <Loading what="entries" />;
  return <DataTable caption="Audit entries, newest first" columns={columns(zone, names)} rows={page.items} rowKey={(e) => String(e.id)} paging={paging} empty="Nothing of this is on record." />;
}

function columns(zone: string, names: ReturnType<typeof useAuditNames>['names']): readonly Column<Entry>[] {
  return [
    { key: 'at', head: 'When', cell: (e) => when(e.at, zone, 'second') },
    { key: 'actor', head: 'Who', cell: (e) => <Link to="/settings/$part" params={{ part: 'audit' }} search={{ actor: e.actor.id }} resetScroll={false}>{names.actor(e)}</Link> },
    { key: 'what', head: 'Did what', cell: (e) => <Link className={css.what ?? ''} to="/settings/$part" params={{ part: 'audit' }} search={{ subject: `${e.subject.kind}/${e.subject.id}` }} resetScroll={false}>{whatWords(e, names)}</Link> },
    { key: 'seal', head: 'Seal', numeric: true, cell: (e) => (e.seal === null ? <span className={css.quiet}>waiting</span> : count(Number(e.seal))) },
  ];
}
