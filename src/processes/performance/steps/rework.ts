import { byText, namesOf } from '../../event-logs/questions/names.ts';
import { type RawTimes, type Times, timesOf, timesSql } from './model.ts';
import type { Steps } from './steps.ts';

/** How often an activity is done again in the same case. */
export interface Rework {
  readonly activity: string;
  /** Cases in which it was done at all, and more than once. */
  readonly cases: number;
  readonly casesAgain: number;
  /** Instances beyond the first of each case, and those of them that follow the activity itself directly. */
  readonly repeats: number;
  readonly atOnce: number;
  /** Waiting before the repeats, and the time spent on them where start and completion are known. */
  readonly wait: Times | null;
  readonly touch: Times | null;
}

interface Raw { readonly a: number; readonly cases: number; readonly again: number; readonly repeats: number; readonly at_once: number; readonly w: RawTimes; readonly t: RawTimes }

/** The activities that are done again in a case, those repeated most first. */
export async function rework({ c, version, table, options }: Steps): Promise<Rework[]> {
  const names = await namesOf(c, version, 'activity');
  const rows = await c.rows<Raw>(`SELECT activity AS a, count(DISTINCT "case") AS cases, count(DISTINCT "case") FILTER (nth > 1) AS again, count(*) FILTER (nth > 1) AS repeats, count(*) FILTER (nth > 1 AND previous = activity) AS at_once,
    ${timesSql('wait_again', 'w')}, ${timesSql('touch_again', 't')}
    FROM (SELECT *, CASE WHEN nth > 1 THEN wait END AS wait_again, CASE WHEN nth > 1 THEN touch END AS touch_again FROM (SELECT *, ${nthSql} AS nth FROM ${table}))
    GROUP BY activity HAVING repeats > 0`, [], options);
  return rows.map((r): Rework => ({ activity: names[r.a]!, cases: r.cases, casesAgain: r.again, repeats: r.repeats, atOnce: r.at_once, wait: timesOf(r.w), touch: timesOf(r.t) }))
    .sort((x, y) => y.repeats - x.repeats || byText(x.activity, y.activity));
}

/** The how manieth time it is that a case has this activity. */
export const nthSql = 'row_number() OVER (PARTITION BY "case", activity ORDER BY begun, "row")';
