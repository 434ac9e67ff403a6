import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { asks } from '../api/client.ts';
import type { EventLog, LogMap } from '../api/types.ts';
import { DataTable, type Column } from '../ui/data-table.tsx';
import { count, duration, percent } from '../ui/format.ts';
import { ErrorState, Loading } from '../ui/states.tsx';
import { allEdges, END, START, type MapEdge } from './map/detail.ts';
import { edgeName } from './conditions.ts';
import { Download } from './download.tsx';
import { filters, type FlowSearch } from './search.ts';

const name = (activity: string) => (activity === START ? '(start)' : activity === END ? '(end)' : activity);

/** The map as two tables: every activity and every path, with the figures that the drawing leaves out. */
export function TableView({ log, search }: { readonly log: EventLog; readonly search: FlowSearch }) {
  const map = useQuery(asks('/event-logs/{id}/map', { path: { id: log.id }, query: filters(search) }));
  if (map.error !== null) return <ErrorState error={map.error} again={map.refetch} />;
  if (map.data === undefined) return <Loading what="the table" lines={8} />;
  const events = map.data.activities.reduce((sum, a) => sum + a.count, 0);
  return (
    <>
      <section><h2>Activities</h2><Download log={log} search={search} file="activities.csv" /><DataTable caption={`Activities of ${log.name}`} columns={activities(events)} rows={map.data.activities} rowKey={(a) => a.name} narrow="lines" /></section>
      <section><h2>Paths</h2><Download log={log} search={search} file="map.csv" /><DataTable caption={`Paths of ${log.name}, the most used first`} columns={paths} rows={allEdges(map.data)} narrow="scroll" rowKey={(e) => edgeName(e.from, e.to)} /></section>
    </>
  );
}

function activities(events: number): readonly Column<LogMap['activities'][number]>[] {
  return [
    { key: 'name', head: 'Activity', cell: (a) => <Link from="/flow" to="." search={(now) => ({ ...now, view: 'cases' as const, node: a.name, edge: undefined })}>{a.name}</Link> },
    { key: 'count', head: 'Times', numeric: true, cell: (a) => count(a.count) },
    { key: 'share', head: 'Share of events', numeric: true, cell: (a) => percent(events === 0 ? 0 : a.count / events) },
  ];
}

const time = (key: string, head: string, of: (s: NonNullable<MapEdge['seconds']>) => number | null): Column<MapEdge> => ({ key, head, numeric: true, cell: (e) => { const s = e.seconds === null ? null : of(e.seconds); return s === null ? '–' : duration(s); } });

const paths: readonly Column<MapEdge>[] = [
  { key: 'from', head: 'From', cell: (e) => name(e.from) },
  { key: 'to', head: 'To', cell: (e) => name(e.to) },
  { key: 'count', head: 'Times', numeric: true, cell: (e) => (e.seconds === null ? count(e.count) : <Link from="/flow" to="." search={(now) => ({ ...now, view: 'cases' as const, edge: edgeName(e.from, e.to), node: undefined })}>{count(e.count)}</Link>) },
  time('median', 'Median', (s) => s.median), time('p90', '9 in 10 within', (s) => s.p90), time('p95', '19 in 20 within', (s) => s.p95), time('mean', 'Mean', (s) => s.mean), time('min', 'Shortest', (s) => s.min), time('max', 'Longest', (s) => s.max), time('sum', 'In all', (s) => s.sum),
];
