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
  readonly workingWait: Times | null;
  readonly touch: Times | null;
  readonly workingTouch: Times | null;
}

interface Raw { readonly a: number; readonly cases: number; readonly again: number; readonly repeats: number; readonly at_once: number; readonly w: RawTimes; readonly ww: RawTimes; readonly t: RawTimes; readonly wt: RawTimes }

/** The activities that are done again in a case, those repeated most first. */
export async function rework({ c, version, table, options }: Steps): Promise<Rework[]> {
  const names = await namesOf(c, version, 'activity');
  // Most steps are done once: only those of the other cases are put in order.
  const rows = await c.rows<Raw>(`WITH done AS MATERIALIZED (SELECT "case", activity, count(*) AS n FROM ${table} GROUP BY ALL),
    again AS (SELECT * FROM (SELECT s.*, ${nthSql} AS nth FROM ${table} s JOIN done USING ("case", activity) WHERE done.n > 1) WHERE nth > 1),
    repeats AS (SELECT activity, count(*) AS repeats, count(*) FILTER (previous = activity) AS at_once, ${timesSql('wait', 'w')}, ${timesSql('worked_wait', 'ww')}, ${timesSql('touch', 't')}, ${timesSql('worked_touch', 'wt')} FROM again GROUP BY activity)
    SELECT activity AS a, any_value(cases) AS cases, any_value(more) AS again, any_value(repeats) AS repeats, any_value(at_once) AS at_once, any_value(w) AS w, any_value(ww) AS ww, any_value(t) AS t, any_value(wt) AS wt
    FROM repeats JOIN (SELECT activity, count(*) AS cases, count(*) FILTER (n > 1) AS more FROM done GROUP BY activity) USING (activity) GROUP BY activity`, [], options);
  return rows.map((r): Rework => ({ activity: names[r.a]!, cases: r.cases, casesAgain: r.again, repeats: r.repeats, atOnce: r.at_once, wait: timesOf(r.w), workingWait: timesOf(r.ww), touch: timesOf(r.t), workingTouch: timesOf(r.wt) }))
    .sort((x, y) => y.repeats - x.repeats || byText(x.activity, y.activity));
}

/** The how manieth time it is that a case has this activity. */
export const nthSql = 'row_number() OVER (PARTITION BY "case", activity ORDER BY begun, "row")';
