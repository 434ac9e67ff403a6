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
    /** How far the medians are apart, as a share of the real one; and those of alternate real weeks. */
    readonly median: number | null;
    readonly medianNoise: number | null;
    /** The share of the distance with the cases that were to be expected from the weeks before. */
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

/**
 * Bounds of verdicts: distances of cycle times (of their mean), of the median (of itself) and of cases a week (of their mean). Where real weeks
 * differ more, twice their distance is allowed, up to `most`: what chance would do is no evidence against a simulation, nor much for it.
 */
export const verdicts = { good: { cycle: 0.1, median: 0.15, throughput: 0.1, most: 0.25 }, fair: { cycle: 0.25, median: 0.35, throughput: 0.2, most: 0.5 }, noise: 2, leastCases: 30 } as const;

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
    real: hours(quantileSorted(real.cycleTimes, 0.5)), simulated: hours(quantileSorted(simulated, 0.5)), distance: hours(distance), share: share(distance), median: medianApart(real.cycleTimes, simulated), medianNoise: medianApart(...real.halves), expected: share(apart(real.cycleTimes, timesOf(expecting))),
    ks: distance === null ? null : kolmogorovSmirnov(real.cycleTimes, simulated), noise,
  };
  const throughput = throughputOf(real.weekly, expecting);
  const found = { weeks: real.weekly.length, cases: real.cycleTimes.length, cycleTime, throughput };
  return { ...found, ...judged(found, hours(realMean)) };
}

/** No validation, with the reason. */
export function notValidated(why: string): Validation {
  const none = { real: null, simulated: null };
  return { verdict: 'none', says: why, weeks: 0, cases: 0, cycleTime: { ...none, distance: null, share: null, median: null, medianNoise: null, expected: null, ks: null, noise: { weeks: null, halves: null, before: null } }, throughput: { ...none, share: null, noise: null } };
}

function apart(a: Float64Array, b: Float64Array): number | null {
  return a.length === 0 || b.length === 0 ? null : wasserstein1(a, b);
}

/** The difference of medians as a share of the first. */
function medianApart(a: Float64Array, b: Float64Array): number | null {
  const [x, y] = [quantileSorted(a, 0.5), quantileSorted(b, 0.5)];
  return x === null || y === null || x <= 0 ? null : Math.abs(y - x) / x;
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
  const noise = (c.noise.weeks ?? 0) / realMean;
  const within = ({ cycle, median, throughput, most }: (typeof verdicts)['good'] | (typeof verdicts)['fair']) =>
    [[c.share, cycle, noise], [c.median ?? 0, median, c.medianNoise ?? 0], [t.share, throughput, t.noise ?? 0]].every(([off, bound, between]) => off! <= Math.min(most, Math.max(bound!, verdicts.noise * between!)));
  const verdict = within(verdicts.good) ? 'good' : within(verdicts.fair) ? 'fair' : 'poor';
  const measured = `In ${weeks} weeks that it had not seen, its cycle times lay ${percent(c.share)} of their mean from the real ones (real weeks from one another: ${percent(noise)}), their median ${percent(c.median ?? 0)} (${percent(c.medianNoise ?? 0)}) and its cases a week ${percent(t.share)} (${percent(t.noise ?? 0)}).`;
  const meaning = { good: 'It may be relied on for differences.', fair: 'Differences show direction and size roughly.', poor: 'It does not match this process: its figures are no evidence, and no benefit should rest on them.' }[verdict];
  return { verdict, says: `${measured} ${meaning}` };
}

const percent = (share: number): string => `${Math.round(share * 100)} %`;
