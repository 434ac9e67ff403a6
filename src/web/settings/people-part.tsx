import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answer, api, asks, forget } from '../api/client.ts';
import type { Item } from '../api/types.ts';
import { useCompany, useMay } from '../app/session.ts';
import { DataTable, type Column } from '../ui/data-table.tsx';
import { many, when } from '../ui/format.ts';
import { PageError } from '../ui/page-error.tsx';
import { Lead, PageHead } from '../ui/page-head.tsx';
import { EmptyState, ErrorState, Loading } from '../ui/states.tsx';
import { OneTime } from './one-time.tsx';
import { PasswordPart } from './password-part.tsx';
import { usePeople } from './people.ts';
import css from './settings.module.css';

type Person = Item<'/people'>;
type SignIn = Item<'/sign-ins'>;

/** People: who holds which posts, and who can sign in. Inviting is the administrator's. */
export function PeoplePart() {
  const administrator = useMay('administrator');
  const { zone } = useCompany();
  const people = useQuery(asks('/people', { query: { limit: 500 } }));
  const signIns = useQuery({ ...asks('/sign-ins', { query: { limit: 500 } }), enabled: administrator });
  const { heldBy } = usePeople();
  const link = useLinks();
  if (people.error !== null) return <PageError error={people.error} again={people.refetch} />;
  if (people.data === undefined) return <Loading what="people" />;
  const of = (p: Person) => signIns.data?.items.find((s) => s.person === p.id && s.state !== 'ended');
  return (
    <>
      <PageHead title="People" meta="Settings · People">{people.data.total === 0 ? 'Nobody is on record yet.' : `${many(people.data.total, 'person sings', 'people sing')} from this sheet.`}</PageHead>
      <Lead>People are kept in people.yaml of the company folder. What somebody may do comes from the posts that they hold.</Lead>
      {link.error === null ? null : <ErrorState error={link.error} />}
      {link.data === undefined ? null : <OneTime what={`The link for ${link.data.name}.`} value={link.data.url} until={when(link.data.expiresAt, zone)} />}
      {people.data.total === 0 ? <EmptyState title="Add people">Put them into people.yaml of the company folder and run hymnsheet apply.</EmptyState> : <DataTable caption="People" columns={administrator ? [...columns(heldBy), ...signing(of, zone, link)] : columns(heldBy)} rows={people.data.items} rowKey={(p) => p.id} />}
      <PasswordPart />
    </>
  );
}

function columns(heldBy: ReturnType<typeof usePeople>['heldBy']): readonly Column<Person>[] {
  return [
    { key: 'name', head: 'Person', cell: (p) => p.body.name },
    { key: 'email', head: 'E-mail address', cell: (p) => p.body.email ?? <span className={css.quiet}>none</span> },
    { key: 'posts', head: 'Holds', cell: (p) => heldBy(p.id).map((post) => post.body.name).join(', ') || <span className={css.quiet}>no post</span> },
  ];
}

function signing(of: (p: Person) => SignIn | undefined, zone: string, link: ReturnType<typeof useLinks>): readonly Column<Person>[] {
  return [
    { key: 'state', head: 'Sign-in', cell: (p) => <State of={of(p)} zone={zone} /> },
    { key: 'do', head: <span className="visually-hidden">Actions</span>, cell: (p) => <Actions person={p} signIn={of(p)} link={link} /> },
  ];
}

function State({ of, zone }: { readonly of: SignIn | undefined; readonly zone: string }) {
  if (of === undefined) return <span className={css.quiet}>cannot sign in</span>;
  if (of.state === 'invited') return <span>invited {when(of.createdAt, zone, 'day')}</span>;
  return <span>{of.lastSignInAt === null ? 'never yet' : `last on ${when(of.lastSignInAt, zone, 'day')}`}</span>;
}

interface Made { readonly name: string; readonly url: string; readonly expiresAt: string }
type Wanted = { readonly person: Person; readonly signIn: SignIn | undefined };

function useLinks() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ person, signIn }: Wanted): Promise<Made> => {
      const made = signIn === undefined ? (await answer(api.POST('/sign-ins', { body: { person: person.id } }))).link : await answer(api.POST('/sign-ins/{id}/reset-link', { params: { path: { id: signIn.id } } }));
      return { name: person.body.name, ...made };
    },
    onSuccess: async () => forget(client, '/sign-ins'),
  });
}

function Actions({ person, signIn, link }: Wanted & { readonly person: Person; readonly link: ReturnType<typeof useLinks> }) {
  const client = useQueryClient();
  const end = useMutation({ mutationFn: async (id: string) => answer(api.DELETE('/sign-ins/{id}', { params: { path: { id } } })), onSuccess: async () => forget(client, '/sign-ins') });
  if (signIn === undefined && person.body.email === undefined) return <span className={css.quiet}>needs an address</span>;
  return (
    <span style={{ display: 'inline-flex', gap: 8 }}>
      <Button size="compact-sm" loading={link.isPending && link.variables.person.id === person.id} onClick={() => link.mutate({ person, signIn })}>{signIn === undefined ? 'Invite' : 'New link'}<span className="visually-hidden"> for {person.body.name}</span></Button>
      {signIn === undefined ? null : <Button size="compact-sm" loading={end.isPending} onClick={() => end.mutate(signIn.id)}>End sign-in<span className="visually-hidden"> of {person.body.name}</span></Button>}
    </span>
  );
}
