/**
 * The q-values of p-values of many tests: to call all with q ≤ x a finding makes x of them false in the mean (Benjamini & Hochberg 1995,
 * adjusted as in Yekutieli & Benjamini 1999). In the order of the input.
 * @throws RangeError for a p outside [0, 1].
 * @example falseDiscovery([0.01, 0.04, 0.03]) // [0.03, 0.04, 0.04]
 */
export function falseDiscovery(p: readonly number[]): number[] {
  const wrong = p.find((x) => !(x >= 0 && x <= 1));
  if (wrong !== undefined) throw new RangeError(`A p-value lies in [0, 1]: got ${wrong}`);
  const order = p.map((_, i) => i).sort((i, j) => p[j]! - p[i]!);
  const q = p.map(() => 1);
  let least = 1;
  for (const [i, at] of order.entries()) {
    least = Math.min(least, (p[at]! * p.length) / (p.length - i));
    q[at] = least;
  }
  return q;
}
