import type { EngineConnection } from '../../platform/event-engine/index.ts';
import type { WorkingCalendar } from '../../maths/time/index.ts';
import { clockSql, instantSql, readingSql } from '../clock/index.ts';
import { literal } from '../event-logs/stage/model.ts';
import { inProgress, isSettling, measurableWeeks, type Performance, type PerformanceRules, type WeekMeasures } from './model.ts';

/** Where a log's events are, as SQL. */
export interface EventSource {
  /** A relation with the columns "case" (any key), activity (text) and "time" (TIMESTAMP in UTC). */
  readonly events: string;
  /** The same of activity instances, at their completion, where an activity may have several events; absent: each event is one. */
  readonly steps?: string | undefined;
  /** A relation with the column "case": only these are measured; absent: all. When the log begins, and how long its silences are, all cases tell. */
  readonly cases?: string | undefined;
}

export interface MeasureOptions {
  readonly asOf: number;
  readonly signal?: AbortSignal;
}

/** A log has settled once this share of its completed cases would have had the time to complete. */
const settledShare = 0.9;

interface WeekRow { i: number; started: number; completed: number; repeats: number; onTime: number | null; median: number | null; p90: number | null; workingMedian: number | null; workingP90: number | null }

/**
 * The weekly measures of a process from its events up to `asOf` (METHODS §0): cases completed, cycle time (median and P90, elapsed and
 * in working hours where there is a calendar), work in progress, rework and on-time counts. Only aggregates leave the engine.
 */
export async function weeklyPerformance(connection: EngineConnection, source: EventSource, rules: PerformanceRules, { asOf, signal }: MeasureOptions): Promise<Performance> {
  const options = { signal };
  const until = (relation: string) => `(SELECT "case", activity, "time" FROM ${relation} WHERE "time" <= ${instantSql(asOf)})`;
  const within = (relation: string) => (source.cases === undefined ? relation : `(SELECT e.* FROM ${relation} e JOIN ${source.cases} x ON x."case" = e."case")`);
  const events = until(source.events);
  const [extent] = await connection.rows<{ first: number | null; last: number | null }>(`SELECT epoch_ms(min("time")) AS first, epoch_ms(max("time")) AS last FROM ${events}`, [], options);
  if (extent?.first == null || extent.last === null) return { weeks: [], closedAfterSeconds: rules.closedAfterSeconds, closedBySilence: 0, settlesAfterSeconds: null, lastEvent: null };
  const firstEvent = extent.first;
  const closedAfter = rules.closedAfterSeconds ?? (await longGap(connection, events, options));
  const weeks = measurableWeeks(rules, firstEvent, asOf, closedAfter * 1000);
  await connection.run(`CREATE OR REPLACE TEMP TABLE performance_cases AS ${casesSql({ events: within(events), steps: source.steps === undefined ? undefined : within(until(source.steps)) }, rules.ends, closedAfter, asOf)}`, [], options);
  try {
    const [whole] = await connection.rows<{ n: number; p90: number | null }>(`SELECT count(*) FILTER (by_silence AND completed IS NOT NULL) AS n, quantile_cont((epoch_us(completed) - epoch_us(first)) / 1e6, ${settledShare}) AS p90 FROM performance_cases`, [], options);
    const { n: closedBySilence, p90: settlesAfterSeconds } = whole ?? { n: 0, p90: null };
    const rows = weeks.length === 0 ? [] : await connection.rows<WeekRow>(weeksSql(weeks, rules, firstEvent, asOf), [], options);
    const open = inProgress(rows.map((r) => r.started), rows.map((r) => r.completed));
    return {
      weeks: rows.map((r, i): WeekMeasures => ({
        week: weeks[i]!, settling: isSettling(weeks[i]!, firstEvent, settlesAfterSeconds), started: r.started, throughput: r.completed, rework: r.repeats, onTime: r.onTime, workInProgress: open[i]!,
        cycleMedian: r.median, cycleP90: r.p90, workingMedian: r.workingMedian, workingP90: r.workingP90,
      })),
      closedAfterSeconds: closedAfter, closedBySilence, settlesAfterSeconds, lastEvent: extent.last,
    };
  } finally {
    await connection.run('DROP TABLE IF EXISTS performance_cases');
  }
}

