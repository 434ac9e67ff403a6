import { afterAll, beforeAll, expect, test } from 'vitest';
import { tableMean } from '../../maths/distributions/index.ts';
import { calibrate, type Change, type SimulationModel } from './index.ts';
import { outcomeOf } from './outcome.ts';
import { prepare } from './plan-of.ts';
import { scenarioOf } from './scenario.ts';
import { type Bench, desk, deskRules, HOUR, monday, openBench, WEEK } from './testing.ts';

/** The mean wait in hours with c servers of one an hour. */
function erlangWait(servers: number, rate: number, mean = 1): number {
  const load = rate * mean;
  let b = 1;
  for (let i = 1; i <= servers; i++) b = (load * b) / (i + load * b);
  return ((b / (1 - (load / servers) * (1 - b))) * mean) / (servers - load);
}

/** The mean wait in hours in the queue of a model, over a year. */
function meanWait(model: SimulationModel, changes: readonly Change[]): number {
  const { waitingHours, cycleTimes } = outcomeOf(prepare(model, { from: monday, until: monday + 80 * WEEK }), scenarioOf(model, changes), 5);
  return waitingHours / cycleTimes.length;
}

let bench: Bench, model: SimulationModel;
const rate = 2.3, weeks = 16;
beforeAll(async () => {
  bench = await openBench();
  model = await calibrate(bench.c, await bench.imported('desk', desk(3, rate, weeks, 4)), deskRules, { from: monday, until: monday + weeks * WEEK });
  // So that the weeks of a check have the level of all weeks.
  model = { ...model, arrivals: { ...model.arrivals, weekly: model.source.cases / weeks, spread: 0, known: [] } };
});
afterAll(() => bench.close());

test('a planted desk is found: its people, its work, its cases a week, oldest first', () => {
  expect(model.pools.map(({ name, people, newestFirst }) => ({ name, people, newestFirst }))).toEqual([{ name: 'Serve', people: 3, newestFirst: false }]);
  expect(model.pools[0]!.atOnce).toBe(1);
  const serve = model.kinds.find((k) => model.activities[k.activity] === 'Serve')!;
  expect(Math.abs(tableMean(serve.touch) / 3600 - 1)).toBeLessThan(0.05);
  expect(Math.abs(model.arrivals.weekly / 168 - rate)).toBeLessThan(0.1);
  expect(model.arrivals.profile.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 9);
  const staff = model.pools[0]!.days.slice(0, 7).flat().flatMap((d) => [...d]);
  expect(staff.reduce((a, b) => a + b, 0) / staff.length).toBeGreaterThan(2.8);
  expect(model.assumptions).toContain('The oldest waiting work is taken first.');
});

test.each<[string, readonly Change[], (mean: number, rate: number) => number]>([
  ['as it is', [], (mean, r) => erlangWait(3, r, mean)],
  ['one more person', [{ kind: 'people', activity: 'Serve', by: 1 }], (mean, r) => erlangWait(4, r, mean)],
  ['work in 7 tenths of the time', [{ kind: 'touch', activity: 'Serve', factor: 0.7 }], (mean, r) => erlangWait(3, r, 0.7 * mean)],
  ['eight tenths of the cases', [{ kind: 'arrivals', factor: 0.8 }], (mean, r) => erlangWait(3, r * 0.8, mean)],
])('waits of a planted desk, %s, are those of queueing theory', (_, changes, wanted) => {
  const serve = model.kinds.find((k) => model.activities[k.activity] === 'Serve')!;
  const truth = wanted(tableMean(serve.touch) / 3600, model.arrivals.weekly / 168);
  expect(Math.abs(meanWait(model, changes) / truth - 1)).toBeLessThan(0.15);
});

test('skipping and stopping: what is left out costs nothing, what is stopped waits', () => {
  const window = { from: monday + 30 * WEEK, until: monday + 34 * WEEK };
  const run = (changes: readonly Change[]) => outcomeOf(prepare(model, window), scenarioOf(model, changes), 9);
  const [today, skipping, stopped] = [run([]), run([{ kind: 'skip', activity: 'Serve', share: 0.5 }]), run([{ kind: 'stop', activity: 'Serve', at: window.from + 30 * HOUR, hours: 8 }])];
  expect(Math.abs(skipping.workHours / today.workHours - 0.5)).toBeLessThan(0.06);
  expect(skipping.waitingHours).toBeLessThan(today.waitingHours / 4);
  // In eight hours about 18 come that wait four hours each at least, and those behind them.
  expect(stopped.waitingHours - today.waitingHours).toBeGreaterThan(18 * 4);
  expect(Math.abs(stopped.workHours / today.workHours - 1)).toBeLessThan(0.02);
  expect(() => scenarioOf(model, [{ kind: 'skip', activity: 'Nap', share: 1 }])).toThrow(expect.objectContaining({ code: 'bad-input', value: 'Nap' }));
  expect(() => scenarioOf(model, [{ kind: 'people', activity: 'Ask', by: 1 }])).toThrow(expect.objectContaining({ code: 'bad-input', value: 'Ask' }));
  expect(() => scenarioOf(model, [{ kind: 'skip', activity: 'Serve', share: 2 }])).toThrow('out of range');
});
