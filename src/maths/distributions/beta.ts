import { lnGamma } from './gamma.ts';

/**
 * The regularised incomplete beta function I_x(a, b), the distribution function of Beta(a, b); a, b > 0 and x clipped to [0, 1]
 * (continued fraction by Lentz's method, DLMF 8.17.22).
 * @example incompleteBeta(0.5, 2, 2) // 0.5
 */
export function incompleteBeta(x: number, a: number, b: number): number {
  if (!(a > 0) || !(b > 0)) throw new RangeError(`Beta needs a > 0 and b > 0: got ${a}, ${b}`);
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  const front = Math.exp(lnGamma(a + b) - lnGamma(a) - lnGamma(b) + a * Math.log(x) + b * Math.log1p(-x));
  // The fraction converges fast only left of the mean; on the right the symmetry I_x(a,b) = 1 − I_{1−x}(b,a) is used.
  return x < (a + 1) / (a + b + 2) ? (front * fraction(x, a, b)) / a : 1 - (front * fraction(1 - x, b, a)) / b;
}

function fraction(x: number, a: number, b: number): number {
  const tiny = 1e-300;
  const guard = (v: number) => (Math.abs(v) < tiny ? tiny : v);
  let c = 1;
  let d = 1 / guard(1 - ((a + b) * x) / (a + 1));
  let f = d;
  for (let m = 1; m <= 10_000; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / guard(1 + even * d);
    c = guard(1 + even / c);
    f *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / guard(1 + odd * d);
    c = guard(1 + odd / c);
    f *= d * c;
    if (Math.abs(d * c - 1) < 1e-15) return f;
  }
  throw new RangeError(`The incomplete beta function did not converge at x = ${x}, a = ${a}, b = ${b}`);
}

/**
 * The p-quantile of Beta(a, b), to about 1e-12: bisection with Newton steps where these stay inside the bracket.
 * @throws RangeError for p outside [0, 1] or a, b ≤ 0.
 * @example betaQuantile(0.5, 2, 2) // 0.5
 */
export function betaQuantile(p: number, a: number, b: number): number {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`A probability lies in [0, 1]: got ${p}`);
  if (p === 0) return 0;
  if (p === 1) return 1;
  const lnBeta = lnGamma(a) + lnGamma(b) - lnGamma(a + b);
  let [lo, hi] = [0, 1];
  let x = a / (a + b);
  for (let i = 0; i < 400; i++) {
    const excess = incompleteBeta(x, a, b) - p;
    if (excess === 0) return x;
    if (excess > 0) hi = x;
    else lo = x;
    const density = Math.exp((a - 1) * Math.log(x) + (b - 1) * Math.log1p(-x) - lnBeta);
    const newton = x - excess / density;
    const next = newton > lo && newton < hi && i % 8 !== 7 ? newton : (lo + hi) / 2;
    if (Math.abs(next - x) <= 1e-15 * Math.max(x, 1e-300)) return next;
    x = next;
  }
  return x;
}

/**
 * The p-quantile of the F distribution with d1 and d2 degrees of freedom, from the beta quantile (F = d2·x / (d1·(1 − x))).
 * @example fQuantile(0.95, 5, 2) // 19.296…
 */
export function fQuantile(p: number, d1: number, d2: number): number {
  // Near x = 1 the difference 1 − x loses digits, so the smaller tail is inverted.
  const x = betaQuantile(p, d1 / 2, d2 / 2);
  if (x < 0.9) return (d2 * x) / (d1 * (1 - x));
  const y = betaQuantile(1 - p, d2 / 2, d1 / 2);
  return (d2 * (1 - y)) / (d1 * y);
}
