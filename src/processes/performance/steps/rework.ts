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
  const again = (column: string, as: string) => timesSql(`CASE WHEN nth = 2 THEN ${column} END`, as);
  const rows = await c.rows<Raw>(`SELECT activity AS a, count(*) FILTER (nth < 2) AS cases, count(*) FILTER (nth = 1) AS again, count(*) FILTER (nth = 2) AS repeats, count(*) FILTER (nth = 2 AND previous = activity) AS at_once,
    ${again('wait', 'w')}, ${again('worked_wait', 'ww')}, ${again('touch', 't')}, ${again('worked_touch', 'wt')} FROM ${table} GROUP BY activity HAVING repeats > 0`, [], options);
  return rows.map((r): Rework => ({ activity: names[r.a]!, cases: r.cases, casesAgain: r.again, repeats: r.repeats, atOnce: r.at_once, wait: timesOf(r.w), workingWait: timesOf(r.ww), touch: timesOf(r.t), workingTouch: timesOf(r.wt) }))
    .sort((x, y) => y.repeats - x.repeats || byText(x.activity, y.activity));
}
