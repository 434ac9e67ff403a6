import { expect, test } from 'vitest';
import { prose, table, terminalWidth, wrapped } from './text-table.ts';

const right = (head: string, spare?: number) => ({ head, right: true, ...(spare === undefined ? {} : { spare }) });

test('numbers stand at the right, texts at the left, control characters nowhere', () => {
  expect(table([right('n'), { head: 'activity' }], [['1', 'a\u001b[31m'], ['20', 'x'.repeat(60)]])).toBe(` n  activity\n──  ${'─'.repeat(48)}\n 1  a [31m\n20  ${'x'.repeat(47)}…\n`);
  expect(table([{ head: 'activities' }], [['a'.repeat(200)]], { widest: 500 }).split('\n').map((l) => l.length)).toEqual([10, 48, 200, 0]);
});

test('a narrow window breaks heads and texts between words, and leaves numbers whole', () => {
  const columns = [right('times done'), { head: 'activity' }, right('median')];
  const rows = [['6', 'examine thoroughly now', '1 d 12 h'], ['1,234', 'decide', '30 min']];
  expect(table(columns, rows, { within: 80 })).toBe(table(columns, rows));
  expect(table(columns, rows, { within: 33 })).toBe(`times
 done  activity            median
─────  ────────────────  ────────
    6  examine           1 d 12 h
       thoroughly now
1,234  decide              30 min
`);
});

test('what can be spared is left out, the least needed first, and named below', () => {
  const columns = [{ head: 'activity' }, right('median'), right('shortest', 2), right('mean', 1)];
  const rows = [['a long name of an activity', '13 h 20 min', '13 h 20 min', '13 h 20 min']];
  expect(table(columns, rows, { within: 46 })).toBe(`activity                   median         mean
────────────────────  ───────────  ───────────
a long name of an     13 h 20 min  13 h 20 min
activity
No room here for: shortest (all with a wider
window, in a pipe or with --json).
`);
  for (let within = 24; within < 80; within++) for (const line of table(columns, rows, { within }).split('\n')) expect([...line].length).toBeLessThanOrEqual(within);
});

test('sentences break between words, below where they began; what fits stays', () => {
  expect(prose('- check the ticket\nshort\n', 12)).toBe('- check the\n  ticket\nshort\n');
  expect(prose('a line of any length stays whole in a pipe', undefined)).toBe('a line of any length stays whole in a pipe');
  expect(wrapped('check the ticket', 9)).toEqual(['check the', 'ticket']);
  expect(wrapped('abcdefgh ij', 3)).toEqual(['abc', 'def', 'gh', 'ij']);
});

test('only a terminal has a width', () => {
  expect([terminalWidth({ isTTY: true, columns: 80 }), terminalWidth({ isTTY: true, columns: 0 }), terminalWidth({ isTTY: false, columns: 80 })]).toEqual([80, undefined, undefined]);
});
