import type { EngineConnection, RunOptions } from '../../../platform/event-engine/index.ts';
import type { DatasetVersion } from '../versions/index.ts';
import { filterSql, type LogFilter } from './filter.ts';
import type { Moves } from './moves.ts';
import { byText } from './names.ts';
import { pairs } from './pairs.ts';

/** How often one activity directly follows another, and the seconds between them. */
export interface MapEdge {
  readonly from: string;
  readonly to: string;
  readonly count: number;
  readonly mean: number;
  readonly median: number;
  readonly p90: number;
  readonly p95: number;
  readonly min: number;
  readonly max: number;
  readonly sum: number;
}

/** The directly-follows map of a log. */
export interface LogMap {
  readonly edges: readonly MapEdge[];
  readonly activities: readonly { readonly name: string; readonly count: number }[];
  readonly start: Readonly<Record<string, number>>;
  readonly end: Readonly<Record<string, number>>;
}

/** Seconds between the two of a pair; quantiles between values interpolated. */
const FIGURES = ', avg(d) / 1e6 AS mean, quantile_cont(d, [0.5, 0.9, 0.95]) AS q, min(d) / 1e6 AS lo, max(d) / 1e6 AS hi, sum(d) / 1e6 AS total';

interface Figures {
  readonly mean: number;
  readonly q: readonly [number, number, number];
  readonly lo: number;
  readonly hi: number;
  readonly total: number;
}

/** Which activity directly follows which, with counts and seconds, ordered by count, from and to. Works on all events, in order of time and then of the file. */
export async function map(c: EngineConnection, version: DatasetVersion, filter: LogFilter = {}, { moves, ...options }: RunOptions & { readonly moves?: Moves | undefined } = {}): Promise<LogMap> {
  const found = await pairs<Figures>(c, version, { filter: await filterSql(c, version, filter), moves, figures: FIGURES }, options);
  const named = (code: number) => found.names[code]!;
  return {
    edges: found.pairs.map((e): MapEdge => ({ from: named(e.a), to: named(e.b), count: e.n, mean: e.mean, median: e.q[0] / 1e6, p90: e.q[1] / 1e6, p95: e.q[2] / 1e6, min: e.lo, max: e.hi, sum: e.total }))
      .sort((x, y) => y.count - x.count || byText(x.from, y.from) || byText(x.to, y.to)),
    activities: found.all.map(([name, count]) => ({ name, count })),
    start: Object.fromEntries(found.start), end: Object.fromEntries(found.end),
  };
}
