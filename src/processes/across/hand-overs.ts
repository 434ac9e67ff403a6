import type { WorkingCalendar } from '../../maths/time/index.ts';
import { problem } from '../../platform/errors/index.ts';
import type { EngineConnection, RunOptions } from '../../platform/event-engine/index.ts';
import { boundedSpan, instantSql, workingClock } from '../clock/index.ts';
import { namesOf } from '../event-logs/questions/names.ts';
import { type DatasetVersion, relations } from '../event-logs/versions/index.ts';
import { keysSql } from './keys.ts';
import type { Edge } from './model.ts';

/** What an edge is measured on. */
export interface HandOverQuestion extends RunOptions {
  readonly edge: Pick<Edge, 'from' | 'to' | 'givenUpAfterSeconds'>;
  readonly from: DatasetVersion;
  readonly to: DatasetVersion;
  /** Working hours of the process that takes up. */
  readonly calendar: WorkingCalendar | null;
  /** Nothing after this instant (milliseconds) is known. */
  readonly asOf: number;
}

/** Temporary tables of a question, worked out once for many figures. */
export interface HandOvers {
  readonly c: EngineConnection;
  readonly question: HandOverQuestion;
  readonly options: RunOptions;
  /** "case", key: of the side that hands over, and of the side that takes up. */
  readonly fromKeys: string;
  readonly toKeys: string;
  /** a, b: cases that share a key. */
  readonly pairs: string;
  /** a, t, activity: completed steps after which a case may be handed over. */
  readonly leaves: string;
  /** b, t, activity: steps with which a case is taken up. */
  readonly entries: string;
  /** a, b, "left", left_activity, entered, entered_activity, wait and worked in µs (worked null without a calendar). */
  readonly handOvers: string;
}

/** More pairs of cases than this share a key by accident: it is no key. */
export const mostPairs = 20_000_000;
const LONGEST_YEARS = 100;
let made = 0;

/**
 * Works out the hand-overs of an edge and hands them to `work`. A case of the taking process is handed over when it does a step that counts
 * (its first; where steps are named, the first of those since the last hand-over) and a case that shares a key with it has completed a step
 * that counts before: the wait is from the latest of those.
 */
export async function withHandOvers<T>(c: EngineConnection, question: HandOverQuestion, work: (h: HandOvers) => Promise<T>): Promise<T> {
  const h = tablesOf(c, question);
  try {
    await fill(h);
    return await work(h);
  } finally {
    await drop(h);
  }
}

/** The same for rows that are read in pieces. */
export async function* inHandOvers<T>(c: EngineConnection, question: HandOverQuestion, pieces: (h: HandOvers) => AsyncGenerator<T>): AsyncGenerator<T> {
  const h = tablesOf(c, question);
  try {
    await fill(h);
    yield* pieces(h);
  } finally {
    await drop(h);
  }
}

function tablesOf(c: EngineConnection, question: HandOverQuestion): HandOvers {
  const n = made++;
  const name = (what: string) => `across_${what}_${n}`;
  return { c, question, options: { signal: question.signal }, fromKeys: name('from_keys'), toKeys: name('to_keys'), pairs: name('pairs'), leaves: name('leaves'), entries: name('entries'), handOvers: name('hand_overs') };
}

async function fill(h: HandOvers): Promise<void> {
  const { c, question: { edge, from, to, calendar, asOf }, options } = h;
  const make = async (table: string, sql: string, values: Parameters<EngineConnection['run']>[1] = []) => c.run(`CREATE TEMP TABLE ${table} AS ${sql}`, values, options);
  for (const [table, version, side] of [[h.fromKeys, from, edge.from], [h.toKeys, to, edge.to]] as const) {
    const keys = await keysSql(c, version, side);
    await make(table, keys.sql, keys.values);
  }
  await refuseCommonKeys(h);
  await make(h.pairs, `SELECT DISTINCT a."case" AS a, b."case" AS b FROM ${h.fromKeys} a JOIN ${h.toKeys} b ON a.key = b.key`);
  await make(h.leaves, leavesSql(from, await codes(c, from, edge.from.activities), asOf, h.fromKeys));
  await make(h.entries, entriesSql(to, await codes(c, to, edge.to.activities), asOf, h.toKeys));
  await make(h.handOvers, await timedSql(h, calendar));
}

async function drop({ c, handOvers, entries, leaves, pairs, toKeys, fromKeys }: HandOvers): Promise<void> {
  for (const table of [handOvers, entries, leaves, pairs, toKeys, fromKeys]) await c.run(`DROP TABLE IF EXISTS ${table}`);
}

