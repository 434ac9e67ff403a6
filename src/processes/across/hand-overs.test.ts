import { afterAll, beforeAll, expect, test } from 'vitest';
import { instantOf, testLogs, type TestLogs } from '../performance/steps/testing.ts';
import { measureEdge } from './measure.ts';
import type { Side } from './model.ts';
import { agreesWithTheObvious, edge, written, type ObviousCase } from './testing.ts';

let logs: TestLogs;
beforeAll(async () => { logs = await testLogs(); });
afterAll(async () => { await logs.close(); });

test('random logs: hand-overs, waits, working waits and every count are those of the obvious reference', async () => {
  expect(await agreesWithTheObvious(logs, { numRuns: 6, seed: 2 })).toBeGreaterThan(0);
}, 60_000);

test('one order with two tickets is handed over once, by the later; open ones wait, old ones are not lost but without a partner', async () => {
  const hour = 60;
  const at = (end: number) => ({ start: end, end });
  const tickets: ObviousCase[] = [
    { id: 't1', keys: ['o1'], steps: [{ activity: 'Close', ...at(0) }] }, { id: 't2', keys: ['o1'], steps: [{ activity: 'Close', ...at(4 * hour) }] },
    { id: 't3', keys: ['o2'], steps: [{ activity: 'Close', ...at(90 * hour) }] }, { id: 't4', keys: ['gone'], steps: [{ activity: 'Close', ...at(1 * hour) }] }, { id: 't5', keys: [], steps: [{ activity: 'Close', ...at(1) }] },
  ];
  const orders: ObviousCase[] = [{ id: 'o1', keys: ['o1'], steps: [{ activity: 'Correct', ...at(10 * hour) }, { activity: 'Pay', ...at(50 * hour) }] }, { id: 'o2', keys: ['o2'], steps: [{ activity: 'Pay', ...at(hour) }] }];
  const [from, to] = [await written(logs, tickets), await written(logs, orders)];
  const got = await measureEdge(logs.c, { edge: edge({ activities: ['Close'] }, { key: null, activities: ['Correct'] }, 24 * 3600), from, to, calendar: null, asOf: instantOf(100 * hour) }, 'UTC');
  expect(got.whole.wait).toMatchObject({ n: 1, median: 6 * 3600, total: 6 * 3600 });
  expect(got.senders).toEqual({ takenUp: 2, otherWay: 0, waiting: 1, notTakenUp: 0, noPartner: 1 });
  expect(got.partners).toEqual({ fromCases: 5, fromWithKey: 4, fromLinked: 3, fromSeveral: 0, toCases: 2, toWithKey: 2, toLinked: 2, toSeveral: 1 });
  expect(got.waitingSince).toEqual({ oldest: instantOf(90 * hour), totalSeconds: 10 * 3600 });
});

test('only some cases, numbers as keys, and what is refused', async () => {
  const from = await logs.import('case,activity,time,order,topic', ['1,x,2026-03-27T00:00:00Z,7,invoice', '2,x,2026-03-27T00:00:00Z,8,other'], { attributes: [{ column: 'order', type: 'number', of: 'case' }, { column: 'topic', type: 'text', of: 'case' }] });
  const to = await logs.import('case,activity,time,who', ['7,y,2026-03-27T02:00:00Z,ann', '8,y,2026-03-27T03:00:00Z,bob'], { resource: 'who' });
  const ask = (parts: Partial<Side>, other: Partial<Side> = { key: null }) => measureEdge(logs.c, { edge: edge({ key: 'order', ...parts }, other), from, to, calendar: null, asOf: Date.UTC(2026, 3, 1) }, 'UTC');
  expect((await ask({})).whole.wait).toMatchObject({ n: 2, total: 5 * 3600 });
  expect((await ask({ only: { attribute: 'topic', values: ['invoice'] } })).whole.wait).toMatchObject({ n: 1, median: 7200 });
  await expect(ask({ key: 'colour' })).rejects.toMatchObject({ code: 'bad-input', value: 'colour' });
  await expect(ask({ activities: ['z'] })).rejects.toMatchObject({ code: 'bad-input', value: 'z' });
  await expect(ask({}, { key: 'resource' })).rejects.toMatchObject({ code: 'too-few-people' });
  const people = await logs.import('case,activity,time', ['7,y,2026-03-27T02:00:00Z'], { personal: ['case'] });
  await expect(measureEdge(logs.c, { edge: edge({ key: 'order' }, { key: null }), from, to: people, calendar: null, asOf: Date.UTC(2026, 3, 1) }, 'UTC')).rejects.toMatchObject({ code: 'too-few-people' });
});
