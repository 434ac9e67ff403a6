import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { fileAddress } from '../../api/client.ts';
import { DataTable, type Column } from '../../ui/data-table.tsx';
import { count, duration, many } from '../../ui/format.ts';
import { usePages } from '../../ui/pages.ts';
import { EmptyState, ErrorState, Loading } from '../../ui/states.tsx';
import { hours } from './figures.tsx';
import { pairColumn, type PairRow } from './pair-columns.tsx';
import type { AcrossSearch } from './search.ts';
import { edgeKey, windowWords, type Across, type Edge } from './words.ts';
import css from './across.module.css';

type Pair = Across['functions'][number];
type Asked = Pick<AcrossSearch, 'from' | 'to' | 'within'>;

const columns: readonly Column<Pair>[] = [
  { key: 'from', head: 'From', cell: (f) => f.from.name }, { key: 'to', head: 'To', cell: (f) => f.to.name },
  { key: 'edges', head: 'Links', numeric: true, cell: (f) => count(f.edges) },
  { key: 'n', head: 'Hand-overs', numeric: true, cell: (f) => <Figure of={f} name="hand-overs" text={f.wait === null ? null : count(f.wait.n)} /> },
  { key: 'median', head: 'Median wait', numeric: true, cell: (f) => <Figure of={f} name="median wait" text={f.wait === null ? null : duration(f.wait.median)} /> },
  { key: 'p90', head: '9 in 10 within', numeric: true, cell: (f) => <Figure of={f} name="9 in 10 within" text={f.wait === null ? null : duration(f.wait.p90)} /> },
  { key: 'total', head: 'In all, h', numeric: true, cell: (f) => <Figure of={f} name="hours in all" text={f.wait === null ? null : hours(f.wait.total)} /> },
  { key: 'working', head: 'Of them working h', numeric: true, cell: (f) => <Figure of={f} name="working hours" text={f.working === null ? null : hours(f.working)} /> },
];

function Figure({ of: { from, to }, name, text }: { readonly of: Pair; readonly name: string; readonly text: string | null }) {
  return text === null ? <>–</> : <ToRows asked={{ from: from.id, to: to.id }} label={`${text} ${name} from ${from.name} to ${to.name}: open the cases`}>{text}</ToRows>;
}

function ToRows({ asked: { from, to, within }, label, children }: { readonly asked: Asked; readonly label?: string; readonly children: ReactNode }) {
  return <Link from="/across" to="." search={(now) => ({ ...now, from, to, within })} hash="between" className={css.whole} aria-label={label} title="The cases it counts">{children}</Link>;
}

/** Hand-overs by pair of functions, and the cases behind one of the figures. */
export function Functions({ across, asked }: { readonly across: Across; readonly asked: Asked }) {
  const { functions, withinFunctions: { n, total } } = across;
  return (
    <section>
      <h2>By function</h2>
      <p className={css.quiet}>By the functions that do the last step before and the first one after. Functions are a tree: waits are added up where the two first differ, over the last month of each link.{n === 0 ? null : <>{' '}<ToRows asked={{ within: 'true' }}>{many(n, 'hand-over', 'hand-overs')}</ToRows>, {hours(total)} hours in all, {n === 1 ? 'stays' : 'stay'} within one function and {n === 1 ? 'is' : 'are'} not below.</>}</p>
      <p className={`${css.row} no-print`}><Button component="a" size="compact-sm" href={fileAddress('/hand-overs-by-function.csv')} download>Download as CSV<span className="visually-hidden">: hand-overs by function</span></Button></p>
      <DataTable caption="Hand-overs between functions" columns={columns} rows={functions} rowKey={(f) => `${f.from.id} ${f.to.id}`} empty="No hand-over between two functions." />
      {asked.within === undefined && (asked.from === undefined || asked.to === undefined) ? null : <Rows key={JSON.stringify(asked)} across={across} asked={asked} />}
    </section>
  );
}

function Rows({ across, asked: { from, to, within } }: { readonly across: Across; readonly asked: Asked }) {
  const pair = across.functions.find((f) => f.from.id === from && f.to.id === to);
  const close = <Link from="/across" to="." search={({ from: _from, to: _to, within: _within, ...now }) => now} resetScroll={false}>Close<span className="visually-hidden"> these pairs of cases</span></Link>;
  const inside = within !== undefined;
  if (inside ? across.withinFunctions.n === 0 : pair === undefined) return <EmptyState title={inside ? 'No hand-over stays within one function' : 'No hand-over between these two functions'} actions={close}>Not in the last month of any link.</EmptyState>;
  const title = `${pair === undefined || inside ? 'Within one function' : `From ${pair.from.name} to ${pair.to.name}`}: pairs of cases ${windowWords(across.edges)}`;
  const question = inside || from === undefined || to === undefined ? {} : { from, to };
  return (
    <section>
      <h3 id="between">{title}</h3>
      <p className={`${css.row} no-print`}><Button component="a" size="compact-sm" href={fileAddress('/hand-overs-by-function/pairs.csv', question)} download>Download as CSV<span className="visually-hidden">: {title}</span></Button> {close}</p>
      <PairTable across={across} question={question} title={title} rows={inside ? across.withinFunctions.n : (pair?.wait?.n ?? 0)} />
    </section>
  );
}

const PAGE = 15;

interface PairTableProps {
  readonly across: Across;
  readonly question: { readonly from?: string; readonly to?: string };
  readonly title: string;
  /** As many as there will be: what stands below is not pushed down when they come. */
  readonly rows: number;
}

function PairTable({ across, question, title, rows: expected }: PairTableProps) {
  const { query, page, paging } = usePages('/hand-overs-by-function/pairs', { query: question }, PAGE);
  if (query.error !== null) return <ErrorState error={query.error} again={query.refetch} />;
  if (page === undefined) return <Loading what="the pairs" lines={2 * Math.min(PAGE, expected)} />;
  const edges = new Map(across.edges.map((e) => [edgeKey(e), e]));
  const rows = page.rows.map((cells, i) => rowOf(cells, page.edges[i]!, edges));
  return <DataTable caption={title} columns={page.columns.map((c, at) => (at === page.columns.length - 1 ? edgeColumn(c, at) : pairColumn(c, at)))} rows={rows} narrow="scroll" rowKey={(_r, i) => `${paging.from + i}`} paging={paging} empty="None." />;
}

/** The last column: which hand-over a row is of, opening it. */
function edgeColumn({ name }: { readonly name: string }, at: number): Column<PairRow> {
  return { key: name, head: name, cell: ({ cells, edge: { link, back } }) => <Link from="/across" to="." search={(now) => ({ ...now, link, back: back ? ('true' as const) : undefined, rows: undefined })} hash="hand-over">{cells[at]}</Link> };
}

function rowOf(cells: PairRow['cells'], of: Pick<Edge, 'link' | 'back'>, edges: ReadonlyMap<string, Edge>): PairRow {
  const edge = edges.get(edgeKey(of));
  return { cells, edge: { ...of, zone: edge?.zone ?? 'UTC' }, logOf: (at) => (at === 0 ? edge?.from.eventLog : at === 3 ? edge?.to.eventLog : null) ?? null };
}
