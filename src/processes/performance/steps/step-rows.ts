import { problem } from '../../../platform/errors/index.ts';
import { enoughPeople } from '../../../platform/personal/index.ts';
import type { Among } from '../../event-logs/questions/index.ts';
import { isPersonal } from '../../event-logs/questions/filter-attribute.ts';
import { isoOf, namesOf } from '../../event-logs/questions/names.ts';
import { relations } from '../../event-logs/versions/index.ts';
import { stepsInBatches } from './batches.ts';
import { resourceCount } from './hand-overs.ts';
import { type HourAsked, stepsInHour } from './in-hour.ts';
import { piecesByWait } from './pieces.ts';
import type { Steps } from './steps.ts';

/** Which steps lie behind a figure: all of an activity, those after another one, those that are done again, those that came once their case was complete. */
export interface StepsBehind {
  readonly activity?: string | undefined;
  readonly previous?: string | undefined;
  readonly again?: boolean | undefined;
  readonly later?: boolean | undefined;
  /** Those whose start is not known. */
  readonly withoutStart?: boolean | undefined;
  /** Those before which work changed hands, or did not, where it is known who did both steps. */
  readonly hands?: 'changed' | 'same' | undefined;
  /** Those that one resource did after another had done the step before. */
  readonly resources?: { readonly from: string; readonly to: string } | undefined;
  /** Those that one function did after another had done the step before; those of no function. Both need who does what. */
  readonly functions?: { readonly from: string; readonly to: string } | undefined;
  readonly noFunction?: boolean | undefined;
  readonly functionOf?: ReadonlyMap<string, string> | undefined;
  /** Those of the activity that were done in batches, or those that were not. */
  readonly batched?: boolean | undefined;
  /** Those that began in an hour of the week, or that were worked on in it. */
  readonly hour?: HourAsked | undefined;
}

/** One step with its waiting and its work; times in seconds, null where they are not known. */
export interface StepRow {
  readonly case: string;
  readonly step: string;
  readonly before: string | null;
  readonly ready: string | null;
  readonly start: string | null;
  readonly completed: string | null;
  readonly wait: number | null;
  readonly workingWait: number | null;
  readonly touch: number | null;
  /** Where steps in batches were asked for, the batch that it was done in. */
  readonly batch: BatchOf | null;
  /** Where steps worked on in an hour of the week were asked for, the seconds of work in that hour. */
  readonly inHour: number | null;
}

/** A batch, told from others of its activity by when its first step was completed, and by a number where several began at one instant. Whose it is stays out: that may be a person. */
export interface BatchOf {
  readonly id: string;
  readonly from: string;
  readonly cases: number;
}

interface Raw { readonly id: string; readonly a: number; readonly p: number | null; readonly ready: number | null; readonly begun: number | null; readonly done: number | null; readonly wait: number | null; readonly touch: number | null; readonly working: number | null; readonly opened: number | null; readonly batch_nth: number; readonly batch_cases: number; readonly in_hour: number | null }

/**
 * The steps behind a figure, a page of them, the longest waits first.
 * @throws Problem `bad-input` for an activity that the log does not have, `too-few-people` where the steps would be those of a person
 */
export async function stepsBehind(steps: Steps, asked: StepsBehind, { limit, offset }: { readonly limit: number; readonly offset: number }): Promise<{ readonly items: StepRow[]; readonly total: number }> {
  const { c, options } = steps;
  const { from, sql, shown } = await statement(steps, asked);
  const [found] = await c.rows<{ n: number }>(`SELECT count(*) AS n FROM ${from}`, [], options);
  const rows = await c.rows<Raw>(sql(`ORDER BY ${ORDER} LIMIT ${limit} OFFSET ${offset}`), [], options);
  return { items: rows.map(shown), total: found?.n ?? 0 };
}

/** So many are put in order at once: that takes some 300 bytes each. */
const AT_ONCE = 500_000;

/** All of them, in pieces. */
export async function* allStepsBehind(steps: Steps, asked: StepsBehind, atOnce = AT_ONCE): AsyncGenerator<StepRow[]> {
  const { c, options } = steps;
  const { from, sql, shown } = await statement(steps, asked);
  for (const piece of await piecesByWait(c, from, atOnce, options)) for await (const rows of c.stream<Raw>(sql(`AND ${piece}`), [], options)) yield rows.map(shown);
}

/** The cases in which they are: a statement that lists them by their codes. */
export async function casesOfSteps(steps: Steps, asked: StepsBehind): Promise<Among> {
  return { sql: `SELECT "case" FROM ${(await statement(steps, asked)).from}`, values: [] };
}

const ORDER = 's.wait DESC NULLS LAST, s."case", s."row"';

