import { expect, test } from 'vitest';
import { byFunctions, functionOfStep, pathOf, twoFunctions } from './functions.ts';

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

test('two functions are told apart where their paths first differ', () => {
  expect(twoFunctions({ from: ['firm', 'sales'], to: ['firm', 'stores', 'goods-in'] })).toEqual({ from: 'sales', to: 'stores' });
  expect([twoFunctions({ from: ['firm'], to: ['firm'] }), twoFunctions({ from: ['firm'], to: ['firm', 'sales'] }), twoFunctions({ from: ['firm', 'sales'], to: ['firm'] })]).toEqual([null, null, null]);
});
