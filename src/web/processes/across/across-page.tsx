import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { asks, fileAddress } from '../../api/client.ts';
import { DataTable, type Column } from '../../ui/data-table.tsx';
import { count, moneyRange } from '../../ui/format.ts';
import { PageError } from '../../ui/page-error.tsx';
import { Lead, PageHead } from '../../ui/page-head.tsx';
import { EmptyState, Loading } from '../../ui/states.tsx';
import { AcrossMap } from './across-map.tsx';
import { EdgeDetail } from './edge-detail.tsx';
import { Door, hours } from './figures.tsx';
import { Functions } from './function-pairs.tsx';
import { Suggestions } from './suggestions.tsx';
import { costWords, edgeKey, headline, inWindow, mostWaiting, otherWords, windowWords, type Across, type Edge } from './words.ts';
import css from './across.module.css';

/** Across functions: where cases wait between one process and the next. */
export function AcrossPage() {
  const search = useSearch({ from: '/inside/across' });
  const across = useQuery(asks('/hand-overs'));
  if (across.error !== null) return <PageError error={across.error} again={across.refetch} />;
  if (across.data === undefined) return <Loading what="processes" lines={10} />;
  const { data } = across;
  if (data.processes.length === 0) return <><PageHead title="Across functions" meta="Across functions">No process is on record.</PageHead><EmptyState title="Describe the processes first" actions={<><Link to="/settings/$part" params={{ part: 'new-process' }}>Record a process</Link><Link to="/sources">See the sources</Link></>}>Name each process and the event log that records it, one by one or in <code>processes.yaml</code> of a company folder. Then this page shows where cases wait between one and the next.</EmptyState></>;
  const key = search.link === undefined ? undefined : edgeKey({ link: search.link, back: search.back === 'true' });
  const chosen = data.edges.find((e) => edgeKey(e) === key);
  return (
    <>
      <PageHead title="Across functions" meta={`Across functions · ${count(data.processes.length)} ${data.processes.length === 1 ? 'process' : 'processes'}, ${count(data.edges.length)} ${data.edges.length === 1 ? 'hand-over' : 'hand-overs'}`}>{headline(data)}</PageHead>
      <First edges={data.edges} />
      <AcrossMap across={data} chosen={key} />
      {data.edges.length === 0 ? null : <p className={css.source}>On a line: the median wait from the last step in one process to the first in the next, elapsed, {windowWords(data.edges)}; its width is how often. Red: most hours in all, nights and weekends included. A line opens its cases, a process its flow.</p>}
      {key !== undefined && chosen === undefined ? <EmptyState title="There is no such hand-over" actions={<Link from="/across" to="." search={{}}>All hand-overs</Link>}>{search.link}</EmptyState> : null}
      {chosen === undefined ? null : <EdgeDetail key={key} edge={chosen} search={search} />}
      {data.edges.length === 0 ? null : <Edges across={data} />}
      {data.functions.length === 0 && data.withinFunctions.n === 0 ? null : <Functions across={data} asked={search} />}
      <Suggestions linked={data.edges.length > 0} />
    </>
  );
}

function First({ edges }: { readonly edges: readonly Edge[] }) {
  const [edge, inHours] = [mostWaiting(edges, 'wait'), mostWaiting(edges, 'working')];
  if (edge === undefined) return <Lead>A link says which key the cases of two processes share. With it, the wait in between is measured.</Lead>;
  return <Lead>{otherWords(edge, inHours) === '' ? 'There a' : `From “${edge.from.name}” a`} case waits <Door edge={edge} measure="hand-over-wait-median" /> at the median: <Door edge={edge} measure="hand-over-wait-total" /> {inWindow(edge)}, over <Door edge={edge} measure="hand-overs" />.{costWords(edge)}{otherWords(edge, inHours)}</Lead>;
}

const edgeColumns: readonly Column<Edge>[] = [
  { key: 'from', head: 'From', cell: (e) => <Link from="/across" to="." search={(now) => ({ ...now, link: e.link, back: e.back ? ('true' as const) : undefined, rows: undefined })} resetScroll={false}>{e.from.name}<span className="visually-hidden"> to {e.to.name}: open its cases</span></Link> },
  { key: 'to', head: 'To', cell: (e) => e.to.name },
  { key: 'name', head: 'What', cell: (e) => <>{e.name}{e.why === null ? null : <><br /><span className={css.quiet}>Not measured: {e.why}.</span></>}</> },
  { key: 'n', head: 'Hand-overs', numeric: true, cell: (e) => <Door edge={e} measure="hand-overs" text={count(e.wait?.n ?? 0)} /> },
  { key: 'median', head: 'Median wait', numeric: true, cell: (e) => <Door edge={e} measure="hand-over-wait-median" /> },
  { key: 'p90', head: '9 in 10 within', numeric: true, cell: (e) => <Door edge={e} measure="hand-over-wait-p90" /> },
  { key: 'total', head: 'In all, h', numeric: true, cell: (e) => <Door edge={e} measure="hand-over-wait-total" text={hours(e.wait?.total ?? 0)} /> },
  { key: 'working', head: 'Of them working h', numeric: true, cell: (e) => (e.working === null ? '–' : <Door edge={e} measure="hand-over-working-wait-total" text={hours(e.working.total)} />) },
  { key: 'cost', head: 'Cost of delay', numeric: true, cell: (e) => (e.cost === null ? '–' : <span className={css.whole}>{moneyRange(e.cost)}</span>) },
  { key: 'waiting', head: 'Still waiting', numeric: true, cell: (e) => <Door edge={e} measure="hand-overs-waiting" text={count(e.senders?.waiting ?? 0)} /> },
];

function Edges({ across }: { readonly across: Across }) {
  const all = across.edges.flatMap((e) => (e.cost === null ? [] : [e.cost.hours]));
  return <section><h2>Hand-overs between processes</h2><p className={`${css.row} no-print`}><Button component="a" size="compact-sm" href={fileAddress('/hand-overs.csv')} download>Download as CSV<span className="visually-hidden">: hand-overs between processes</span></Button></p><DataTable caption="Hand-overs between processes" columns={edgeColumns} rows={across.edges} rowKey={edgeKey} />{all.length === 0 ? null : <p className={css.source}>Waits are elapsed; working hours are those of the process that takes up. Cost of delay: its {all.every((h) => h === 'working') ? 'working hours' : 'working hours, where it has agreed any, else all hours,'} × what an hour of delay of one of its cases costs; not cash.</p>}</section>;
}
