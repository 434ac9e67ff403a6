import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { kolmogorovSmirnov, quantileAt, quantileTable, tableMean, tableShares, wasserstein1 } from './index.ts';

test('distances between samples: known answers', () => {
  expect(wasserstein1([0, 1], [1, 2])).toBe(1);
  expect(kolmogorovSmirnov([0, 1], [1, 2])).toBe(0.5);
  expect(wasserstein1([0], [0, 10])).toBe(5);
  expect(kolmogorovSmirnov([0, 0, 0], [1])).toBe(1);
  expect(() => wasserstein1([], [1])).toThrow('not empty');
});

test('equal samples are 0 apart, a shift is as far as it is, and the order of the two does not matter', () => {
  const sample = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 1, maxLength: 30 }).map((x) => x.sort((a, b) => a - b));
  fc.assert(fc.property(sample, sample, fc.integer({ min: 0, max: 9 }), (a, b, by) => {
    expect(wasserstein1(a, a)).toBe(0);
    expect(wasserstein1(a, a.map((x) => x + by))).toBeCloseTo(by, 9);
    expect(wasserstein1(a, b)).toBeCloseTo(wasserstein1(b, a), 9);
    // Between samples of one size it is the mean distance of the sorted values.
    const n = Math.min(a.length, b.length);
    expect(wasserstein1(a.slice(0, n), b.slice(0, n))).toBeCloseTo(a.slice(0, n).reduce((s, x, i) => s + Math.abs(x - b[i]!), 0) / n, 9);
    const share = (x: number[], at: number) => x.filter((v) => v <= at).length / x.length;
    expect(kolmogorovSmirnov(a, b)).toBeCloseTo(Math.max(...[...a, ...b].map((at) => Math.abs(share(a, at) - share(b, at)))), 12);
  }));
});

test('a quantile table gives back its quantiles and its mean', () => {
  const even = quantileTable(tableShares, 0.5);
  expect(quantileAt(even, 0.25)).toBeCloseTo(0.25, 12);
  expect(even[100]).toBeCloseTo(0.995, 12);
  for (const u of [0, 0.333, 0.9899, 0.99, 0.997, 0.9995, 1]) expect(quantileAt(even, u)).toBeCloseTo(u, 12);
  const exponential = quantileTable(tableShares.map((p) => -Math.log(1 - Math.min(p, 0.9999))), 1);
  expect(tableMean(exponential)).toBeCloseTo(1, 12);
  expect(quantileAt(exponential, 0.5)).toBeCloseTo(Math.log(2), 1);
  expect([...quantileTable(tableShares.map(() => 0), 0)]).toEqual(tableShares.map(() => 0));
  expect(() => quantileTable([1], 1)).toThrow(RangeError);
});
