import { afterAll, beforeAll, expect, test } from 'vitest';
import { testLogs, type TestLogs } from '../performance/steps/testing.ts';
import { sharedKeysOf } from './suggest.ts';

let logs: TestLogs;
beforeAll(async () => { logs = await testLogs(); });
afterAll(async () => { await logs.close(); });

const time = '2026-03-27T08:00:00Z';

test('shared values are counted exactly; choices of few values, personal columns and small overlaps are no keys', async () => {
  const orders = await logs.import('case,activity,time,region,basket', Array.from({ length: 100 }, (_, i) => `o${i},x,${time},r${i % 5},b${i % 30}`));
  // 90 tickets: 75 orders that are there, 15 that are not; each ticket has its own agent, hidden; the baskets of 30 share too little.
  const tickets = await logs.import('case,activity,time,order,region,agent,basket', Array.from({ length: 90 }, (_, i) => `t${i},x,${time},o${i < 75 ? i : i + 100},r${i % 5},o${i},b${i + 20}`), { personal: ['agent'] });
  const got = await sharedKeysOf(logs.c, [{ process: 'orders', version: orders }, { process: 'tickets', version: tickets }]);
  expect(got.found).toEqual([{ from: { process: 'tickets', key: 'order' }, to: { process: 'orders', key: null }, values: 90, shared: 75 }]);
  expect(got.leftOut).toBe(0);
  expect(got.compared).toBeGreaterThan(1);
});

test('cases that were flattened from one object-centric log share their events', async () => {
  const flat = (prefix: string) => Array.from({ length: 40 }, (_, i) => `${prefix}${i % 10},step ${i % 3},${time},e${i}`);
  const mapping = { attributes: [{ column: 'event', name: 'ocel:event', type: 'text', of: 'event' }] };
  const [orders, items] = [await logs.import('case,activity,time,event', flat('order'), mapping), await logs.import('case,activity,time,event', flat('item'), mapping)];
  const { found } = await sharedKeysOf(logs.c, [{ process: 'orders', version: orders }, { process: 'items', version: items }]);
  expect(found).toEqual([{ from: { process: 'orders', key: 'ocel:event' }, to: { process: 'items', key: 'ocel:event' }, values: 40, shared: 40 }]);
});
