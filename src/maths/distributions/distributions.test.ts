import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { betaQuantile, fQuantile, incompleteBeta, lnGamma, normalQuantile } from './index.ts';

test('ln Γ at whole and half numbers', () => {
  let factorial = 1;
  for (let n = 1; n <= 20; n++) {
    expect(lnGamma(n)).toBeCloseTo(Math.log(factorial), 10);
    factorial *= n;
  }
  expect(lnGamma(0.5)).toBeCloseTo(0.5 * Math.log(Math.PI), 12);
  expect(Math.exp(lnGamma(5))).toBeCloseTo(24, 9);
  expect(() => lnGamma(0)).toThrow(RangeError);
});

test('I_x(a, b) for whole a and b is the binomial tail', () => {
  const choose = (n: number, k: number): number => Math.exp(lnGamma(n + 1) - lnGamma(k + 1) - lnGamma(n - k + 1));
  for (const [x, a, b] of [[0.3, 2, 5], [0.9, 7, 3], [0.01, 1, 40], [0.5, 12, 12]] as const) {
    const n = a + b - 1;
    let tail = 0;
    for (let j = a; j <= n; j++) tail += choose(n, j) * x ** j * (1 - x) ** (n - j);
    expect(incompleteBeta(x, a, b)).toBeCloseTo(tail, 12);
  }
  expect(incompleteBeta(0.5, 2, 2)).toBeCloseTo(0.5, 14);
});

test('the beta quantile inverts the distribution function', () => {
  fc.assert(fc.property(fc.double({ min: 0.001, max: 0.999, noNaN: true }), fc.double({ min: 0.5, max: 300, noNaN: true }), fc.double({ min: 0.5, max: 300, noNaN: true }), (p, a, b) => {
    expect(incompleteBeta(betaQuantile(p, a, b), a, b)).toBeCloseTo(p, 7);
  }));
  expect(betaQuantile(0.5, 2, 2)).toBeCloseTo(0.5, 12);
  // Beta(1, n) has the closed form 1 − (1 − p)^(1/n).
  expect(betaQuantile(0.975, 1, 100)).toBeCloseTo(1 - 0.025 ** 0.01, 13);
});

test('F quantiles: tables, closed forms and reciprocity', () => {
  expect(fQuantile(0.95, 5, 2)).toBeCloseTo(19.2964, 3);
  expect(fQuantile(0.95, 1, 10)).toBeCloseTo(4.9646, 4);
  expect(fQuantile(0.99, 10, 20)).toBeCloseTo(3.3682, 4);
  expect(fQuantile(0.5, 7, 7)).toBeCloseTo(1, 12);
  // F with 2 and 2 degrees of freedom: p / (1 − p).
  for (const p of [0.001, 0.3, 0.999]) expect(fQuantile(p, 2, 2)).toBeCloseTo(p / (1 - p), 8);
  expect(fQuantile(0.05, 3, 9) * fQuantile(0.95, 9, 3)).toBeCloseTo(1, 10);
});

test('normal quantiles', () => {
  expect(normalQuantile(0.975)).toBeCloseTo(1.959963985, 7);
  expect(normalQuantile(0.05)).toBeCloseTo(-1.644853627, 7);
  expect(normalQuantile(0.001)).toBeCloseTo(-3.090232306, 7);
  expect(() => normalQuantile(1)).toThrow(RangeError);
});
