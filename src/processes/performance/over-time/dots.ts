import type { EngineConnection, RunOptions } from '../../../platform/event-engine/index.ts';
import { filterSql, type LogFilter } from '../../event-logs/questions/filter.ts';
import { isoOf, namesOf } from '../../event-logs/questions/names.ts';
import { type DatasetVersion, relations } from '../../event-logs/versions/index.ts';

/** What a dotted chart is drawn from: every event of some cases. */
export interface Dots {
  readonly activities: readonly string[];
  /** In the order of their first event. */
  readonly cases: readonly { readonly id: string; readonly first: string; readonly seconds: number }[];
  /** One an event: the case and the activity by their places in the lists, and seconds after the case's first event. */
  readonly case: readonly number[];
  readonly activity: readonly number[];
  readonly seconds: readonly number[];
  /** The cases are a sample, the same each time, where there are more than are drawn. */
  readonly sampledFrom: { readonly cases: number; readonly events: number };
  /** Even one case had more events than are drawn. */
  readonly cut: boolean;
}

export interface DotsQuestion extends RunOptions {
  readonly filter?: LogFilter | undefined;
  /** So many dots at most. */
  readonly limit?: number | undefined;
}

const MOST_DOTS = 20_000;

/** Whole cases for a dotted chart: all of them, or a sample by a hash of the case that holds `limit` events at most (20,000 unless given). */
export async function dots(c: EngineConnection, version: DatasetVersion, { filter, limit = MOST_DOTS, ...options }: DotsQuestion = {}): Promise<Dots> {
  const where = await filterSql(c, version, filter);
  const r = relations(version);
  const most = Math.min(Math.max(1, Math.floor(limit)), MOST_DOTS);
  const names = await namesOf(c, version, 'activity');
  const [all] = await c.rows<{ cases: number; events: number | null }>(`SELECT count(*) AS cases, sum(k.events)::BIGINT AS events FROM ${r.cases} k WHERE ${where?.where ?? 'true'}`, where?.values ?? [], options);
  // Fibonacci hashing of the case's number: cases that came one after another lie far apart.
  const sample = `SELECT "case", id, "first", "last" FROM (SELECT k."case", k.id, k."first", k."last", sum(k.events) OVER w AS so_far, row_number() OVER w AS place FROM ${r.cases} k WHERE ${where?.where ?? 'true'}
    WINDOW w AS (ORDER BY (k."case"::BIGINT * 2654435769) % 4294967296, k."case" ROWS UNBOUNDED PRECEDING)) WHERE so_far <= ${most} OR place = 1`;
  const chosen = await c.rows<{ k: number; id: string; lo: number; hi: number }>(`SELECT "case" AS k, id, epoch_us("first") AS lo, epoch_us("last") AS hi FROM (${sample}) ORDER BY "first", "case"`, where?.values ?? [], options);
  const places = new Map(chosen.map((k, i) => [k.k, i]));
  const events = chosen.length === 0 ? [] : await c.rows<{ k: number; a: number; t: number }>(`SELECT "case" AS k, activity AS a, epoch_us("time") AS t FROM ${r.events} WHERE "case" IN (${chosen.map((k) => k.k).join(', ')}) ORDER BY "case", "position" LIMIT ${most + 1}`, [], options);
  const drawn = events.slice(0, most);
  return {
    activities: names, cases: chosen.map((k) => ({ id: k.id, first: isoOf(k.lo), seconds: (k.hi - k.lo) / 1e6 })),
    case: drawn.map((e) => places.get(e.k)!), activity: drawn.map((e) => e.a), seconds: drawn.map((e) => (e.t - chosen[places.get(e.k)!]!.lo) / 1e6),
    sampledFrom: { cases: all?.cases ?? 0, events: all?.events ?? 0 }, cut: events.length > most,
  };
}
