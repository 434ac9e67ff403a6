import { notifications } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { asks } from '../api/client.ts';
import type { Get } from '../api/types.ts';
import { useCompany, useMay } from '../app/session.ts';
import { DataTable, type Column } from '../ui/data-table.tsx';
import { when } from '../ui/format.ts';
import { PageError } from '../ui/page-error.tsx';
import { Lead, PageHead } from '../ui/page-head.tsx';
import { Loading } from '../ui/states.tsx';
import { Disclose } from './form/disclose.tsx';
import { FolderNote } from './folder-note.tsx';
import { Owns } from './owns.tsx';
import { useGrants } from './grants.ts';
import { holds, usePeople } from './people.ts';
import { PostForm } from './post-form.tsx';
import { PostPermissions } from './post-permissions.tsx';
import { Appoint, Delegate } from './post-terms.tsx';
import { Reinstate, Retire } from './retire.tsx';
import { termColumns } from './term-columns.tsx';
import { date, type Term } from './terms.ts';
import css from './settings.module.css';

type PostDetail = Get<'/posts/{id}'>;

/** A new post. */
export function NewPostPart() {
  const navigate = useNavigate();
  const done = (id: string) => void navigate({ to: '/settings/$part/$id', params: { part: 'posts', id } });
  return <><PageHead title="Add a post" meta={<><Link to="/settings/$part" params={{ part: 'posts' }}>Posts</Link> · new</>}>What is somebody to answer for?</PageHead><Lead>A post stays when people change. Name what it is; who holds it can follow.</Lead><PostForm record={null} done={done} /></>;
}

/** One post: who holds it, who stands in, what it answers for and what it may do. */
export function PostPart({ id }: { readonly id: string }) {
  const post = useQuery(asks('/posts/{id}', { path: { id } }));
  // Nobody is called vacant because the names are still on their way.
  const { asking } = usePeople();
  if (post.error !== null) return <PageError error={post.error} again={post.refetch} />;
  if (post.data === undefined || asking) return <Loading what="this post" />;
  return <Post record={post.data} />;
}

function Post({ record }: { readonly record: PostDetail }) {
  const administrator = useMay('administrator');
  const { today } = usePeople();
  const retired = record.validTo !== null;
  return (
    <>
      <PageHead title={record.body.name} meta={<><Link to="/settings/$part" params={{ part: 'posts' }}>Posts</Link> · {record.id}</>}><Headline record={record} /></PageHead>
      <ReportsTo body={record.body} />
      <section><h2>Who holds it</h2><Holders body={record.body} />{administrator && !retired ? <Disclose verb={(record.body.holders ?? []).some((h) => holds(h, today)) ? 'Appoint a successor' : 'Appoint a holder'}>{(close) => <Appoint record={record} close={close} />}</Disclose> : null}</section>
      <section><h2>Who stands in</h2><Deputies body={record.body} />{administrator && !retired ? <Disclose verb="Let somebody stand in">{(close) => <Delegate record={record} close={close} />}</Disclose> : null}</section>
      <section><h2>What it answers for</h2><Owns neededBy={record.neededBy} /></section>
      {administrator ? <Administered record={record} retired={retired} /> : null}
    </>
  );
}

function Administered({ record, retired }: { readonly record: PostDetail; readonly retired: boolean }) {
  const { query } = useGrants();
  if (query.isPending) return null;
  return <>{retired ? null : <PostPermissions post={record.id} name={record.body.name} />}<Record record={record} retired={retired} /></>;
}

function Headline({ record: { body, validTo } }: { readonly record: PostDetail }) {
  const { zone } = useCompany();
  const { today, personName } = usePeople();
  if (validTo !== null) return <>{body.name} was retired on {when(validTo, zone, 'day')}.</>;
  const now = (body.holders ?? []).find((h) => holds(h, today));
  if (now === undefined) return <>{body.name} is vacant.</>;
  return <>{personName(now.person)} is {body.name}{now.to === undefined ? '' : ` until ${date(now.to)}`}.</>;
}

function ReportsTo({ body }: { readonly body: PostDetail['body'] }) {
  const { postName, holder } = usePeople();
  if (body.reportsTo === undefined) return null;
  return <p>Reports to <Link to="/settings/$part/$id" params={{ part: 'posts', id: body.reportsTo }}>{postName(body.reportsTo)}</Link>, {holder(body.reportsTo) ?? 'vacant'}.</p>;
}

const latest = (a: Term, b: Term) => (a.from < b.from ? 1 : -1);

type HolderTerm = NonNullable<PostDetail['body']['holders']>[number];
type DeputyTerm = NonNullable<PostDetail['body']['delegations']>[number];
type Names = ReturnType<typeof usePeople>;

function Holders({ body }: { readonly body: PostDetail['body'] }) {
  const names = usePeople();
  const rows = [...(body.holders ?? [])].sort(latest);
  if (rows.length === 0) return <p className={css.quiet}>Nobody has held it yet. A vacant post blocks what it must sign.</p>;
  return <DataTable caption="Holders, latest first" columns={holderColumns(names)} rows={rows} rowKey={(h) => h.person + h.from} />;
}

function holderColumns({ today, personName }: Names): readonly Column<HolderTerm>[] {
  return [{ key: 'who', head: 'Holder', cell: (h) => <Person id={h.person} name={personName(h.person)} /> }, ...termColumns<HolderTerm>(today)];
}

function Deputies({ body }: { readonly body: PostDetail['body'] }) {
  const names = usePeople();
  const rows = [...(body.delegations ?? [])].sort(latest);
  if (rows.length === 0) return <p className={css.quiet}>Nobody. A deputy signs only inside dated days, and is shown as deputy.</p>;
  return <DataTable caption="Deputies, latest first" columns={deputyColumns(names)} rows={rows} rowKey={(d) => d.deputy + d.from} />;
}

function deputyColumns({ today, personName }: Names): readonly Column<DeputyTerm>[] {
  return [
    { key: 'who', head: 'Deputy', cell: (d) => <Person id={d.deputy} name={personName(d.deputy)} /> },
    ...termColumns<DeputyTerm>(today),
    { key: 'why', head: 'Why', cell: (d) => d.reason ?? <span className={css.quiet}>–</span> },
  ];
}

function Person({ id, name }: { readonly id: string; readonly name: string }) {
  return <Link to="/settings/$part/$id" params={{ part: 'people', id }}>{name}</Link>;
}

function Record({ record, retired }: { readonly record: PostDetail; readonly retired: boolean }) {
  const { name } = record.body;
  return (
    <section>
      <h2>The record</h2>
      <FolderNote record={record} file="posts.yaml" />
      {retired ? <Reinstate path="/posts" id={record.id} name={name} /> : (
        <>
          <Disclose verb="Put right what is on record">{(close) => <><PostForm record={record} done={() => { close(); notifications.show({ message: `${name} is saved.` }); }} /><p><button type="button" className={css.plain} onClick={close}>Leave it as it is</button></p></>}</Disclose>
          <Retire path="/posts" record={record} name={name} says="A post can be retired once nothing names it any more; its history stays, and it can be taken back." />
        </>
      )}
    </section>
  );
}
