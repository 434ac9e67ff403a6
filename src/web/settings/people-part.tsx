import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Item } from '../api/types.ts';
import { useCompany, useMay } from '../app/session.ts';
import { DataTable, type Column } from '../ui/data-table.tsx';
import { many, when } from '../ui/format.ts';
import { LinkButton } from '../ui/link-button.tsx';
import { PageError } from '../ui/page-error.tsx';
import { Lead, PageHead } from '../ui/page-head.tsx';
import { usePages } from '../ui/pages.ts';
import { EmptyState, ErrorState, Loading } from '../ui/states.tsx';
import { OneTime } from './one-time.tsx';
import { usePeople } from './people.ts';
import { Retired } from './retired.tsx';
import { signInsAsked, stateWords, useLinks, type SignIn } from './sign-ins.ts';
import { SignInButton } from './sign-in-button.tsx';
import css from './settings.module.css';

type Person = Item<'/people'>;
const PAGE = 100;

/** People: who holds which posts, and who can sign in. Inviting is the administrator's. */
export function PeoplePart() {
  const administrator = useMay('administrator');
  const { zone } = useCompany();
  const { query, page, paging } = usePages('/people', {}, PAGE);
  const signIns = useQuery({ ...signInsAsked, enabled: administrator });
  const { heldBy } = usePeople();
  const link = useLinks();
  if (query.error !== null) return <PageError error={query.error} again={query.refetch} />;
  if (page === undefined) return <Loading what="people" />;
  const of = (p: Person) => signIns.data?.items.find((s) => s.person === p.id && s.state !== 'ended');
  const all = administrator ? [...columns(heldBy), ...signing(of, zone, link)] : columns(heldBy);
  return (
    <>
      <PageHead title="People" meta="Settings · People" actions={administrator ? <LinkButton to="/settings/$part" params={{ part: 'new-person' }}>Add a person</LinkButton> : undefined}>{page.total === 0 ? 'Nobody is on record yet.' : `${many(page.total, 'person sings', 'people sing')} from this sheet.`}</PageHead>
      <Lead>What somebody may do comes from the posts that they hold.</Lead>
      {link.error === null ? null : <ErrorState error={link.error} />}
      {link.data === undefined ? null : <OneTime what={`The link for ${link.data.name}.`} value={link.data.url} until={when(link.data.expiresAt, zone)} />}
      {page.total === 0 ? <EmptyState title="Add the people who hold posts" actions={administrator ? <LinkButton to="/settings/$part" params={{ part: 'new-person' }} variant="filled">Add a person</LinkButton> : undefined}>Or write people.yaml into a company folder and run hymnsheet apply.</EmptyState> : <DataTable caption="People" columns={all} rows={page.items} rowKey={(p) => p.id} paging={paging} />}
      {administrator ? <Retired path="/people" part="people" one="person was retired" more="people were retired" /> : null}
    </>
  );
}

function columns(heldBy: ReturnType<typeof usePeople>['heldBy']): readonly Column<Person>[] {
  return [
    { key: 'name', head: 'Person', cell: (p) => <Link to="/settings/$part/$id" params={{ part: 'people', id: p.id }}>{p.body.name}</Link> },
    { key: 'email', head: 'E-mail address', cell: (p) => p.body.email ?? <span className={css.quiet}>none</span> },
    { key: 'posts', head: 'Holds', cell: (p) => heldBy(p.id).map((post) => post.body.name).join(', ') || <span className={css.quiet}>no post</span> },
  ];
}

function signing(of: (p: Person) => SignIn | undefined, zone: string, link: ReturnType<typeof useLinks>): readonly Column<Person>[] {
  return [
    { key: 'state', head: 'Sign-in', cell: (p) => <span className={of(p) === undefined ? css.quiet : undefined}>{stateWords(of(p), zone)}</span> },
    { key: 'do', head: <span className="visually-hidden">Actions</span>, cell: (p) => <SignInButton person={{ id: p.id, name: p.body.name, email: p.body.email }} signIn={of(p)} link={link} /> },
  ];
}
