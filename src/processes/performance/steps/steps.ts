import type { WorkingCalendar } from '../../../maths/time/index.ts';
import type { EngineConnection, RunOptions } from '../../../platform/event-engine/index.ts';
import { casesWhere, filterSql, type FilterSql, type LogFilter } from '../../event-logs/questions/filter.ts';
import { namesOf } from '../../event-logs/questions/names.ts';
import { type DatasetVersion, relations } from '../../event-logs/versions/index.ts';
import { boundedSpan, type ClockSql, workingClock } from '../../clock/index.ts';

/** What a question about the steps of cases is asked of. */
export interface StepsQuestion extends RunOptions {
  readonly filter?: LogFilter | undefined;
  /** When work is done; without it there are no working times. */
  readonly calendar?: WorkingCalendar | null | undefined;
  /** Activities that complete a case: steps that begin after the first of them are set apart. */
  readonly ends?: readonly string[] | undefined;
}

/** The steps that were asked for, worked out once for many questions. */
export interface Steps {
  readonly c: EngineConnection;
  readonly version: DatasetVersion;
  /**
   * A table: case, activity, resource, start, complete, begun (start, else complete), previous, previous_resource and ready (activity,
   * resource and completion of the step that completed last before it began; null for none), row, and in µs wait (begun − ready), touch
   * (complete − start), worked_wait, worked_touch (the same in working time; null without a calendar).
   */
  readonly table: string;
  /** The same of the steps that began once their case was complete; null where nothing is agreed to complete one. */
  readonly later: string | null;
  readonly working: boolean;
  readonly filter: FilterSql | null;
  readonly options: RunOptions;
}

let made = 0;

/** Works out the activity instances of the cases that a filter lets pass, each with what went before it, and hands them to `work`. */
export async function withSteps<T>(c: EngineConnection, version: DatasetVersion, { filter, calendar, ends = [], ...options }: StepsQuestion, work: (steps: Steps) => Promise<T>): Promise<T> {
  const where = await filterSql(c, version, filter);
  const clock = calendar == null ? null : await clockOf(c, version, { filter: where, calendar, options });
  const all = `performance_steps_${made++}`;
  await c.run(`CREATE TEMP TABLE ${all} AS ${stepsSql(version, where, clock)}`, where?.values ?? [], options);
  try {
    const later = await setLaterApart({ c, version, table: all, options }, ends);
    return await work({ c, version, table: all, later, working: calendar != null, filter: where, options });
  } finally {
    for (const table of [all, laterOf(all)]) await c.run(`DROP TABLE IF EXISTS ${table}`);
  }
}

const laterOf = (table: string) => `${table}_later`;

/** Moves the steps that began after the first end of their case into a table of their own. */
async function setLaterApart({ c, version, table, options }: Pick<Steps, 'c' | 'version' | 'table' | 'options'>, ends: readonly string[]): Promise<string | null> {
  if (ends.length === 0) return null;
  const codes = (await namesOf(c, version, 'activity')).flatMap((name, code) => (ends.includes(name) ? [code] : []));
  const over = `(SELECT "case", min(coalesce(complete, "start")) AS ended FROM ${table} WHERE activity IN (${[...codes, -1].join(', ')}) GROUP BY "case")`;
  const later = laterOf(table);
  await c.run(`CREATE TEMP TABLE ${later} AS SELECT s.* FROM ${table} s JOIN ${over} USING ("case") WHERE s.begun > ended`, [], options);
  await c.run(`DELETE FROM ${table} s USING ${over} o WHERE s."case" = o."case" AND s.begun > o.ended`, [], options);
  return later;
}

const LONGEST_YEARS = 100;

