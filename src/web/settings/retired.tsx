import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { asks } from '../api/client.ts';
import { useCompany } from '../app/session.ts';
import { many, when } from '../ui/format.ts';
import css from './settings.module.css';

interface RetiredProps {
  readonly path: '/people' | '/posts' | '/processes';
  readonly part: 'people' | 'posts' | 'processes';
  readonly one: string;
  readonly more: string;
}

/** Those that were retired, folded away: their history stays, and they can be taken back. */
export function Retired({ path, part, one, more }: RetiredProps) {
  const { zone } = useCompany();
  const retired = useQuery(asks(path, { query: { retired: 'true', limit: 500 } })).data;
  if (retired === undefined || retired.total === 0) return null;
  return (
    <details className={css.more}>
      <summary>{many(retired.total, one, more)}</summary>
      <ul className={css.list}>{retired.items.map((r) => <li key={r.id}><Link to="/settings/$part/$id" params={{ part, id: r.id }}>{r.name}</Link> <span className={css.quiet}>{when(r.validTo, zone, 'day')}</span></li>)}</ul>
    </details>
  );
}
