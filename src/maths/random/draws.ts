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

/**
 * A draw from the Poisson distribution (mean ≥ 0), by multiplication (Knuth 1969); a large mean is the sum of draws with means up to 30,
 * whose exponentials are not yet tiny.
 * @throws RangeError for a negative mean.
 * @example drawPoisson(seededRandom(1), 0) // 0
 */
export function drawPoisson(random: Random, mean: number): number {
  if (!(mean >= 0)) throw new RangeError(`A Poisson mean is 0 or more: got ${mean}`);
  let count = 0;
  for (let rest = mean; rest > 0; rest -= 30) {
    const limit = Math.exp(-Math.min(30, rest));
    for (let product = random.unit(); product > limit; product *= random.unit()) count++;
  }
  return count;
}

/**
 * A draw from the gamma distribution of this shape and mean 1 (Marsaglia & Tsang 2000).
 * @throws RangeError for a shape that is not above 0.
 * @example drawGamma(seededRandom(1), 4) > 0 // true
 */
export function drawGamma(random: Random, shape: number): number {
  if (!(shape > 0)) throw new RangeError(`A gamma shape is above 0: got ${shape}`);
  // A shape below 1 is that of one more, thinned by a power of a uniform.
  if (shape < 1) return ((drawGamma(random, shape + 1) * (shape + 1)) / shape) * (1 - random.unit()) ** (1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = drawNormal(random);
    const v = (1 + c * x) ** 3;
    if (v > 0 && Math.log(1 - random.unit()) < (x * x) / 2 + d * (1 - v + Math.log(v))) return (d * v) / shape;
  }
}
