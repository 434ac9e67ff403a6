import { expect, test } from 'vitest';
import type { Outcome } from './outcome.ts';
import { validationOf, verdicts, type Observed } from './validate.ts';

const HOUR = 3600;
/** Cycle times of about ten hours, spread evenly, all longer by a factor. */
const times = (factor: number, n = 400) => Float64Array.from({ length: n }, (_, i) => factor * (5 + (10 * i) / n) * HOUR);
const observed = (factor = 1, weekly: readonly number[] = [100, 104, 96, 100], halves: readonly [number, number] = [1, 1]): Observed =>
  ({ cycleTimes: times(factor), halves: [times(halves[0]), times(halves[1])], latest: times(factor), weekly, begun: [], workHours: 400 });
const run = (factor: number, weekly: readonly number[] = [100, 100, 100, 100]): Outcome => ({ cycleTimes: times(factor), weekly, weeks: 4, workHours: 400, waitingHours: 0, load: [0.5], peopleHours: 0, open: [0, 0], events: 0 });
const verdictOf = (real: Observed, factor: number, weekly?: readonly number[]) => validationOf(real, { ...observed(2), weekly: [50, 50, 50, 50] }, { told: [run(factor)], expecting: [run(factor, weekly)], people: 6 }).verdict;

test('distances stand beside those of real weeks, in hours and shares', () => {
  const found = validationOf(observed(), observed(1.2), { told: [run(1.1)], expecting: [run(1.3, [110, 110, 110, 110])], people: 6 });
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
  expect(verdicts).toEqual({ worse: 0.02, drift: 0.15, people: 0.1, good: { cycle: 0.1, median: 0.15, throughput: 0.1, most: 0.25 }, fair: { cycle: 0.25, median: 0.35, throughput: 0.2, most: 0.5 }, noise: 2, leastCases: 30 });
  expect([1, 1.09, 1.11, 1.24, 1.26].map((f) => verdictOf(observed(), f))).toEqual(['good', 'good', 'fair', 'fair', 'poor']);
  expect([105, 115, 125].map((n) => verdictOf(observed(), 1, [n, n, n, n]))).toEqual(['good', 'fair', 'poor']);
  // Real weeks that are a third apart forgive as much, but what is wild shows nothing.
  expect([1.2, 1.3, 1.6].map((f) => verdictOf(observed(1, undefined, [1, 1.3]), f))).toEqual(['good', 'fair', 'poor']);
  expect(verdictOf(observed(1, [0, 200, 0, 200]), 1, [235, 235, 235, 235])).toBe('poor');
});

test('each figure has a check of its own, and the verdict is that of the worst', () => {
  const found = validationOf(observed(), observed(), { told: [run(1.2)], expecting: [{ ...run(1.2, [130, 130, 130, 130]), workHours: 420 }], people: 6 });
  expect(found.figures).toMatchObject({ cycleTime: { verdict: 'fair', what: 'median cycle time' }, throughput: { verdict: 'poor', what: 'cases a week' }, work: { verdict: 'good', what: 'hands-on hours' } });
  expect([found.verdict, found.figures.throughput.off, found.work]).toEqual(['poor', 0.3, { real: 100, simulated: 105, share: 0.05 }]);
  expect(found.says).toContain('Differences of hands-on hours may be relied on. Differences of cycle times show direction and size roughly. It does not match the cases a week of this process: those figures are no evidence, and no benefit should rest on them.');
  const works = validationOf(observed(), observed(), { told: [run(1)], expecting: [{ ...run(1), workHours: 600 }], people: 6 });
  expect([works.verdict, works.figures.work.verdict]).toEqual(['poor', 'poor']);
  // A log without starts shows no work: nothing is known of that figure, and the others stand.
  const bare = validationOf({ ...observed(), workHours: null }, observed(), { told: [run(1)], expecting: [run(1)], people: 6 });
  expect([bare.verdict, bare.figures.work.verdict, bare.work.share, bare.says]).toEqual(['good', 'none', null, expect.stringMatching(/may be relied on for differences\.$/)]);
});

