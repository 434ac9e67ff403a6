import { useQuery } from '@tanstack/react-query';
import { asks } from '../api/client.ts';
import type { Item } from '../api/types.ts';
import { DataTable, type Column } from '../ui/data-table.tsx';
import { many } from '../ui/format.ts';
import { PageError } from '../ui/page-error.tsx';
import { Lead, PageHead } from '../ui/page-head.tsx';
import { EmptyState, Loading } from '../ui/states.tsx';
import { Tag } from '../ui/tag.tsx';
import { holds, usePeople } from './people.ts';
import css from './settings.module.css';

type Post = Item<'/posts'>;

/** Posts: who is accountable as what, from which day to which, and who stands in. */
export function PostsPart() {
  const posts = useQuery(asks('/posts', { query: { limit: 500 } }));
  const names = usePeople();
  if (posts.error !== null) return <PageError error={posts.error} again={posts.refetch} />;
  if (posts.data === undefined) return <Loading what="posts" />;
  const vacant = posts.data.items.filter((p) => names.holder(p.id) === undefined);
  return (
    <>
      <PageHead title="Posts" meta="Settings · Posts">{vacant.length === 0 ? 'Every post is held.' : `${many(vacant.length, 'post is', 'posts are')} vacant.`}</PageHead>
      <Lead>Accountability is to a post. A vacant post blocks what it must sign; a deputy signs only inside a dated delegation.</Lead>
      {posts.data.items.length === 0 ? <EmptyState title="No posts are on record">Put them into posts.yaml of the company folder and run hymnsheet apply.</EmptyState> : <DataTable caption="Posts" columns={columns(names)} rows={posts.data.items} rowKey={(p) => p.id} />}
    </>
  );
}

function columns({ today, personName, postName, holder }: ReturnType<typeof usePeople>): readonly Column<Post>[] {
  return [
    { key: 'name', head: 'Post', cell: (p) => p.body.name },
    { key: 'holder', head: 'Held by', cell: (p) => holder(p.id) ?? <Tag tone="watch">Vacant</Tag> },
    { key: 'term', head: 'From – to', cell: (p) => (p.body.holders ?? []).filter((h) => holds(h, today)).map((h) => `${h.from} – ${h.to ?? 'further notice'}`).join(', ') || '–' },
    { key: 'deputy', head: 'Deputy', cell: (p) => (p.body.delegations ?? []).filter((d) => d.to >= today).map((d) => <span key={d.deputy + d.from}>{personName(d.deputy)} <span className={css.quiet}>{d.from} – {d.to}</span></span>) },
    { key: 'reports', head: 'Reports to', cell: (p) => (p.body.reportsTo === undefined ? '–' : postName(p.body.reportsTo)) },
  ];
}
