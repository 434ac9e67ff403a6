/** Times in seconds, of `n` of something; quantiles between values interpolated, `total` their sum. Null where there is none. */
export interface Times {
  readonly unit: 's';
  readonly n: number;
  readonly mean: number;
  readonly median: number;
  readonly p90: number;
  readonly total: number;
}

/** Times as the engine gives them, in µs. */
export interface RawTimes { readonly n: number; readonly mean: number; readonly q: readonly [number, number]; readonly total: number }

/**
 * SQL of the times of a column in µs as one struct; where no row has one its n is 0.
 * @example timesSql('wait', 'w') // `{'n': count(wait), …} AS w`
 */
export function timesSql(column: string, as: string): string {
  return `{'n': count(${column}), 'mean': avg(${column}) / 1e6, 'q': quantile_cont(${column}, [0.5, 0.9]), 'total': sum(${column}) / 1e6} AS ${as}`;
}

/** @example timesOf({ n: 1, mean: 2, q: [2e6, 2e6], total: 2 })?.median // 2 */
export function timesOf(raw: RawTimes | null): Times | null {
  return raw === null || raw.n === 0 ? null : { unit: 's', n: raw.n, mean: raw.mean, median: raw.q[0] / 1e6, p90: raw.q[1] / 1e6, total: raw.total };
}
