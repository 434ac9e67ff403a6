import { expect, test } from 'vitest';
import { answer, type Comparison, partingWords } from './words.ts';

const times = (median: number) => ({ n: 9, mean: median, median, p90: 2 * median, total: 9 * median });
const found: Comparison = { by: 'variants', sides: [{ variant: 4, cases: 9, open: 0, elapsed: times(3600), working: null }, { variant: 7, cases: 10, open: 1, elapsed: times(7200), working: null }], steps: [], partings: [], cut: false, ends: [] };

test('how long each side takes, the longest first', () => {
  const plain = (text: string) => text.replaceAll('\u00a0', ' ');
  expect(plain(answer(found))).toBe('From the first event until the last, half of B take more than 2 h; of A more than 1 h.');
  expect(plain(answer({ ...found, ends: ['Deliver', 'Cancel'] }))).toContain('From the first event until “Deliver” or “Cancel”, half of B');
  expect(plain(answer({ ...found, by: 'filters' }))).toBe('From the first event until the last, half of all cases take more than 2 h; of the cases in view more than 1 h.');
  expect(answer({ ...found, sides: [found.sides[0]!, { ...found.sides[1]!, elapsed: null }] })).toContain('too few complete cases');
});

test('where ways part, in a sentence', () => {
  expect(partingWords({ after: 'a', before: 'd', ways: [['b'], []] })).toBe('After “a”: A does “b”; B goes straight on to “d”.');
  expect(partingWords({ after: null, before: 'a', ways: [['x', 'y'], [], []] })).toBe('At the beginning: A does “x”, “y”; B and C begin with “a”.');
  expect(partingWords({ after: 'z', before: null, ways: [[], ['1', '2', '3', '4', '5', '6']] })).toBe('After “z”: A ends there; B does “1”, “2”, “3”, “4” and 2 more.');
});
