import { changeOfWeek, differenceOfCounts, differenceOfShares, weeklyBootstrap, type Change } from '../../maths/statistics/index.ts';
import type { ProcessMeasure } from './measures.ts';
import type { WeekMeasures } from './model.ts';

/**
 * A week's figure against the weeks before it. The interval is the bootstrap's of METHODS §0, never narrower than chance alone would make
 * it: weeks that happen to be alike say nothing about how a share of few cases, or a small count, varies. For times, weeks without any
 * spread give no interval. Null where either side has no figure.
 */
export function compareWeek(measure: ProcessMeasure, week: WeekMeasures, before: readonly WeekMeasures[], seed: number): Change | null {
  const figures = before.flatMap((w) => { const value = measure.of(w); return value === null ? [] : [{ week: w, value }]; });
  const estimate = measure.of(week);
  const change = estimate === null ? null : changeOfWeek(estimate, figures.map((f) => f.value), { ...weeklyBootstrap, seed });
  if (change === null || estimate === null || change.lo === null || change.hi === null) return change;
  const byChance = chanceInterval(measure, estimate, week, figures, change);
  if (byChance === null) return { ...change, lo: null, hi: null };
  return { ...change, lo: Math.min(change.lo, byChance.lo), hi: Math.max(change.hi, byChance.hi) };
}

/** The interval that the number of cases alone leaves; for times the bootstrap's own, or null where the weeks do not differ at all. */
function chanceInterval(measure: ProcessMeasure, estimate: number, week: WeekMeasures, figures: readonly { week: WeekMeasures; value: number }[], { difference, lo, hi }: Change): { lo: number; hi: number } | null {
  const { level } = weeklyBootstrap;
  if (measure.unit === 'cases') return differenceOfCounts(estimate, { total: figures.reduce((sum, f) => sum + f.value, 0), periods: figures.length }, level);
  if (measure.unit !== 'share') return lo === hi ? null : { lo: lo!, hi: hi! };
  const successes = (share: number, w: WeekMeasures) => Math.round(share * w.throughput);
  const pooled = figures.reduce((sum, f) => ({ successes: sum.successes + successes(f.value, f.week), trials: sum.trials + f.week.throughput }), { successes: 0, trials: 0 });
  const found = differenceOfShares({ successes: successes(estimate, week), trials: week.throughput }, pooled, level);
  // Pooling weighs weeks by their cases, the comparison weighs them alike: only the width is taken over.
  const shift = difference - (estimate - pooled.successes / pooled.trials);
  return { lo: found.lo + shift, hi: found.hi + shift };
}
