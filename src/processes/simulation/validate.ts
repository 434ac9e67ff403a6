import { enoughPeople } from '../../platform/personal/index.ts';
import { kolmogorovSmirnov, wasserstein1 } from '../../maths/distributions/index.ts';
import { seededRandom, shuffled } from '../../maths/random/index.ts';
import { mean, quantileSorted } from '../../maths/statistics/index.ts';
import type { Outcome } from './outcome.ts';
import type { Fit, FigureCheck, Observed, Validation } from './validation.ts';

export type { Fit, FigureCheck, Observed, Validation } from './validation.ts';

/**
 * Bounds of verdicts: distances of cycle times (of their mean), of the median (of itself) and of cases and hands-on hours a week (of their mean). Where real weeks
 * differ more, twice their distance is allowed, up to `most`: what chance would do is no evidence against a simulation, nor much for it; but
 * no more than a naive forecast is off, which chance did not put off. It is said where a
 * naive forecast is closer by more than `worse` and than chance, the latest weeks differ from all by more than `drift`, or hours of people from the weeks before by more than `people`.
 */
export const verdicts = { worse: 0.02, drift: 0.15, people: 0.1, good: { cycle: 0.1, median: 0.15, throughput: 0.1, most: 0.25 }, fair: { cycle: 0.25, median: 0.35, throughput: 0.2, most: 0.5 }, noise: 2, leastCases: 30 } as const;

const noiseSplits = 20;

/**
 * Compares runs with what really happened in the held-back weeks: how cases went from runs that were told how many came and who was at work
 * (`told`), how many from runs that had to expect both. `before` is what really happened in the weeks before; `people` is how many there are.
 */
export function validationOf(real: Observed, before: Observed, { told, expecting, people }: { readonly told: readonly Outcome[]; readonly expecting: readonly Outcome[]; readonly people: number }): Validation {
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
  const naive = { cycleTime: share(apart(real.cycleTimes, before.cycleTimes)), throughput: before.weekly.length === 0 ? null : offFrom(real.weekly, () => mean(before.weekly)!) };
  const found = { weeks: real.weekly.length, cases: real.cycleTimes.length, cycleTime, throughput, naive, work: workOf(real, expecting), people: peopleOf(told, expecting, people) };
  const staffed = (told[0]?.load.length ?? 0) > 0;
  const verdict = judged(found, hours(realMean), staffed);
  const off = verdict.figures.cycleTime.verdict === 'good' || verdict.verdict === 'none' ? '' : reasonOf(told);
  return { ...found, ...verdict, says: `${verdict.says}${off}`, cautions: verdict.verdict === 'none' ? [] : cautionsOf(found, real, staffed) };
}

/** Why cycle times may be off, where the runs show it. */
function reasonOf(told: readonly Outcome[]): string {
  const crowded = (told[0]?.load ?? []).some((_, pool) => mean(told.map((r) => r.load[pool]!))! >= 1);
  return crowded ? ' It could not keep up with some of the work with the people who were seen at work, and they did: how they work has changed since, or the log does not show all that they do.' : '';
}

/** What must be known beside the verdict. */
function cautionsOf(found: Found, real: Observed, staffed: boolean): string[] {
  const { weeks, cycleTime: c, throughput: t, naive, people } = found, chance = chanceOf(found);
  const latest = quantileSorted(real.latest, 0.5), all = quantileSorted(real.cycleTimes, 0.5);
  const hours = (seconds: number) => figure(seconds / 3600);
  const drift = latest !== null && all !== null && all > 0 && Math.abs(latest / all - 1) > verdicts.drift;
  const known = `without knowing how many cases would come${staffed ? ' and who would be at work' : ''}`;
  return [
    ...(isWorse(c.share, naive.cycleTime, chance.cycle) ? [`Do not rely on its cycle times alone: they lay ${percent(c.share!)} off, though it was told how many cases came${staffed ? ' and who was at work' : ''}, and the cases of the ${weeks} weeks before, taken as they were, ${percent(naive.cycleTime!)}.`] : []),
    ...(isWorse(c.expected, naive.cycleTime, chance.cycle) ? [`Do not rely on it as a forecast of cycle times: ${known}, it was ${percent(c.expected!)} off, and the cases of the ${weeks} weeks before, taken as they were, ${percent(naive.cycleTime!)}.`] : []),
    ...(isWorse(t.share, naive.throughput, chance.throughput) ? [`Do not rely on it as a forecast of cases a week: it was ${percent(t.share!)} off, and the mean of the ${weeks} weeks before ${percent(naive.throughput!)}.`] : []),
    ...(people.share !== null && people.share > verdicts.people ? [`In the ${weeks} weeks held back people were at work ${figure(people.real!)} hours a week, and ${figure(people.simulated!)} were to be expected: the simulation was told who was there, and cannot know who will be.`] : []),
    ...(drift ? [`The weeks held back are not alike: half of the cases took up to ${hours(all)} hours in all of them, and up to ${hours(latest)} in the last ${weeks < 8 ? 'week' : `${Math.floor(weeks / 4)} weeks`}. Simulated as today goes on from where the log ends, and is not the mean of those weeks.`] : []),
  ];
}

const figure = (x: number): string => x.toLocaleString('en-GB', { maximumSignificantDigits: 3 });

