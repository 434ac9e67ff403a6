import { quantileSorted } from '../../maths/statistics/index.ts';
import type { Process } from '../../organisation/index.ts';
import type { Times } from '../performance/steps/model.ts';
import type { StepWaits } from './model.ts';

/** The functions from the root of the tree down to one. */
export function pathOf(functions: ReadonlyMap<string, string | undefined>, id: string): string[] {
  const path: string[] = [];
  for (let at: string | undefined = id; at !== undefined && !path.includes(at); at = functions.get(at)) path.unshift(at);
  return path;
}

/** The function that does a step of a process: that of the activity, where the register names one, else that of the process. */
export function functionOfStep({ activities, function: own }: Pick<Process, 'activities' | 'function'>, step: string): string {
  return activities.find((a) => a.name === step)?.function ?? own;
}

/** What is rolled up: hand-overs of an edge with the functions of both steps, from the root down. */
export interface Between extends Pick<StepWaits, 'n' | 'total' | 'working' | 'waits'> {
  readonly edge: string;
  readonly from: readonly string[];
  readonly to: readonly string[];
}

/** Two functions between which work is handed over. */
export interface TwoFunctions {
  readonly from: string;
  readonly to: string;
}

/**
 * The functions between which a step is handed over, where the two paths first differ; null within a function, or between one and a part of it.
 * @example twoFunctions({ from: ['firm', 'sales'], to: ['firm', 'stores', 'goods-in'] }) // { from: 'sales', to: 'stores' }
 */
export function twoFunctions({ from, to }: Pick<Between, 'from' | 'to'>): TwoFunctions | null {
  const level = from.findIndex((f, i) => f !== to[i]);
  const [left, taken] = [from[level], to[level]];
  return level < 0 || left === undefined || taken === undefined ? null : { from: left, to: taken };
}

/** The waits between two functions, over all links between steps below them. */
export interface FunctionWaits extends TwoFunctions {
  readonly edges: number;
  readonly wait: Times | null;
  /** Seconds in working hours of those that take up; null where one of them has none. */
  readonly working: number | null;
}

/** Hand-overs by pair of functions, and those that stay within one. */
export interface ByFunctions {
  readonly pairs: readonly FunctionWaits[];
  readonly within: { readonly n: number; readonly total: number };
}

/**
 * Hand-overs by pair of functions, at the highest level of the tree at which the two differ; one within a function, or between a function
 * and a part of it, is between none. Most waiting first.
 */
export function byFunctions(hands: readonly Between[]): ByFunctions {
  const pairs = new Map<string, { from: string; to: string; all: Between[] }>();
  const within = { n: 0, total: 0 };
  for (const hand of hands) {
    const two = twoFunctions(hand);
    if (two === null) {
      within.n += hand.n;
      within.total += hand.total;
      continue;
    }
    const key = JSON.stringify([two.from, two.to]);
    const pair = pairs.get(key) ?? { ...two, all: [] };
    pair.all.push(hand);
    pairs.set(key, pair);
  }
  const told = [...pairs.values()].map(({ from, to, all }): FunctionWaits => ({ from, to, edges: new Set(all.map((h) => h.edge)).size, wait: timesOfAll(all.map((h) => h.waits)), working: all.some((h) => h.working === null) ? null : all.reduce((sum, h) => sum + h.working!, 0) }));
  return { pairs: told.sort((x, y) => (y.wait?.total ?? 0) - (x.wait?.total ?? 0)), within };
}

function timesOfAll(lists: readonly (Float64Array | null)[]): Times | null {
  const known = lists.filter((l) => l !== null);
  const all = new Float64Array(known.reduce((n, l) => n + l.length, 0));
  let at = 0;
  for (const l of known) { all.set(l, at); at += l.length; }
  if (known.length < lists.length || all.length === 0) return null;
  all.sort();
  const total = all.reduce((sum, x) => sum + x, 0);
  return { unit: 's', n: all.length, mean: total / all.length, median: quantileSorted(all, 0.5)!, p90: quantileSorted(all, 0.9)!, total };
}
