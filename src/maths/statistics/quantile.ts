/**
 * The p-quantile of `values` by linear interpolation between order statistics (Hyndman & Fan 1996, type 7, as R and DuckDB's
 * quantile_cont); null for no values.
 * @throws RangeError for p outside [0, 1].
 * @example quantile([1, 2, 3, 4], 0.5) // 2.5
 */
export function quantile(values: readonly number[], p: number): number | null {
  return quantileSorted(Float64Array.from(values).sort(), p);
}

/** As `quantile`, for values already in ascending order. */
export function quantileSorted(sorted: ArrayLike<number>, p: number): number | null {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`A probability lies in [0, 1]: got ${p}`);
  if (sorted.length === 0) return null;
  const at = (sorted.length - 1) * p;
  const below = Math.floor(at);
  const low = sorted[below]!;
  return at === below ? low : low + (at - below) * (sorted[below + 1]! - low);
}

/** The arithmetic mean; null for no values. */
export function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, x) => sum + x, 0) / values.length;
}
