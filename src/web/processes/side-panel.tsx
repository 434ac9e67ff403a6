import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { asks } from '../api/client.ts';
import type { EventLog } from '../api/types.ts';
import { takesLostFocus } from '../ui/focus.ts';
import { count, duration, numbered, percent } from '../ui/format.ts';
import { LinkButton } from '../ui/link-button.tsx';
import { END, START, type MapEdge, type MapNode, type ShownMap } from './map/detail.ts';
import { type Condition, edgeName, withCondition } from './conditions.ts';
import { filters, type FlowSearch } from './search.ts';
import css from './flow.module.css';

interface SidePanelProps {
  readonly log: EventLog;
  readonly search: FlowSearch;
  readonly shown: ShownMap;
}

/** What is selected on the map, in a sentence and its figures; with nothing selected, the log as a whole. */
export function SidePanel({ log, search, shown }: SidePanelProps) {
  const edge = shown.edges.find((e) => edgeName(e.from, e.to) === search.edge);
  const node = shown.nodes.find((n) => n.name === search.node);
  return (
    <aside className={css.card} aria-label="What is selected" aria-live="polite">
      {edge?.seconds != null ? <EdgePanel edge={edge} seconds={edge.seconds} /> : node === undefined ? <WholePanel log={log} search={search} /> : <NodePanel node={node} edges={shown.edges} />}
    </aside>
  );
}

function Facts({ of }: { readonly of: readonly (readonly [string, ReactNode])[] }) {
  return <dl className={css.facts}>{of.map(([name, value]) => <div key={name}><dt>{name}</dt><dd>{value}</dd></div>)}</dl>;
}

function EdgePanel({ edge, seconds }: { readonly edge: MapEdge; readonly seconds: NonNullable<MapEdge['seconds']> }) {
  return (
    <>
      <p className={css.said}>From “{edge.from}” to “{edge.to}” half take more than <b>{duration(seconds.median)}</b>.</p>
      <Facts of={[['Times', count(edge.count)], ['Median', duration(seconds.median)], ...(seconds.p90 === null ? [] : [['9 in 10 within', duration(seconds.p90)] as const]), ...(seconds.p95 === null ? [] : [['19 in 20 within', duration(seconds.p95)] as const]), ['Mean', duration(seconds.mean)], ['Shortest', duration(seconds.min)], ['Longest', duration(seconds.max)], ['In all', duration(seconds.sum)]]} />
      <Buttons only={[['Only cases that went this way', { kind: 'follows', how: 'directly', from: edge.from, to: edge.to }], ['Only cases that did not', { kind: 'follows', how: 'neverDirectly', from: edge.from, to: edge.to }]]} />
    </>
  );
}

function NodePanel({ node, edges }: { readonly node: MapNode; readonly edges: readonly MapEdge[] }) {
  const label = (name: string) => (name === START ? 'start' : name === END ? 'end' : name);
  const list = (side: 'from' | 'to') => edges.filter((e) => (side === 'from' ? e.to : e.from) === node.name).slice(0, 5).map((e) => [label(e[side]), count(e.count)] as const);
  return (
    <>
      <p className={css.said}><b>“{node.name}”</b> happened {numbered(node.count, 'time')}.</p>
      {node.cases === null ? null : <Facts of={[['Cases with it', count(node.cases)], ['Times a case', (node.count / Math.max(1, node.cases)).toFixed(2)]]} />}
      <h2>Comes after</h2><Facts of={list('from')} />
      <h2>Leads to</h2><Facts of={list('to')} />
      <Buttons only={[['Only cases with it', { kind: 'activity', name: node.name, has: true }], ['Only cases without it', { kind: 'activity', name: node.name, has: false }]]} />
    </>
  );
}

function Buttons({ only }: { readonly only: readonly (readonly [string, Condition])[] }) {
  return (
    <div className={`${css.buttons} no-print`}>
      <LinkButton from="/flow" to="." search={(now) => ({ ...now, view: 'cases' as const })} resetScroll={false} variant="filled">Its cases</LinkButton>
      {only.map(([words, condition]) => <LinkButton key={words} from="/flow" to="." search={(now) => ({ ...withCondition(now, condition), node: undefined, edge: undefined })} resetScroll={false}>{words}</LinkButton>)}
      <LinkButton from="/flow" to="." search={(now) => ({ ...now, node: undefined, edge: undefined })} resetScroll={false}>Close</LinkButton>
    </div>
  );
}

function WholePanel({ log, search }: Omit<SidePanelProps, 'shown'>) {
  const summary = useQuery(asks('/event-logs/{id}/summary', { path: { id: log.id }, query: filters(search) })).data;
  if (summary === undefined) return <p ref={takesLostFocus} tabIndex={-1} className={css.said}>{log.name}</p>;
  const top = (side: 'start' | 'end') => Object.entries(summary[side]).sort((a, b) => b[1] - a[1]).slice(0, 4).map(([name, n]) => [name, <Only key={name} condition={{ kind: 'ends', side, names: [name] }} words={`Only cases that ${side} with ${name}`}>{percent(summary.cases === 0 ? 0 : n / summary.cases)}</Only>] as const);
  return (
    <>
      <p ref={takesLostFocus} tabIndex={-1} className={css.said}>{summary.variants === 1 ? (summary.cases === 1 ? 'There is one case.' : `All ${count(summary.cases)} cases went the same way.`) : <>{count(summary.cases)} cases took <b>{count(summary.variants)}</b> different ways.</>}</p>
      <Facts of={[['Events', count(summary.events)], ['Cases', count(summary.cases)], ['Activities', count(summary.activities)], ['Variants', count(summary.variants)], ...(summary.rejected.count === 0 ? [] : [['Rows refused', count(summary.rejected.count)] as const])]} />
      <h2>Cases begin with</h2><Facts of={top('start')} />
      <h2>Cases end with</h2><Facts of={top('end')} />
      <p className={css.source}>Choose an activity or a path to see its times and its cases.</p>
    </>
  );
}

/** A share that leads to the cases it is of. */
function Only({ condition, words, children }: { readonly condition: Condition; readonly words: string; readonly children: ReactNode }) {
  return <Link from="/flow" to="." search={(now) => withCondition(now, condition)} resetScroll={false} className={css.door} title={words}>{children}</Link>;
}