/** The working clock of the cases that were asked for; a start may lie before the first event. */
async function clockOf(c: EngineConnection, version: DatasetVersion, { filter, calendar, options }: { filter: FilterSql | null; calendar: WorkingCalendar; options: RunOptions }): Promise<ClockSql> {
  const r = relations(version);
  const [row] = await c.rows<{ lo: number | null; hi: number | null }>(`SELECT epoch_ms(min(k."first")) AS lo, epoch_ms(max(k."last")) AS hi FROM ${r.cases} k WHERE ${filter?.where ?? 'true'}`, filter?.values ?? [], options);
  const [first] = version.manifest.columns.start ? await c.rows<{ lo: number | null }>(`SELECT epoch_ms(min("start")) AS lo FROM ${chosen(version, r.events, filter)}`, filter?.values ?? [], options) : [];
  const [from, to] = [Math.min(row?.lo ?? 0, first?.lo ?? row?.lo ?? 0), row?.hi ?? 0];
  boundedSpan(from, to, LONGEST_YEARS);
  return workingClock(calendar, from, to);
}

/** The rows of a relation with a case whose case was asked for. */
function chosen(version: DatasetVersion, relation: string, filter: FilterSql | null): string {
  return filter === null ? relation : `(SELECT e.* FROM ${relation} e JOIN ${casesWhere(version, filter)} x ON x."case" = e."case")`;
}

function stepsSql(version: DatasetVersion, filter: FilterSql | null, clock: ClockSql | null): string {
  const { manifest } = version;
  const r = relations(version);
  const moments = manifest.instances === null && !manifest.columns.start;
  const steps = moments ? momentsSql(chosen(version, r.events, filter)) : spansSql(chosen(version, r.instances, filter));
  const elapsed = `s.*, epoch_us(begun) - epoch_us(ready) AS wait, epoch_us(complete) - epoch_us("start") AS touch`;
  if (clock === null) return `SELECT ${elapsed}, NULL::BIGINT AS worked_wait, NULL::BIGINT AS worked_touch FROM (${steps}) s`;
  const { join, reading } = clock;
  const touch = moments ? 'NULL::BIGINT' : `CASE WHEN s."start" IS NOT NULL THEN (${reading('d', 's.complete')}) - (${reading('b', 's.begun')}) END`;
  return `WITH clock AS MATERIALIZED ${clock.relation}
    SELECT ${elapsed}, ((${reading('b', 's.begun')}) - (${reading('r', 's.ready')}))::BIGINT AS worked_wait, (${touch})::BIGINT AS worked_touch
    FROM (${steps}) s ${join('clock', 'b', 's.begun')} ${join('clock', 'r', 's.ready')} ${moments ? '' : join('clock', 'd', 's.complete')}`;
}

/** Events that are steps of no length: what went before is the event before. */
function momentsSql(events: string): string {
  return `SELECT "case", activity, resource, NULL::TIMESTAMP AS "start", "time" AS complete, "time" AS begun,
      lag(activity) OVER w AS previous, lag(resource) OVER w AS previous_resource, lag("time") OVER w AS ready, "row"
    FROM ${events} WINDOW w AS (PARTITION BY "case" ORDER BY "position")`;
}

/**
 * Steps that take time may overlap: what went before is what completed last when the step began. At one instant completions come first,
 * then steps of no length in the order of the file, then what begins there and takes time.
 */
function spansSql(instances: string): string {
  const before = (column: string) => `last_value(CASE WHEN ends THEN ${column} END IGNORE NULLS) OVER w`;
  return `WITH i AS MATERIALIZED (SELECT "case", activity, resource, "start", complete, coalesce("start", complete) AS begun, "row" FROM ${instances}),
    marks AS (
      SELECT *, begun AS t, complete IS NOT DISTINCT FROM begun AS ends, true AS begins, CASE WHEN complete = begun THEN 1 ELSE 2 END AS turn FROM i
      UNION ALL SELECT *, complete AS t, true AS ends, false AS begins, 0 AS turn FROM i WHERE complete > begun)
    SELECT "case", activity, resource, "start", complete, begun, previous, nullif(previous_resource, -1) AS previous_resource, ready, "row"
    FROM (SELECT *, ${before('activity')} AS previous, ${before('coalesce(resource, -1)')} AS previous_resource, ${before('complete')} AS ready
      FROM marks WINDOW w AS (PARTITION BY "case" ORDER BY t, turn, "row" ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING))
    WHERE begins`;
}
