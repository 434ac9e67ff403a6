import type { WorkingCalendar } from '../../maths/time/index.ts';
import type { EngineConnection, RunOptions } from '../../platform/event-engine/index.ts';
import { boundedSpan, instantSql, workingClock } from '../clock/index.ts';
import { filterSql, type LogFilter } from '../event-logs/questions/filter.ts';
import { literal } from '../event-logs/stage/model.ts';
import { type DatasetVersion, relations } from '../event-logs/versions/index.ts';
import { eventSource } from './source.ts';

/** When a case is complete (METHODS §0): at the first of `ends`, else at its last event once it has been silent for long enough. */
export interface Completion {
  readonly ends: readonly string[];
  /** Seconds of silence; null: longer than 99 in 100 gaps of the log. */
  readonly closedAfterSeconds: number | null;
  /** In milliseconds; absent: the last event of the log. */
  readonly asOf?: number | undefined;
}

/** Which cases are timed, and how. */
export interface CaseTimesQuestion extends RunOptions {
  readonly filter?: LogFilter | undefined;
  readonly completion: Completion;
  /** When work is done; without it there are no working times. */
  readonly calendar?: WorkingCalendar | null | undefined;
}

/** Cases with the time from their first event to their completion. */
export interface CaseTimes {
  /** A table: case, variant, first, completed, by_silence (completed so), and in µs took and worked; completed and times are null of an open case, worked also without a calendar. */
  readonly table: string;
  readonly complete: number;
  readonly open: number;
}

const LONGEST_YEARS = 100;
let made = 0;

/** Times the cases that a filter lets pass and hands them to `work`. */
export async function withCaseTimes<T>(c: EngineConnection, version: DatasetVersion, { filter, completion, calendar, ...options }: CaseTimesQuestion, work: (times: CaseTimes) => Promise<T>): Promise<T> {
  const table = `performance_times_${made++}`;
  const where = await filterSql(c, version, filter);
  const closedAfter = completion.closedAfterSeconds ?? await longGap(c, version, options);
  try {
    await c.run(`CREATE TEMP TABLE ${table}_spans AS ${spansSql(version, where?.where ?? 'true', completion, closedAfter)}`, where?.values ?? [], options);
    await c.run(`CREATE TEMP TABLE ${table} AS ${await timedSql(c, `${table}_spans`, calendar ?? null, options)}`, [], options);
    const [found] = await c.rows<{ complete: number; open: number }>(`SELECT count(completed) AS complete, count(*) - count(completed) AS open FROM ${table}`, [], options);
    return await work({ table, complete: found?.complete ?? 0, open: found?.open ?? 0 });
  } finally {
    for (const t of [`${table}_spans`, table]) await c.run(`DROP TABLE IF EXISTS ${t}`);
  }
}

async function longGap(c: EngineConnection, version: DatasetVersion, options: RunOptions): Promise<number> {
  const [row] = await c.rows<{ gap: number | null }>(`SELECT quantile_cont((epoch_us(next_time) - epoch_us("time")) / 1e6, 0.99) AS gap FROM ${relations(version).events}`, [], options);
  return row?.gap ?? 0;
}

function spansSql(version: DatasetVersion, where: string, { ends, asOf }: Completion, closedAfterSeconds: number): string {
  const r = relations(version);
  const source = eventSource(version);
  const now = asOf === undefined ? `(SELECT max("last") FROM ${r.cases})` : instantSql(asOf);
  const silent = `CASE WHEN epoch_us(${now}) - epoch_us(k."last") >= ${closedAfterSeconds} * 1e6 THEN k."last" END`;
  const cases = `SELECT k."case", k.variant, k."first", ${ends.length === 0 ? silent : `coalesce(d.at, ${silent})`} AS completed, ${ends.length === 0 ? 'true' : 'd.at IS NULL'} AS silent FROM ${r.cases} k`;
  const ended = `LEFT JOIN (SELECT "case", min("time") AS at FROM ${source.steps ?? source.events} s WHERE activity IN (${ends.map(literal).join(', ')}) GROUP BY "case") d ON d."case" = k."case"`;
  return `${cases} ${ends.length === 0 ? '' : ended} WHERE ${where}`;
}

async function timedSql(c: EngineConnection, spans: string, calendar: WorkingCalendar | null, options: RunOptions): Promise<string> {
  const columns = 's.* EXCLUDE (silent), s.silent AND s.completed IS NOT NULL AS by_silence, epoch_us(s.completed) - epoch_us(s."first") AS took';
  const [extent] = calendar === null ? [] : await c.rows<{ lo: number | null; hi: number | null }>(`SELECT epoch_ms(min("first")) AS lo, epoch_ms(max(completed)) AS hi FROM ${spans}`, [], options);
  if (calendar === null || extent?.lo == null || extent.hi === null) return `SELECT ${columns}, NULL::BIGINT AS worked FROM ${spans} s`;
  boundedSpan(extent.lo, extent.hi, LONGEST_YEARS);
  const { relation, join, reading } = workingClock(calendar, extent.lo, extent.hi);
  return `WITH clock AS MATERIALIZED ${relation}
    SELECT ${columns}, CASE WHEN s.completed IS NOT NULL THEN ((${reading('b', 's.completed')}) - (${reading('a', 's."first"')}))::BIGINT END AS worked
    FROM ${spans} s ${join('clock', 'a', 's."first"')} ${join('clock', 'b', 's.completed')}`;
}

