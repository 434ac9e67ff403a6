import { expect, test } from 'vitest';
import { count, counted, duration, percent, table } from './log-text.ts';

test.each([[0, '0 s'], [0.25, '0.25 s'], [59, '59 s'], [90, '1 min 30 s'], [3600, '1 h'], [7199.9, '2 h'], [93_784, '1 d 2 h'], [-90, '−1 min 30 s']])('%d seconds are %s', (seconds, text) => {
  expect(duration(seconds)).toBe(text);
});

test('numbers stand at the right, texts at the left, control characters nowhere', () => {
  expect(table([{ head: 'n', right: true }, { head: 'activity' }], [['1', 'a\u001b[31m'], ['20', 'x'.repeat(60)]])).toBe(` n  activity\n──  ${'─'.repeat(48)}\n 1  a [31m\n20  ${'x'.repeat(47)}…\n`);
  expect(table([{ head: 'activities' }], [['a'.repeat(200)]], 500).split('\n').map((l) => l.length)).toEqual([10, 48, 200, 0]);
  expect(count(1234567)).toBe('1,234,567');
  expect([counted(1, 'case'), counted(2, 'activity', 'activities')]).toEqual(['1 case', '2 activities']);
});

test('a share that is not quite none or all does not look like it', () => {
  expect([0, 0.0001, 0.5, 0.9999, 1].map(percent)).toEqual(['0.0 %', '< 0.1 %', '50.0 %', '> 99.9 %', '100.0 %']);
});
