import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { asks } from '../../api/client.ts';
import type { EventLog, Item } from '../../api/types.ts';
import { useMay } from '../../app/session.ts';
import { DataTable, type Column } from '../../ui/data-table.tsx';
import { many } from '../../ui/format.ts';
import { LinkButton } from '../../ui/link-button.tsx';
import { PageError } from '../../ui/page-error.tsx';
import { Lead, PageHead } from '../../ui/page-head.tsx';
import { usePages } from '../../ui/pages.ts';
import { EmptyState, Loading } from '../../ui/states.tsx';
import { usePeople } from '../people.ts';
import { Retired } from '../retired.tsx';
import css from '../settings.module.css';

type Process = Item<'/processes'>;

/** Processes: what each is called, who answers for it, and which event log records it. */
export function ProcessesPart() {
  const editor = useMay('administrator', 'editor');
  const { query, page, paging } = usePages('/processes', {}, 100);
  const logs = useQuery(asks('/event-logs', { query: { limit: 500 } })).data?.items ?? [];
  const functions = useQuery(asks('/functions', { query: { limit: 500 } })).data?.items ?? [];
  const names = usePeople();
  if (query.error !== null) return <PageError error={query.error} again={query.refetch} />;
  if (page === undefined || names.asking) return <Loading what="processes" />;
  const add = editor ? <LinkButton to="/settings/$part" params={{ part: 'new-process' }}>Record a process</LinkButton> : undefined;
  return (
    <>
      <PageHead title="Processes" meta="Settings · Processes" actions={add}>{page.total === 0 ? 'No process is on record.' : `${many(page.total, 'process is', 'processes are')} on record.`}</PageHead>
      <Lead>A process has a name, a function that does it and a post that answers for it. Weekly measures, rules and Today speak of processes.</Lead>
      {page.total === 0 ? <EmptyState title="Record the process behind an event log" actions={add}>Or write processes.yaml into a company folder and run hymnsheet apply.</EmptyState> : <DataTable caption="Processes" columns={columns({ logs, functions, names })} rows={page.items} rowKey={(p) => p.id} paging={paging} />}
      <Retired path="/processes" part="processes" one="process was retired" more="processes were retired" />
    </>
  );
}

interface Around {
  readonly logs: readonly EventLog[];
  readonly functions: readonly Item<'/functions'>[];
  readonly names: ReturnType<typeof usePeople>;
}

function columns({ logs, functions, names }: Around): readonly Column<Process>[] {
  return [
    { key: 'name', head: 'Process', cell: (p) => <Link to="/settings/$part/$id" params={{ part: 'processes', id: p.id }}>{p.name}</Link> },
    { key: 'function', head: 'Function', cell: (p) => functions.find((f) => f.id === p.body.function)?.name ?? p.body.function },
    { key: 'owner', head: 'Who answers for it', cell: (p) => <>{names.postName(p.body.owner)}, <span className={css.quiet}>{names.holder(p.body.owner) ?? 'vacant'}</span></> },
    { key: 'log', head: 'Event log', cell: (p) => logs.filter((l) => l.process === p.id).map((l) => l.name).join(', ') || <span className={css.quiet}>none yet</span> },
  ];
}
