import type { EngineConnection, RunOptions, SqlValue } from '../../../platform/event-engine/index.ts';
import { problem } from '../../../platform/errors/index.ts';
import { type DatasetVersion, eventsWhere, filterSql, type LogFilter, relations } from '../../event-logs/index.ts';
import type { Rule, RuleAnswer } from './model.ts';

/** The cases asked about and the page of those that break the rule. */
export interface RulePage {
  readonly filter?: LogFilter;
  readonly limit?: number;
  readonly after?: number;
}

/**
 * Checks a rule on a log: counts, and the cases that break it a page at a time.
 * @throws Problem `bad-input` for an activity that the log does not have, one activity where two are wanted, and numbers that make no sense.
 * @example (await checkRule(c, version, { kind: 'at-most', activity: 'Remind', times: 2 })).broken // 3
 */
export async function checkRule(c: EngineConnection, version: DatasetVersion, rule: Rule, { filter = {}, limit = 50, after = -1 }: RulePage = {}, options: RunOptions = {}): Promise<RuleAnswer> {
  refuseSenseless(rule);
  const f = await filterSql(c, version, filter);
  const r = relations(version);
  const { sql, values } = verdicts(rule, await codesOf(c, r.dictionary, rule), r.cases);
  const from = `WITH e AS (SELECT "case", activity, "time", "position", resource, next_activity, next_time FROM ${eventsWhere(version, f)}), v AS (${sql})`;
  const all = [...(f?.values ?? []), ...values];
  const [counts] = await c.rows<{ concerned: number; broken: number; undecided: number }>(`${from} SELECT count(*) AS concerned, count(*) FILTER (broken) AS broken, count(*) FILTER (broken IS NULL) AS undecided FROM v`, all, options);
  const rows = await c.rows<{ k: number; id: string }>(`${from} SELECT k."case" AS k, k.id FROM v JOIN ${r.cases} k ON k."case" = v."case" WHERE v.broken AND k."case" > ? ORDER BY k."case" LIMIT ?`, [...all, after, limit + 1], options);
  return { ...counts!, items: rows.slice(0, limit).map(({ id }) => ({ id })), next: rows.length > limit ? rows[limit - 1]!.k : null };
}

interface Verdicts { readonly sql: string; readonly values: readonly SqlValue[] }

/** SQL over the events `e` of a row per case that a rule is about: broken, kept or, as null, undecided. */
function verdicts(rule: Rule, [a, b]: readonly number[], cases: string): Verdicts {
  const has = (activity: number | undefined) => `bool_or(activity = ${activity})`;
  switch (rule.kind) {
    case 'follows': return follows(rule, `${a}`, `${b}`, cases);
    case 'never-both': return { sql: `SELECT "case", ${has(a)} AND ${has(b)} AS broken FROM e GROUP BY "case"`, values: [] };
    case 'different-people': return {
      sql: `SELECT "case", CASE WHEN bool_or(resource IS NOT NULL AND both_done) THEN true WHEN bool_or(resource IS NULL) THEN NULL ELSE false END AS broken
        FROM (SELECT "case", resource, ${has(a)} AS a_done, ${has(b)} AS b_done, ${has(a)} AND ${has(b)} AS both_done FROM e WHERE activity IN (${a}, ${b}) GROUP BY "case", resource)
        GROUP BY "case" HAVING bool_or(a_done) AND bool_or(b_done)`, values: [] };
    case 'at-most': return { sql: `SELECT "case", count(*) > ? AS broken FROM e WHERE activity = ${a} GROUP BY "case"`, values: [rule.times] };
    case 'starts-with': return { sql: `SELECT "case", activity <> ${a} AS broken FROM e WHERE "position" = 0`, values: [] };
    case 'ends-with': return { sql: `SELECT "case", activity <> ${a} AS broken FROM e WHERE next_activity IS NULL`, values: [] };
  }
}

/** Where hours are given and the log ends before they are over, it is not yet known. */
function follows({ directly, withinHours }: Extract<Rule, { kind: 'follows' }>, a: string, b: string, cases: string): Verdicts {
  const nextB = directly === true ? `CASE WHEN next_activity = ${b} THEN next_time END`
    : `min(CASE WHEN activity = ${b} THEN "time" END) OVER (PARTITION BY "case" ORDER BY "position" ROWS BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING)`;
  const steps = `SELECT "case", activity, "time", ${directly === true ? 'next_activity' : 'NULL'} AS following, ${nextB} AS next_b FROM e${directly === true ? '' : ` WHERE activity IN (${a}, ${b})`}`;
  if (withinHours === undefined) return { sql: `SELECT "case", bool_or(next_b IS NULL) AS broken FROM (${steps}) WHERE activity = ${a} GROUP BY "case"`, values: [] };
  // Something else came next: no later event can mend that.
  const broken = `CASE WHEN next_b IS NOT NULL THEN epoch_us(next_b) - epoch_us("time") > h.micros WHEN following IS NOT NULL THEN true WHEN epoch_us("time") + h.micros >= h.ends THEN NULL ELSE true END`;
  return {
    sql: `SELECT "case", CASE WHEN bool_or(broken) THEN true WHEN bool_or(broken IS NULL) THEN NULL ELSE false END AS broken
      FROM (SELECT "case", ${broken} AS broken FROM (${steps}) s, (SELECT ?::BIGINT AS micros, (SELECT epoch_us(max("last")) FROM ${cases}) AS ends) h WHERE activity = ${a}) GROUP BY "case"`,
    values: [Math.round(withinHours * 3_600_000_000)],
  };
}

function activitiesOf(rule: Rule): readonly string[] {
  switch (rule.kind) {
    case 'follows': return [rule.first, rule.followedBy];
    case 'never-both': case 'different-people': return [rule.a, rule.b];
    default: return [rule.activity];
  }
}

function refuseSenseless(rule: Rule): void {
  const [a, b] = activitiesOf(rule);
  if (a === b) throw problem('bad-input', { detail: 'The rule is about two activities', value: a!, wanted: 'another activity for the second', at: { path: 'rule' } });
  if (rule.kind === 'at-most' && !(Number.isSafeInteger(rule.times) && rule.times >= 0)) throw problem('bad-input', { detail: 'This is not a number of times', value: String(rule.times), wanted: 'a whole number from 0', at: { path: 'rule.times' } });
  const hours = rule.kind === 'follows' ? rule.withinHours : undefined;
  if (hours !== undefined && !(hours >= 0 && hours <= 1_000_000)) throw problem('bad-input', { detail: 'This is not a number of hours', value: String(hours), wanted: 'hours from 0 to 1,000,000', at: { path: 'rule.withinHours' } });
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
