import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { agePhrase, chancePhrase, dayPhrase, exactStep, grouped, hedgeOf, lastDigit, monthPhrase, nounOf, phrase, roundTo, scaleOf, type Quantity } from '../index.ts';

const orders: Quantity = { kind: 'count', noun: { one: 'order', many: 'orders' } };
const exact = (estimate: number) => ({ estimate, lo: null, hi: null });
const within = (estimate: number, half: number) => ({ estimate, lo: estimate - half, hi: estimate + half });

test('the interval says how many digits and which hedge', () => {
  expect(phrase(orders, within(140, 5)).text).toBe('140 orders');
  expect(phrase(orders, within(143, 12)).text).toBe('about 140 orders');
  expect(phrase(orders, { estimate: 140, lo: 118, hi: 165 }).text).toBe('about 140 orders');
  expect(phrase(orders, { estimate: 40, lo: 28, hi: 65 }).text).toBe('between 20 and 70 orders');
  expect(phrase({ kind: 'duration' }, within(226_000, 9_000)).text).toBe('2.6 days');
  expect(phrase({ kind: 'duration' }, within(226_000, 20_000)).text).toBe('about 2.6 days');
  expect(phrase({ kind: 'share' }, within(0.5, 0.2)).text).toBe('between 30% and 70%');
  expect(hedgeOf({ estimate: 100, lo: 90, hi: 110 })).toBe('about');
  expect(hedgeOf(within(100, 5))).toBe('plain');
  expect(hedgeOf(within(0, 1))).toBe('between');
  expect(lastDigit(0.37)).toBe(0.1);
  expect(lastDigit(1000)).toBe(1000);
  expect(() => hedgeOf({ estimate: 1, lo: 2, hi: 1 })).toThrow('lower first');
});

test('exact figures: whole counts, small ones in words, two digits of a duration, no share that reads as 100 %', () => {
  expect([0, 1, 2, 9, 10, 1204, 61_204].map((n) => phrase(orders, exact(n)).text)).toEqual(['no orders', 'one order', 'two orders', 'nine orders', '10 orders', '1,204 orders', '61,204 orders']);
  expect([1, 45, 90, 2_700, 5_500, 37_000, 226_000, 1_300_000].map((s) => phrase({ kind: 'duration' }, exact(s)).text)).toEqual(['1 second', '45 seconds', '1.5 minutes', '45 minutes', '1.5 hours', '10 hours', '2.6 days', '15 days']);
  expect(phrase({ kind: 'working-duration' }, exact(400_000)).text).toBe('111 working hours');
  expect([0, 0.543, 0.964, 0.9953, 0.999_996, 1].map((s) => phrase({ kind: 'share' }, exact(s)).text)).toEqual(['0%', '54%', '96.4%', '99.53%', '99.9996%', '100%']);
  expect(phrase({ kind: 'share' }, exact(0.994_96), { not: 0.995 }).text).toBe('99.496%');
  expect(phrase({ kind: 'duration' }, exact(165_600), { like: 259_200 }).text).toBe('1.9 days');
  expect(exactStep(2.618)).toBe(0.1);
  expect(scaleOf({ kind: 'duration' }, 7200).unit.many).toBe('hours');
});

test('money in the currency of the record, by its own minor unit', () => {
  expect(phrase({ kind: 'money', currency: 'EUR' }, within(900_000, 90_000)).text).toBe('about €9,000');
  expect(phrase({ kind: 'money', currency: 'GBP' }, within(123_456_700, 4_000_000)).text).toBe('£1.23 million');
  expect(phrase({ kind: 'money', currency: 'JPY' }, within(9_000, 400)).text).toBe('¥9,000');
});

test('a range never cuts off an end, and no rounding moves by more than half a step', () => {
  fc.assert(fc.property(fc.double({ min: 0.001, max: 1e7, noNaN: true }), fc.constantFrom(0.001, 0.01, 0.1, 1, 10, 1000), (value, step) => {
    expect(roundTo(value, step, 'down')).toBeLessThanOrEqual(value * (1 + 1e-9));
    expect(roundTo(value, step, 'up')).toBeGreaterThanOrEqual(value * (1 - 1e-9));
    expect(Math.abs(roundTo(value, step, 'nearest') - value)).toBeLessThanOrEqual(step / 2 + 1e-9 * value);
  }));
  expect(roundTo(2.618, 0.1, 'nearest')).toBe(2.6);
  expect(grouped(12345.6, 0.1)).toBe('12,345.6');
  expect(grouped(-3)).toBe('−3');
});

test('dates, ages and chances', () => {
  expect(dayPhrase('2026-11-13', { year: 2026, weekday: true })).toBe('Friday 13 November');
  expect(dayPhrase('2027-01-04', { year: 2026 })).toBe('4 January 2027');
  expect(monthPhrase('2026-10', 2026)).toBe('October');
  expect([0, 1, 240, 7_300, 200_000].map(agePhrase)).toEqual(['0 seconds old', '1 second old', '4 minutes old', '2 hours old', '2 days old']);
  expect([0.95, 0.9, 0.72, 0.66, 0.5, 0.33, 0.2, 0.1, 0.01].map(chancePhrase)).toEqual(['very likely (more than 9 in 10)', 'very likely (about 9 in 10)', 'likely (about 7 in 10)', 'likely (about 7 in 10)', 'about as likely as not (about 5 in 10)', 'unlikely (about 3 in 10)', 'unlikely (about 2 in 10)', 'very unlikely (about 1 in 10)', 'very unlikely (fewer than 1 in 10)']);
  expect(() => chancePhrase(1.2)).toThrow('[0, 1]');
});

test('nouns in the plural', () => {
  expect(['order', 'purchase query', 'box', 'batch', 'day'].map((n) => nounOf(n).many)).toEqual(['orders', 'purchase queries', 'boxes', 'batches', 'days']);
});
