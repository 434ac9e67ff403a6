import type { LogMap } from '../../api/types.ts';

/** The circles at which cases begin and end; no activity can have these names. */
export const START = '\u0000start';
export const END = '\u0000end';

export interface MapEdge {
  readonly from: string;
  readonly to: string;
  readonly count: number;
  /** Between the two events; null at the circles, where no time passes. */
  readonly seconds: { readonly mean: number; readonly median: number; readonly p90: number | null; readonly p95: number | null; readonly min: number; readonly max: number; readonly sum: number } | null;
}

export interface MapNode { readonly name: string; readonly count: number; readonly cases: number | null }

/** What a map shows at some detail, and how much of the whole that is. */
export interface ShownMap {
  readonly nodes: readonly MapNode[];
  readonly edges: readonly MapEdge[];
  readonly of: { readonly activities: number; readonly paths: number };
  /** Paths between the shown activities; the most that the slider can show. */
  readonly paths: number;
  /** Paths that keep every shown activity joined to a start and an end; the least that the slider can show. */
  readonly needed: number;
  /** Share of all moves from event to event that the shown paths carry. */
  readonly moves: number;
}

/** Every path of a log's map, those from the start and to the end included, the most used first. */
export function allEdges(map: LogMap): MapEdge[] {
  const inner = map.edges.map((e): MapEdge => ({ from: e.from, to: e.to, count: e.count, seconds: { mean: e.mean, median: e.median, p90: e.p90 ?? null, p95: e.p95 ?? null, min: e.min, max: e.max, sum: e.sum ?? e.mean * e.count } }));
  const starts = Object.entries(map.start ?? {}).map(([to, count]): MapEdge => ({ from: START, to, count, seconds: null }));
  const ends = Object.entries(map.end ?? {}).map(([from, count]): MapEdge => ({ from, to: END, count, seconds: null }));
  return [...inner, ...starts, ...ends].sort(byUse);
}

/**
 * The path on which most time passes in all. Where it is agreed which activities complete a case, what comes after those counts only if
 * nothing else takes time: nobody waits for it any more.
 */
export function slowest(edges: readonly MapEdge[], completing: readonly string[]): MapEdge | undefined {
  const timed = edges.filter((e) => (e.seconds?.sum ?? 0) > 0).sort((a, b) => (b.seconds?.sum ?? 0) - (a.seconds?.sum ?? 0));
  return timed.find((e) => !completing.includes(e.from)) ?? timed[0];
}

function byUse(a: MapEdge, b: MapEdge): number {
  return b.count - a.count || (a.from < b.from ? -1 : a.from > b.from ? 1 : 0) || (a.to < b.to ? -1 : 1);
}

/**
 * The map at a detail: the `activities` most frequent activities, and among them the `paths` most used paths, never fewer than
 * keep each shown activity joined to a start and an end. Undefined picks what can be read at a glance.
 */
export function atDetail(map: LogMap, detail: { readonly activities?: number | undefined; readonly paths?: number | undefined }): ShownMap {
  const ranked = [...map.activities].sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
  const nodes = ranked.slice(0, Math.max(1, detail.activities ?? glance(ranked))).map((a): MapNode => ({ name: a.name, count: a.count, cases: a.cases ?? null }));
  const names = new Set([START, END, ...nodes.map((n) => n.name)]);
  const every = allEdges(map);
  const open = every.filter((e) => names.has(e.from) && names.has(e.to));
  const spine = joined(open, names);
  const wanted = Math.max(spine.size, detail.paths ?? enough(open, spine.size));
  const rest = open.filter((e) => !spine.has(e)).slice(0, wanted - spine.size);
  const edges = [...spine, ...rest].sort(byUse);
  const moved = (list: readonly MapEdge[]) => list.reduce((sum, e) => sum + (e.seconds === null ? 0 : e.count), 0);
  const total = moved(every);
  return { nodes, edges, of: { activities: ranked.length, paths: every.length }, paths: open.length, needed: spine.size, moves: total === 0 ? 1 : moved(edges) / total };
}

const GLANCE_ACTIVITIES = 12, GLANCE_PATHS = 26, GLANCE_SHARE = 0.85;

/** All activities of a small log; of a large one the twelve most frequent. */
function glance(ranked: readonly unknown[]): number {
  return ranked.length <= GLANCE_ACTIVITIES + 2 ? ranked.length : GLANCE_ACTIVITIES;
}

/** So many paths that 85 % of what the shown activities exchange is on the map, at most 26. */
function enough(open: readonly MapEdge[], least: number): number {
  const total = open.reduce((sum, e) => sum + e.count, 0);
  let sum = 0, n = 0;
  for (const e of open) { if (sum >= GLANCE_SHARE * total || n >= GLANCE_PATHS) break; sum += e.count; n += 1; }
  return Math.max(least, n);
}

/** The widest paths from the start to every activity, and from every activity to the end. */
function joined(open: readonly MapEdge[], names: ReadonlySet<string>): Set<MapEdge> {
  const spine = new Set<MapEdge>();
  for (const [root, near, far] of [[START, 'from', 'to'], [END, 'to', 'from']] as const) {
    const reached = new Set([root as string]);
    while (reached.size < names.size) {
      // `open` is sorted by use: the first that leads on is the widest.
      const next = open.find((e) => reached.has(e[near]) && !reached.has(e[far]));
      if (next === undefined) break;
      spine.add(next);
      reached.add(next[far]);
    }
  }
  return spine;
}
