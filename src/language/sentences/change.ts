import type { Quantity } from '../quantities/units.ts';
import { cannotTell, noEffect } from './words.ts';

/** A figure against a named comparison; `lo` and `hi` are the interval of the difference, null where there is none. */
export interface Difference {
  readonly claim: string;
  readonly quantity: Quantity;
  readonly now: number;
  readonly before: number;
  readonly lo: number | null;
  readonly hi: number | null;
  /** Changes smaller than this do not matter; agreed, else 1 % of the base (METHODS §7). */
  readonly tolerance: number | null;
  /** What it is compared with, as a sentence says it: “in the 12 weeks before”. */
  readonly comparison: string;
}

/** What may be said about a difference. */
export type Verdict = 'rose' | 'fell' | 'no effect' | 'cannot tell' | 'no interval';

/** The tolerance where none is agreed, a share of the base. */
export const defaultTolerance = 0.01;

/**
 * What may be said about a difference: no effect where the whole interval lies inside the tolerance, a direction only where it excludes
 * nought (METHODS §7).
 * @example verdictOf(…, lo: 1, hi: 3) // 'rose'
 */
export function verdictOf({ before, lo, hi, tolerance }: Pick<Difference, 'before' | 'lo' | 'hi' | 'tolerance'>): Verdict {
  if (lo === null || hi === null) return 'no interval';
  const limit = tolerance ?? defaultTolerance * Math.abs(before);
  if (lo >= -limit && hi <= limit) return 'no effect';
  if (lo > 0) return 'rose';
  return hi < 0 ? 'fell' : 'cannot tell';
}

/** The word for more and for less of a quantity: times are longer or shorter, counts more or fewer, the rest higher or lower. */
export function directionWord(quantity: Quantity, verdict: 'rose' | 'fell'): string {
  const [more, less] = { count: ['more', 'fewer'], duration: ['longer', 'shorter'], 'working-duration': ['longer', 'shorter'], share: ['higher', 'lower'], money: ['more', 'less'] }[quantity.kind] as [string, string];
  return verdict === 'rose' ? more : less;
}

/** Why a cause may be named (METHODS §7); without one a sentence says “at the same time as”. */
export type CausalLicence = 'benefit proven' | 'outage effect clear' | 'our own calculation';

export { cannotTell, noEffect };
