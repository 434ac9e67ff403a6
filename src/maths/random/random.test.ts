import { expect, test } from 'vitest';
import { drawExponential, drawGamma, drawInteger, drawNormal, drawPoisson, keyedUniform, seededRandom, seedOf, shuffled, xoshiro128ss } from './index.ts';

test('xoshiro128** from state 1, 2, 3, 4 gives the published sequence', () => {
  const r = xoshiro128ss(1, 2, 3, 4);
  expect(Array.from({ length: 10 }, () => r.uint32())).toEqual([11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597, 4258142804]);
});

test('a seed fixes the stream, near seeds do not resemble each other', () => {
  const first = (seed: number) => { const r = seededRandom(seed); return Array.from({ length: 4 }, () => r.uint32()); };
  expect(first(7)).toEqual(first(7));
  expect(new Set([0, 1, 2, 3, -1].flatMap(first)).size).toBe(20);
  expect(seedOf('order-to-cash')).toBe(seedOf('order-to-cash'));
  expect(seedOf('a')).not.toBe(seedOf('b'));
  expect(() => seededRandom(Number.NaN)).toThrow('finite');
});

test('draws have the moments of their distribution, within five standard errors', () => {
  const r = seededRandom(1);
  const n = 100_000;
  const mean = (f: () => number) => { let s = 0; for (let i = 0; i < n; i++) s += f(); return s / n; };
  expect(Math.abs(mean(() => r.unit()) - 0.5)).toBeLessThan(5 * Math.sqrt(1 / 12 / n));
  expect(Math.abs(mean(() => drawNormal(r)))).toBeLessThan(5 / Math.sqrt(n));
  expect(Math.abs(mean(() => drawNormal(r) ** 2) - 1)).toBeLessThan(5 * Math.sqrt(2 / n));
  expect(Math.abs(mean(() => drawExponential(r, 3)) - 3)).toBeLessThan((5 * 3) / Math.sqrt(n));
  const faces = Array.from({ length: 6 }, () => 0);
  for (let i = 0; i < 60_000; i++) faces[drawInteger(r, 6)]!++;
  for (const f of faces) expect(Math.abs(f - 10_000)).toBeLessThan(5 * Math.sqrt(60_000 * (1 / 6) * (5 / 6)));
  expect(() => drawInteger(r, 0)).toThrow(RangeError);
});

test('shuffling keeps the items', () => {
  const items = Array.from({ length: 50 }, (_, i) => i);
  const out = shuffled(seededRandom(2), items);
  expect([...out].sort((a, b) => a - b)).toEqual(items);
  expect(out).not.toEqual(items);
});

test('Poisson and gamma draws have their mean and variance, within five standard errors', () => {
  const r = seededRandom(3);
  const n = 20_000;
  const moments = (f: () => number) => {
    const x = Array.from({ length: n }, f);
    const mean = x.reduce((a, b) => a + b, 0) / n;
    const squares = x.map((v) => (v - mean) ** 2);
    const variance = squares.reduce((a, b) => a + b, 0) / n;
    return { mean, variance, error: Math.sqrt(squares.reduce((a, s) => a + (s - variance) ** 2, 0) / n / n) };
  };
  for (const mean of [0.2, 4, 75]) {
    const m = moments(() => drawPoisson(r, mean));
    expect(Math.abs(m.mean - mean)).toBeLessThan(5 * Math.sqrt(mean / n));
    expect(Math.abs(m.variance - mean)).toBeLessThan(5 * m.error);
  }
  for (const shape of [0.4, 1, 9]) {
    const m = moments(() => drawGamma(r, shape));
    expect(Math.abs(m.mean - 1)).toBeLessThan(5 * Math.sqrt(1 / shape / n));
    expect(Math.abs(m.variance - 1 / shape)).toBeLessThan(5 * m.error);
  }
  expect(drawPoisson(r, 0)).toBe(0);
  expect(() => drawPoisson(r, -1)).toThrow(RangeError);
  expect(() => drawGamma(r, 0)).toThrow(RangeError);
});

test('keyed numbers are the same for the same keys, uniform, and unrelated for near keys', () => {
  expect(keyedUniform(1, 2, 3, 4)).toBe(keyedUniform(1, 2, 3, 4));
  const n = 50_000;
  let [sum, product] = [0, 0];
  const bins = Array.from({ length: 10 }, () => 0);
  for (let i = 0; i < n; i++) {
    const [u, v] = [keyedUniform(5, i, 1), keyedUniform(5, i, 2)];
    sum += u;
    product += (u - 0.5) * (v - 0.5);
    bins[Math.floor(u * 10)]!++;
  }
  expect(Math.abs(sum / n - 0.5)).toBeLessThan(5 * Math.sqrt(1 / 12 / n));
  expect(Math.abs(product / n)).toBeLessThan(5 / 12 / Math.sqrt(n));
  for (const b of bins) expect(Math.abs(b - n / 10)).toBeLessThan(5 * Math.sqrt(n * 0.09));
});
