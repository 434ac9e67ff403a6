import { enoughPeople } from '../../platform/personal/index.ts';
import { isPersonal } from '../event-logs/questions/filter-attribute.ts';
import type { Agreed } from './agreed.ts';
import { type ActivityTimes, activityTimes, type EdgeTimes, edgeTimes } from './steps/activities.ts';
import { type Batches, batches } from './steps/batches.ts';
import { bottlenecks, type WaitingCost } from './steps/bottlenecks.ts';
import { functionHandOvers, type HandOver, type HandOvers, handOvers, resourceCount, resourceHandOvers } from './steps/hand-overs.ts';
import { type Rework, rework } from './steps/rework.ts';
import type { Steps } from './steps/steps.ts';
import { type ResourceLoad, resourceLoad } from './over-time/load.ts';

/** A place where cases wait, with its share of all waiting and what that would cost; 0 and null where nothing waits. */
export type Ranked<T> = T & { readonly share: number; readonly cost: WaitingCost | null };

/** Where the time of the cases in view goes. */
export interface TimeFindings {
  readonly steps: { readonly cases: number; readonly count: number; readonly withoutStart: number; readonly withoutCompletion: number; readonly from: number | null; readonly to: number | null };
  /** All waiting before steps, in seconds: elapsed, and in working time where there is a calendar. */
  readonly waiting: { readonly elapsed: number; readonly working: number | null; readonly cost: WaitingCost | null };
  readonly activities: readonly Ranked<ActivityTimes>[];
  readonly edges: readonly Ranked<EdgeTimes>[];
  readonly rework: readonly Rework[];
  /** Null where fewer than five people do the steps. */
  readonly handOvers: HandOvers | null;
  /** Null where resources are persons. */
  readonly resources: readonly HandOver[] | null;
  /** Null where the register names no function of an activity. */
  readonly functions: { readonly of: ReadonlyMap<string, string>; readonly handOvers: readonly HandOver[]; readonly unmapped: number } | null;
  readonly batches: Batches;
  readonly load: ResourceLoad;
  /** Steps that began once their case was complete: in no other figure. */
  readonly later: readonly ActivityTimes[];
}

/** So many pairs of resources are told. */
const MOST_PAIRS = 50;

/** Everything that is asked of the steps of some cases. */
export async function timeFindings(steps: Steps, agreed: Agreed): Promise<TimeFindings> {
  const activities = ranked(await activityTimes(steps), agreed);
  return {
    ...await wholeOf(steps, activities), activities, edges: ranked(await edgeTimes(steps), agreed), rework: await rework(steps),
    handOvers: isPersonal(steps.version, 'resource') && !enoughPeople(await resourceCount(steps)) ? null : await handOvers(steps),
    resources: await resourceHandOvers(steps, MOST_PAIRS), functions: await functionsIn(steps, agreed.functions),
    batches: await batches(steps), load: await resourceLoad(steps, agreed.zone),
    later: steps.later === null ? [] : await activityTimes({ ...steps, table: steps.later }),
  };
}

function ranked<T extends ActivityTimes | EdgeTimes>(places: readonly T[], { delayCostAnHour }: Agreed): Ranked<T>[] {
  const waiting = new Map(bottlenecks(places.map((place) => ({ place, wait: place.wait, workingWait: place.workingWait })), delayCostAnHour).map((b) => [b.place, b]));
  return [...[...waiting].map(([place, { share, cost }]) => ({ ...place, share, cost })), ...places.filter((p) => !waiting.has(p)).map((p) => ({ ...p, share: 0, cost: null }))];
}

async function wholeOf({ c, table, options, working }: Steps, activities: readonly Ranked<ActivityTimes>[]): Promise<Pick<TimeFindings, 'steps' | 'waiting'>> {
  const [seen] = await c.rows<{ cases: number; lo: number | null; hi: number | null }>(`SELECT count(DISTINCT "case") AS cases, epoch_us(min(begun)) AS lo, epoch_us(max(coalesce(complete, begun))) AS hi FROM ${table}`, [], options);
  const sum = (of: (a: Ranked<ActivityTimes>) => number) => activities.reduce((n, a) => n + of(a), 0);
  const costs = activities.flatMap((a) => (a.cost === null ? [] : [a.cost]));
  const all = (end: 'low' | 'high') => ({ amount: costs.reduce((n, x) => n + x[end].amount, 0), currency: costs[0]!.low.currency });
  return {
    steps: { cases: seen?.cases ?? 0, count: sum((a) => a.instances), withoutStart: sum((a) => a.withoutStart), withoutCompletion: sum((a) => a.withoutCompletion), from: seen?.lo ?? null, to: seen?.hi ?? null },
    waiting: { elapsed: sum((a) => a.wait?.total ?? 0), working: working ? sum((a) => a.workingWait?.total ?? 0) : null, cost: costs.length === 0 ? null : { low: all('low'), high: all('high'), cashable: false } },
  };
}

async function functionsIn(steps: Steps, of: Agreed['functions']): Promise<TimeFindings['functions']> {
  return of === null ? null : { of, ...await functionHandOvers(steps, { activities: Object.fromEntries(of) }) };
}
