import type { Random } from './xoshiro.ts';

/**
 * A whole number in [0, n), each equally likely (rejection, no modulo bias); n from 1 to 2³².
 * @throws RangeError for another n.
 * @example drawInteger(seededRandom(1), 6) // 0 to 5
 */
export function drawInteger(random: Random, n: number): number {
  if (!Number.isInteger(n) || n < 1 || n > 2 ** 32) throw new RangeError(`A bound must be a whole number from 1 to 2³²: got ${n}`);
  const limit = 2 ** 32 - (2 ** 32 % n);
  for (;;) {
    const x = random.uint32();
    if (x < limit) return x % n;
  }
}

/** A draw from the exponential distribution with mean `mean` (inverse transform). */
export function drawExponential(random: Random, mean: number): number {
  return -mean * Math.log1p(-random.unit());
}

/** A draw from the standard normal distribution (polar method, Marsaglia & Bray 1964). */
export function drawNormal(random: Random): number {
  for (;;) {
    const u = 2 * random.unit() - 1;
    const v = 2 * random.unit() - 1;
    const s = u * u + v * v;
    if (s > 0 && s < 1) return u * Math.sqrt((-2 * Math.log(s)) / s);
  }
}

/** A copy of `items` in random order (Fisher–Yates). */
export function shuffled<T>(random: Random, items: readonly T[]): T[] {
  const out = [...items];
  for (let i = out.length - 1; i > 0; i--) {
    const j = drawInteger(random, i + 1);
    [out[i], out[j]] = [out[j]!, out[i]!];
  }
  return out;
}
