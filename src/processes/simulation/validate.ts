import { kolmogorovSmirnov, wasserstein1 } from '../../maths/distributions/index.ts';
import { seededRandom, shuffled } from '../../maths/random/index.ts';
import { mean, quantileSorted } from '../../maths/statistics/index.ts';
import type { Outcome } from './outcome.ts';

/** What really happened in a window, as `Outcome` says it of a run. */
export interface Observed {
  /** Seconds, ascending; at most 20,000 drawn from more. */
  readonly cycleTimes: Float64Array;
  /** The same in weeks 0, 2, 4 … and in the others. */
  readonly halves: readonly [Float64Array, Float64Array];
  readonly weekly: readonly number[];
  /** Cases begun in each week, by the day number of its Monday. */
  readonly begun: readonly { readonly monday: number; readonly begun: number }[];
}

/** How far a simulation is from weeks that it was not calibrated on, and how far real weeks are from one another. */
export interface Validation {
  readonly verdict: 'good' | 'fair' | 'poor' | 'none';
  /** In words. */
  readonly says: string;
  readonly weeks: number;
  readonly cases: number;
  readonly cycleTime: {
    /** Median hours, real and simulated. */
    readonly real: number | null;
    readonly simulated: number | null;
    /** Wasserstein-1 distance in hours, and as a share of the real mean, with as many cases a week as really came. */
    readonly distance: number | null;
    readonly share: number | null;
    /** The same share with the cases that were to be expected from the weeks before. */
    readonly expected: number | null;
    /** Kolmogorov–Smirnov distance. */
    readonly ks: number | null;
    /** Wasserstein-1 in hours between alternate real weeks, between random halves of the real cases, and from the weeks before to the held-back ones. */
    readonly noise: { readonly weeks: number | null; readonly halves: number | null; readonly before: number | null };
  };
  readonly throughput: {
    /** Cases completed a week, real and simulated. */
    readonly real: number | null;
    readonly simulated: number | null;
    /** Mean distance of a real week from the simulated mean of that week, as a share of the real mean. */
    readonly share: number | null;
    /** The same of a real week from the mean of the real weeks. */
    readonly noise: number | null;
  };
}

/** Bounds of verdicts, shares of the real mean; twice the noise of real weeks is good wherever it is more. */
export const verdicts = { goodCycle: 0.1, fairCycle: 0.25, goodThroughput: 0.1, fairThroughput: 0.2, noise: 2, leastCases: 30 } as const;

const noiseSplits = 20;

/**
 * Compares runs with what really happened in the held-back weeks: how cases went from runs to which as many came as really did, how many from
 * runs that had to expect them. `before` is what really happened in the weeks before.
 */
export function validationOf(real: Observed, before: Observed, { told, expecting }: { readonly told: readonly Outcome[]; readonly expecting: readonly Outcome[] }): Validation {
  const timesOf = (runs: readonly Outcome[]) => Float64Array.from(runs.flatMap((r) => [...r.cycleTimes])).sort();
  const simulated = timesOf(told);
  const distance = apart(real.cycleTimes, simulated);
  const realMean = mean([...real.cycleTimes]);
  const hours = (seconds: number | null) => (seconds === null ? null : seconds / 3600);
  const noise = { weeks: hours(apart(...real.halves)), halves: hours(halvesApart(real.cycleTimes)), before: hours(apart(before.cycleTimes, real.cycleTimes)) };
  const share = (d: number | null) => (d === null || !(realMean! > 0) ? null : d / realMean!);
  const cycleTime = {
    real: hours(quantileSorted(real.cycleTimes, 0.5)), simulated: hours(quantileSorted(simulated, 0.5)), distance: hours(distance), share: share(distance), expected: share(apart(real.cycleTimes, timesOf(expecting))),
    ks: distance === null ? null : kolmogorovSmirnov(real.cycleTimes, simulated), noise,
  };
  const throughput = throughputOf(real.weekly, expecting);
  const found = { weeks: real.weekly.length, cases: real.cycleTimes.length, cycleTime, throughput };
  return { ...found, ...judged(found, hours(realMean)) };
}

/** No validation, with the reason. */
export function notValidated(why: string): Validation {
  const none = { real: null, simulated: null };
  return { verdict: 'none', says: why, weeks: 0, cases: 0, cycleTime: { ...none, distance: null, share: null, expected: null, ks: null, noise: { weeks: null, halves: null, before: null } }, throughput: { ...none, share: null, noise: null } };
}

function apart(a: Float64Array, b: Float64Array): number | null {
  return a.length === 0 || b.length === 0 ? null : wasserstein1(a, b);
}

function halvesApart(all: Float64Array): number | null {
  if (all.length < 2) return null;
  const random = seededRandom(all.length);
  return mean(Array.from({ length: noiseSplits }, () => {
    const mixed = shuffled(random, [...all]);
    const half = all.length >> 1;
    return wasserstein1(Float64Array.from(mixed.slice(0, half)).sort(), Float64Array.from(mixed.slice(half)).sort());
  }));
}

function throughputOf(real: readonly number[], runs: readonly Outcome[]): Validation['throughput'] {
  const realMean = mean(real);
  const simulated = real.map((_, i) => mean(runs.map((r) => r.weekly[i] ?? 0)) ?? 0);
  const off = (from: (i: number) => number) => (realMean === null || realMean === 0 ? null : mean(real.map((x, i) => Math.abs(x - from(i))))! / realMean);
  return { real: realMean, simulated: real.length === 0 || runs.length === 0 ? null : mean(simulated), share: runs.length === 0 ? null : off((i) => simulated[i]!), noise: off(() => realMean!) };
}

function judged({ weeks, cases, cycleTime: c, throughput: t }: Pick<Validation, 'weeks' | 'cases' | 'cycleTime' | 'throughput'>, realMean: number | null): Pick<Validation, 'verdict' | 'says'> {
  if (cases < verdicts.leastCases || c.share === null || t.share === null || realMean === null) {
    return { verdict: 'none', says: `Only ${cases} cases were completed in the ${weeks} weeks held back: the simulation could not be checked, and its figures are what would follow if it were right.` };
  }
  const noisy = verdicts.noise * ((c.noise.weeks ?? 0) / realMean);
  const good = c.share <= Math.max(verdicts.goodCycle, noisy) && t.share <= Math.max(verdicts.goodThroughput, verdicts.noise * (t.noise ?? 0));
  const fair = c.share <= Math.max(verdicts.fairCycle, noisy) && t.share <= Math.max(verdicts.fairThroughput, verdicts.noise * (t.noise ?? 0));
  const verdict = good ? 'good' : fair ? 'fair' : 'poor';
  const measured = `In ${weeks} weeks that it had not seen, its cycle times lay ${percent(c.share)} of their mean from the real ones (real weeks from one another: ${percent((c.noise.weeks ?? 0) / realMean)}) and its cases a week ${percent(t.share)} (${percent(t.noise ?? 0)}).`;
  const meaning = { good: 'It may be relied on for differences.', fair: 'Differences show direction and size roughly.', poor: 'It does not match this process: its figures are no evidence, and no benefit should rest on them.' }[verdict];
  return { verdict, says: `${measured} ${meaning}` };
}

const percent = (share: number): string => `${Math.round(share * 100)} %`;
