import { count, duration } from '../../ui/format.ts';
import { curve, lines, strokeWidth } from '../map/geometry.ts';
import { END, START } from '../map/detail.ts';
import { layOutGraph, type GraphNode, type PlacedMap } from '../map/layout.ts';
import { circle, type ObjectPath, type ShownObjects, type TypeMark } from './shown.ts';
import css from './objects.module.css';

/** Lays the map out: a circle for each type at which its lives begin, one at which they end, and every activity once. */
export async function layOutObjects(shown: ShownObjects): Promise<PlacedMap> {
  const types = [...new Set(shown.paths.map((p) => p.type))];
  const circles = (side: typeof START | typeof END): GraphNode[] => types.map((t) => ({ id: circle(side, t), lines: [], circle: side === START ? 'first' : 'last' }));
  const nodes: GraphNode[] = [...circles(START), ...shown.nodes.map((n) => ({ id: n.name, lines: lines(n.name, 20) })), ...circles(END)];
  return layOutGraph(nodes, shown.paths.map((p) => ({ from: p.from, to: p.to, count: p.count, label: p.seconds === null ? null : `● ${count(p.count)}` })), false);
}

interface ObjectsMapProps {
  readonly shown: ShownObjects;
  readonly placed: PlacedMap;
  readonly marks: readonly TypeMark[];
  readonly scale: number;
  readonly label: string;
}

/** The map as our own drawing: a line for each object type, in its colour, pattern and sign; what it says is in the tables below as well. */
export function ObjectsMap({ shown, placed, marks, scale, label }: ObjectsMapProps) {
  const of = new Map(marks.map((m) => [m.name, m]));
  const most = Math.max(1, ...shown.paths.map((p) => p.count));
  return (
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a drawing of ours, which is no file
    <svg className={css.map} width={placed.width * scale} height={placed.height * scale} viewBox={`0 0 ${placed.width} ${placed.height}`} role="img" aria-label={label}>
      <defs>{[...new Set(marks.map((m) => m.tone))].map((tone) => <marker key={tone} id={`arrow-of-${tone}`} viewBox="0 0 8 8" refX="7" refY="4" markerWidth="11" markerHeight="11" markerUnits="userSpaceOnUse" orient="auto"><path d="M0 0 8 4 0 8z" className={css.head} data-tone={tone} /></marker>)}</defs>
      {placed.edges.map((e, i) => <Line key={i} path={shown.paths[i]} d={curve(e.points)} mark={of.get(shown.paths[i]?.type ?? '')} width={strokeWidth(shown.paths[i]?.count ?? 0, most)} />)}
      {placed.nodes.map((n) => <Node key={n.name} placed={n} shown={shown} of={of} />)}
      {placed.edges.map((e, i) => <Figure key={i} at={e.label} path={shown.paths[i]} mark={of.get(shown.paths[i]?.type ?? '')} />)}
    </svg>
  );
}

function Line({ path, d, mark, width }: { readonly path: ObjectPath | undefined; readonly d: string; readonly mark: TypeMark | undefined; readonly width: number }) {
  if (path === undefined || mark === undefined) return null;
  const title = path.seconds === null ? undefined : `${mark.name}: ${path.from} to ${path.to}, ${count(path.count)} times, median ${duration(path.seconds.median)}`;
  return <g>{title === undefined ? null : <title>{title}</title>}<path d={d} className={css.line} data-tone={mark.tone} strokeWidth={path.seconds === null ? 1.4 : width} strokeDasharray={mark.dash} markerEnd={`url(#arrow-of-${mark.tone})`} /></g>;
}

function Figure({ at, path, mark }: { readonly at: { readonly x: number; readonly y: number }; readonly path: ObjectPath | undefined; readonly mark: TypeMark | undefined }) {
  if (path === undefined || mark === undefined || path.seconds === null) return null;
  return <text x={at.x} y={at.y + 4} className={css.figure} data-tone={mark.tone}>{mark.sign} {count(path.count)}</text>;
}

function Node({ placed: n, shown, of }: { readonly placed: PlacedMap['nodes'][number]; readonly shown: ShownObjects; readonly of: ReadonlyMap<string, TypeMark> }) {
  const middle = n.x + n.width / 2;
  const side = [START, END].find((s) => n.name.startsWith(`${s} `));
  if (side !== undefined) {
    const mark = of.get(n.name.slice(side.length + 1));
    return <g><title>{`${mark?.name ?? ''} ${side === START ? 'begins' : 'ends'}`}</title><circle cx={middle} cy={n.y + n.height / 2} r={11} className={css.circle} data-tone={mark?.tone} data-side={side === START ? 'start' : 'end'} /><text x={middle} y={n.y + n.height / 2 + 4} className={css.sign} data-tone={mark?.tone}>{mark?.sign}</text></g>;
  }
  return (
    <g>
      <rect x={n.x} y={n.y} width={n.width} height={n.height} rx={8} className={css.box} />
      {n.lines.map((text, i) => <text key={i} x={middle} y={n.y + 20 + i * 16} className={css.name}>{text}</text>)}
      <text x={middle} y={n.y + 19 + n.lines.length * 16} className={css.count}>{count(shown.nodes.find((m) => m.name === n.name)?.events ?? 0)}</text>
    </g>
  );
}
