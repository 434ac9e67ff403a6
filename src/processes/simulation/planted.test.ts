import { afterAll, beforeAll, expect, test } from 'vitest';
import { tableMean } from '../../maths/distributions/index.ts';
import type { Change, SimulationModel } from './index.ts';
import { outcomeOf } from './outcome.ts';
import { prepare } from './plan-of.ts';
import { scenarioOf } from './scenario.ts';
import { type Bench, calibratedDesk, desk, deskOf, deskTruths, erlangWait, HOUR, meanWait, monday, openBench, WEEK } from './testing.ts';

let bench: Bench, model: SimulationModel;
const rate = 2.3, weeks = 16;
beforeAll(async () => {
  bench = await openBench();
  model = await calibratedDesk(bench, 'desk', desk(3, rate, weeks, 4), weeks);
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

// A larger run of the same is in planted.slow.test.ts.
test.each(deskTruths)('waits of a planted desk, %s, are those of queueing theory', (_, changes, wait) => {
  expect(Math.abs(meanWait(model, changes, 40) / wait(...deskOf(model)) - 1)).toBeLessThan(0.15);
});

test('a planted desk that takes the newest first is found to: the mean wait is the same, most wait less and some far more', async () => {
  const newest = await calibratedDesk(bench, 'newest', desk(3, rate, weeks, 4, { newestFirst: true }), weeks);
  expect(newest.pools).toMatchObject([{ name: 'Serve', people: 3, newestFirst: true }]);
  expect(newest.assumptions).toContain('In some pools the newest work is taken first, as in the log.');
  const [work, perHour] = deskOf(newest);
  expect(Math.abs(meanWait(newest, [], 40) / erlangWait(3, perHour, work) - 1)).toBeLessThan(0.15);
  const cycle = (m: SimulationModel) => outcomeOf(prepare(m, { from: monday, until: monday + 40 * WEEK }), scenarioOf(m, []), 5).cycleTimes;
  const [oldestFirst, newestFirst] = [cycle(model), cycle(newest)];
  const at = (of: Float64Array, share: number) => of[Math.floor(share * of.length)]!;
  expect(at(newestFirst, 0.5)).toBeLessThan(at(oldestFirst, 0.5));
  expect(at(newestFirst, 0.99)).toBeGreaterThan(1.5 * at(oldestFirst, 0.99));
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
  expect(() => scenarioOf(model, [{ kind: 'touch', activity: 'Ask', factor: 0.8 }])).toThrow(expect.objectContaining({ code: 'bad-input', detail: 'The log does not show how long this activity takes', value: 'Ask' }));
  expect(() => scenarioOf(model, [{ kind: 'skip', activity: 'Serve', share: 2 }])).toThrow('out of range');
});
