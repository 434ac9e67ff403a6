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

/** The statement of the map's edges over a relation of events: durations in seconds, quantiles between values interpolated. */
export function edgesSql(events: string): string {
  return `SELECT activity AS a, next_activity AS b, count(*) AS n, avg(d) / 1e6 AS mean, quantile_cont(d, [0.5, 0.9]) AS q, min(d) / 1e6 AS lo, max(d) / 1e6 AS hi, sum(d) / 1e6 AS total
    FROM (SELECT activity, next_activity, epoch_us(next_time) - epoch_us("time") AS d FROM ${events} WHERE next_activity IS NOT NULL) GROUP BY activity, next_activity`;
}

/** Which activity directly follows which, with counts and seconds, ordered by count, from and to. Works on all events, in order of time and then of the file. */
export async function map(c: EngineConnection, version: DatasetVersion, filter: LogFilter = {}, options: RunOptions = {}): Promise<LogMap> {
  const f = filterSql(version, filter);
  const events = eventsWhere(version, f);
  const values = f?.values ?? [];
  const names = await namesOf(c, version, 'activity');
  const edges = await c.rows<{ a: number; b: number; n: number; mean: number; q: [number, number]; lo: number; hi: number; total: number }>(edgesSql(events), values, options);
  const activities = await c.rows<{ a: number; n: number; s: number; e: number }>(
    `SELECT activity AS a, count(*) AS n, count(*) FILTER ("position" = 0) AS s, count(*) FILTER (next_activity IS NULL) AS e FROM ${events} GROUP BY activity`, values, options);
  const tally = (of: 's' | 'e') => Object.fromEntries(activities.filter((r) => r[of] > 0).map((r): [string, number] => [names[r.a]!, r[of]]).sort((x, y) => y[1] - x[1] || byText(x[0], y[0])));
  return {
    edges: edges.map((e): MapEdge => ({ from: names[e.a]!, to: names[e.b]!, count: e.n, mean: e.mean, median: e.q[0] / 1e6, p90: e.q[1] / 1e6, min: e.lo, max: e.hi, sum: e.total }))
      .sort((x, y) => y.count - x.count || byText(x.from, y.from) || byText(x.to, y.to)),
    activities: activities.map((a) => ({ name: names[a.a]!, count: a.n })).sort((x, y) => y.count - x.count || byText(x.name, y.name)),
    start: tally('s'), end: tally('e'),
  };
}
