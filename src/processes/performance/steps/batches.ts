import { problem } from '../../../platform/errors/index.ts';
import { enoughPeople } from '../../../platform/personal/index.ts';
import { byText, namesOf } from '../../event-logs/questions/names.ts';
import { isPersonal } from '../../event-logs/questions/filter-attribute.ts';
import { type RawTimes, type Times, timesOf, timesSql } from './model.ts';
import type { Steps } from './steps.ts';

/** What counts as a batch: so many cases at least, each completed within the gap after the one before, by one resource. */
export interface BatchRules {
  readonly gapSeconds: number;
  /** Two or more. */
  readonly leastCases: number;
}

/** Chosen so that two cases that happen to be near are none. */
export const batchRules: BatchRules = { gapSeconds: 60, leastCases: 3 };

/** How far an activity is done in batches. */
export interface Batching {
  readonly activity: string;
  /** Instances with a completion and a resource. */
  readonly instances: number;
  readonly batched: number;
  readonly batches: number;
  /** Cases of a batch. */
  readonly meanSize: number;
  readonly waitBatched: Times | null;
  readonly waitAlone: Times | null;
  /** Median wait in batches less that outside of them, in seconds; null where either is missing. */
  readonly extraWait: number | null;
}

export interface Batches {
  readonly rules: BatchRules;
  readonly activities: readonly Batching[];
  /** Activities with batches that are not shown, because fewer than five people do them. */
  readonly withheld: number;
}

interface Raw { readonly a: number; readonly n: number; readonly people: number; readonly batched: number; readonly batches: number; readonly sizes: number; readonly b: RawTimes; readonly o: RawTimes }

/** Steps with a completion and a resource, and the statements that tell which of them were done together: `together` is a row per such step. */
function togetherSql(table: string, { gapSeconds, leastCases }: BatchRules, where = 'true') {
  // Most steps have none near them: only those that have are put into runs, so that what is dear is done for few.
  const done = `(SELECT activity, resource, activity::BIGINT * 4294967296 + resource AS who, "case", epoch_us(complete) AS t, wait, "row" FROM ${table} WHERE complete IS NOT NULL AND resource IS NOT NULL AND ${where})`;
  const apart = (gap: string) => `coalesce(${gap} > ${Math.round(gapSeconds * 1e6)}, true)`;
  return { done, statements: `near AS MATERIALIZED (SELECT * FROM (SELECT who, "case", t, "row", ${apart('t - lag(t) OVER w')} AS opens, ${apart('lead(t) OVER w - t')} AS closes
      FROM ${done} WINDOW w AS (PARTITION BY who ORDER BY t)) WHERE NOT (opens AND closes)),
    runs AS MATERIALIZED (SELECT *, (sum(opens::INTEGER) OVER (PARTITION BY who ORDER BY t, NOT opens ROWS UNBOUNDED PRECEDING))::BIGINT AS run FROM near),
    sizes AS MATERIALIZED (SELECT who, run, count(DISTINCT "case") AS cases, min(t) AS opened FROM runs GROUP BY ALL HAVING count(*) >= ${leastCases} AND cases >= ${leastCases}),
    together AS (SELECT who, "case", "row", run, true AS batched FROM runs SEMI JOIN sizes USING (who, run))` };
}

/**
 * The steps of an activity that were done in batches, or those that were not, as `batches` counts them: a relation like the table of steps; of
 * batches with `opened` (µs, when the first of the batch was completed), `batch_nth` (1, or more where several began at once) and `batch_cases`.
 * @throws Problem `too-few-people` where `batches` withholds the activity
 */
export async function stepsInBatches({ c, version, table, options }: Steps, { activity, batched }: { readonly activity: number; readonly batched: boolean }, rules: BatchRules = batchRules): Promise<string> {
  const { done, statements } = togetherSql(table, rules, `activity = ${activity}`);
  if (isPersonal(version, 'resource')) {
    const [who] = await c.rows<{ n: number }>(`SELECT count(DISTINCT resource) AS n FROM ${done}`, [], options);
    if (!enoughPeople(who?.n ?? 0)) throw problem('too-few-people', { detail: 'Fewer than five people did this step', value: 'batched', wanted: 'a step that more people do' });
  }
  const those = `s.activity = ${activity} AND s.complete IS NOT NULL AND s.resource IS NOT NULL`;
  const same = 'g."row" = s."row" AND g."case" = s."case"';
  if (!batched) return `(WITH ${statements} SELECT s.* FROM ${table} s ANTI JOIN together g ON ${same} WHERE ${those})`;
  return `(WITH ${statements}, named AS (SELECT who, run, opened, cases, row_number() OVER (PARTITION BY opened ORDER BY who) AS batch_nth FROM sizes)
    SELECT s.*, n.opened, n.batch_nth, n.cases AS batch_cases FROM ${table} s JOIN together g ON ${same} JOIN named n USING (who, run) WHERE ${those})`;
}

/** Activities of which several cases are completed together by one resource, the ones most batched first. */
export async function batches({ c, version, table, options }: Steps, rules: BatchRules = batchRules): Promise<Batches> {
  const names = await namesOf(c, version, 'activity');
  const { done, statements } = togetherSql(table, rules);
  const rows = await c.rows<Raw>(`WITH ${statements},
    found AS (SELECT who // 4294967296 AS activity, count(*) AS batches, sum(cases)::BIGINT AS sizes FROM sizes GROUP BY ALL),
    people AS (SELECT activity, count(*) AS people FROM (SELECT DISTINCT activity, resource FROM ${done}) GROUP BY activity),
    told AS (SELECT d.activity, d.wait, coalesce(g.batched, false) AS batched FROM ${done} d SEMI JOIN found USING (activity) LEFT JOIN together g ON g."row" = d."row" AND g."case" = d."case" AND g.who = d.who)
    SELECT t.*, f.batches, f.sizes, p.people FROM found f JOIN (SELECT activity, activity AS a, count(*) AS n, count(*) FILTER (batched) AS batched,
      ${timesSql('CASE WHEN batched THEN wait END', 'b')}, ${timesSql('CASE WHEN NOT batched THEN wait END', 'o')} FROM told GROUP BY activity) t USING (activity) JOIN people p USING (activity)`, [], options);
  const shown = rows.filter((r) => !isPersonal(version, 'resource') || enoughPeople(r.people));
  return { rules, activities: shown.map((r) => batching(r, names[r.a]!)).sort((x, y) => y.batched / y.instances - x.batched / x.instances || byText(x.activity, y.activity)), withheld: rows.length - shown.length };
}

function batching(r: Raw, activity: string): Batching {
  const [waitBatched, waitAlone] = [timesOf(r.b), timesOf(r.o)];
  return {
    activity, instances: r.n, batched: r.batched, batches: r.batches, meanSize: r.sizes / r.batches, waitBatched, waitAlone,
    extraWait: waitBatched === null || waitAlone === null ? null : waitBatched.median - waitAlone.median,
  };
}
