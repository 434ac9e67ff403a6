import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { asks } from '../../api/client.ts';
import type { Pull } from '../../api/types.ts';
import { DataTable, type Column } from '../../ui/data-table.tsx';
import { count, many, when } from '../../ui/format.ts';
import { ErrorState } from '../../ui/states.tsx';
import { Tag, type Tone } from '../../ui/tag.tsx';
import { isGoing, scheduleWords, standing, type Standing } from './words.ts';
import css from '../sources.module.css';

/** Databases that are pulled from; nothing where there are none. */
export function PullsTable({ zone }: { readonly zone: string }) {
  const query = useQuery({ ...asks('/pulls', { query: { limit: 500 } }), refetchInterval: (q) => (q.state.data?.items.some((p) => p.run !== null && isGoing(p.run)) === true ? 1500 : 30_000) });
  if (query.error !== null) return <ErrorState error={query.error} again={query.refetch} />;
  if (query.data === undefined || query.data.total === 0) return null;
  const troubled = query.data.items.filter((p) => ['failing', 'stale'].includes(standing(p))).length;
  return (
    <section>
      <h2>{troubled === 0 ? 'Pulled on a schedule' : `${many(troubled, 'database that is pulled from needs a look', 'databases that are pulled from need a look')}`}</h2>
      <DataTable caption="Databases that events are pulled from" columns={columns(zone)} rows={query.data.items} rowKey={(p) => p.id} />
    </section>
  );
}

const tags: Readonly<Record<Standing, { readonly tone: Tone; readonly word: string } | null>> = {
  going: { tone: 'accent', word: 'being read' }, failing: { tone: 'stop', word: 'cannot be read' }, stale: { tone: 'watch', word: 'overdue' }, paused: { tone: 'quiet', word: 'paused' }, new: { tone: 'quiet', word: 'not read yet' }, well: null,
};

function columns(zone: string): readonly Column<Pull>[] {
  return [
    { key: 'name', head: 'Database', cell: (p) => <><Link to="/sources/pulls/$pull" params={{ pull: p.id }}>{p.definition.name}</Link><br /><span className={css.quiet}>PostgreSQL, {scheduleWords(p.definition.schedule)}</span></> },
    { key: 'stands', head: 'How it stands', cell: (p) => <Stands pull={p} /> },
    { key: 'events', head: 'Rows', numeric: true, cell: (p) => count(p.events) },
    { key: 'last', head: 'Last pull', cell: (p) => <span className={css.whole}>{p.lastDoneAt === null ? 'none yet' : when(p.lastDoneAt, zone)}</span> },
    { key: 'next', head: 'Next pull', cell: (p) => <span className={css.whole}>{p.state === 'paused' || p.nextAt === null ? 'none' : when(p.nextAt, zone)}</span> },
  ];
}

function Stands({ pull }: { readonly pull: Pull }) {
  const tag = tags[standing(pull)];
  const why = pull.problem?.['detail'];
  return <>{tag === null ? 'up to date' : <Tag tone={tag.tone}>{tag.word}</Tag>}{typeof why === 'string' ? <><br /><span className={css.quiet}>{why}</span></> : null}</>;
}
