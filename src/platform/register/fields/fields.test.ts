import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { dateField, durationField, instantField, isZone, minorDigits, moneyField, moneyRangeField, readDuration, readMoney, readShare, readSpan, shareField, weekField, writeDuration, writeMoney, writeShare, zoneField, currencyField } from './index.ts';

const currencies = Intl.supportedValuesOf('currency');

test('times as people and ISO 8601 write them; nothing that has no one meaning', () => {
  expect(readDuration('1.5 h')).toBe(5400);
  expect(['30 min', '4 h', '2d', '1 w', '90 s', '0 s', 'PT4H', 'P2D', 'P1DT30M', 'P2W', 'PT0S'].map(readDuration)).toEqual([1800, 14_400, 172_800, 604_800, 90, 0, 14_400, 172_800, 88_200, 1_209_600, 0]);
  expect(['4', 'h', '4 hours', '-4 h', '1 m', 'P1M', 'P1Y', 'P', 'PT', 'P1DT', '1e3 s', '4 h 30 min', '0.0001 s', '999999999 d', ''].map(readDuration)).toEqual(Array.from({ length: 15 }, () => undefined));
  expect(writeDuration(5400)).toBe('90 min');
});

test('money as it is written; 2, 0 and 3 digits of a minor unit', () => {
  expect(readMoney('GBP 1250.50')).toEqual({ amount: 125_050, currency: 'GBP' });
  expect(['GBP 1250', 'JPY 500', 'KWD 1.234', 'GBP -0.05', 'GBP -0'].map((t) => readMoney(t)?.amount)).toEqual([125_000, 500, 1234, -5, 0]);
  expect(['1250', '£1250', 'GBP 1,250.00', 'GBP 1.5', 'JPY 5.00', 'gbp 5', 'XQQ 5', 'GBP', 'GBP 1 000', 'GBP 99999999999999999'].map(readMoney)).toEqual(Array.from({ length: 10 }, () => undefined));
  expect(writeMoney({ amount: 125_050, currency: 'GBP' })).toBe('GBP 1250.50');
  expect([minorDigits('GBP'), minorDigits('JPY'), minorDigits('KWD')]).toEqual([2, 0, 3]);
});

test('a share says percent: 0.995 and 99.5 are refused, so neither can be taken for the other', () => {
  expect(readShare('99.5 %')).toBe(99.5);
  expect(['0 %', '100%', '99.999 %'].map(readShare)).toEqual([0, 100, 99.999]);
  expect(['99.5', '0.995', '100.1 %', '-1 %', '1e1 %', '%'].map(readShare)).toEqual(Array.from({ length: 6 }, () => undefined));
  expect(shareField().safeParse(99.5).success).toBe(false);
});

test('what is written is read back the same, whatever the amount', () => {
  fc.assert(fc.property(fc.integer({ min: 0, max: 3_000_000_000 }), (s) => { expect(readDuration(writeDuration(s))).toBe(s); }));
  fc.assert(fc.property(fc.maxSafeInteger(), fc.constantFrom(...currencies), (amount, currency) => { expect(readMoney(writeMoney({ amount, currency }))).toEqual({ amount, currency }); }));
  fc.assert(fc.property(fc.integer({ min: 0, max: 100_000_000 }), (millionths) => { expect(readShare(writeShare({ percent: millionths / 1e6 }))).toBe(millionths / 1e6); }));
});

test('parsing what was parsed changes nothing', () => {
  for (const [field, written, stored] of [[durationField(), '4 h', { seconds: 14_400 }], [moneyField(), 'GBP 1.00', { amount: 100, currency: 'GBP' }], [shareField(), '5 %', { percent: 5 }]] as const) {
    expect(field.parse(written)).toEqual(stored);
    expect(field.parse(stored)).toEqual(stored);
  }
  expect([durationField().safeParse({ seconds: -1 }), durationField().safeParse({ seconds: 1.5 }), shareField().safeParse({ percent: 101 }), shareField().safeParse({ percent: 1e-7 }), moneyField().safeParse({ amount: 0.5, currency: 'GBP' }), durationField().safeParse({ seconds: 1, minutes: 2 })].map((r) => r.success)).toEqual(Array.from({ length: 6 }, () => false));
  expect(moneyRangeField().safeParse({ low: 'GBP 2.00', high: 'GBP 1.00' }).success).toBe(false);
  expect(moneyRangeField().safeParse({ low: 'GBP 2.00', high: 'EUR 3.00' }).success).toBe(false);
});

test('zones by name, days that exist, instants with their offset, currencies that are', () => {
  expect(isZone('Europe/London')).toBe(true);
  expect(['UTC', 'America/Argentina/Buenos_Aires', 'Etc/GMT+1'].map(isZone)).toEqual([true, true, true]);
  expect(['+01:00', 'GMT+1', 'europe/london', 'Europe/Londn', 'BST', ''].map(isZone)).toEqual(Array.from({ length: 6 }, () => false));
  const ok = (field: { safeParse: (v: unknown) => { success: boolean } }, values: unknown[]) => values.map((v) => field.safeParse(v).success);
  expect(ok(dateField, ['2028-02-29', '2026-02-29', '2026-13-01', '26-01-01', 20_260_101])).toEqual([true, false, false, false, false]);
  expect(ok(instantField, ['2026-03-31T09:30:00+01:00', '2026-03-31T08:30Z', '2026-03-31T08:30:00.125Z', '2026-03-31T09:30:00', '2026-03-31', '2026-02-30T00:00:00Z', '2026-03-31T24:00:00Z'])).toEqual([true, true, true, false, false, false, false]);
  expect(ok(currencyField, ['GBP', 'gbp', 'QQQ'])).toEqual([true, false, false]);
  expect(ok(zoneField, ['Europe/Paris', 3])).toEqual([true, false]);
});

test('opening hours: in order, apart, within the day', () => {
  expect(readSpan('08:00-17:30')).toEqual({ from: 480, to: 1050 });
  expect(['00:00-24:00', '17:00-08:00', '08:00-08:00', '08:00-24:30', '8:00-9:00', '08:60-09:00'].map((t) => readSpan(t) !== undefined)).toEqual([true, false, false, false, false, false]);
  const ok = (week: unknown) => weekField.safeParse(week).success;
  expect([ok('always'), ok({ monday: ['08:00-12:00', '13:00-17:00'] }), ok({ monday: [] }), ok({}), ok({ monday: ['08:00-12:00', '11:00-17:00'] }), ok({ mondy: ['08:00-12:00'] }), ok('never')]).toEqual([true, true, false, false, false, false, false]);
});
