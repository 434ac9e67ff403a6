import type { WorkingCalendar } from '../../../maths/time/index.ts';
import type { EngineConnection, RunOptions, SqlValue } from '../../../platform/event-engine/index.ts';
import { problem } from '../../../platform/errors/index.ts';
import { enoughPeople, fewestPeople } from '../../../platform/personal/index.ts';
import { boundedSpan, type ClockSql, workingClock } from '../../clock/index.ts';
import { type Among, type DatasetVersion, eventsWhere, filterSql, isPersonal, type LogFilter, relations } from '../../event-logs/index.ts';
import { activitiesOf, type Rule, type RuleAnswer, ruleSchema } from './rule.ts';

/** What a rule is checked on. */
export interface RuleScope extends RunOptions {
  readonly filter?: LogFilter | undefined;
  /** When work is done; rules in working hours need it. */
  readonly calendar?: WorkingCalendar | null | undefined;
}

/**
 * Checks a rule on a log: of how many cases it is, and how many break it.
 * @throws Problem `bad-input` for an activity that the log does not have, one activity where two are wanted, numbers that make no sense, and
 * working hours that were not agreed; `too-few-people` where it is about who did what, and fewer than five people did one of the two.
 * @example (await checkRule(c, version, { kind: 'at-most', activity: 'Remind', times: 2 })).broken // 3
 */
export async function checkRule(c: EngineConnection, version: DatasetVersion, rule: Rule, scope: RuleScope = {}): Promise<RuleAnswer> {
  const { sql, values, options } = await asked(c, version, rule, scope);
  const [counts] = await c.rows<RuleAnswer>(`${sql} SELECT count(*) AS concerned, count(*) FILTER (broken) AS broken, count(*) FILTER (broken IS NULL) AS undecided FROM v`, values, options);
  return counts!;
}

/** Which cases an answer counts, by the names of its figures. */
export const ruleFigures = ['concerned', 'kept', 'broken', 'undecided'] as const;
export type RuleFigure = (typeof ruleFigures)[number];

const WHERE: Readonly<Record<RuleFigure, string>> = { concerned: 'true', kept: 'NOT broken', broken: 'broken', undecided: 'broken IS NULL' };

/** The cases that a figure of a rule counts: as many as `checkRule` says. @throws Problem as `checkRule` does. */
export async function casesOfRule(c: EngineConnection, version: DatasetVersion, rule: Rule, counted: RuleFigure, scope: RuleScope = {}): Promise<Among> {
  const { sql, values } = await asked(c, version, rule, scope);
  return { sql: `${sql} SELECT "case" FROM v WHERE ${WHERE[counted]}`, values };
}

interface Asked { readonly sql: string; readonly values: readonly SqlValue[]; readonly options: RunOptions }

/** SQL that ends with a relation `v`: a row per case that the rule is about, and whether it is broken. */
async function asked(c: EngineConnection, version: DatasetVersion, rule: Rule, { filter = {}, calendar, ...options }: RuleScope): Promise<Asked> {
  refuseSenseless(rule);
  const f = await filterSql(c, version, filter);
  const r = relations(version);
  const codes = await codesOf(c, r.dictionary, rule);
  const events = `SELECT "case", activity, "time", "position", resource, next_activity, next_time FROM ${eventsWhere(version, f)}`;
  if (rule.kind === 'different-people') await refuseFewPeople(c, version, { events, values: f?.values ?? [], codes, options });
  const clock = rule.kind === 'follows' && rule.withinWorkingHours !== undefined ? clockOf(version, calendar) : null;
  const { sql, values } = verdicts(rule, codes, r.cases, clock);
  const clocks = clock === null ? '' : `clock AS MATERIALIZED ${clock.relation}, `;
  return { sql: `WITH ${clocks}e AS (${events}), v AS (${sql})`, values: [...(f?.values ?? []), ...values], options };
}

/** Who did both is one of those who did the one, and of those who did the other: of few people it is a figure about them (DESIGN §9). */
async function refuseFewPeople(c: EngineConnection, version: DatasetVersion, { events, values, codes, options }: { events: string; values: readonly SqlValue[]; codes: readonly number[]; options: RunOptions }): Promise<void> {
  if (!isPersonal(version, 'resource')) return;
  const found = await c.rows<{ activity: string; n: number }>(`SELECT d.value AS activity, count(DISTINCT e.resource) AS n FROM (${events}) e JOIN ${relations(version).dictionary} d ON d.code = e.activity AND d."column" = 'activity' WHERE e.activity IN (${codes.join(', ')}) AND e.resource IS NOT NULL GROUP BY d.value ORDER BY n`, values, options);
  const [fewest] = found;
  if (fewest === undefined || found.length < codes.length || enoughPeople(fewest.n)) return;
  throw problem('too-few-people', { detail: `Fewer than ${fewestPeople} people did one of the two in the cases in view, so it is not shown`, value: fewest.activity, wanted: 'more cases in view' });
}

const LONGEST_YEARS = 100;

function clockOf({ manifest }: DatasetVersion, calendar: WorkingCalendar | null | undefined): ClockSql {
  if (calendar == null) throw problem('bad-input', { detail: 'No working hours were agreed for this process', wanted: 'a calendar of the process, or hours without “working”', at: { path: 'rule.withinWorkingHours' } });
  const [from, to] = [manifest.firstEvent / 1000, manifest.lastEvent / 1000];
  boundedSpan(from, to, LONGEST_YEARS);
  return workingClock(calendar, from, to);
}

