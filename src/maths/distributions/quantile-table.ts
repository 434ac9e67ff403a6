/** The shares at which a quantile table holds values: every hundredth, and three more where tails are long. */
export const tableShares: readonly number[] = [...Array.from({ length: 100 }, (_, i) => i / 100), 0.995, 0.999, 1];

/**
 * A distribution by its quantiles at `tableShares`, straight between them, scaled so that its mean is exactly `mean` (the lines alone would
 * give a long tail too much weight).
 * @throws RangeError for another number of quantiles.
 * @example quantileTable(tableShares, 0.5)[100] // 0.995
 */
export function quantileTable(quantiles: ArrayLike<number>, mean: number): Float64Array<ArrayBuffer> {
  if (quantiles.length !== tableShares.length) throw new RangeError(`A table has ${tableShares.length} quantiles: got ${quantiles.length}`);
  const table = Float64Array.from(quantiles);
  const factor = mean / tableMean(table);
  if (Number.isFinite(factor)) for (let i = 0; i < table.length; i++) table[i]! *= factor;
  return table;
}

/** The mean of the distribution of a table. */
export function tableMean(table: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 1; i < tableShares.length; i++) sum += ((table[i]! + table[i - 1]!) / 2) * (tableShares[i]! - tableShares[i - 1]!);
  return sum;
}

/**
 * The value of a table at the share `u` in [0, 1].
 * @example quantileAt(quantileTable(tableShares, 0.5), 0.25) // 0.25
 */
export function quantileAt(table: Float64Array, u: number): number {
  const i = u < 0.99 ? Math.floor(u * 100) : u < 0.995 ? 99 : u < 0.999 ? 100 : 101;
  const low = tableShares[i]!;
  return table[i]! + ((u - low) / (tableShares[i + 1]! - low)) * (table[i + 1]! - table[i]!);
}
