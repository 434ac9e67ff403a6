import { Link } from '@tanstack/react-router';
import type { Item } from '../api/types.ts';
import { useMay } from '../app/session.ts';
import { DataTable, type Column } from '../ui/data-table.tsx';
import { many } from '../ui/format.ts';
import { LinkButton } from '../ui/link-button.tsx';
import { PageError } from '../ui/page-error.tsx';
import { Lead, PageHead } from '../ui/page-head.tsx';
import { usePages } from '../ui/pages.ts';
import { EmptyState, Loading } from '../ui/states.tsx';
import { Tag } from '../ui/tag.tsx';
import { holds, usePeople } from './people.ts';
import { Retired } from './retired.tsx';
import { termWords } from './terms.ts';
import css from './settings.module.css';

type Post = Item<'/posts'>;
const PAGE = 100;

/** Posts: who is accountable as what, from which day to which, and who stands in. */
export function PostsPart() {
  const administrator = useMay('administrator');
  const { query, page, paging } = usePages('/posts', {}, PAGE);
  const names = usePeople();
  if (query.error !== null) return <PageError error={query.error} again={query.refetch} />;
  if (page === undefined) return <Loading what="posts" />;
  const vacant = names.posts.filter((p) => names.holder(p.id) === undefined).length;
  const add = administrator ? <LinkButton to="/settings/$part" params={{ part: 'new-post' }}>Add a post</LinkButton> : undefined;
  return (
    <>
      <PageHead title="Posts" meta="Settings · Posts" actions={add}>{page.total === 0 ? 'No posts are on record.' : vacant === 0 ? 'Every post is held.' : `${many(vacant, 'post is', 'posts are')} vacant.`}</PageHead>
      <Lead>Accountability is to a post. A vacant post blocks what it must sign; a deputy signs only inside a dated delegation.</Lead>
      {page.total === 0 ? <EmptyState title="Add the posts that somebody answers as" actions={add}>COO, CIO and CEO come first. Or write posts.yaml into a company folder and run hymnsheet apply.</EmptyState> : <DataTable caption="Posts" columns={columns(names)} rows={page.items} rowKey={(p) => p.id} paging={paging} />}
      {administrator ? <Retired path="/posts" part="posts" one="post was retired" more="posts were retired" /> : null}
    </>
  );
}

function columns({ today, personName, postName, holder }: ReturnType<typeof usePeople>): readonly Column<Post>[] {
  return [
    { key: 'name', head: 'Post', cell: (p) => <Link to="/settings/$part/$id" params={{ part: 'posts', id: p.id }}>{p.body.name}</Link> },
    { key: 'holder', head: 'Held by', cell: (p) => holder(p.id) ?? <Tag tone="watch">Vacant</Tag> },
    { key: 'term', head: 'From – to', cell: (p) => (p.body.holders ?? []).filter((h) => holds(h, today)).map((h) => termWords(h)).join(', ') || <span className={css.quiet}>–</span> },
    { key: 'deputy', head: 'Deputy', cell: (p) => (p.body.delegations ?? []).filter((d) => d.to >= today).map((d) => <div key={d.deputy + d.from}>{personName(d.deputy)} <span className={css.quiet}>{termWords(d)}</span></div>) },
    { key: 'reports', head: 'Reports to', cell: (p) => (p.body.reportsTo === undefined ? <span className={css.quiet}>–</span> : postName(p.body.reportsTo)) },
  ];
}
