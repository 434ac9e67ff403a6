import { byText, namesOf } from '../../event-logs/questions/names.ts';
import { type RawTimes, type Times, timesOf, timesSql } from './model.ts';
import type { Steps } from './steps.ts';

/** How long an activity waits and takes. Elapsed times, and working times where there is a calendar. */
export interface ActivityTimes {
  readonly activity: string;
  /** How often it was done, and in how many cases. */
  readonly instances: number;
  readonly cases: number;
  /** Instances whose start is not known: they wait until they complete, and have no touch time. */
  readonly withoutStart: number;
  /** Instances that began and were not seen to complete. */
  readonly withoutCompletion: number;
  /** From the completion of the step before to the start (or completion, where no start is known); null where nothing ever went before. */
  readonly wait: Times | null;
  readonly workingWait: Times | null;
  /** From start to completion, where both are known. */
  readonly touch: Times | null;
  readonly workingTouch: Times | null;
}

/** How long cases wait between two activities. */
export interface EdgeTimes {
  readonly from: string;
  readonly to: string;
  readonly instances: number;
  readonly cases: number;
  /** Of these, steps whose start is not known. */
  readonly withoutStart: number;
  readonly wait: Times;
  readonly workingWait: Times | null;
}

interface Raw { readonly a: number; readonly b: number; readonly n: number; readonly cases: number; readonly unstarted: number; readonly open: number; readonly w: RawTimes; readonly ww: RawTimes; readonly t: RawTimes; readonly wt: RawTimes }

/** Waits and touch times of each activity, the one with the most waiting first. */
export async function activityTimes({ c, version, table, options }: Steps): Promise<ActivityTimes[]> {
  const names = await namesOf(c, version, 'activity');
  const rows = await c.rows<Raw>(`SELECT activity AS a, count(*) AS n, count(*) FILTER (nth < 2) AS cases, count(*) FILTER ("start" IS NULL) AS unstarted, count(*) FILTER (complete IS NULL) AS open,
    ${timesSql('wait', 'w')}, ${timesSql('worked_wait', 'ww')}, ${timesSql('touch', 't')}, ${timesSql('worked_touch', 'wt')} FROM ${table} GROUP BY activity`, [], options);
  return rows.map((r): ActivityTimes => ({
    activity: names[r.a]!, instances: r.n, cases: r.cases, withoutStart: r.unstarted, withoutCompletion: r.open,
    wait: timesOf(r.w), workingWait: timesOf(r.ww), touch: timesOf(r.t), workingTouch: timesOf(r.wt),
  })).sort((x, y) => (y.wait?.total ?? 0) - (x.wait?.total ?? 0) || y.instances - x.instances || byText(x.activity, y.activity));
}

/** Waits between each activity and the one before it (that which completed last before it began), the longest in total first. */
export async function edgeTimes({ c, version, table, options }: Steps): Promise<EdgeTimes[]> {
  const names = await namesOf(c, version, 'activity');
  // A case has a pair twice only where it has the activity twice.
  const rows = await c.rows<Omit<Raw, 't' | 'wt'>>(`SELECT previous AS a, activity AS b, count(*) AS n, count(*) FILTER (nth = 0) + count(DISTINCT CASE WHEN nth > 0 THEN "case" END) AS cases, count(*) FILTER ("start" IS NULL) AS unstarted,
    ${timesSql('wait', 'w')}, ${timesSql('worked_wait', 'ww')} FROM ${table} WHERE previous IS NOT NULL GROUP BY previous, activity`, [], options);
  return rows.map((r): EdgeTimes => ({ from: names[r.a]!, to: names[r.b]!, instances: r.n, cases: r.cases, withoutStart: r.unstarted, wait: timesOf(r.w)!, workingWait: timesOf(r.ww) }))
    .sort((x, y) => y.wait.total - x.wait.total || y.instances - x.instances || byText(x.from, y.from) || byText(x.to, y.to));
}
