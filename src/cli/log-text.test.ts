import { expect, test } from 'vitest';
import { count, counted, duration, percent } from './log-text.ts';

test.each([[0, '0 s'], [0.25, '0.25 s'], [59, '59 s'], [90, '1 min 30 s'], [3600, '1 h'], [7199.9, '2 h'], [93_784, '1 d 2 h'], [-90, '−1 min 30 s']])('%d seconds are %s', (seconds, text) => {
  expect(duration(seconds)).toBe(text);
});

test('thousands are parted, and a noun agrees with its number', () => {
  expect(count(1234567)).toBe('1,234,567');
  expect([counted(1, 'case'), counted(2, 'activity', 'activities')]).toEqual(['1 case', '2 activities']);
});

test('a share that is not quite none or all does not look like it', () => {
  expect([0, 0.0001, 0.5, 0.9999, 1].map(percent)).toEqual(['0.0 %', '< 0.1 %', '50.0 %', '> 99.9 %', '100.0 %']);
});