async function statement(steps: Steps, asked: StepsBehind) {
  const { version, table, later } = steps;
  const names = await namesOf(steps.c, version, 'activity');
  const conditions = [
    ...activityIs('activity', asked.activity, names), ...activityIs('previous', asked.previous, names), ...(asked.again === true ? ['nth = 2'] : []), ...(asked.withoutStart === true ? ['"start" IS NULL'] : []),
    ...await handsAre(steps, asked), ...await resourcesAre(steps, asked), ...functionsAre(asked, names),
  ];
  const of = asked.later === true ? (later ?? `(SELECT * FROM ${table} WHERE false)`) : table;
  const from = `(SELECT * FROM ${await inHour(steps, await inBatches(steps, of, asked, names), asked)}) s WHERE ${['true', ...conditions].join(' AND ')}`;
  const sql = (rest: string) => `SELECT k.id, s.activity AS a, s.previous AS p, epoch_us(s.ready) AS ready, epoch_us(s."start") AS begun, epoch_us(s.complete) AS done, s.wait / 1e6 AS wait, s.touch / 1e6 AS touch, s.worked_wait / 1e6 AS working,
      ${asked.batched === true ? 's.opened, s.batch_nth, s.batch_cases' : 'NULL AS opened'}, ${asked.hour?.worked === true ? 's.within / 1e6' : 'NULL'} AS in_hour
    FROM (SELECT * FROM ${from} ${rest}) s JOIN ${relations(version).cases} k USING ("case") ORDER BY ${ORDER}`;
  const at = (us: number | null) => (us === null ? null : isoOf(us));
  const shown = (r: Raw): StepRow => ({ case: r.id, step: names[r.a]!, before: r.p === null ? null : names[r.p]!, ready: at(r.ready), start: at(r.begun), completed: at(r.done), wait: r.wait, workingWait: r.working, touch: r.touch, batch: r.opened === null ? null : batchOf(isoOf(r.opened), r.batch_nth, r.batch_cases), inHour: r.in_hour });
  return { from, sql, shown };
}

function activityIs(column: string, name: string | undefined, names: readonly string[]): string[] {
  if (name === undefined) return [];
  const code = names.indexOf(name);
  if (code < 0) throw problem('bad-input', { detail: 'The log has no such activity', value: name, wanted: 'an activity of the log', at: { path: column === 'activity' ? 'step' : 'after' } });
  return [`${column} = ${code}`];
}

async function resourcesAre({ c, version }: Steps, { resources }: StepsBehind): Promise<string[]> {
  if (resources === undefined) return [];
  if (isPersonal(version, 'resource')) throw problem('too-few-people', { detail: 'The resources of this log are persons, and no figure is about one', value: 'resource', wanted: 'steps by activity' });
  const names = await namesOf(c, version, 'resource');
  return [`previous_resource = ${names.indexOf(resources.from)}`, `resource = ${names.indexOf(resources.to)}`];
}

/** As hand-overs tell them: not where fewer than five people did the steps. */
async function handsAre(steps: Steps, { hands }: StepsBehind): Promise<string[]> {
  if (hands === undefined) return [];
  if (isPersonal(steps.version, 'resource') && !enoughPeople(await resourceCount(steps))) throw problem('too-few-people', { detail: 'Fewer than five people did these steps', value: hands, wanted: 'cases that more people work on' });
  return ['previous IS NOT NULL', `resource ${hands === 'changed' ? '<>' : '='} previous_resource`];
}

function functionsAre({ functions, noFunction, functionOf }: StepsBehind, names: readonly string[]): string[] {
  if (functions === undefined && noFunction !== true) return [];
  if (functionOf === undefined) throw problem('bad-input', { detail: 'Which function does which step is not recorded for this process', value: functions?.from ?? 'noFunction', wanted: 'activities with a function in the process register', at: { path: 'fromFunction' } });
  const among = (column: string, fits: (name: string) => boolean) => `${column} IN (${names.flatMap((name, code) => (fits(name) ? [code] : [])).join(', ') || 'NULL'})`;
  return [
    ...(functions === undefined ? [] : [among('previous', (name) => functionOf.get(name) === functions.from), among('activity', (name) => functionOf.get(name) === functions.to)]),
    ...(noFunction === true ? [among('activity', (name) => !functionOf.has(name))] : []),
  ];
}

async function inBatches(steps: Steps, table: string, { batched, activity }: StepsBehind, names: readonly string[]): Promise<string> {
  if (batched === undefined) return table;
  const code = activity === undefined ? -1 : names.indexOf(activity);
  if (code < 0) throw problem('bad-input', { detail: 'Batches are of one activity', value: activity ?? '', wanted: 'an activity of the log', at: { path: 'step' } });
  return stepsInBatches({ ...steps, table }, { activity: code, batched });
}

async function inHour(steps: Steps, table: string, { hour }: StepsBehind): Promise<string> {
  return hour === undefined ? table : stepsInHour({ ...steps, table }, hour);
}

function batchOf(from: string, nth: number, cases: number): BatchOf {
  return { id: nth === 1 ? from : `${from}/${nth}`, from, cases };
}
