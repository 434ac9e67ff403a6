import { byText, namesOf } from '../../event-logs/questions/names.ts';
import type { Times } from './model.ts';
import type { Steps } from './steps.ts';
import { timesOfEach } from './times-of-each.ts';

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

interface Counts { readonly a: number; readonly b: number; readonly n: number; readonly cases: number; readonly unstarted: number; readonly open: number }

/** Waits and touch times of each activity, the one with the most waiting first. */
export async function activityTimes(steps: Steps): Promise<ActivityTimes[]> {
  const { c, version, table, options } = steps;
  const names = await namesOf(c, version, 'activity');
  const rows = await c.rows<Omit<Counts, 'b'>>(`SELECT activity AS a, count(*) AS n, count(*) FILTER (nth < 2) AS cases, count(*) FILTER ("start" IS NULL) AS unstarted, count(*) FILTER (complete IS NULL) AS open FROM ${table} GROUP BY activity`, [], options);
  const of = (column: string) => timesOfEach(steps, column, ['activity']);
  const [wait, workingWait, touch, workingTouch] = [await of('wait'), await of('worked_wait'), await of('touch'), await of('worked_touch')];
  return rows.map((r): ActivityTimes => ({
    activity: names[r.a]!, instances: r.n, cases: r.cases, withoutStart: r.unstarted, withoutCompletion: r.open,
    wait: wait(r.a), workingWait: workingWait(r.a), touch: touch(r.a), workingTouch: workingTouch(r.a),
  })).sort((x, y) => (y.wait?.total ?? 0) - (x.wait?.total ?? 0) || y.instances - x.instances || byText(x.activity, y.activity));
}

/** Waits between each activity and the one before it (that which completed last before it began), the longest in total first. */
export async function edgeTimes(steps: Steps): Promise<EdgeTimes[]> {
  const { c, version, table, options } = steps;
  const names = await namesOf(c, version, 'activity');
  // A case has a pair twice only where it has the activity twice.
  const rows = await c.rows<Omit<Counts, 'open'>>(`SELECT previous AS a, activity AS b, count(*) AS n, count(*) FILTER (nth = 0) + count(DISTINCT CASE WHEN nth > 0 THEN "case" END) AS cases, count(*) FILTER ("start" IS NULL) AS unstarted
    FROM ${table} WHERE previous IS NOT NULL GROUP BY previous, activity`, [], options);
  const of = (column: string) => timesOfEach(steps, column, ['previous', 'activity']);
  const [wait, workingWait] = [await of('wait'), await of('worked_wait')];
  return rows.map((r): EdgeTimes => ({ from: names[r.a]!, to: names[r.b]!, instances: r.n, cases: r.cases, withoutStart: r.unstarted, wait: wait(r.a, r.b)!, workingWait: workingWait(r.a, r.b) }))
    .sort((x, y) => y.wait.total - x.wait.total || y.instances - x.instances || byText(x.from, y.from) || byText(x.to, y.to));
}
