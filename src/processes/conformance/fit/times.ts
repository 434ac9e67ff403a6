import { fQuantile } from '../../../maths/distributions/index.ts';

/** Values as their count, mean and sum of squares about it. */
export interface Moments {
  readonly n: number;
  readonly mean: number;
  readonly squares: number;
}

export const noMoments: Moments = { n: 0, mean: 0, squares: 0 };

/**
 * The moments of two sets of values together (Chan, Golub & LeVeque 1979).
 * @example together({ n: 1, mean: 1, squares: 0 }, { n: 1, mean: 3, squares: 0 }) // { n: 2, mean: 2, squares: 2 }
 */
export function together(a: Moments, b: Moments): Moments {
  const n = a.n + b.n;
  if (n === 0) return noMoments;
  const gap = b.mean - a.mean;
  return { n, mean: a.mean + (gap * b.n) / n, squares: a.squares + b.squares + (gap * gap * a.n * b.n) / n };
}

/** How much more, in the unit of the values. */
export interface MeanDifference {
  readonly estimate: number;
  readonly lo: number;
  readonly hi: number;
  readonly level: number;
}

/** Named once and pinned by a test: fewer cases on a side are not compared. */
export const fitRules = { level: 0.95, leastCases: 20 } as const;

/**
 * The difference of two means with Welch's interval (Welch 1947); null where a side has fewer than 20 values or nothing varies.
 * @example meanDifference({ n: 20, mean: 5, squares: 19 }, { n: 20, mean: 3, squares: 19 })!.estimate // 2
 */
export function meanDifference(a: Moments, b: Moments): MeanDifference | null {
  const { level, leastCases } = fitRules;
  if (Math.min(a.n, b.n) < leastCases) return null;
  const [va, vb] = [a.squares / (a.n - 1) / a.n, b.squares / (b.n - 1) / b.n];
  if (!(va + vb > 0)) return null;
  const freedom = (va + vb) ** 2 / (va ** 2 / (a.n - 1) + vb ** 2 / (b.n - 1));
  const half = Math.sqrt(fQuantile(level, 1, freedom) * (va + vb));
  const estimate = a.mean - b.mean;
  return { estimate, lo: estimate - half, hi: estimate + half, level };
}