test('where the simulation could not keep up with the people who were there, and they did, the check says so', () => {
  const crowded = { ...run(5), load: [0.3, 1.07] };
  expect(validationOf(observed(), observed(), { told: [crowded], expecting: [run(1)], people: 6 }).says).toMatch(/ It could not keep up with some of the work with the people who were seen at work, and they did: how they work has changed since, or the log does not show all that they do\.$/);
  expect(validationOf(observed(), observed(), { told: [{ ...crowded, load: [0.3, 0.9] }], expecting: [run(1)], people: 6 }).says).not.toContain('keep up');
  expect(validationOf(observed(), observed(), { told: [{ ...run(1), load: [1.07] }], expecting: [run(1)], people: 6 }).says).not.toContain('keep up');
});

test('what is poor or could not be checked says that nothing should rest on it', () => {
  expect(validationOf(observed(), observed(), { told: [run(2)], expecting: [run(2, [200, 200, 200, 200])], people: 6 }).says).toContain('no benefit should rest on them');
  const few = { ...observed(), cycleTimes: times(1, 29) };
  expect(validationOf(few, observed(), { told: [run(1)], expecting: [run(1)], people: 6 })).toMatchObject({ verdict: 'none', says: expect.stringContaining('Only 29 cases') });
  expect(validationOf({ ...observed(), cycleTimes: new Float64Array(), halves: [new Float64Array(), new Float64Array()], weekly: [] }, observed(), { told: [], expecting: [], people: 6 }).verdict).toBe('none');
});

test('what the weeks before would have told as they are is the yardstick: where they are closer it is said, and the figure is not good', () => {
  const found = validationOf(observed(), observed(1.01, [100, 100, 100, 100]), { told: [run(1.08)], expecting: [run(1.2, [115, 115, 115, 115])], people: 6 });
  expect([found.naive.cycleTime, found.naive.throughput].map((x) => Math.round(x! * 1000) / 1000)).toEqual([0.01, 0.02]);
  expect(found.figures).toMatchObject({ cycleTime: { verdict: 'fair' }, throughput: { verdict: 'fair' }, work: { verdict: 'good' } });
  expect(found.cautions).toEqual([
    'Do not rely on its cycle times alone: they lay 8% off, though it was told how many cases came and who was at work, and the cases of the 4 weeks before, taken as they were, 1%.',
    'Do not rely on it as a forecast of cycle times: without knowing how many cases would come and who would be at work, it was 20% off, and the cases of the 4 weeks before, taken as they were, 1%.',
    'Do not rely on it as a forecast of cases a week: it was 15% off, and the mean of the 4 weeks before 2%.',
  ]);
  // Weeks that lie far from one another forgive nothing where a naive forecast is close.
  expect([1.3, 1.01].map((f) => validationOf(observed(1, undefined, [1, 1.3]), observed(f), { told: [run(1.28)], expecting: [run(1)], people: 6 }).figures.cycleTime.verdict)).toEqual(['fair', 'poor']);
  const close = validationOf(observed(), observed(1.3, [130, 130, 130, 130]), { told: [run(1.08)], expecting: [run(1.2, [108, 108, 108, 108])], people: 6 });
  // Where real weeks lie a third from one another, seven in a hundred are chance.
  const chance = validationOf(observed(1, undefined, [1, 1.3]), observed(1.01), { told: [run(1.08)], expecting: [run(1.08)], people: 6 });
  expect([chance.cautions, chance.figures.cycleTime.verdict]).toEqual([[], 'good']);
  expect([close.cautions, close.figures.cycleTime.verdict]).toEqual([[], 'good']);
});

test('people who were not those to be expected, and weeks that are not alike, are said; hours of fewer than five people are not', () => {
  const [there, expected] = [{ ...run(1), peopleHours: 480 }, { ...run(1), peopleHours: 640 }];
  const found = validationOf({ ...observed(), latest: times(1.5) }, observed(1.2), { told: [there], expecting: [expected], people: 6 });
  expect(found.people).toMatchObject({ real: 120, simulated: 160 });
  expect(found.cautions).toEqual([
    'In the 4 weeks held back people were at work 120 hours a week, and 160 were to be expected: the simulation was told who was there, and cannot know who will be.',
    'The weeks held back are not alike: half of the cases took up to 9.99 hours in all of them, and up to 15 in the last week. Simulated as today goes on from where the log ends, and is not the mean of those weeks.',
  ]);
  expect(validationOf(observed(), observed(1.2), { told: [there], expecting: [expected], people: 4 })).toMatchObject({ people: { real: null, simulated: null, share: null }, cautions: [] });
});
