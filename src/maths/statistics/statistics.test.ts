import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { drawExponential, drawNormal, seededRandom, type Random } from '../random/index.ts';
import { changeOfWeek, clopperPearson, differenceOfCounts, differenceOfShares, jeffreys, mean, quantile, weeklyBootstrap, wilson } from './index.ts';

test('type 7 quantiles, as R computes them', () => {
  expect(quantile([1, 2, 3, 4], 0.5)).toBe(2.5);
  expect(quantile([10, 1, 7, 3, 2], 0.9)).toBeCloseTo(8.8, 12);
  expect(quantile([4], 0.9)).toBe(4);
  expect(quantile([], 0.5)).toBeNull();
  expect(() => quantile([1], 1.1)).toThrow(RangeError);
  expect(mean([1, 2, 6])).toBe(3);
  expect(mean([])).toBeNull();
});

test('quantiles lie between the ends and never fall with p', () => {
  fc.assert(fc.property(fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 40 }), fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }), (xs, p, q) => {
    const [a, b] = [quantile(xs, Math.min(p, q))!, quantile(xs, Math.max(p, q))!];
    expect(a).toBeLessThanOrEqual(b);
    expect(a).toBeGreaterThanOrEqual(Math.min(...xs));
    expect(b).toBeLessThanOrEqual(Math.max(...xs));
  }));
});

test('intervals of a share: the published figures', () => {
  const w = wilson(8, 10, 0.95);
  expect([w.lo, w.hi]).toEqual([expect.closeTo(0.490162, 6), expect.closeTo(0.943318, 6)]);
  expect(clopperPearson(0, 100, 0.95).hi).toBeCloseTo(0.0362167, 7);
  const j = jeffreys(286, 288, 0.95);
  expect([j.lo, j.hi]).toEqual([expect.closeTo(0.977911, 6), expect.closeTo(0.998554, 6)]);
  expect(() => wilson(3, 2, 0.95)).toThrow('3 of 2');
});

test('the exact interval covers at least its level for every share', () => {
  const n = 25;
  const intervals = Array.from({ length: n + 1 }, (_, k) => clopperPearson(k, n, 0.9));
  for (const p of [0.02, 0.1, 0.37, 0.5, 0.81, 0.99]) {
    let covered = 0;
    let chance = (1 - p) ** n;
    for (let k = 0; k <= n; k++) {
      if (intervals[k]!.lo <= p && p <= intervals[k]!.hi) covered += chance;
      chance *= ((n - k) / (k + 1)) * (p / (1 - p));
    }
    expect(covered).toBeGreaterThanOrEqual(0.9);
  }
});

test('a change of weeks: the difference is exact, the same seed gives the same bits, too few weeks give no interval', () => {
  const before = [10, 12, 9, 11, 10, 13, 8, 11, 10, 9, 12, 11];
  const options = { ...weeklyBootstrap, seed: 42 };
  const change = changeOfWeek(14, before, options)!;
  expect(change.difference).toBeCloseTo(14 - 10.5, 12);
  expect(changeOfWeek(14, before, options)).toEqual(change);
  expect(change.lo!).toBeLessThan(change.difference);
  expect(change.hi!).toBeGreaterThan(change.difference);
  expect(changeOfWeek(14, before.slice(1), options)).toMatchObject({ lo: null, hi: null });
  expect(changeOfWeek(14, [], options)).toBeNull();
  expect(changeOfWeek(12, [10, 10, 10], options)?.difference).toBe(2);
  const flat = changeOfWeek(10, Array.from({ length: 12 }, () => 10), options)!;
  expect([flat.lo, flat.hi]).toEqual([0, 0]);
});

/** How often the 90 % interval of one week against the 12 before holds the truth (no change), weeks following an AR(1). */
function coverage(rho: number, runs: number): number {
  let held = 0;
  for (let seed = 1; seed <= runs; seed++) {
    const random = seededRandom(seed);
    let x = drawNormal(random) / Math.sqrt(1 - rho * rho);
    const weeks = Array.from({ length: 13 }, () => { x = rho * x + drawNormal(random); return 50 + x; });
    const change = changeOfWeek(weeks[12]!, weeks.slice(0, 12), { ...weeklyBootstrap, draws: 500, seed })!;
    if (change.lo! <= 0 && 0 <= change.hi!) held++;
  }
  return held / runs;
}

test.each([0, 0.3, 0.6])('the interval of a change of one week covers 82 to 95 in 100 at correlation %d', (rho) => {
  const runs = 1_000;
  const rate = coverage(rho, runs);
  process.stdout.write(`one week against 12, correlation ${rho}: the 90 % interval held the truth in ${(100 * rate).toFixed(1)} % of ${runs}\n`);
  const exact = clopperPearson(Math.round(rate * runs), runs, 0.99);
  expect(exact.hi).toBeGreaterThanOrEqual(0.82);
  expect(exact.lo).toBeLessThanOrEqual(0.95);
});

test('the difference of two shares: Newcombe’s published figures', () => {
  const d = differenceOfShares({ successes: 56, trials: 70 }, { successes: 48, trials: 80 }, 0.95);
  expect([d.lo, d.hi]).toEqual([expect.closeTo(0.0524, 4), expect.closeTo(0.3339, 4)]);
  const none = differenceOfShares({ successes: 10, trials: 10 }, { successes: 0, trials: 20 }, 0.95);
  expect([none.lo, none.hi]).toEqual([expect.closeTo(0.6791, 4), expect.closeTo(1, 10)]);
});

test.each([1, 5, 60])('the difference of counts covers about 90 in 100 at %d a period', (mean) => {
  const runs = 2_000;
  const poisson = (random: Random) => { let n = -1; for (let t = 0; t < mean; n++) t += drawExponential(random, 1); return n; };
  let held = 0;
  for (let seed = 1; seed <= runs; seed++) {
    const random = seededRandom(seed);
    const total = Array.from({ length: 12 }, () => poisson(random)).reduce((a, b) => a + b, 0);
    const d = differenceOfCounts(poisson(random), { total, periods: 12 }, 0.9);
    if (d.lo <= 0 && d.hi >= 0) held++;
  }
  process.stdout.write(`difference of counts, ${mean} a period: held the truth in ${((100 * held) / runs).toFixed(1)} % of ${runs}\n`);
  expect(clopperPearson(held, runs, 0.99).hi).toBeGreaterThanOrEqual(0.88);
});
