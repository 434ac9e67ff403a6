import { expect, test } from 'vitest';
import type { Outcome } from './outcome.ts';
import { validationOf, verdicts, type Observed } from './validate.ts';

const HOUR = 3600;
/** Cycle times of about ten hours, spread evenly, all longer by a factor. */
const times = (factor: number, n = 400) => Float64Array.from({ length: n }, (_, i) => factor * (5 + (10 * i) / n) * HOUR);
const observed = (factor = 1, weekly: readonly number[] = [100, 104, 96, 100], halves: readonly [number, number] = [1, 1]): Observed =>
  ({ cycleTimes: times(factor), halves: [times(halves[0]), times(halves[1])], weekly, begun: [], workHours: 400 });
const run = (factor: number, weekly: readonly number[] = [100, 100, 100, 100]): Outcome => ({ cycleTimes: times(factor), weekly, weeks: 4, workHours: 400, waitingHours: 0, load: [], open: [0, 0], events: 0 });
const verdictOf = (real: Observed, factor: number, weekly?: readonly number[]) => validationOf(real, observed(), { told: [run(factor)], expecting: [run(factor, weekly)] }).verdict;

test('distances stand beside those of real weeks, in hours and shares', () => {
  const found = validationOf(observed(), observed(1.2), { told: [run(1.1)], expecting: [run(1.3, [110, 110, 110, 110])] });
  expect(found.cycleTime.distance).toBeCloseTo(1, 1);
  expect(found.cycleTime.share).toBeCloseTo(0.1, 3);
  expect(found.cycleTime.median).toBeCloseTo(0.1, 3);
  expect(found.cycleTime.expected).toBeCloseTo(0.3, 3);
  expect(found.cycleTime.noise.weeks).toBe(0);
  expect(found.cycleTime.noise.before).toBeCloseTo(2, 1);
  expect(found.cycleTime.noise.halves).toBeLessThan(1);
  expect(found.throughput).toMatchObject({ real: 100, simulated: 110, share: 0.1, noise: 0.02 });
});

test('verdicts follow their bounds, and noise lifts these only so far', () => {
  expect(verdicts).toEqual({ good: { cycle: 0.1, median: 0.15, throughput: 0.1, most: 0.25 }, fair: { cycle: 0.25, median: 0.35, throughput: 0.2, most: 0.5 }, noise: 2, leastCases: 30 });
  expect([1, 1.09, 1.11, 1.24, 1.26].map((f) => verdictOf(observed(), f))).toEqual(['good', 'good', 'fair', 'fair', 'poor']);
  expect([105, 115, 125].map((n) => verdictOf(observed(), 1, [n, n, n, n]))).toEqual(['good', 'fair', 'poor']);
  // Real weeks that are a third apart forgive as much, but what is wild shows nothing.
  expect([1.2, 1.3, 1.6].map((f) => verdictOf(observed(1, undefined, [1, 1.3]), f))).toEqual(['good', 'fair', 'poor']);
  expect(verdictOf(observed(1, [0, 200, 0, 200]), 1, [235, 235, 235, 235])).toBe('poor');
});

test('each figure has a check of its own, and the verdict is that of the worst', () => {
  const found = validationOf(observed(), observed(), { told: [run(1.2)], expecting: [{ ...run(1.2, [130, 130, 130, 130]), workHours: 420 }] });
  expect(found.figures).toMatchObject({ cycleTime: { verdict: 'fair', what: 'median cycle time' }, throughput: { verdict: 'poor', what: 'cases a week' }, work: { verdict: 'good', what: 'hands-on hours' } });
  expect([found.verdict, found.figures.throughput.off, found.work]).toEqual(['poor', 0.3, { real: 100, simulated: 105, share: 0.05 }]);
  expect(found.says).toContain('Differences of hands-on hours may be relied on. Differences of cycle times show direction and size roughly. It does not match the cases a week of this process: those figures are no evidence, and no benefit should rest on them.');
  const works = validationOf(observed(), observed(), { told: [run(1)], expecting: [{ ...run(1), workHours: 600 }] });
  expect([works.verdict, works.figures.work.verdict]).toEqual(['poor', 'poor']);
  // A log without starts shows no work: nothing is known of that figure, and the others stand.
  const bare = validationOf({ ...observed(), workHours: null }, observed(), { told: [run(1)], expecting: [run(1)] });
  expect([bare.verdict, bare.figures.work.verdict, bare.work.share, bare.says]).toEqual(['good', 'none', null, expect.stringMatching(/may be relied on for differences\.$/)]);
});

test('where the people of the weeks before could not keep up with what came, the check says so', () => {
  const crowded = { ...run(5), load: [0.3, 1.07] };
  expect(validationOf(observed(), observed(), { told: [crowded], expecting: [run(1)] }).says).toMatch(/ With the people of the weeks before, some work could not be kept up with in them: who is there, or how they work, has changed since\.$/);
  expect(validationOf(observed(), observed(), { told: [{ ...crowded, load: [0.3, 0.9] }], expecting: [run(1)] }).says).not.toContain('kept up');
  expect(validationOf(observed(), observed(), { told: [{ ...run(1), load: [1.07] }], expecting: [run(1)] }).says).not.toContain('kept up');
});

test('what is poor or could not be checked says that nothing should rest on it', () => {
  expect(validationOf(observed(), observed(), { told: [run(2)], expecting: [run(2, [200, 200, 200, 200])] }).says).toContain('no benefit should rest on them');
  const few = { ...observed(), cycleTimes: times(1, 29) };
  expect(validationOf(few, observed(), { told: [run(1)], expecting: [run(1)] })).toMatchObject({ verdict: 'none', says: expect.stringContaining('Only 29 cases') });
  expect(validationOf({ ...observed(), cycleTimes: new Float64Array(), halves: [new Float64Array(), new Float64Array()], weekly: [] }, observed(), { told: [], expecting: [] }).verdict).toBe('none');
});
