import { expect, test } from 'vitest';
import { drawExponential, drawInteger, drawNormal, seededRandom, seedOf, shuffled, xoshiro128ss } from './index.ts';

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