interface Verdicts { readonly sql: string; readonly values: readonly SqlValue[] }

/** SQL over the events `e` of a row per case that a rule is about: broken, kept or, as null, undecided. */
function verdicts(rule: Rule, [a, b]: readonly number[], cases: string, clock: ClockSql | null): Verdicts {
  const has = (activity: number | undefined) => `bool_or(activity = ${activity})`;
  switch (rule.kind) {
    case 'follows': return follows(rule, `${a}`, `${b}`, { cases, clock });
    case 'only-after': return { sql: `SELECT "case", coalesce(min("position") FILTER (activity = ${b}) > min("position") FILTER (activity = ${a}), true) AS broken FROM e WHERE activity IN (${a}, ${b}) GROUP BY "case" HAVING ${has(a)}`, values: [] };
    case 'never-both': return { sql: `SELECT "case", ${has(a)} AND ${has(b)} AS broken FROM e GROUP BY "case"`, values: [] };
    case 'different-people': return {
      sql: `SELECT "case", CASE WHEN bool_or(resource IS NOT NULL AND both_done) THEN true WHEN bool_or(resource IS NULL) THEN NULL ELSE false END AS broken
        FROM (SELECT "case", resource, ${has(a)} AS a_done, ${has(b)} AS b_done, ${has(a)} AND ${has(b)} AS both_done FROM e WHERE activity IN (${a}, ${b}) GROUP BY "case", resource)
        GROUP BY "case" HAVING bool_or(a_done) AND bool_or(b_done)`, values: [] };
    case 'at-most': return { sql: `SELECT "case", count(*) FILTER (activity = ${a}) > ? AS broken FROM e GROUP BY "case"`, values: [rule.times] };
    case 'starts-with': return { sql: `SELECT "case", activity <> ${a} AS broken FROM e WHERE "position" = 0`, values: [] };
    case 'ends-with': return { sql: `SELECT "case", activity <> ${a} AS broken FROM e WHERE next_activity IS NULL`, values: [] };
  }
}

/** Where hours are given and the log ends before they are over, it is not yet known. */
function follows({ directly, withinHours, withinWorkingHours }: Extract<Rule, { kind: 'follows' }>, a: string, b: string, { cases, clock }: { cases: string; clock: ClockSql | null }): Verdicts {
  const nextB = directly === true ? `CASE WHEN next_activity = ${b} THEN next_time END`
    : `min(CASE WHEN activity = ${b} THEN "time" END) OVER (PARTITION BY "case" ORDER BY "position" ROWS BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING)`;
  const steps = `SELECT "case", activity, "time", ${directly === true ? 'next_activity' : 'NULL'} AS following, ${nextB} AS next_b FROM e${directly === true ? '' : ` WHERE activity IN (${a}, ${b})`}`;
  const hours = withinWorkingHours ?? withinHours;
  if (hours === undefined) return { sql: `SELECT "case", bool_or(next_b IS NULL) AS broken FROM (${steps}) WHERE activity = ${a} GROUP BY "case"`, values: [] };
  const limits = `(SELECT ?::BIGINT AS micros, (SELECT max("last") FROM ${cases}) AS ends)`;
  const read = (as: string, instant: string) => (clock === null ? `epoch_us(${instant})` : clock.reading(as, instant));
  const joins = clock === null ? '' : `${clock.join('clock', 'c1', 's."time"')} ${clock.join('clock', 'c2', 's.next_b')} ${clock.join('clock', 'c3', 's.ends')}`;
  const [began, done, over] = [read('c1', 's."time"'), read('c2', 's.next_b'), read('c3', 's.ends')];
  // Something else came next: no later event can mend that.
  const broken = `CASE WHEN s.next_b IS NOT NULL THEN (${done}) - (${began}) > s.micros WHEN s.following IS NOT NULL THEN true WHEN (${over}) - (${began}) <= s.micros THEN NULL ELSE true END`;
  return {
    sql: `SELECT "case", CASE WHEN bool_or(broken) THEN true WHEN bool_or(broken IS NULL) THEN NULL ELSE false END AS broken
      FROM (SELECT s."case", ${broken} AS broken FROM (SELECT * FROM (${steps}), ${limits} h WHERE activity = ${a}) s ${joins}) GROUP BY "case"`,
    values: [Math.round(hours * 3_600_000_000)],
  };
}

function refuseSenseless(rule: Rule): void {
  const read = ruleSchema.safeParse(rule);
  if (read.success) return;
  const [issue] = read.error.issues;
  const value = issue!.path.reduce((at: unknown, key) => (at as Record<PropertyKey, unknown>)[key], rule);
  throw problem('bad-input', { detail: 'This is not a rule that can be checked', value: typeof value === 'object' ? activitiesOf(rule).join(', ') : String(value), wanted: issue!.message, at: { path: ['rule', ...issue!.path].join('.') } });
}

async function codesOf(c: EngineConnection, dictionary: string, rule: Rule): Promise<number[]> {
  const names = activitiesOf(rule);
  const rows = await c.rows<{ code: number; value: string }>(`SELECT code, value FROM ${dictionary} WHERE "column" = 'activity' AND value IN (${names.map(() => '?').join(', ')})`, [...names]);
  return names.map((name) => {
    const found = rows.find((r) => r.value === name);
    if (found === undefined) throw problem('bad-input', { detail: 'The log has no such activity', value: name, wanted: 'an activity of the log', at: { path: 'rule' } });
    return found.code;
  });
}
