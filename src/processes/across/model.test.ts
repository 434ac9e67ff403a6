import { expect, test } from 'vitest';
import { processLinkKind } from '../link-register/index.ts';
import { byFunctions, delayCost, edgesOf, pathOf, windowOf } from './model.ts';

const link = (from: object, to: object) => processLinkKind.schema.parse({ name: 'L', owner: 'post', from: { process: 'a', ...from }, to: { process: 'b', ...to } });

test('a link that names no steps is measured both ways, one that does only as it says', () => {
  expect(edgesOf('l', link({ key: 'order' }, {})).map((e) => [e.back, e.from.process, e.from.key, e.to.process, e.to.key])).toEqual([[false, 'a', 'order', 'b', null], [true, 'b', null, 'a', 'order']]);
  expect(edgesOf('l', link({ activities: ['Close'] }, {})).map((e) => [e.back, e.from.activities, e.to.activities])).toEqual([[false, ['Close'], null]]);
  expect(() => link({}, { process: 'a' })).toThrow('two different processes');
});

test('the window is the last month that is over, or the whole record where that is younger', () => {
  expect(windowOf('UTC', Date.UTC(2026, 0, 5), Date.UTC(2026, 10, 9)).id).toBe('2026-10');
  expect(windowOf('UTC', Date.UTC(2026, 0, 5), Date.UTC(2026, 10, 1)).id).toBe('2026-10');
  expect(windowOf('Europe/London', Date.UTC(2026, 0, 5), Date.UTC(2026, 10, 9))).toMatchObject({ start: Date.UTC(2026, 8, 30, 23), end: Date.UTC(2026, 10, 1) });
  expect(windowOf('UTC', Date.UTC(2026, 10, 3), Date.UTC(2026, 10, 9))).toEqual({ id: 'whole record', start: Date.UTC(2026, 10, 3), end: Date.UTC(2026, 10, 9) });
});

test('functions are a tree: waits are rolled up to where two of them differ, over four processes', () => {
  const parents = new Map([['sell', undefined], ['orders', 'sell'], ['shop', 'sell'], ['serve', undefined], ['contacts', 'serve'], ['returns', 'serve']]);
  const path = (id: string) => pathOf(parents, id);
  expect(path('contacts')).toEqual(['serve', 'contacts']);
  const waits = (...list: number[]) => Float64Array.from(list);
  const edge = (from: string, to: string, list: Float64Array) => ({ from: path(from), to: path(to), waits: list });
  const got = byFunctions([edge('contacts', 'orders', waits(1, 5)), edge('returns', 'shop', waits(2, 3, 100)), edge('orders', 'shop', waits(7)), edge('orders', 'orders', waits(9)), edge('serve', 'contacts', waits(9)), edge('shop', 'returns', waits())]);
  expect(got).toEqual([
    { from: 'serve', to: 'sell', edges: 2, wait: { unit: 's', n: 5, mean: 22.2, median: 3, p90: expect.closeTo(62, 9), total: 111 } },
    { from: 'orders', to: 'shop', edges: 1, wait: { unit: 's', n: 1, mean: 7, median: 7, p90: 7, total: 7 } },
    { from: 'sell', to: 'serve', edges: 1, wait: null },
  ]);
});

test('delay costs what was agreed, rounded outwards; where nothing was agreed there is no money', () => {
  expect(delayCost(5400, { low: { amount: 25, currency: 'GBP' }, high: { amount: 75 } })).toEqual({ currency: 'GBP', low: 37, high: 113 });
  expect(delayCost(5400, undefined)).toBeNull();
});
