import { enoughPeople } from '../../../platform/personal/index.ts';
import { byText, namesOf } from '../../event-logs/questions/names.ts';
import { isPersonal } from '../../event-logs/questions/filter-attribute.ts';
import { type RawTimes, type Times, timesOf, timesSql } from './model.ts';
import type { Steps } from './steps.ts';

/** What counts as a batch: so many cases at least, each completed within the gap after the one before, by one resource. */
export interface BatchRules {
  readonly gapSeconds: number;
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

/** Activities of which several cases are completed together by one resource, the ones most batched first. */
export async function batches({ c, version, table, options }: Steps, rules: BatchRules = batchRules): Promise<Batches> {
  const names = await namesOf(c, version, 'activity');
  const { gapSeconds, leastCases } = rules;
  // Few runs are long enough: what is dear is done for those alone.
  const rows = await c.rows<Raw>(`WITH done AS (SELECT activity, resource, "case", complete, wait, "row", coalesce(epoch_us(complete) - lag(epoch_us(complete)) OVER w > ${Math.round(gapSeconds * 1e6)}, true) AS opens FROM ${table}
      WHERE complete IS NOT NULL AND resource IS NOT NULL WINDOW w AS (PARTITION BY activity, resource ORDER BY complete, "row")),
    runs AS MATERIALIZED (SELECT activity, resource, "case", wait, (sum(opens::INTEGER) OVER (PARTITION BY activity, resource ORDER BY complete, "row" ROWS UNBOUNDED PRECEDING))::BIGINT AS run FROM done),
    long AS (SELECT activity, resource, run FROM runs GROUP BY ALL HAVING count(*) >= ${leastCases}),
    sizes AS MATERIALIZED (SELECT activity, resource, run, count(DISTINCT "case") AS cases FROM runs JOIN long USING (activity, resource, run) GROUP BY ALL HAVING cases >= ${leastCases}),
    found AS (SELECT activity, count(*) AS batches, sum(cases)::BIGINT AS sizes FROM sizes GROUP BY activity),
    told AS (SELECT r.activity, r.resource, r.wait, s.cases IS NOT NULL AS batched FROM runs r SEMI JOIN found USING (activity) LEFT JOIN sizes s USING (activity, resource, run))
    SELECT t.*, f.batches, f.sizes FROM found f JOIN (SELECT activity, activity AS a, count(*) AS n, count(DISTINCT resource) AS people, count(*) FILTER (batched) AS batched,
      ${timesSql('CASE WHEN batched THEN wait END', 'b')}, ${timesSql('CASE WHEN NOT batched THEN wait END', 'o')} FROM told GROUP BY activity) t USING (activity)`, [], options);
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
