import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { asks } from '../api/client.ts';
import { useCompany } from '../app/session.ts';
import { DataTable, type Column } from '../ui/data-table.tsx';
import { many, when } from '../ui/format.ts';
import { PageError } from '../ui/page-error.tsx';
import { Lead, PageHead } from '../ui/page-head.tsx';
import { Loading } from '../ui/states.tsx';
import { GiveSet, TakeAway, type Holder } from './give-set.tsx';
import { useGrants, type Grant } from './grants.ts';
import { usePeople } from './people.ts';
import { may, permissionSets, runs } from './sets.ts';
import { signInsAsked } from './sign-ins.ts';
import { listed } from './words.ts';
import css from './settings.module.css';

/** Permissions: which sets are given to which posts and keys, in words; given and taken away here. */
export function PermissionsPart() {
  const { query, grants, now } = useGrants();
  const names = useNames();
  if (query.error !== null) return <PageError error={query.error} again={query.refetch} />;
  if (grants === undefined) return <Loading what="permissions" />;
  const live = grants.filter((g) => runs(g, now) || g.from > now).sort(byHolder(names.name));
  const past = grants.filter((g) => !live.includes(g));
  return (
    <>
      <PageHead title="Permissions" meta="Settings · Permissions">{headline(live)}</PageHead>
      <Lead>A set is given to a post or a key, never to a person. Each gift and each taking away is on record.</Lead>
      <DataTable caption="Sets that are given" columns={columns(names, true)} rows={live} rowKey={(g) => g.id} empty="No set is given." />
      <section><h2>Give a set</h2><GiveSet holders={names.holders} /></section>
      <section><h2>What the sets mean</h2><dl className={css.facts}>{permissionSets.map((s) => <div key={s} style={{ display: 'contents' }}><dt>{s}</dt><dd>may {may[s]}</dd></div>)}</dl></section>
      {past.length === 0 ? null : <details className={css.more}><summary>{many(past.length, 'set was taken away or ran out', 'sets were taken away or ran out')}</summary><DataTable caption="Sets that were given earlier" columns={columns(names, false)} rows={past} rowKey={(g) => g.id} /></details>}
    </>
  );
}

/** How many posts and keys may do anything. */
function headline(live: readonly Grant[]): string {
  const of = (kind: string) => new Set(live.filter((g) => g.holder.kind === kind).map((g) => g.holder.id)).size;
  const [posts, keys] = [of('post'), of('key')];
  const words = [...(posts > 0 ? [many(posts, 'post', 'posts')] : []), ...(keys > 0 ? [many(keys, 'key', 'keys')] : [])];
  return words.length === 0 ? 'Nobody may do anything yet.' : `${listed(words.map((w, i) => (i === 0 ? w : w.toLowerCase())))} may do something here.`;
}

const byHolder = (name: (g: Grant) => string) => (a: Grant, b: Grant) => a.holder.kind.localeCompare(b.holder.kind) * -1 || name(a).localeCompare(name(b)) || permissionSets.indexOf(a.set) - permissionSets.indexOf(b.set);

/** Names of what holds sets and of who gave them, and everything that a set can be given to. */
function useNames() {
  const { zone } = useCompany();
  const { posts, postName, holder } = usePeople();
  const keys = useQuery(asks('/api-keys', { query: { limit: 500 } })).data?.items ?? [];
  const signIns = useQuery(signInsAsked).data?.items ?? [];
  const holders: Holder[] = [...posts.map((p): Holder => ({ kind: 'post', id: p.id, name: p.body.name })), ...keys.filter((k) => !k.revoked).map((k): Holder => ({ kind: 'key', id: k.id, name: k.name }))];
  return {
    zone, holders, holder,
    name: ({ holder: { kind, id } }: Grant) => (kind === 'post' ? postName(id) : (keys.find((k) => k.id === id)?.name ?? id)),
    giver: ({ grantedBy: { kind, id } }: Grant) => (kind === 'person' ? (signIns.find((s) => s.id === id)?.name ?? 'somebody who was erased') : kind === 'operator' ? `${id}, on the machine` : 'the set-up'),
  };
}

function columns({ zone, name, giver, holder }: ReturnType<typeof useNames>, live: boolean): readonly Column<Grant>[] {
  return [
    { key: 'holder', head: 'Post or key', cell: (g) => (g.holder.kind === 'post' ? <><Link to="/settings/$part/$id" params={{ part: 'posts', id: g.holder.id }}>{name(g)}</Link> <span className={css.quiet}>{live ? (holder(g.holder.id) ?? 'vacant') : ''}</span></> : <>{name(g)} <span className={css.quiet}>key</span></>) },
    { key: 'set', head: 'Set', cell: (g) => g.set },
    { key: 'from', head: 'Since', cell: (g) => when(g.from, zone) },
    { key: 'to', head: 'Until', cell: (g) => (g.to === null ? <span className={css.quiet}>further notice</span> : when(g.to, zone)) },
    { key: 'by', head: 'Given by', cell: giver },
    ...(live ? [{ key: 'do', head: <span className="visually-hidden">Actions</span>, cell: (g: Grant) => <TakeAway grant={g} name={name(g)} /> }] : []),
  ];
}