async function longGap(connection: EngineConnection, events: string, options: { signal: AbortSignal | undefined }): Promise<number> {
  const [row] = await connection.rows<{ gap: number | null }>(`SELECT quantile_cont(gap, 0.99) AS gap FROM (
    SELECT (epoch_us(lead("time") OVER (PARTITION BY "case" ORDER BY "time")) - epoch_us("time")) / 1e6 AS gap FROM ${events})`, [], options);
  return row?.gap ?? 0;
}

/** One row a case: first event, completion (first end, else the last event once silent), whether an activity is done more than once. */
export function casesSql({ events, steps }: EventSource, ends: readonly string[], closedAfterSeconds: number, asOf: number): string {
  const ended = ends.length === 0 ? 'NULL::TIMESTAMP' : `min("time") FILTER (activity IN (${ends.map(literal).join(', ')}))`;
  const of = `${ended} AS ended, count(*) <> count(DISTINCT activity) AS repeats`;
  const span = '"case", min("time") AS first, max("time") AS last';
  const cases = steps === undefined ? `SELECT ${span}, ${of} FROM ${events} GROUP BY "case"`
    : `SELECT "case", first, last, ended, coalesce(repeats, false) AS repeats FROM (SELECT ${span} FROM ${events} GROUP BY "case") LEFT JOIN (SELECT "case", ${of} FROM ${steps} GROUP BY "case") USING ("case")`;
  return `SELECT "case", first, ended IS NULL AS by_silence, repeats,
      coalesce(ended, CASE WHEN epoch_us(${instantSql(asOf)}) - epoch_us(last) >= ${closedAfterSeconds} * 1e6 THEN last END) AS completed
    FROM (${cases})`;
}

function weeksSql(weeks: readonly { start: number; end: number }[], { targetSeconds, calendar }: PerformanceRules, firstEvent: number, asOf: number): string {
  const onTime = targetSeconds === null ? 'NULL::BIGINT' : `count(*) FILTER (seconds <= ${targetSeconds})`;
  const working = calendar === null ? null : workedSql(calendar, firstEvent, asOf);
  return `WITH weeks(i, "from", "to") AS (VALUES ${weeks.map((w, i) => `(${i}, ${instantSql(w.start)}, ${instantSql(w.end)})`).join(', ')})
    ${working === null ? '' : `, ${working.with}`},
    starts AS (SELECT i, count(*) AS started FROM performance_cases c ASOF JOIN weeks ON c.first >= weeks."from" WHERE c.first < weeks."to" GROUP BY i),
    done AS (SELECT i, repeats, first, completed, (epoch_us(completed) - epoch_us(first)) / 1e6 AS seconds
      FROM performance_cases c ASOF JOIN weeks ON c.completed >= weeks."from" WHERE c.completed < weeks."to"),
    timed AS (SELECT done.*, ${working === null ? 'NULL::DOUBLE' : working.column} AS worked FROM done ${working === null ? '' : working.join}),
    ends AS (SELECT i, count(*) AS completed, count(*) FILTER (repeats) AS repeats, ${onTime} AS "onTime",
      quantile_cont(seconds, 0.5) AS median, quantile_cont(seconds, 0.9) AS p90,
      quantile_cont(worked, 0.5) AS "workingMedian", quantile_cont(worked, 0.9) AS "workingP90" FROM timed GROUP BY i)
    SELECT w.i AS i, coalesce(started, 0) AS started, coalesce(completed, 0) AS completed, coalesce(repeats, 0) AS repeats,
      ${targetSeconds === null ? 'NULL' : 'coalesce("onTime", 0)'} AS "onTime", median, p90, "workingMedian", "workingP90"
    FROM weeks w LEFT JOIN starts USING (i) LEFT JOIN ends USING (i) ORDER BY w.i`;
}

/** Working seconds from the first event to completion. */
function workedSql(calendar: WorkingCalendar, from: number, to: number): { with: string; join: string; column: string } {
  return {
    with: `clock(opens, length, before) AS ${clockSql(calendar, from, to)}`,
    join: 'ASOF JOIN clock a ON done.first >= a.opens ASOF JOIN clock b ON done.completed >= b.opens',
    column: `((${readingSql('b', 'done.completed')}) - (${readingSql('a', 'done.first')})) / 1e6`,
  };
}

