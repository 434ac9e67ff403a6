import { useQueries } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { asks } from '../api/client.ts';
import type { GetPath } from '../api/types.ts';
import { many } from '../ui/format.ts';
import css from './settings.module.css';

interface Needing { readonly kind: string; readonly id: string }

/** Kinds of records that a post can answer for: how they are said, and where their names are. */
const kinds: Readonly<Record<string, { readonly one: string; readonly more: string; readonly path: GetPath }>> = {
  process: { one: 'process', more: 'processes', path: '/processes' },
  service: { one: 'service', more: 'services', path: '/services' },
  function: { one: 'function', more: 'functions', path: '/functions' },
  supplier: { one: 'supplier', more: 'suppliers', path: '/suppliers' },
  measure: { one: 'measure', more: 'measures', path: '/measures' },
  post: { one: 'post reports to it', more: 'posts report to it', path: '/posts' },
};
const order = Object.keys(kinds);

/** What a post answers for, by kind; the names open where there is a page. */
export function Owns({ neededBy }: { readonly neededBy: readonly Needing[] }) {
  const present = order.filter((kind) => neededBy.some((n) => n.kind === kind));
  const lists = useQueries({ queries: present.map((kind) => asks(kinds[kind]?.path ?? '/posts', { query: { limit: 500 } } as never)) });
  const nameOf = (kind: string, id: string) => (lists[present.indexOf(kind)]?.data as { items: { id: string; name: string }[] } | undefined)?.items.find((r) => r.id === id)?.name ?? id;
  const officer = neededBy.some((n) => n.kind === 'company');
  if (neededBy.length === 0) return <p className={css.quiet}>Nothing yet. Processes, services, functions, suppliers and measures name the post that answers for them.</p>;
  return (
    <>
      {officer ? <p>It is one of the company’s three accountable posts.</p> : null}
      <dl className={css.facts}>
        {present.map((kind) => {
          const of = neededBy.filter((n) => n.kind === kind);
          return <div key={kind} style={{ display: 'contents' }}><dt>{many(of.length, kinds[kind]?.one ?? kind, kinds[kind]?.more ?? kind)}</dt><dd><Names rows={of.map((n) => ({ ...n, name: nameOf(kind, n.id) }))} /></dd></div>;
        })}
      </dl>
    </>
  );
}

const SHOWN = 12;

function Names({ rows }: { readonly rows: readonly (Needing & { readonly name: string })[] }) {
  const list = (some: typeof rows) => some.map((r, i) => <span key={r.id}>{i === 0 ? '' : ', '}{named(r)}</span>);
  if (rows.length <= SHOWN + 3) return list(rows);
  return <>{list(rows.slice(0, SHOWN))} <details className={css.more}><summary>and {rows.length - SHOWN} more</summary>{list(rows.slice(SHOWN))}</details></>;
}

function named({ kind, id, name }: Needing & { readonly name: string }): ReactNode {
  if (kind === 'service') return <Link to="/basics/$service" params={{ service: id }}>{name}</Link>;
  if (kind === 'process') return <Link to="/flow" search={{ process: id }}>{name}</Link>;
  if (kind === 'post') return <Link to="/settings/$part/$id" params={{ part: 'posts', id }}>{name}</Link>;
  return name;
}
