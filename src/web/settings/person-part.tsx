import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { notifications } from '@mantine/notifications';
import { asks } from '../api/client.ts';
import type { Get } from '../api/types.ts';
import { useCompany, useMay } from '../app/session.ts';
import { DataTable, type Column } from '../ui/data-table.tsx';
import { when } from '../ui/format.ts';
import { PageError } from '../ui/page-error.tsx';
import { Lead, PageHead } from '../ui/page-head.tsx';
import { Loading } from '../ui/states.tsx';
import { ErasePerson } from './erase-person.tsx';
import { FolderNote } from './folder-note.tsx';
import { listed } from './words.ts';
import { PersonForm } from './person-form.tsx';
import { PersonSignIn } from './person-sign-in.tsx';
import { usePeople } from './people.ts';
import { Reinstate, Retire } from './retire.tsx';
import { termColumns } from './term-columns.tsx';
import type { Term } from './terms.ts';
import css from './settings.module.css';

type PersonDetail = Get<'/people/{id}'>;

/** A new person. */
export function NewPersonPart() {
  const navigate = useNavigate();
  const done = (id: string) => void navigate({ to: '/settings/$part/$id', params: { part: 'people', id } });
  return <><PageHead title="Add a person" meta={<><Link to="/settings/$part" params={{ part: 'people' }}>People</Link> · new</>}>Who joins?</PageHead><Lead>A person comes on record first. They can then hold posts, and be invited to sign in.</Lead><PersonForm record={null} done={done} /></>;
}

/** One person: the posts they hold, whether they can sign in, and what becomes of their record. */
export function PersonPart({ id }: { readonly id: string }) {
  const person = useQuery(asks('/people/{id}', { path: { id } }));
  const { asking } = usePeople();
  if (person.error !== null) return <PageError error={person.error} again={person.refetch} />;
  if (person.data === undefined || asking) return <Loading what="this person" />;
  return <Person record={person.data} />;
}

function Person({ record }: { readonly record: PersonDetail }) {
  const administrator = useMay('administrator');
  const { zone } = useCompany();
  const { heldBy } = usePeople();
  const { name, email } = record.body;
  const held = heldBy(record.id).map((p) => p.body.name);
  const retired = record.validTo !== null;
  return (
    <>
      <PageHead title={name} meta={<><Link to="/settings/$part" params={{ part: 'people' }}>People</Link> · {record.id}</>}>{retired ? `${name} was retired on ${when(record.validTo, zone, 'day')}.` : held.length === 0 ? `${name} holds no post now.` : `${name} is ${listed(held)}.`}</PageHead>
      {retired || !administrator ? <p>{email ?? <span className={css.quiet}>no e-mail address</span>}</p> : <Details record={record} />}
      <Posts person={record.id} />
      {administrator && !retired ? <PersonSignIn person={{ id: record.id, name, email }} held={heldBy(record.id).map((p) => p.id)} /> : null}
      {administrator ? <Leaving record={record} retired={retired} /> : null}
    </>
  );
}

function Details({ record }: { readonly record: PersonDetail }) {
  return (
    <section>
      <h2>Name and address</h2>
      <FolderNote record={record} file="people.yaml" />
      <PersonForm record={record} done={() => notifications.show({ message: `${record.body.name} is saved.` })} />
    </section>
  );
}

interface Held extends Term { readonly post: string; readonly name: string; readonly as: string }

function Posts({ person }: { readonly person: string }) {
  const { posts, today } = usePeople();
  const terms = posts.flatMap((p): Held[] => [
    ...(p.body.holders ?? []).filter((h) => h.person === person).map((h) => ({ ...h, post: p.id, name: p.body.name, as: 'holder' })),
    ...(p.body.delegations ?? []).filter((d) => d.deputy === person).map((d) => ({ ...d, post: p.id, name: p.body.name, as: 'deputy' })),
  ]).sort((a, b) => (a.from < b.from ? 1 : -1));
  return <section><h2>Posts</h2>{terms.length === 0 ? <p className={css.quiet}>None. A post is given on its own page.</p> : <DataTable caption="Posts held" columns={termsHeld(today)} rows={terms} rowKey={(t) => `${t.post} ${t.as} ${t.from}`} />}</section>;
}

function termsHeld(today: string): readonly Column<Held>[] {
  return [
    { key: 'post', head: 'Post', cell: (t) => <Link to="/settings/$part/$id" params={{ part: 'posts', id: t.post }}>{t.name}</Link> },
    { key: 'as', head: 'As', cell: (t) => t.as },
    ...termColumns<Held>(today),
  ];
}

function Leaving({ record, retired }: { readonly record: PersonDetail; readonly retired: boolean }) {
  const erased = record.id.startsWith('erased-');
  if (erased) return null;
  return (
    <section>
      <h2>Leaving</h2>
      {retired ? <Reinstate path="/people" id={record.id} name={record.body.name} /> : <Retire path="/people" record={record} name={record.body.name} says="Retired people are no longer offered for posts; their history stays, and it can be taken back." />}
      <ErasePerson id={record.id} name={record.body.name} />
    </section>
  );
}
