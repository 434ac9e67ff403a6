import { expect, test } from 'vitest';
import { processLinkKind } from '../link-register/index.ts';
import { byFunctions, edgesOf, functionOfStep, pathOf, windowOf } from './model.ts';

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
  const hand = (edge: string, from: string, to: string, list: readonly number[], working: number | null = null) => ({ edge, from: path(from), to: path(to), n: list.length, total: list.reduce((a, b) => a + b, 0), working, waits: Float64Array.from(list) });
  const got = byFunctions([hand('A', 'contacts', 'orders', [1, 5], 4), hand('A', 'contacts', 'shop', [2], 2), hand('B', 'returns', 'shop', [3, 100], 50), hand('C', 'orders', 'shop', [7]), hand('C', 'orders', 'orders', [9]), hand('D', 'serve', 'contacts', [8]), hand('E', 'shop', 'returns', [])]);
  expect(got).toEqual({
    pairs: [
      { from: 'serve', to: 'sell', edges: 2, working: 56, wait: { unit: 's', n: 5, mean: 22.2, median: 3, p90: expect.closeTo(62, 9), total: 111 } },
      { from: 'orders', to: 'shop', edges: 1, working: null, wait: { unit: 's', n: 1, mean: 7, median: 7, p90: 7, total: 7 } },
      { from: 'sell', to: 'serve', edges: 1, working: null, wait: null },
    ],
    within: { n: 2, total: 17 },
  });
});

test('a step is done by the function of its activity, else by that of the process', () => {
  const process = { function: 'take-orders', activities: [{ name: 'Pick', function: 'store', services: [] }, { name: 'Take', services: [] }] };
  expect(['Pick', 'Take', 'Wave'].map((step) => functionOfStep(process, step))).toEqual(['store', 'take-orders', 'take-orders']);
});
