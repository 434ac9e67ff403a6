import type { EngineConnection, RunOptions } from '../../../platform/event-engine/index.ts';
import type { DatasetVersion } from '../versions/index.ts';
import { eventsWhere, filterSql, type LogFilter } from './filter.ts';
import { byText, namesOf } from './names.ts';

/** How often one activity directly follows another, and the seconds between them. */
export interface MapEdge {
  readonly from: string;
  readonly to: string;
  readonly count: number;
  readonly mean: number;
  readonly median: number;
  readonly p90: number;
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

/**
 * The statement of the map over a relation of events, read once: a row for each pair, and one with b null for the ends of cases;
 * durations in seconds, quantiles between values interpolated.
 */
export function pairsSql(events: string): string {
  return `SELECT activity AS a, next_activity AS b, count(*) AS n, count(*) FILTER ("position" = 0) AS s, avg(d) / 1e6 AS mean, quantile_cont(d, [0.5, 0.9]) AS q, min(d) / 1e6 AS lo, max(d) / 1e6 AS hi, sum(d) / 1e6 AS total
    FROM (SELECT activity, next_activity, "position", epoch_us(next_time) - epoch_us("time") AS d FROM ${events}) GROUP BY activity, next_activity`;
}

interface Pair {
  readonly a: number;
  readonly b: number | null;
  readonly n: number;
  readonly s: number;
  readonly mean: number;
  readonly q: readonly [number, number];
  readonly lo: number;
  readonly hi: number;
  readonly total: number;
}

/** Which activity directly follows which, with counts and seconds, ordered by count, from and to. Works on all events, in order of time and then of the file. */
export async function map(c: EngineConnection, version: DatasetVersion, filter: LogFilter = {}, options: RunOptions = {}): Promise<LogMap> {
  const f = filterSql(version, filter);
  const names = await namesOf(c, version, 'activity');
  const pairs = await c.rows<Pair>(pairsSql(eventsWhere(version, f)), f?.values ?? [], options);
  const tallies = { all: new Map<number, number>(), start: new Map<number, number>(), end: new Map<number, number>() };
  const add = (tally: Map<number, number>, a: number, n: number) => { if (n > 0) tally.set(a, (tally.get(a) ?? 0) + n); };
  for (const p of pairs) {
    add(tallies.all, p.a, p.n);
    add(tallies.start, p.a, p.s);
    if (p.b === null) add(tallies.end, p.a, p.n);
  }
  const sorted = (tally: Map<number, number>) => [...tally].map(([a, n]): [string, number] => [names[a]!, n]).sort((x, y) => y[1] - x[1] || byText(x[0], y[0]));
  return {
    edges: pairs.filter((p) => p.b !== null).map((e): MapEdge => ({ from: names[e.a]!, to: names[e.b!]!, count: e.n, mean: e.mean, median: e.q[0] / 1e6, p90: e.q[1] / 1e6, min: e.lo, max: e.hi, sum: e.total }))
      .sort((x, y) => y.count - x.count || byText(x.from, y.from) || byText(x.to, y.to)),
    activities: sorted(tallies.all).map(([name, count]) => ({ name, count })),
    start: Object.fromEntries(sorted(tallies.start)), end: Object.fromEntries(sorted(tallies.end)),
  };
}
