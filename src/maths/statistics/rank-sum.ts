import { normalQuantile } from '../distributions/index.ts';

/** One value and how many of each of two groups have it. */
export interface Tied {
  readonly value: number;
  readonly a: number;
  readonly b: number;
}

/** How far the values of one group lie above those of another. */
export interface RankDifference {
  /** Cliff's delta: P(a > b) − P(a < b), −1 to 1. */
  readonly delta: number;
  readonly lo: number;
  readonly hi: number;
  /** Two-sided, of no difference. */
  readonly p: number;
}

/**
 * Compares two groups by rank. Delta is Cliff's (1993) with the asymmetric interval of Feng & Cliff (2004) on the variance of DeLong et al.
 * (1988); p is of the Mann–Whitney test in its normal form with ties (Lehmann 1975), which for shares is the “N − 1” χ² test (Campbell 2007).
 * Null where a group is empty or all values are one.
 * @throws RangeError for a level outside (0, 1).
 * @example rankDifference([{ value: 1, a: 0, b: 10 }, { value: 2, a: 10, b: 0 }], 0.95)?.delta // 1
 */
export function rankDifference(values: readonly Tied[], level: number): RankDifference | null {
  if (!(level > 0 && level < 1)) throw new RangeError(`A level lies inside (0, 1): got ${level}`);
  const sorted = values.filter((v) => v.a + v.b > 0).toSorted((x, y) => x.value - y.value);
  const [m, n] = [sorted.reduce((sum, v) => sum + v.a, 0), sorted.reduce((sum, v) => sum + v.b, 0)];
  if (m === 0 || n === 0 || sorted.length < 2) return null;
  const { delta, variance, ties } = dominance(sorted, m, n);
  const all = m + n;
  const z = (delta * m * n) / 2 / Math.sqrt(((m * n) / 12) * (all + 1 - ties / (all * (all - 1))));
  return { delta, ...cliffInterval(delta, variance, normalQuantile(0.5 + level / 2)), p: normalTails(z) };
}

/** Each value of one group against all of the other: the mean of +1 above, −1 below, and its variance. */
function dominance(sorted: readonly Tied[], m: number, n: number): { delta: number; variance: number; ties: number } {
  let [belowA, belowB, sumA, squaresA, squaresB, ties] = [0, 0, 0, 0, 0, 0];
  for (const { a, b } of sorted) {
    const [ofA, ofB] = [(2 * belowB + b) / n - 1, (2 * belowA + a) / m - 1];
    sumA += a * ofA;
    squaresA += a * ofA * ofA;
    squaresB += b * ofB * ofB;
    ties += (a + b) ** 3 - (a + b);
    belowA += a;
    belowB += b;
  }
  const delta = sumA / m;
  const spread = (squares: number, count: number) => (count < 2 ? 1 : Math.max(0, squares - count * delta * delta) / (count - 1));
  return { delta, variance: spread(squaresA, m) / m + spread(squaresB, n) / n, ties };
}

function cliffInterval(delta: number, variance: number, z: number): { lo: number; hi: number } {
  const centre = delta - delta ** 3;
  const half = z * Math.sqrt(variance) * Math.sqrt((1 - delta * delta) ** 2 + z * z * variance);
  const scale = 1 - delta * delta + z * z * variance;
  // Groups wholly apart leave no spread to work with.
  if (scale === 0) return { lo: delta, hi: delta };
  return { lo: Math.max(-1, (centre - half) / scale), hi: Math.min(1, (centre + half) / scale) };
}

/**
 * P(|Z| ≥ |z|) of a standard normal Z, to about 1e-12 relative: the series of erf near 0, else its continued fraction (Abramowitz & Stegun
 * 7.1.5, 7.1.14).
 * @example normalTails(1.959963985) // 0.05
 */
export function normalTails(z: number): number {
  const x = Math.abs(z) / Math.SQRT2;
  if (x < 2) {
    let [term, sum] = [x, x];
    for (let k = 1; Math.abs(term) > 1e-17 * Math.abs(sum); k++) {
      term *= (-x * x) / k;
      sum += term / (2 * k + 1);
    }
    return 1 - (2 / Math.sqrt(Math.PI)) * sum;
  }
  let tail = x;
  for (let k = 120; k > 0; k--) tail = x + k / 2 / tail;
  return Math.exp(-x * x) / (Math.sqrt(Math.PI) * tail);
}
