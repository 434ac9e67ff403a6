/**
 * The mean distance by which mass must move to turn one sample into the other (Wasserstein-1), in the unit of the samples; both ascending.
 * @throws RangeError for an empty sample.
 * @example wasserstein1([0, 1], [1, 2]) // 1
 */
export function wasserstein1(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  walk(a, b, (from, to, fa, fb) => { sum += (to - from) * Math.abs(fa - fb); });
  return sum;
}

/**
 * The largest difference between the shares of two samples below any one value (Kolmogorov–Smirnov), 0 to 1; both ascending.
 * @throws RangeError for an empty sample.
 * @example kolmogorovSmirnov([0, 1], [1, 2]) // 0.5
 */
export function kolmogorovSmirnov(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let most = 0;
  walk(a, b, (_from, _to, fa, fb) => { most = Math.max(most, Math.abs(fa - fb)); });
  return most;
}

/** Visits the stretches between successive values of both samples, with the share of each sample at or below the stretch. */
function walk(a: ArrayLike<number>, b: ArrayLike<number>, visit: (from: number, to: number, shareA: number, shareB: number) => void): void {
  if (a.length === 0 || b.length === 0) throw new RangeError('A distance needs two samples that are not empty');
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    const at = Math.min(i < a.length ? a[i]! : Infinity, j < b.length ? b[j]! : Infinity);
    while (i < a.length && a[i]! <= at) i++;
    while (j < b.length && b[j]! <= at) j++;
    const next = Math.min(i < a.length ? a[i]! : Infinity, j < b.length ? b[j]! : Infinity);
    visit(at, next === Infinity ? at : next, i / a.length, j / b.length);
  }
}
