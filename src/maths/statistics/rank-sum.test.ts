import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { drawNormal, seededRandom } from '../random/index.ts';
import { clopperPearson, falseDiscovery, normalTails, rankDifference, type Tied } from './index.ts';

const tied = (a: readonly number[], b: readonly number[]): Tied[] => [...new Set([...a, ...b])].map((value) => ({ value, a: a.filter((x) => x === value).length, b: b.filter((x) => x === value).length }));

test('tails of the normal distribution', () => {
  expect(normalTails(0)).toBe(1);
  for (const [z, p] of [[1, 0.317310507862914], [1.959963984540054, 0.05], [2.8, 0.005110260660855874], [2.9, 0.003731626600768077], [5, 5.733031437583892e-7], [-8, 1.2441921148543639e-15]] as const) expect(normalTails(z) / p).toBeCloseTo(1, 11);
});

test('Cliff’s delta is the difference of two chances, found pair by pair', () => {
  const group = fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 1, maxLength: 12 });
  fc.assert(fc.property(group, group, (a, b) => {
    fc.pre(new Set([...a, ...b]).size > 1);
    const found = rankDifference(tied(a, b), 0.95)!;
    const delta = a.flatMap((x) => b.map((y): number => Math.sign(x - y))).reduce((s, x) => s + x, 0) / a.length / b.length;
    expect(found.delta).toBeCloseTo(delta, 12);
    expect(found.lo).toBeLessThanOrEqual(delta + 1e-12);
    expect(found.hi).toBeGreaterThanOrEqual(delta - 1e-12);
    const back = rankDifference(tied(b, a), 0.95)!;
    expect([back.delta, back.lo, back.hi, back.p]).toEqual([-found.delta, -found.hi, -found.lo, found.p].map((x) => expect.closeTo(x, 10)));
  }));
  expect([rankDifference(tied([1, 1], [1]), 0.95), rankDifference(tied([1, 2], []), 0.95)]).toEqual([null, null]);
});

test('of shares the test is the χ² test with N − 1: 12 of 30 against 5 of 35', () => {
  const chi = ((30 + 35 - 1) * (12 * 30 - 18 * 5) ** 2) / (17 * 48 * 30 * 35);
  expect(rankDifference([{ value: 0, a: 18, b: 30 }, { value: 1, a: 12, b: 5 }], 0.95)!.p).toBeCloseTo(normalTails(Math.sqrt(chi)), 12);
});

test('the 95 % interval of delta holds the truth 93 to 97 times in 100', () => {
  let held = 0;
  const runs = 1_000;
  // Two normals one standard deviation apart: delta = 2 Φ(1/√2) − 1.
  const truth = 1 - normalTails(1 / Math.SQRT2);
  for (let seed = 1; seed <= runs; seed++) {
    const random = seededRandom(seed);
    const draw = (n: number, mean: number) => Array.from({ length: n }, () => mean + drawNormal(random));
    const [a, b] = [draw(30, 1), draw(40, 0)];
    const { lo, hi } = rankDifference([...a.map((value) => ({ value, a: 1, b: 0 })), ...b.map((value) => ({ value, a: 0, b: 1 }))], 0.95)!;
    if (lo <= truth && truth <= hi) held++;
  }
  process.stdout.write(`Cliff's delta, 30 and 40 values: the 95 % interval held the truth in ${((100 * held) / runs).toFixed(1)} % of ${runs}\n`);
  const exact = clopperPearson(held, runs, 0.99);
  expect(exact.hi).toBeGreaterThanOrEqual(0.93);
  expect(exact.lo).toBeLessThanOrEqual(0.97);
});

test('q-values: the published fifteen (Benjamini & Hochberg 1995) give four findings at 5 in 100', () => {
  const p = [0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528, 0.759, 1];
  const q = falseDiscovery(p);
  expect(q.filter((x) => x <= 0.05)).toHaveLength(4);
  expect(q[3]).toBeCloseTo(0.035625, 10);
  const turned = p.toReversed();
  expect(falseDiscovery(turned)).toEqual(q.toReversed());
  expect(falseDiscovery([])).toEqual([]);
  expect(() => falseDiscovery([1.1])).toThrow(RangeError);
});