async function refuseCommonKeys({ c, fromKeys, toKeys, options }: HandOvers): Promise<void> {
  const counted = (keys: string) => `(SELECT key, count(*) AS n FROM ${keys} GROUP BY key)`;
  const [row] = await c.rows<{ n: number }>(`SELECT coalesce(sum(a.n::DOUBLE * b.n), 0) AS n FROM ${counted(fromKeys)} a JOIN ${counted(toKeys)} b USING (key)`, [], options);
  if ((row?.n ?? 0) > mostPairs) throw problem('bad-input', { detail: 'Too many cases share the same values for this to be a key', value: `${Math.round(row!.n)} pairs of cases`, wanted: `a key that at most ${mostPairs} pairs of cases share` });
}

/** The codes of named activities; null where none are named. */
async function codes(c: EngineConnection, version: DatasetVersion, activities: readonly string[] | null): Promise<number[] | null> {
  if (activities === null) return null;
  const names = await namesOf(c, version, 'activity');
  const unknown = activities.find((a) => !names.includes(a));
  if (unknown !== undefined) throw problem('bad-input', { detail: 'The log has no such activity', value: unknown, wanted: 'a step that the event log of the process records', at: { path: 'activities' } });
  return names.flatMap((name, code) => (activities.includes(name) ? [code] : []));
}

const counts = (of: readonly number[] | null) => (of === null ? 'true' : `activity IN (${of.join(', ')})`);
const ROW = 'coalesce("row", start_row, 0)';

function leavesSql(version: DatasetVersion, activities: readonly number[] | null, asOf: number, keys: string): string {
  return `SELECT "case" AS a, t, arg_max(activity, n) AS activity FROM (SELECT "case", activity, coalesce(complete, "start") AS t, ${ROW} AS n FROM ${relations(version).instances} WHERE ${counts(activities)})
    WHERE t <= ${instantSql(asOf)} AND "case" IN (SELECT "case" FROM ${keys}) GROUP BY "case", t`;
}

function entriesSql(version: DatasetVersion, activities: readonly number[] | null, asOf: number, keys: string): string {
  const all = `SELECT "case" AS b, t, arg_min(activity, n) AS activity FROM (SELECT "case", activity, coalesce("start", complete) AS t, ${ROW} AS n FROM ${relations(version).instances} WHERE ${counts(activities)})
    WHERE t <= ${instantSql(asOf)} AND "case" IN (SELECT "case" FROM ${keys}) GROUP BY "case", t`;
  return activities === null ? `SELECT b, min(t) AS t, arg_min(activity, t) AS activity FROM (${all}) GROUP BY b` : all;
}

/** Each step that takes up, with the latest step that handed over before it; only the first after that one is a hand-over. */
function latestSql({ pairs, leaves, entries }: HandOvers): string {
  return `SELECT l.a, e.b, l.t AS "left", l.activity AS left_activity, e.t AS entered, e.activity AS entered_activity, epoch_us(e.t) - epoch_us(l.t) AS wait
    FROM (SELECT *, lag(t) OVER (PARTITION BY b ORDER BY t) AS before FROM ${entries}) e
    ASOF JOIN (SELECT p.b, l.t, min(l.a) AS a, arg_min(l.activity, l.a) AS activity FROM ${pairs} p JOIN ${leaves} l USING (a) GROUP BY p.b, l.t) l ON e.b = l.b AND e.t >= l.t
    WHERE e.before IS NULL OR l.t > e.before`;
}

async function timedSql(h: HandOvers, calendar: WorkingCalendar | null): Promise<string> {
  const latest = latestSql(h);
  if (calendar === null) return `SELECT *, NULL::BIGINT AS worked FROM (${latest})`;
  const [span] = await h.c.rows<{ lo: number | null; hi: number | null }>(`SELECT epoch_ms((SELECT min(t) FROM ${h.leaves})) AS lo, epoch_ms((SELECT max(t) FROM ${h.entries})) AS hi`, [], h.options);
  const from = span?.lo ?? 0;
  const to = Math.max(from, span?.hi ?? from);
  boundedSpan(from, to, LONGEST_YEARS);
  const { relation, join, reading } = workingClock(calendar, from, to);
  return `WITH clock AS MATERIALIZED ${relation}
    SELECT s.*, ((${reading('e', 's.entered')}) - (${reading('l', 's."left"')}))::BIGINT AS worked FROM (${latest}) s ${join('clock', 'e', 's.entered')} ${join('clock', 'l', 's."left"')}`;
}
