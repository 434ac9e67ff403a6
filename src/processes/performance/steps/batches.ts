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
  const rows = await c.rows<Raw>(`WITH done AS (SELECT *, coalesce(epoch_us(complete) - lag(epoch_us(complete)) OVER w > ${Math.round(rules.gapSeconds * 1e6)}, true) AS opens FROM ${table}
      WHERE complete IS NOT NULL AND resource IS NOT NULL WINDOW w AS (PARTITION BY activity, resource ORDER BY complete, "row")),
    runs AS (SELECT *, sum(opens::INTEGER) OVER (PARTITION BY activity, resource ORDER BY complete, "row" ROWS UNBOUNDED PRECEDING) AS run FROM done),
    sizes AS (SELECT activity, resource, run, count(DISTINCT "case") AS cases FROM runs GROUP BY ALL),
    told AS (SELECT r.*, s.cases >= ${rules.leastCases} AS batched FROM runs r JOIN sizes s USING (activity, resource, run)),
    found AS (SELECT activity, count(*) AS batches, sum(cases)::BIGINT AS sizes FROM sizes WHERE cases >= ${rules.leastCases} GROUP BY activity)
    SELECT activity AS a, count(*) AS n, count(DISTINCT resource) AS people, count(*) FILTER (batched) AS batched, any_value(f.batches) AS batches, any_value(f.sizes) AS sizes,
      ${timesSql('CASE WHEN batched THEN wait END', 'b')}, ${timesSql('CASE WHEN NOT batched THEN wait END', 'o')}
    FROM told JOIN found f USING (activity) GROUP BY activity`, [], options);
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
