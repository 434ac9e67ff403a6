/**
 * Random numbers by key, not by turn: the draw for one case and step is the same whatever else happened before it. Two runs that differ
 * only in an outage therefore share all their luck, and their difference is the outage's effect (common random numbers).
 */

/** A number that stands for a word, to be used as a key (FNV-1a, 32 bits). */
export function wordKey(word: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < word.length; i += 1) h = Math.imul(h ^ word.charCodeAt(i), 0x01000193);
  return h >>> 0;
}

/**
 * A uniform number in (0, 1) that depends on nothing but its keys (integers); murmur3's 32-bit mixing.
 * @example uniform(1, 2, 3) === uniform(1, 2, 3) // true
 */
export function uniform(seed: number, a: number, b = 0, c = 0): number {
  let h = mix(seed | 0, a);
  h = mix(h, b);
  h = mix(h, c);
  h ^= h >>> 16;
  h = Math.imul(h, 0x85ebca6b);
  h ^= h >>> 13;
  h = Math.imul(h, 0xc2b2ae35);
  h ^= h >>> 16;
  return ((h >>> 0) + 0.5) / 4294967296;
}

function mix(h: number, key: number): number {
  let k = Math.imul(key | 0, 0xcc9e2d51);
  k = (k << 15) | (k >>> 17);
  let m = h ^ Math.imul(k, 0x1b873593);
  m = (m << 13) | (m >>> 19);
  return (Math.imul(m, 5) + 0xe6546b64) | 0;
}

/** The standard normal quantile (Acklam's rational approximation, absolute error below 1.2e-9 in its relative measure). */
export function normalQuantile(p: number): number {
  if (p < 0.02425) return tail(Math.sqrt(-2 * Math.log(p)));
  if (p > 0.97575) return -tail(Math.sqrt(-2 * Math.log(1 - p)));
  const q = p - 0.5;
  const r = q * q;
  const top = ((((-39.69683028665376 * r + 220.9460984245205) * r - 275.9285104469687) * r + 138.357751867269) * r - 30.66479806614716) * r + 2.506628277459239;
  const below = ((((-54.47609879822406 * r + 161.5858368580409) * r - 155.6989798598866) * r + 66.80131188771972) * r - 13.28068155288572) * r + 1;
  return (top * q) / below;
}

function tail(q: number): number {
  const top = ((((-0.007784894002430293 * q - 0.3223964580411365) * q - 2.400758277161838) * q - 2.549732539343734) * q + 4.374664141464968) * q + 2.938163982698783;
  return top / ((((0.007784695709041462 * q + 0.3224671290700398) * q + 2.445134137142996) * q + 3.754408661907416) * q + 1);
}

/** A lognormal value with the given mean and coefficient of variation, from a uniform number. */
export function lognormal(u: number, mean: number, cv: number): number {
  const s2 = Math.log(1 + cv * cv);
  return Math.exp(Math.log(mean) - s2 / 2 + Math.sqrt(s2) * normalQuantile(u));
}

/** An exponential value with the given mean, from a uniform number. */
export function exponential(u: number, mean: number): number {
  return -Math.log(u) * mean;
}

/** The item whose share of the total weight holds the uniform number; throws a RangeError for an empty list. */
export function pick<T>(u: number, items: readonly (readonly [T, number])[]): T {
  let rest = u * items.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [item, weight] of items) {
    rest -= weight;
    if (rest <= 0) return item;
  }
  const last = items.at(-1);
  if (last === undefined) throw new RangeError('pick() needs at least one item');
  return last[0];
}
