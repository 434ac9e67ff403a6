import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { asks, fileAddress } from '../api/client.ts';
import type { EventLog, Item } from '../api/types.ts';
import { useCompany } from '../app/session.ts';
import { DataTable, type Column } from '../ui/data-table.tsx';
import { takesLostFocus } from '../ui/focus.ts';
import { count, when } from '../ui/format.ts';
import { usePages } from '../ui/pages.ts';
import { SideDrawer } from '../ui/side-drawer.tsx';
import { EmptyState, ErrorState, Loading } from '../ui/states.tsx';
import { allEdges } from './map/detail.ts';
import { caseColumns } from './case-columns.tsx';
import { edgeName } from './conditions.ts';
import { filters, type FlowSearch } from './search.ts';
import { CountedCases } from './time/counted-cases.tsx';
import css from './flow.module.css';

interface ViewProps { readonly log: EventLog; readonly search: FlowSearch }

/** The cases in view; with a path or an activity selected, those that went there. */
export function CasesView(props: ViewProps) {
  const { log, search } = props;
  return <>{search.counted === undefined ? <CasesInView {...props} /> : <CountedCases key={JSON.stringify([search.counted, filters(search)])} log={log} search={search} of={search.counted} />}{search.case === undefined ? null : <OneCase log={log} id={search.case} />}</>;
}

function CasesInView({ log, search }: ViewProps) {
  const wanted = search.edge !== undefined;
  const map = useQuery({ ...asks('/event-logs/{id}/map', { path: { id: log.id }, query: filters(search) }), enabled: wanted });
  if (map.error !== null) return <ErrorState error={map.error} again={map.refetch} />;
  if (wanted && map.data === undefined) return <Loading what="cases" lines={8} />;
  const edge = map.data === undefined ? undefined : allEdges(map.data).find((e) => edgeName(e.from, e.to) === search.edge);
  if (wanted && edge === undefined) return <EmptyState title="No case in view went that way" actions={<Link from="/flow" to="." search={(now) => ({ ...now, edge: undefined })} resetScroll={false}>All cases in view</Link>}>{search.edge}</EmptyState>;
  const activity = search.node === undefined ? search.activity : [...new Set([...(search.activity ?? []), search.node])];
  const query = { ...filters(search), ...(activity === undefined ? {} : { activity }), ...(edge === undefined ? {} : { directly: [...(search.directly ?? []), edgeName(edge.from, edge.to)] }) };
  const title = edge !== undefined ? `Cases that went from ${edge.from} to ${edge.to}` : search.node !== undefined ? `Cases with ${search.node}` : 'Cases in view';
  return <CaseList key={JSON.stringify(query)} log={log} query={query} title={title} selected={edge !== undefined || search.node !== undefined} />;
}

function CaseList({ log, query, title, selected }: { readonly log: EventLog; readonly query: Record<string, string | number | (string | number)[]>; readonly title: string; readonly selected: boolean }) {
  const { zone } = useCompany();
  const { query: list, page, paging } = usePages('/event-logs/{id}/cases', { path: { id: log.id }, query } as never, 25);
  if (list.error !== null) return <ErrorState error={list.error} again={list.refetch} />;
  if (page === undefined) return <Loading what="cases" lines={8} />;
  return (
    <section>
      <h2 ref={takesLostFocus} tabIndex={-1}>{title} · {count(page.total)}</h2>
      <div className={`${css.buttons} no-print`}>
        <Button component="a" size="compact-sm" href={fileAddress(`/event-logs/${encodeURIComponent(log.id)}/cases.csv`, query)} download>Download as CSV</Button>
        <Button component="a" size="compact-sm" href={fileAddress(`/event-logs/${encodeURIComponent(log.id)}/log.xes.gz`, query)} download>Download their events as XES</Button>
        {selected ? <Link from="/flow" to="." search={(now) => ({ ...now, node: undefined, edge: undefined })} resetScroll={false}>All cases in view</Link> : null}
      </div>
      <DataTable caption={title} columns={caseColumns(zone)} rows={page.items} rowKey={(c) => c.id} paging={paging} narrow="lines" empty="No case fits these filters." />
    </section>
  );
}

type Event = Item<'/event-logs/{id}/cases/{case}/events'>;

/** One case, event by event. */
export function OneCase({ log, id }: { readonly log: EventLog; readonly id: string }) {
  const navigate = useNavigate({ from: '/flow' });
  const { zone } = useCompany();
  const events = useQuery(asks('/event-logs/{id}/cases/{case}/events', { path: { id: log.id, case: id } }));
  const close = () => void navigate({ search: (now) => ({ ...now, case: undefined}), resetScroll: false });
  return (
    <SideDrawer onClose={close} title={`Case ${id}`}>
      {events.error !== null ? <ErrorState error={events.error} again={events.refetch} /> : events.data === undefined ? <Loading what="the case" /> : <><p className="no-print"><a href={fileAddress(`/event-logs/${encodeURIComponent(log.id)}/cases/${encodeURIComponent(id)}/events.csv`)} download>Download as CSV</a></p><DataTable caption={`Events of case ${id}`} columns={eventColumns(zone).filter((c) => events.data.items.some((e) => hasOf(c.key, e)))} rows={events.data.items} rowKey={(_e, i) => String(i)} /></>}
    </SideDrawer>
  );
}

/** Whether an event says anything in a column: one in which none does is left out. */
function hasOf(column: string, event: Event): boolean {
  return column === 'resource' ? event.resource !== null : column !== 'attributes' || Object.values(event.attributes).some((v) => v !== null);
}

function eventColumns(zone: string): readonly Column<Event>[] {
  return [
    { key: 'time', head: 'When', cell: (e) => <span className={css.whole}>{when(e.time, zone, 'second')}</span> },
    { key: 'activity', head: 'Activity', cell: (e) => <>{e.activity}{e.lifecycle === null ? null : <span className={css.quiet}> {e.lifecycle}</span>}</> },
    { key: 'resource', head: 'By', cell: (e) => <span className={css.whole}>{e.resource ?? '–'}</span> },
    { key: 'attributes', head: 'With', cell: (e) => <span className={css.quiet}>{Object.entries(e.attributes).filter(([, v]) => v !== null).map(([k, v]) => `${k} ${String(v)}`).join(' · ')}</span> },
  ];
}
