import type { EngineConnection } from '../../../platform/event-engine/index.ts';
import type { DatasetVersion } from '../../event-logs/versions/index.ts';
import { activityTimes, type ActivityTimes } from './activities.ts';
import { type StepsQuestion, withSteps } from './steps.ts';

/** An activity in two sets of cases; null in the one that has none of it. */
export interface Pair {
  readonly a: ActivityTimes | null;
  readonly b: ActivityTimes | null;
  /** Median wait of b less that of a, in seconds; null where either has none. */
  readonly waitDifference: number | null;
  /** How often a case has it in b less how often in a, a mean over all cases. */
  readonly timesACaseDifference: number;
}

/** Two sets of cases, as two variants or two filters choose them, beside each other. */
export interface SideBySide {
  readonly cases: { readonly a: number; readonly b: number };
  /** Those with the largest difference of waiting a case first. */
  readonly activities: readonly Pair[];
}

interface Side { readonly cases: number; readonly activities: readonly ActivityTimes[] }

/** Compares the times of two sets of cases of a log. */
export async function sideBySide(c: EngineConnection, version: DatasetVersion, a: StepsQuestion, b: StepsQuestion): Promise<SideBySide> {
  const [of, against] = [await sideOf(c, version, a), await sideOf(c, version, b)];
  const cases = { a: of.cases, b: against.cases };
  return { cases, activities: pairs(of.activities, against.activities, cases) };
}

async function sideOf(c: EngineConnection, version: DatasetVersion, question: StepsQuestion): Promise<Side> {
  return withSteps(c, version, question, async (steps) => {
    const [found] = await c.rows<{ n: number }>(`SELECT count(DISTINCT "case") AS n FROM ${steps.table}`, [], steps.options);
    return { cases: found?.n ?? 0, activities: await activityTimes(steps) };
  });
}

function pairs(a: readonly ActivityTimes[], b: readonly ActivityTimes[], cases: { a: number; b: number }): Pair[] {
  const [ofA, ofB] = [new Map(a.map((x) => [x.activity, x])), new Map(b.map((x) => [x.activity, x]))];
  const perCase = (total: number | undefined, n: number) => (n === 0 ? 0 : (total ?? 0) / n);
  const found = [...new Set([...ofA.keys(), ...ofB.keys()])].map((k) => {
    const [x, y] = [ofA.get(k) ?? null, ofB.get(k) ?? null];
    const waitDifference = x?.wait == null || y?.wait == null ? null : y.wait.median - x.wait.median;
    const size = Math.abs(perCase(y?.wait?.total, cases.b) - perCase(x?.wait?.total, cases.a));
    return { pair: { a: x, b: y, waitDifference, timesACaseDifference: perCase(y?.instances, cases.b) - perCase(x?.instances, cases.a) }, size, k };
  });
  return found.sort((x, y) => y.size - x.size || (x.k < y.k ? -1 : 1)).map((f) => f.pair);
}
