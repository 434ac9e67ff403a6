import { quantile } from './quantile.ts';

/**
 * How many of the first steps of a record were over before it was as old as a typical case takes: only short cases could end in them, so
 * they cannot be compared with later ones. Typical is the median of the later half. `durations` is one figure a step, in the unit of
 * `step`; null where a step has none.
 * @example headTooYoung([1, 2, 9, 9, 9, 9], 3) // 2: after 3 and 6 the record was younger than the 9 that is typical
 */
export function headTooYoung(durations: readonly (number | null)[], step: number): number {
  const typical = quantile(durations.slice(Math.floor(durations.length / 2)).filter((d) => d !== null), 0.5);
  if (typical === null) return 0;
  const young = Math.ceil(typical / step) - 1;
  return Math.max(0, Math.min(young, durations.length));
}
