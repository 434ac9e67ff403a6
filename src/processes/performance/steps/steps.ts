import type { WorkingCalendar } from '../../../maths/time/index.ts';
import type { EngineConnection, RunOptions } from '../../../platform/event-engine/index.ts';
import { filterSql, type LogFilter } from '../../event-logs/questions/filter.ts';
import { namesOf } from '../../event-logs/questions/names.ts';
import { bucketsTogether, type DatasetVersion, relations } from '../../event-logs/versions/index.ts';
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
   * (complete − start), worked_wait, worked_touch (the same in working time; null without a calendar), nth (0 where its case has the
   * activity once, else 1 the first time and 2 when it is done again).
   */
  readonly table: string;
  /** The same of the steps that began once their case was complete; null where nothing is agreed to complete one. */
  readonly later: string | null;
  readonly working: boolean;
  readonly options: RunOptions;
}

let made = 0;

/** Works out the activity instances of the cases that a filter lets pass, each with what went before it, and hands them to `work`. */
export async function withSteps<T>(c: EngineConnection, version: DatasetVersion, question: StepsQuestion, work: (steps: Steps) => Promise<T>): Promise<T> {
  const name = `performance_steps_${made++}`;
  try {
    await makeSteps(c, version, question, name);
    return await work(stepsNamed(c, version, question, name));
  } finally {
    await dropSteps(c, name);
  }
}

/** Steps that were made under a name. */
export function stepsNamed(c: EngineConnection, version: DatasetVersion, { filter: _filter, calendar, ends = [], ...options }: StepsQuestion, name: string): Steps {
  return { c, version, table: `${name}.steps`, later: ends.length === 0 ? null : `${name}.later`, working: calendar != null, options };
}

/** Forgets steps that were made under a name. */
export async function dropSteps(c: EngineConnection, name: string): Promise<void> {
  await c.run(`DETACH DATABASE IF EXISTS ${name}`);
}

/** So many events are worked on at once: what they need meanwhile is bounded, however long the log. */
const AT_ONCE = 700_000;

/**
 * Makes the steps, some buckets of cases after others, as a database of their own in memory, which packs them: a table that holds what cannot
 * be worked out from the rest, and views that look like `Steps.table`. Gives how many there are.
 */
export async function makeSteps(c: EngineConnection, version: DatasetVersion, { filter, calendar, ends = [], ...options }: StepsQuestion, name: string): Promise<number> {
  await c.run(`ATTACH ':memory:' AS ${name} (COMPRESS)`);
  const [packed, cases] = [`${name}.packed`, `${name}.cases`];
  const where = await filterSql(c, version, filter);
  const chosen = where === null ? null : cases;
  if (where !== null) await c.run(`CREATE TABLE ${cases} AS SELECT k."case" FROM ${relations(version).cases} k WHERE ${where.where}`, where.values, options);
  const clock = calendar == null ? null : await clockOf(c, version, { chosen, calendar, options });
  const codes = ends.length === 0 ? [] : (await namesOf(c, version, 'activity')).flatMap((activity, code) => (ends.includes(activity) ? [code] : []));
  const pieces = bucketsTogether(version, AT_ONCE);
  for (const [i, buckets] of (pieces.length === 0 ? [[]] : pieces).entries()) {
    await c.run(`${i === 0 ? `CREATE TABLE ${packed} AS` : `INSERT INTO ${packed}`} ${packedSql({ version, buckets, chosen, clock, codes })}`, [], options);
    await c.run(`CHECKPOINT ${name}`);
  }
  if (chosen !== null) await c.run(`DROP TABLE ${cases}`);
  for (const [view, later] of [['steps', false], ['later', true]] as const) await c.run(`CREATE VIEW ${name}.${view} AS ${unpackedSql(packed)} WHERE ${later ? '' : 'NOT '}later`);
  return (await c.rows<{ n: number }>(`SELECT count(*) AS n FROM ${packed}`, [], options))[0]!.n;
}

interface Piece {
  readonly version: DatasetVersion;
  readonly buckets: readonly number[];
  /** A table of the cases that were asked for; null for all. */
  readonly chosen: string | null;
  readonly clock: ClockSql | null;
  /** The activities that complete a case. */
  readonly codes: readonly number[];
}

function packedSql({ version, buckets, chosen, clock, codes }: Piece): string {
  const r = relations(version, buckets);
  const of = (relation: string) => (chosen === null ? relation : `(SELECT e.* FROM ${relation} e JOIN ${chosen} x ON x."case" = e."case")`);
  const moments = isMoments(version);
  const [relation, at] = moments ? [r.events, '"time"'] : [r.instances, 'coalesce(complete, "start")'];
  const ended = codes.length === 0 ? null : `(SELECT "case", min(${at}) AS ended FROM ${of(relation)} WHERE activity IN (${codes.join(', ')}) GROUP BY "case")`;
  const steps = `SELECT s."case", activity, resource, previous, previous_resource, "row", "start" IS NOT NULL AS started, epoch_us(begun) AS begun, wait, touch, worked_wait, worked_touch,
    ${ended === null ? 'false' : 'coalesce(s.begun > over.ended, false)'} AS later FROM (${timedSql(moments ? momentsSql(of(r.events)) : spansSql(of(r.instances)), moments, clock)}) s ${ended === null ? '' : `LEFT JOIN ${ended} over ON over."case" = s."case"`}`;
  return `SELECT *, CASE WHEN row_number() OVER w > 1 THEN 2 WHEN lead("row") OVER w IS NULL THEN 0 ELSE 1 END::UTINYINT AS nth FROM (${steps}) WINDOW w AS (PARTITION BY "case", activity${ended === null ? '' : ', later'} ORDER BY begun, "row")`;
}

function unpackedSql(table: string): string {
  return `SELECT "case", activity, resource, CASE WHEN started THEN make_timestamp(begun) END AS "start", make_timestamp(CASE WHEN started THEN begun + touch ELSE begun END) AS complete, make_timestamp(begun) AS begun,
    previous, previous_resource, make_timestamp(begun - wait) AS ready, "row", wait, touch, worked_wait, worked_touch, nth FROM ${table}`;
}

/** Whether each event is a step of no length. */
function isMoments({ manifest }: DatasetVersion): boolean {
  return manifest.instances === null && !manifest.columns.start;
}

const LONGEST_YEARS = 100;

/** The working clock of the cases that were asked for; a start may lie before the first event. */
async function clockOf(c: EngineConnection, version: DatasetVersion, { chosen, calendar, options }: { chosen: string | null; calendar: WorkingCalendar; options: RunOptions }): Promise<ClockSql> {
  const r = relations(version);
  const those = chosen === null ? '' : `JOIN ${chosen} USING ("case")`;
  const [row] = await c.rows<{ lo: number | null; hi: number | null }>(`SELECT epoch_ms(min("first")) AS lo, epoch_ms(max("last")) AS hi FROM ${r.cases} ${those}`, [], options);
  const [first] = version.manifest.columns.start ? await c.rows<{ lo: number | null }>(`SELECT epoch_ms(min("start")) AS lo FROM ${r.events} ${those}`, [], options) : [];
  const [from, to] = [Math.min(row?.lo ?? 0, first?.lo ?? row?.lo ?? 0), row?.hi ?? 0];
  boundedSpan(from, to, LONGEST_YEARS);
  return workingClock(calendar, from, to);
}

function timedSql(steps: string, moments: boolean, clock: ClockSql | null): string {
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
