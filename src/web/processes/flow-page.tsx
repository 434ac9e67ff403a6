import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, Navigate, useNavigate, useSearch } from '@tanstack/react-router';
import { Suspense } from 'react';
import { asks } from '../api/client.ts';
import type { EventLog } from '../api/types.ts';
import { useCompany } from '../app/session.ts';
import { numbered, when } from '../ui/format.ts';
import { PageError } from '../ui/page-error.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { EmptyState, Loading } from '../ui/states.tsx';
import { FilterBar } from './filter-bar.tsx';
import { Filtered } from './filtered.tsx';
import { FlowHead } from './flow-head.tsx';
import { leadingLog } from './lead.ts';
import { SavedViews } from './saved-views.tsx';
import { filters, type FlowSearch, type View } from './search.ts';
import { shownView, viewsOf } from './views.tsx';
import css from './flow.module.css';

/** How work flows: one process as a map, a table, variants, weekly measures or cases; the address holds all of it. */
export function FlowPage() {
  const search = useSearch({ from: '/inside/flow' });
  const { zone } = useCompany();
  const logs = useQuery(asks('/event-logs', { query: { limit: 500 } }));
  if (logs.error !== null) return <PageError error={logs.error} again={logs.refetch} />;
  if (logs.data === undefined) return <Loading what="event logs" lines={8} />;
  const known = logs.data.items.filter((l) => l.version !== null);
  if (search.log === undefined && search.process === undefined && known.length > 0) return <ToLead logs={known} />;
  const log = pick(known, search);
  if (log === undefined) return <NoLog search={search} any={known.length > 0} />;
  return (
    <>
      <FlowHead key={log.id} log={log} search={search} controls={<Controls log={log} search={search} />} meta={<>How work flows · <span className={css.paper}>{log.name} · </span>{numbered(log.cases, 'case')}, {spanOf(log, zone)}</>} actions={<Picker logs={known} log={log} />} />
      <Suspense fallback={<div className={css.space}><Loading what="the view" lines={8} /></div>}><Filtered log={log} search={search}><Viewed log={log} search={search} /></Filtered></Suspense>
    </>
  );
}

function Controls({ log, search }: { readonly log: EventLog; readonly search: FlowSearch }) {
  return (
    <div className="no-print">
      <Views log={log} search={search} />
      <div className={css.bar}><FilterBar log={log} search={search} /><SavedViews log={log} search={search} view={shownView(log, search).view} /></div>
    </div>
  );
}

/** From which day to which its events are. */
function spanOf({ firstEvent, lastEvent }: EventLog, zone: string): string {
  return [...new Set([firstEvent, lastEvent].map((e) => when(e, zone, 'day')))].join(' – ');
}

function pick(logs: readonly EventLog[], search: FlowSearch): EventLog | undefined {
  if (search.log !== undefined) return logs.find((l) => l.id === search.log);
  if (search.process === undefined) return undefined;
  return logs.find((l) => l.process === search.process);
}

/** Where no process is asked for, the address comes to name one: what it shows does not change when it is sent on. */
function ToLead({ logs }: { readonly logs: readonly EventLog[] }) {
  const today = useQuery(asks('/today'));
  if (today.isPending) return <Loading what="event logs" lines={8} />;
  const lead = leadingLog(logs, today.data?.actions ?? []);
  return <Navigate from="/flow" to="." search={(now) => ({ ...now, log: lead?.id })} replace />;
}

function Viewed({ log, search }: { readonly log: EventLog; readonly search: FlowSearch }) {
  const { Shown } = shownView(log, search);
  const key = JSON.stringify([log.id, log.version, filters(search), search.node, search.edge]);
  return <Shown key={search.view === 'cases' ? key : undefined} log={log} search={search} />;
}

function Picker({ logs, log }: { readonly logs: readonly EventLog[]; readonly log: EventLog }) {
  const navigate = useNavigate({ from: '/flow' });
  return <NativeSelect aria-label="Process" value={log.id} onChange={(e) => void navigate({ search: { log: e.currentTarget.value } })} data={logs.map((l) => ({ value: l.id, label: l.name }))} />;
}

/** The views as links, by the question that they answer; a list to choose from where there is no room for them. */
function Views({ log, search }: { readonly log: EventLog; readonly search: FlowSearch }) {
  const navigate = useNavigate({ from: '/flow' });
  const at = shownView(log, search).view;
  const all = viewsOf(log);
  return (
    <>
      <nav aria-label="Views" className={css.views}>
        {all.map((group) => (
          <ul key={group.name} aria-label={group.name}>
            {group.views.map(({ view, name }) => (
              <li key={view}><Link from="/flow" to="." search={(now) => ({ ...now, view, counted: undefined })} resetScroll={false} className={css.chip} aria-current={view === at ? 'page' : undefined} data-on={view === at}>{name}</Link></li>
            ))}
          </ul>
        ))}
      </nav>
      <NativeSelect className={css.viewChoice} aria-label="View" value={at} onChange={(e) => { const view = e.currentTarget.value as View; void navigate({ search: (now) => ({ ...now, view, counted: undefined }), resetScroll: false }); }} data={all.map((g) => ({ group: g.name, items: g.views.map((v) => ({ value: v.view, label: v.name })) }))} />
    </>
  );
}

function NoLog({ search, any }: { readonly search: FlowSearch; readonly any: boolean }) {
  const asked = search.log ?? search.process;
  return (
    <>
      <PageHead title="How work flows" meta="How work flows">{asked === undefined ? 'No process has been recorded yet.' : `There are no events of “${asked}” yet.`}</PageHead>
      <EmptyState title="Bring in its events" actions={<><Link to="/sources/import" search={search.process === undefined ? {} : { process: search.process }}>Bring in an event log</Link>{any ? <Link to="/flow">See another process</Link> : null}</>}>A file in which a system wrote down, for each case, what was done and when. The map, the variants and the weekly measures come from it.</EmptyState>
    </>
  );
}
