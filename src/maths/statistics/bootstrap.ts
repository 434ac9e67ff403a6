import { drawInteger, seededRandom, type Random } from '../random/index.ts';
import { mean, quantileSorted } from './quantile.ts';

/** How comparisons of weeks are bootstrapped (METHODS §0). */
export const weeklyBootstrap = { block: 4, draws: 2_000, level: 0.9, leastWeeks: 12 } as const;

export interface ChangeOptions {
  readonly block: number;
  readonly draws: number;
  readonly level: number;
  readonly leastWeeks: number;
  readonly seed: number;
}

/** The change of one week against the mean of weeks before it; `lo` and `hi` are null where the weeks are too few. */
export interface Change {
  readonly before: number;
  readonly difference: number;
  readonly lo: number | null;
  readonly hi: number | null;
}

/**
 * The change from the mean of the weeks `before` to the one week after them, with a moving-block bootstrap interval (Künsch 1989): the
 * spread of the mean comes from blocks, that of the week itself from single weeks, both widened by √(n / (n − block)) because parts of
 * one sample lie closer to its mean than to the truth. Null for no weeks; no interval below `leastWeeks`.
 * @example changeOfWeek(12, [10, 10, 10], { ...weeklyBootstrap, seed: 1 })?.difference // 2
 */
export function changeOfWeek(week: number, before: readonly number[], { block, draws, level, leastWeeks, seed }: ChangeOptions): Change | null {
  const base = mean(before);
  if (base === null) return null;
  const difference = week - base;
  if (before.length < leastWeeks || before.length <= block) return { before: base, difference, lo: null, hi: null };
  const random = seededRandom(seed);
  const widen = Math.sqrt(before.length / (before.length - block));
  // Overlapping blocks weigh the inner weeks more, so errors are from the mean of what the blocks give.
  const centre = blockCentre(before, block);
  const errors = new Float64Array(draws);
  for (let i = 0; i < draws; i++) {
    const ofWeek = before[drawInteger(random, before.length)]! - base;
    errors[i] = widen * (ofWeek - (resampledMean(random, before, block) - centre));
  }
  errors.sort();
  const tail = (1 - level) / 2;
  return { before: base, difference, lo: difference - quantileSorted(errors, 1 - tail)!, hi: difference - quantileSorted(errors, tail)! };
}

function blockCentre(values: readonly number[], block: number): number {
  const last = values.length - block;
  let sum = 0;
  for (let start = 0; start <= last; start++) for (let i = 0; i < block; i++) sum += values[start + i]!;
  return sum / ((last + 1) * block);
}

function resampledMean(random: Random, values: readonly number[], block: number): number {
  let sum = 0;
  let taken = 0;
  while (taken < values.length) {
    const start = drawInteger(random, values.length - block + 1);
    const take = Math.min(block, values.length - taken);
    for (let i = 0; i < take; i++) sum += values[start + i]!;
    taken += take;
  }
  return sum / values.length;
}
