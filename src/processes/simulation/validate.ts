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
  /** Hours of hands-on work that was begun in the window; null where the log shows no starts. */
  readonly workHours: number | null;
}

export type Fit = 'good' | 'fair' | 'poor' | 'none';

/** What the check says of one of the things that figures rest on. */
export interface FigureCheck {
  readonly verdict: Fit;
  /** How far off it was, as a share of what was measured. */
  readonly off: number | null;
  /** What was that far off, as a sentence calls it. */
  readonly what: string;
}

/** How far a simulation is from weeks that it was not calibrated on, and how far real weeks are from one another. */
export interface Validation {
  /** The worst of those in `figures`. */
  readonly verdict: Fit;
  readonly figures: { readonly cycleTime: FigureCheck; readonly throughput: FigureCheck; readonly work: FigureCheck };
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
  /** Hands-on hours a week, real and simulated, and how far these are apart as a share of the real ones; null where the log shows no starts. */
  readonly work: { readonly real: number | null; readonly simulated: number | null; readonly share: number | null };
}

/**
 * Bounds of verdicts: distances of cycle times (of their mean), of the median (of itself) and of cases and hands-on hours a week (of their mean). Where real weeks
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
  const found = { weeks: real.weekly.length, cases: real.cycleTimes.length, cycleTime, throughput, work: workOf(real, expecting) };
  const verdict = judged(found, hours(realMean));
  return { ...found, ...verdict, says: `${verdict.says}${verdict.figures.cycleTime.verdict === 'good' ? '' : reasonOf(told)}` };
}

/** Why cycle times may be off, where the runs show it. */
function reasonOf(told: readonly Outcome[]): string {
  const crowded = (told[0]?.load ?? []).some((_, pool) => mean(told.map((r) => r.load[pool]!))! >= 1);
  return crowded ? ' With the people of the weeks before, some work could not be kept up with in them: who is there, or how they work, has changed since.' : '';
}

/** No validation, with the reason. */
export function notValidated(why: string): Validation {
  const none = { real: null, simulated: null };
  return {
    verdict: 'none', figures: unchecked, says: why, weeks: 0, cases: 0, cycleTime: { ...none, distance: null, share: null, median: null, medianNoise: null, expected: null, ks: null, noise: { weeks: null, halves: null, before: null } },
    throughput: { ...none, share: null, noise: null }, work: { ...none, share: null },
  };
}

const names = { cycleTime: 'cycle times', throughput: 'cases a week', work: 'hands-on hours' } as const;
const noCheck = (what: string): FigureCheck => ({ verdict: 'none', off: null, what });
const unchecked: Validation['figures'] = { cycleTime: noCheck(names.cycleTime), throughput: noCheck(names.throughput), work: noCheck(names.work) };

/** The worst of some checks; of those that are as bad the one that is furthest off. */
export function worstOf(checks: readonly FigureCheck[]): FigureCheck {
  const rank = { good: 0, fair: 1, poor: 2, none: 3 };
  return checks.reduce((w, c) => (rank[c.verdict] > rank[w.verdict] || (c.verdict === w.verdict && (c.off ?? 0) > (w.off ?? 0)) ? c : w));
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

function workOf(real: Observed, runs: readonly Outcome[]): Validation['work'] {
  const weeks = real.weekly.length;
  if (real.workHours === null || weeks === 0 || runs.length === 0) return { real: null, simulated: null, share: null };
  const a = real.workHours / weeks, b = mean(runs.map((r) => r.workHours / r.weeks))!;
  return { real: a, simulated: b, share: a > 0 ? Math.abs(b - a) / a : null };
}

type Found = Pick<Validation, 'weeks' | 'cases' | 'cycleTime' | 'throughput' | 'work'>;

function judged(found: Found, realMean: number | null): Pick<Validation, 'verdict' | 'says' | 'figures'> {
  const { weeks, cases, cycleTime: c, throughput: t, work } = found;
  if (cases < verdicts.leastCases || c.share === null || t.share === null || realMean === null) {
    return { verdict: 'none', figures: unchecked, says: `Only ${cases} cases were completed in the ${weeks} weeks held back: the simulation could not be checked, and its figures are what would follow if it were right.` };
  }
  const noise = (c.noise.weeks ?? 0) / realMean, median = c.median ?? 0;
  const fit = (...of: readonly (readonly [off: number, which: 'cycle' | 'median' | 'throughput', between: number])[]): Fit => {
    const within = (level: 'good' | 'fair') => of.every(([off, which, between]) => off <= Math.min(verdicts[level].most, Math.max(verdicts[level][which], verdicts.noise * between)));
    return within('good') ? 'good' : within('fair') ? 'fair' : 'poor';
  };
  const figures = {
    cycleTime: { verdict: fit([c.share, 'cycle', noise], [median, 'median', c.medianNoise ?? 0]), off: Math.max(c.share, median), what: median > c.share ? 'median cycle time' : names.cycleTime },
    throughput: { verdict: fit([t.share, 'throughput', t.noise ?? 0]), off: t.share, what: names.throughput },
    work: work.share === null ? unchecked.work : { verdict: fit([work.share, 'throughput', t.noise ?? 0]), off: work.share, what: names.work },
  };
  const judgedOf = [figures.cycleTime, figures.throughput, ...(work.share === null ? [] : [figures.work])];
  const measured = `In ${weeks} weeks that it had not seen, its cycle times lay ${percent(c.share)} of their mean from the real ones (real weeks from one another: ${percent(noise)}), their median ${percent(median)} (${percent(c.medianNoise ?? 0)})${work.share === null ? ' and' : ','} its cases a week ${percent(t.share)} (${percent(t.noise ?? 0)})${work.share === null ? '' : ` and its hands-on hours ${percent(work.share)}`}.`;
  return { verdict: worstOf(judgedOf).verdict, figures, says: `${measured} ${meaningOf(figures)}` };
}

const meanings = {
  good: ['It may be relied on for differences.', (of: string) => `Differences of ${of} may be relied on.`],
  fair: ['Differences show direction and size roughly.', (of: string) => `Differences of ${of} show direction and size roughly.`],
  poor: ['It does not match this process: its figures are no evidence, and no benefit should rest on them.', (of: string) => `It does not match the ${of} of this process: those figures are no evidence, and no benefit should rest on them.`],
} as const;

/** What may be done with the figures, the gravest last. */
function meaningOf(figures: Validation['figures']): string {
  const of = (verdict: Fit) => (['cycleTime', 'throughput', 'work'] as const).filter((k) => figures[k].verdict === verdict).map((k) => names[k]);
  const groups = (['good', 'fair', 'poor'] as const).flatMap((v) => { const which = of(v); return which.length === 0 ? [] : [[v, which] as const]; });
  const [only] = groups;
  if (groups.length === 1 && only !== undefined) return meanings[only[0]][0];
  return groups.map(([v, which]) => meanings[v][1](joined(which))).join(' ');
}

function joined(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)!}`;
}

const percent = (share: number): string => (share > 2 ? 'more than 200%' : `${Math.round(share * 100)}%`);
