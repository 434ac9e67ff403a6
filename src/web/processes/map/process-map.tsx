import { useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { count, duration } from '../../ui/format.ts';
import { edgeName } from '../conditions.ts';
import { END, slowest as slowestOf, START, type MapEdge, type ShownMap } from './detail.ts';
import { curve, nearest, strokeWidth, type Direction, type Point } from './geometry.ts';
import type { PlacedEdge, PlacedMap, PlacedNode } from './layout.ts';
import css from './process-map.module.css';

export type Show = 'frequency' | 'time';
export interface Selection { readonly node?: string | undefined; readonly edge?: string | undefined }

interface ProcessMapProps {
  readonly shown: ShownMap;
  readonly placed: PlacedMap;
  readonly show: Show;
  readonly scale: number;
  readonly selection: Selection;
  /** Activities that complete a case, where that is agreed. */
  readonly completing: readonly string[];
  readonly onSelect: (selection: Selection) => void;
}

interface Item extends Point { readonly key: string; readonly select: Selection }

/** The map as our own drawing. Tab enters it, arrow keys move to what lies nearest, Enter opens. */
export function ProcessMap({ shown, placed, show, scale, selection, completing, onSelect }: ProcessMapProps) {
  const edges = useMemo(() => new Map(shown.edges.map((e) => [edgeName(e.from, e.to), e])), [shown]);
  const items = useMemo(() => itemsOf(placed, edges), [placed, edges]);
  const drawing = useRef<SVGSVGElement>(null);
  const chosen = selection.node === undefined ? (selection.edge === undefined ? undefined : `e ${selection.edge}`) : `n ${selection.node}`;
  const [at, setAt] = useState<string>();
  const current = items.find((i) => i.key === at)?.key ?? items.find((i) => i.key === chosen)?.key ?? items[0]?.key;
  const bind = { current, chosen, onSelect: (item: Item) => { setAt(item.key); onSelect(item.select); } };
  const keys = (event: KeyboardEvent) => {
    const here = items.find((i) => i.key === current);
    if (here === undefined) return;
    if (event.key === 'Enter' || event.key === ' ') { event.preventDefault(); onSelect(here.select); }
    if (!event.key.startsWith('Arrow')) return;
    event.preventDefault();
    const next = nearest(here, items, event.key as Direction);
    if (next !== undefined) { setAt(next.key); drawing.current?.querySelector<SVGGElement>(`[data-key="${CSS.escape(next.key)}"]`)?.focus(); }
  };
  const most = Math.max(1, ...shown.edges.map((e) => weight(e, show)));
  const slowest = show === 'time' ? slowestOf(shown.edges, completing) : undefined;
  const label = `Process map: ${shown.nodes.length} activities, ${shown.edges.length} paths. Arrow keys move, Enter opens.`;
  return (
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role, jsx-a11y/no-noninteractive-element-interactions -- one stop of Tab; arrow keys move among the buttons inside
    <svg ref={drawing} className={css.map} width={placed.width * scale} height={placed.height * scale} viewBox={`0 0 ${placed.width} ${placed.height}`} role="group" aria-label={label} onKeyDown={keys}>
      <defs>{(['line', 'stop', 'accent'] as const).map((tone) => <marker key={tone} id={`arrow-${tone}`} viewBox="0 0 8 8" refX="7" refY="4" markerWidth="11" markerHeight="11" markerUnits="userSpaceOnUse" orient="auto"><path d="M0 0 8 4 0 8z" className={css[`head-${tone}`]} /></marker>)}</defs>
      {placed.edges.map((e) => <Edge key={edgeName(e.from, e.to)} placed={e} edge={edges.get(edgeName(e.from, e.to))} width={strokeWidth(weight(edges.get(edgeName(e.from, e.to)), show), most)} show={show} slowest={edges.get(edgeName(e.from, e.to)) === slowest} items={items} bind={bind} />)}
      {placed.nodes.map((n) => <Node key={n.name} placed={n} shown={shown} items={items} bind={bind} />)}
      {placed.edges.map((e) => <EdgeLabel key={edgeName(e.from, e.to)} placed={e} edge={edges.get(edgeName(e.from, e.to))} show={show} slowest={edges.get(edgeName(e.from, e.to)) === slowest} />)}
    </svg>
  );
}

function weight(edge: MapEdge | undefined, show: Show): number {
  return show === 'time' ? (edge?.seconds?.sum ?? 0) : (edge?.count ?? 0);
}

function itemsOf(placed: PlacedMap, edges: ReadonlyMap<string, MapEdge>): Item[] {
  const nodes = placed.nodes.filter((n) => n.name !== START && n.name !== END).map((n): Item => ({ key: `n ${n.name}`, x: n.x + n.width / 2, y: n.y + n.height / 2, select: { node: n.name } }));
  const paths = placed.edges.filter((e) => edges.get(edgeName(e.from, e.to))?.seconds != null).map((e): Item => ({ key: `e ${edgeName(e.from, e.to)}`, ...e.label, select: { edge: edgeName(e.from, e.to) } }));
  return [...nodes, ...paths];
}

interface Bound { readonly current: string | undefined; readonly chosen: string | undefined; readonly onSelect: (item: Item) => void }

function button(key: string, label: string, items: readonly Item[], { current, chosen, onSelect }: Bound) {
  const item = items.find((i) => i.key === key);
  if (item === undefined) return {};
  return { role: 'button', 'aria-label': label, 'aria-pressed': key === chosen, tabIndex: key === current ? 0 : -1, 'data-key': key, onClick: () => onSelect(item) };
}

function Node({ placed: n, shown, items, bind }: { readonly placed: PlacedNode; readonly shown: ShownMap; readonly items: readonly Item[]; readonly bind: Bound }) {
  if (n.name === START || n.name === END) return <g><circle cx={n.x + n.width / 2} cy={n.y + n.height / 2} r={11} className={n.name === START ? css.start : css.end}><title>{n.name === START ? 'Start' : 'End'}</title></circle></g>;
  const node = shown.nodes.find((m) => m.name === n.name);
  const most = Math.max(1, ...shown.nodes.map((m) => m.count));
  const middle = n.x + n.width / 2;
  return (
    <g {...button(`n ${n.name}`, `${n.name}: ${count(node?.count ?? 0)} times`, items, bind)} className={css.node}>
      <title>{n.name}</title>
      <rect x={n.x} y={n.y} width={n.width} height={n.height} rx={8} style={{ fill: `color-mix(in srgb, var(--hs-accent) ${Math.round(14 * ((node?.count ?? 0) / most))}%, var(--hs-card))` }} />
      {n.lines.map((text, i) => <text key={i} x={middle} y={n.y + 20 + i * 16} className={css.name}>{text}</text>)}
      <text x={middle} y={n.y + 19 + n.lines.length * 16} className={css.count}>{count(node?.count ?? 0)}</text>
    </g>
  );
}

interface EdgeProps {
  readonly placed: PlacedEdge;
  readonly edge: MapEdge | undefined;
  readonly width: number;
  readonly show: Show;
  readonly slowest: boolean;
  readonly items: readonly Item[];
  readonly bind: Bound;
}

function Edge({ placed, edge, width, show, slowest, items, bind }: EdgeProps) {
  if (edge === undefined) return null;
  const key = `e ${edgeName(edge.from, edge.to)}`;
  const tone = bind.chosen === key ? 'accent' : slowest ? 'stop' : 'line';
  const path = curve(placed.points);
  const words = `${edge.from} to ${edge.to}: ${count(edge.count)} times${edge.seconds === null ? '' : `, median ${duration(edge.seconds.median)}`}`;
  return (
    <g {...button(key, words, items, bind)} className={edge.seconds === null ? css.plain : css.edge} data-tone={tone} data-show={show}>
      {edge.seconds === null ? null : <title>{words}</title>}
      <path d={path} className={css.reach} />
      <path d={path} className={css[tone]} strokeWidth={width} markerEnd={`url(#arrow-${tone})`} />
    </g>
  );
}

function EdgeLabel({ placed, edge, show, slowest }: { readonly placed: PlacedEdge; readonly edge: MapEdge | undefined; readonly show: Show; readonly slowest: boolean }) {
  if (edge === undefined || edge.seconds === null) return null;
  return <text x={placed.label.x} y={placed.label.y + 4} className={`${css.label} ${slowest ? css.slow : ''}`}>{show === 'time' ? duration(edge.seconds.median) : count(edge.count)}</text>;
}
