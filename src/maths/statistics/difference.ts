import { normalQuantile } from '../distributions/index.ts';
import { wilson } from './binomial.ts';

/** The interval of a difference. */
export interface DifferenceInterval {
  readonly lo: number;
  readonly hi: number;
}

/** Combines the limits of two independent estimates into those of their difference (square-and-add, Newcombe 1998). */
function squareAndAdd(a: { at: number; lo: number; hi: number }, b: { at: number; lo: number; hi: number }): DifferenceInterval {
  const d = a.at - b.at;
  return { lo: d - Math.hypot(a.at - a.lo, b.hi - b.at), hi: d + Math.hypot(a.hi - a.at, b.at - b.lo) };
}

/**
 * The interval of the difference of two independent shares, first less second: Newcombe's hybrid score interval (1998, method 10).
 * @example differenceOfShares({ successes: 56, trials: 70 }, { successes: 48, trials: 80 }, 0.95) // { lo: 0.0524, hi: 0.3339 }
 */
export function differenceOfShares(a: { readonly successes: number; readonly trials: number }, b: { readonly successes: number; readonly trials: number }, level: number): DifferenceInterval {
  return squareAndAdd({ at: a.successes / a.trials, ...wilson(a.successes, a.trials, level) }, { at: b.successes / b.trials, ...wilson(b.successes, b.trials, level) });
}

/**
 * The interval of a count of one period less the mean of earlier periods with `total` in `periods`, were all counts Poisson: score limits
 * of each, squared and added.
 * @example differenceOfCounts(2, { total: 12, periods: 12 }, 0.9).lo < 0 // true
 */
export function differenceOfCounts(count: number, before: { readonly total: number; readonly periods: number }, level: number): DifferenceInterval {
  const z = normalQuantile(0.5 + level / 2);
  const limits = (x: number, periods: number) => {
    const half = z * Math.sqrt(x + (z * z) / 4);
    return { at: x / periods, lo: (x + (z * z) / 2 - half) / periods, hi: (x + (z * z) / 2 + half) / periods };
  };
  return squareAndAdd(limits(count, 1), limits(before.total, before.periods));
}
