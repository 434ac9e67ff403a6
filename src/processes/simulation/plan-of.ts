import { quantileAt } from '../../maths/distributions/index.ts';
import { keyedUniform } from '../../maths/random/index.ts';
import { weekday } from '../../maths/time/index.ts';
import { drawArrivals } from './arrivals.ts';
import type { PoolModel, SimulatedWindow, SimulationModel, StaffedStretch } from './model.ts';
import type { CapacityChanges, Draws, Plan, PlannedCases, Routes } from './plan.ts';
import type { Scenario } from './scenario.ts';
import { besides, waitsFor } from './side-by-side.ts';
import { hourOfWeek, slotsOf, type Slots } from './slots.ts';

/** Purposes of keyed luck beside those of a step (0 to 2). */
const ROUTE = 11, STAFF_DAY = 12, STAFF_ROUND = 13;

/** A model made ready to be run often: what does not depend on luck or changes. */
export interface Prepared {
  readonly model: SimulationModel;
  readonly window: SimulatedWindow;
  readonly routes: Routes;
  readonly slots: Slots;
}

/** Prepares runs of a model over a window, with the warm-up before it. */
export function prepare(model: SimulationModel, window: SimulatedWindow): Prepared {
  const { from, activities, classes, sideBySide } = model.routes;
  const beside = besides(sideBySide);
  const kinds = new Int32Array(activities.length), after = new Int32Array(activities.length), delays = new Int32Array(activities.length).fill(-1);
  const delayOf = new Map(model.delays.map((d, i) => [`${d.kind} ${d.after} ${d.next}`, i]));
  for (let r = 0; r < classes.length; r++) {
    const route = activities.subarray(from[r], from[r + 1]);
    route.forEach((a, i) => { kinds[from[r]! + i] = classes[r]! * model.activities.length + a; });
    waitsFor(route, beside).forEach((before, i) => {
      const step = from[r]! + i;
      after[step] = before;
      const key = `${kinds[step]} ${route[before]}`;
      delays[step] = delayOf.get(`${key} ${route[i + 1] ?? -1}`) ?? delayOf.get(`${key} null`) ?? -1;
    });
  }
  return { model, window, routes: { from, kinds, after, delays }, slots: slotsOf(model.zone, window.from - model.warmUpSeconds * 1000, window.until) };
}

/** The plan of one run: the same seed has the same cases, days of people and hands-on times, whatever the scenario changes. */
export function planOf({ model, window, routes, slots }: Prepared, scenario: Scenario, seed: number): Plan {
  const origin = slots.starts[0] ?? window.from;
  const seconds = (ms: number) => (ms - origin) / 1000;
  const { times, keys } = drawArrivals({ ...model.arrivals, known: [...model.arrivals.known, ...scenario.known] }, { holidays: new Set(model.holidays), factor: scenario.arrivals, seed }, slots);
  return {
    until: seconds(window.until), countedFrom: seconds(window.from), routes, cases: casesOf(model, Float64Array.from(times, seconds), keys, seed),
    kinds: model.kinds.map(({ pool, ends }) => ({ pool, ends })), pools: model.pools.map(({ newestFirst }) => ({ newestFirst })),
    capacity: capacityOf(model, slots, scenario, seed, seconds), stops: scenario.stops.map(({ kind, from, until }) => ({ kind, from: seconds(from), until: seconds(until) })),
    draws: drawsOf(model, slots, scenario, seed),
  };
}

function casesOf({ routes: { cumulated } }: SimulationModel, arrivals: Float64Array, keys: Int32Array, seed: number): PlannedCases {
  const total = cumulated.at(-1) ?? 0;
  const routes = keys.map((key) => {
    const at = keyedUniform(seed, ROUTE, key) * total;
    let [lo, hi] = [0, cumulated.length - 1];
    while (lo < hi) {
      const middle = (lo + hi) >> 1;
      if (cumulated[middle]! > at) hi = middle;
      else lo = middle + 1;
    }
    return lo;
  });
  return { arrivals, keys, routes };
}

function capacityOf({ pools, holidays }: SimulationModel, { starts, days, halves }: Slots, { people, staffed }: Scenario, seed: number, seconds: (ms: number) => number): CapacityChanges {
  const closed = new Set(holidays);
  const times: number[] = [], which: number[] = [], capacities: number[] = [];
  const before = pools.map(() => -1);
  for (let i = 0; i < starts.length; i++) {
    const day = days[i]!;
    pools.forEach((pool, p) => {
      const there = (knownOn(staffed[p], day) ?? knownOn(pool.known, day) ?? drawnDay(pool, p, day, closed.has(day), seed))?.[halves[i]!] ?? 0;
      const capacity = capacityAt(pool, p, day, there, people[p]!, seed);
      if (capacity === before[p]) return;
      before[p] = capacity;
      times.push(seconds(starts[i]!));
      which.push(p);
      capacities.push(capacity);
    });
  }
  return { times: Float64Array.from(times), pools: Int32Array.from(which), capacities: Int32Array.from(capacities) };
}

function knownOn(stretch: StaffedStretch | undefined, day: number): Uint16Array | undefined {
  return stretch?.days[day - stretch.from];
}

/** A day as one that was seen. */
function drawnDay(pool: PoolModel, p: number, day: number, holiday: boolean, seed: number): Uint16Array | undefined {
  const seen = pool.days[holiday ? 7 : weekday(day) - 1]!;
  return seen[Math.floor(keyedUniform(seed, STAFF_DAY, p, day) * seen.length)];
}

/** Pieces of work that the people who are there can have in hand: people who come or go in proportion, whole people by luck of the day. */
function capacityAt(pool: PoolModel, p: number, day: number, there: number, by: number, seed: number): number {
  const wanted = there * Math.max(0, (pool.people + by) / Math.max(1, pool.people)) * pool.atOnce;
  return Number.isInteger(wanted) ? wanted : Math.floor(wanted + keyedUniform(seed, STAFF_ROUND, p, day));
}

function drawsOf({ kinds, delays }: SimulationModel, { starts, ends, days, halves }: Slots, { skip, touch }: Scenario, seed: number): Draws {
  const origin = starts[0] ?? 0;
  const hourAt = (secondsAfter: number): number => {
    const t = origin + secondsAfter * 1000;
    let i = Math.min(starts.length - 1, Math.floor((t - origin) / 1_800_000));
    while (i > 0 && starts[i]! > t) i--;
    while (i + 1 < starts.length && ends[i]! <= t) i++;
    return hourOfWeek(days[i]!, halves[i]!);
  };
  return {
    uniform: (purpose, key, step) => keyedUniform(seed, purpose, key, step),
    touch: (kind, u) => quantileAt(kinds[kind]!.touch, u) * touch[kind]!,
    delay: (which, ready, u) => {
      const { tables, at } = delays[which]!;
      return quantileAt(tables.length === 1 ? tables[0]! : tables[at[hourAt(ready)]!]!, u);
    },
    skipped: (kind, u) => skip[kind]! > 0 && u < skip[kind]!,
  };
}