/** No validation, with the reason. */
export function notValidated(why: string): Validation {
  const none = { real: null, simulated: null };
  return {
    verdict: 'none', figures: unchecked, says: why, weeks: 0, cases: 0, cycleTime: { ...none, distance: null, share: null, median: null, medianNoise: null, expected: null, ks: null, noise: { weeks: null, halves: null, before: null } },
    throughput: { ...none, share: null, noise: null }, work: { ...none, share: null }, people: { ...none, share: null }, naive: { cycleTime: null, throughput: null }, cautions: [],
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
  return { real: realMean, simulated: real.length === 0 || runs.length === 0 ? null : mean(simulated), share: runs.length === 0 ? null : offFrom(real, (i) => simulated[i]!), noise: offFrom(real, () => realMean!) };
}

/** The mean distance of weeks from what was said of each, as a share of their mean. */
function offFrom(real: readonly number[], said: (i: number) => number): number | null {
  const realMean = mean(real);
  return realMean === null || realMean === 0 ? null : mean(real.map((x, i) => Math.abs(x - said(i))))! / realMean;
}

/** Those who were told who was there have the real hours. */
function peopleOf(told: readonly Outcome[], expecting: readonly Outcome[], people: number): Validation['people'] {
  const hours = (runs: readonly Outcome[]) => mean(runs.map((r) => r.peopleHours / r.weeks));
  const [real, simulated] = [hours(told), hours(expecting)];
  if (!enoughPeople(people) || real === null || simulated === null || real === 0) return { real: null, simulated: null, share: null };
  return { real, simulated, share: Math.abs(simulated - real) / real };
}

function workOf(real: Observed, runs: readonly Outcome[]): Validation['work'] {
  const weeks = real.weekly.length;
  if (real.workHours === null || weeks === 0 || runs.length === 0) return { real: null, simulated: null, share: null };
  const a = real.workHours / weeks, b = mean(runs.map((r) => r.workHours / r.weeks))!;
  return { real: a, simulated: b, share: a > 0 ? Math.abs(b - a) / a : null };
}

type Found = Omit<Validation, 'verdict' | 'figures' | 'says' | 'cautions'>;

function judged(found: Found, realMean: number | null, staffed: boolean): Pick<Validation, 'verdict' | 'says' | 'figures'> {
  const { weeks, cases, cycleTime: c, throughput: t, naive, work } = found;
  if (cases < verdicts.leastCases || c.share === null || t.share === null || realMean === null) {
    return { verdict: 'none', figures: unchecked, says: `Only ${cases} cases were completed in the ${weeks} weeks held back: the simulation could not be checked, and its figures are what would follow if it were right.` };
  }
  const noise = (c.noise.weeks ?? 0) / realMean, median = c.median ?? 0, chance = chanceOf(found);
  const fit = (...of: readonly (readonly [off: number, which: 'cycle' | 'median' | 'throughput', between: number, plain: number | null])[]): Fit => {
    const within = (level: 'good' | 'fair') => of.every(([off, which, between, plain]) => off <= Math.min(verdicts[level].most, Math.max(verdicts[level][which], Math.min(verdicts.noise * between, (plain ?? Infinity) + verdicts.worse))));
    return within('good') ? 'good' : within('fair') ? 'fair' : 'poor';
  };
  const figures = {
    cycleTime: { verdict: capped(c.share, naive.cycleTime, chance.cycle, fit([c.share, 'cycle', noise, naive.cycleTime], [median, 'median', c.medianNoise ?? 0, null])), off: Math.max(c.share, median), what: median > c.share ? 'median cycle time' : names.cycleTime },
    throughput: { verdict: capped(t.share, naive.throughput, chance.throughput, fit([t.share, 'throughput', t.noise ?? 0, naive.throughput])), off: t.share, what: names.throughput },
    work: work.share === null ? unchecked.work : { verdict: fit([work.share, 'throughput', t.noise ?? 0, null]), off: work.share, what: names.work },
  };
  const judgedOf = [figures.cycleTime, figures.throughput, ...(work.share === null ? [] : [figures.work])];
  const measured = `In ${weeks} weeks that it had not seen, told how many cases came in them${staffed ? ' and who was at work' : ''}, its cycle times lay ${percent(c.share)} of their mean from the real ones (real weeks from one another: ${percent(noise)}), their median ${percent(median)} (${percent(c.medianNoise ?? 0)})${work.share === null ? ' and' : ','} its cases a week ${percent(t.share)} (${percent(t.noise ?? 0)})${work.share === null ? '' : ` and its hands-on hours ${percent(work.share)}`}.`;
  return { verdict: worstOf(judgedOf).verdict, figures, says: `${measured} ${meaningOf(figures)}` };
}

/** What a naive forecast does better is not good. */
function capped(off: number, plain: number | null, chance: number, fit: Fit): Fit {
  return fit === 'good' && isWorse(off, plain, chance) ? 'fair' : fit;
}

/** Whether it is further off than a naive forecast, by more than real weeks differ by chance. */
function isWorse(off: number | null, plain: number | null, chance: number): boolean {
  return off !== null && plain !== null && off > plain + Math.max(verdicts.worse, chance);
}

/** What chance does to distances: of cycle times as real weeks lie from one another, of cases a week as weeks do and as so few cases must. */
function chanceOf({ cases, cycleTime: c, throughput: t }: Pick<Found, 'cases' | 'cycleTime' | 'throughput'>): { readonly cycle: number; readonly throughput: number } {
  const ofMean = c.share !== null && c.distance !== null && c.distance > 0 ? c.share / c.distance : 0;
  return { cycle: (c.noise.weeks ?? 0) * ofMean, throughput: Math.max(t.noise ?? 0, 2 / Math.sqrt(Math.max(1, cases))) };
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
