import { expect, test } from 'vitest';
import type { RunSummary } from './outcome.ts';
import { differencesOf, figuresFrom, thinned } from './what-if.ts';
import { notValidated, type Validation } from './validate.ts';

const run = (medianCycleHours: number | null, throughput = 100): RunSummary => ({ figures: { medianCycleHours, throughput, workHours: 10, waitingHours: 5 }, load: [] });
const inputs = { version: 'v', calibratedFrom: '', calibratedUntil: '', simulatedFrom: '', simulatedUntil: '', changes: '[]' };
const check = (verdict: 'good' | 'fair' | 'poor', what: string, off = 0.1) => ({ verdict, off, what });
const none = notValidated('not checked');
const checked: Validation = {
  ...none, verdict: 'poor', figures: { cycleTime: check('good', 'cycle times'), throughput: check('poor', 'cases a week', 0.4), work: check('fair', 'hands-on hours') },
  cycleTime: { ...none.cycleTime, real: 9 }, throughput: { ...none.throughput, real: 98 }, work: { real: 11, simulated: 10, share: 0.09 },
};

test('as today, with the change and the difference agree, though medians of each would not', () => {
  // Medians: 10, 20 and 2. They do not add up, and each is right.
  const pairs = [[run(10), run(30)], [run(8), run(10)], [run(20), run(20)]];
  const [cycle] = differencesOf(pairs, 1, inputs, checked);
  expect(cycle).toMatchObject({ measured: 9, n: 3, draws: [0, 2, 20], estimate: expect.closeTo(22 / 3, 9) });
  expect(cycle!.before! + cycle!.estimate!).toBeCloseTo(cycle!.after!, 9);
  expect([cycle!.before, cycle!.after].map((x) => x!.toFixed(6))).toEqual([(38 / 3).toFixed(6), '20.000000']);
});

test('the interval holds its estimate where one replication is wild, and a run without a figure is left out', () => {
  const pairs = Array.from({ length: 20 }, (_, i) => [run(1), run(i === 19 ? 1001 : 1)]);
  const [cycle] = differencesOf([...pairs, [run(null), run(5)]], 1, inputs, checked);
  expect([cycle!.n, cycle!.estimate, cycle!.lo, cycle!.hi]).toEqual([20, 50, 0, 50]);
});

test('each figure has the check of what it rests on, and what was measured of it', () => {
  const found = differencesOf([[run(1), run(2)]], 1, inputs, checked);
  expect(found.map((d) => [d.measure, d.check.verdict, d.check.what, d.usable, d.measured])).toEqual([
    ['median-cycle-time', 'good', 'cycle times', true, 9], ['cases-completed', 'poor', 'cases a week', false, 98], ['hands-on-time', 'fair', 'hands-on hours', true, 11], ['waiting-for-people', 'fair', 'hands-on hours', true, null],
  ]);
  expect(differencesOf([[run(1), run(2)]], 1, inputs, none).map((d) => [d.check.verdict, d.usable])).toEqual(Array.from({ length: 4 }, () => ['none', false]));
  expect(() => figuresFrom(checked, 'mood')).toThrow(RangeError);
});

test('evenly spaced ranks stand for many draws', () => {
  expect(thinned([1, 2, 3, 4, 5, 6], 3)).toEqual([2, 4, 6]);
});
