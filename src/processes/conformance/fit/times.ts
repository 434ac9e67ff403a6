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

/** Cases beside those that began in the same weeks and keep to a model, in the unit of the values. */
export interface Beside {
  /** Those of which some began in the same week as some of the others; the mean is theirs. */
  readonly cases: number;
  readonly mean: number;
  /** The others of these weeks; each week weighs as much in their mean as in the first. */
  readonly keeping: { readonly cases: number; readonly mean: number };
  readonly more: MeanDifference;
}

/**
 * How much more some values are than others of the same week: the mean over the values of what each is more than the mean of the others of its
 * week, so that weeks in which all were slow tell nothing. Variance: that of these differences, plus the pooled variance of the others within
 * their weeks, each weighted as in the mean; Satterthwaite’s degrees of freedom (1946). In one week only it is Welch’s interval (1947). Weeks that
 * have but one side are left out; null where less than 20 values are left on a side, or nothing varies.
 * @example besideSameWeek(new Map([[0, { n: 20, mean: 5, squares: 19 }]]), new Map([[0, { n: 20, mean: 3, squares: 19 }]]))!.more.estimate // 2
 */
export function besideSameWeek(of: ReadonlyMap<number, Moments>, keeping: ReadonlyMap<number, Moments>): Beside | null {
  const { level, leastCases } = fitRules;
  const weeks = [...of].flatMap(([week, a]) => { const b = keeping.get(week); return b === undefined || a.n === 0 || b.n === 0 ? [] : [{ a, b }]; });
  const own = weeks.reduce((sum, { a }) => together(sum, a), noMoments);
  const cases = weeks.reduce((n, { b }) => n + b.n, 0);
  const free = cases - weeks.length;
  if (Math.min(own.n, cases) < leastCases || free === 0) return null;
  const more = weeks.reduce((sum, { a, b }) => together(sum, { ...a, mean: a.mean - b.mean }), noMoments);
  const va = more.squares / (more.n - 1) / more.n;
  const vb = (weeks.reduce((sum, { b }) => sum + b.squares, 0) / free) * weeks.reduce((sum, { a, b }) => sum + (a.n / own.n) ** 2 / b.n, 0);
  if (!(va + vb > 0)) return null;
  const freedom = (va + vb) ** 2 / (va ** 2 / (more.n - 1) + vb ** 2 / free);
  const half = Math.sqrt(fQuantile(level, 1, freedom) * (va + vb));
  return { cases: own.n, mean: own.mean, keeping: { cases, mean: own.mean - more.mean }, more: { estimate: more.mean, lo: more.mean - half, hi: more.mean + half, level } };
}
