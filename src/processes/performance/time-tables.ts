import type { CsvValue } from '../../platform/http/index.ts';
import type { Agreed } from './agreed.ts';
import { activityTimes, edgeTimes } from './steps/activities.ts';
import { batches } from './steps/batches.ts';
import { bottlenecks, type WaitingCost } from './steps/bottlenecks.ts';
import { functionHandOvers, type HandOver, manyResourceHandOvers } from './steps/hand-overs.ts';
import type { Times } from './steps/model.ts';
import { rework } from './steps/rework.ts';
import type { Steps } from './steps/steps.ts';
import { resourceLoad } from './over-time/load.ts';

/** A table about the steps of cases as a file; times in seconds, money in minor units. */
export interface TimeTable {
  /** Of the file, and in its address. */
  readonly name: string;
  /** Of the route. */
  readonly id: string;
  readonly summary: string;
  readonly head: readonly string[];
  readonly rows: (steps: Steps, agreed: Agreed) => AsyncIterable<CsvValue[][]>;
}

const timesHead = (name: string) => [`${name}_n`, `${name}_mean_s`, `${name}_median_s`, `${name}_p90_s`, `${name}_total_s`];
const waitsHead = [...timesHead('wait'), ...timesHead('working_wait')];
const costHead = ['share_of_waiting', 'cost_low_minor', 'cost_high_minor', 'currency'];
const of = (t: Times | null): CsvValue[] => (t === null ? [0, null, null, null, null] : [t.n, t.mean, t.median, t.p90, t.total]);
const costOf = (share: number, cost: WaitingCost | null): CsvValue[] => [share, cost?.low.amount ?? null, cost?.high.amount ?? null, cost?.low.currency ?? null];
const most = 100_000;

/** The tables of the view of time. */
export const timeTables: readonly TimeTable[] = [
  {
    name: 'bottlenecks', id: 'downloadBottlenecks', summary: 'Waiting between each two steps as CSV, the most first', head: ['from', 'to', 'steps', 'cases', 'without_start', ...costHead, ...waitsHead],
    rows: async function* (steps, { delayCostAnHour }) { yield bottlenecks(await edgeTimes(steps), delayCostAnHour).map((e) => [e.from, e.to, e.instances, e.cases, e.withoutStart, ...costOf(e.share, e.cost), ...of(e.wait), ...of(e.workingWait)]); },
  },
  {
    name: 'activities', id: 'downloadActivityTimes', summary: 'Waits and touch times of each activity as CSV', head: ['activity', 'steps', 'cases', 'without_start', 'without_completion', ...waitsHead, ...timesHead('touch'), ...timesHead('working_touch')],
    rows: async function* (steps) { yield (await activityTimes(steps)).map((a) => [a.activity, a.instances, a.cases, a.withoutStart, a.withoutCompletion, ...of(a.wait), ...of(a.workingWait), ...of(a.touch), ...of(a.workingTouch)]); },
  },
  {
    name: 'rework', id: 'downloadRework', summary: 'Activities done again in a case as CSV', head: ['activity', 'cases', 'cases_again', 'repeats', 'at_once', ...waitsHead, ...timesHead('touch'), ...timesHead('working_touch')],
    rows: async function* (steps) { yield (await rework(steps)).map((r) => [r.activity, r.cases, r.casesAgain, r.repeats, r.atOnce, ...of(r.wait), ...of(r.workingWait), ...of(r.touch), ...of(r.workingTouch)]); },
  },
  {
    name: 'hand-overs', id: 'downloadHandOvers', summary: 'Hand-overs between functions, and between resources that are no persons, as CSV', head: ['between', 'from', 'to', 'hand_overs', 'cases', ...waitsHead],
    rows: async function* (steps, { functions }) {
      const lines = (kind: string, list: readonly HandOver[]): CsvValue[][] => list.map((h) => [kind, h.from, h.to, h.handOvers, h.cases, ...of(h.wait), ...of(h.workingWait)]);
      if (functions !== null) yield lines('functions', (await functionHandOvers(steps, { activities: Object.fromEntries(functions) })).handOvers);
      for await (const list of manyResourceHandOvers(steps, most)) yield lines('resources', list);
    },
  },
  {
    name: 'batches', id: 'downloadBatching', summary: 'Activities done in batches as CSV', head: ['activity', 'steps', 'in_batches', 'batches', 'mean_cases', 'extra_wait_median_s', ...timesHead('wait_in_batches'), ...timesHead('wait_alone')],
    rows: async function* (steps) { yield (await batches(steps)).activities.map((b) => [b.activity, b.instances, b.batched, b.batches, b.meanSize, b.extraWait, ...of(b.waitBatched), ...of(b.waitAlone)]); },
  },
  {
    name: 'load', id: 'downloadLoad', summary: 'Work by hour of the week as CSV', head: ['hour_of_week', 'busy_s', 'begun', 'completed', 'resources'],
    rows: async function* (steps, { zone }) { yield (await resourceLoad(steps, zone)).hours.map((h) => [h.hourOfWeek, h.busySeconds, h.begun, h.completed, h.resources]); },
  },
];
