import { expect, test } from 'vitest';
import { answer, type Difference, type Differences, inWords, limit, onlyThese, points } from './words.ts';

const effect = { estimate: 0.24, lo: 0.15, hi: 0.33, level: 0.95 };
const share = { with: { cases: 100, slow: 62 }, without: { cases: 200, slow: 76 }, difference: 0.24, lo: 0.1, hi: 0.3 };
const north: Difference = { kind: 'case attribute', knownAtStart: true, name: 'region', value: 'north', effect, p: 0.001, q: 0.01, cases: 300, share, median: null, filter: { attribute: ['region:north'] } };
const found: Differences = { split: { by: 'median', time: 'elapsed', seconds: 4 * 86_400, slow: 138, fast: 162, open: 3 }, choices: ['median'], tested: 40, falseDiscoveryRate: 0.1, leastCases: 20, differences: [north] };

test('what cases have, in words', () => {
  expect(inWords({ kind: 'activity done again', name: null, value: 'Check', effect })).toBe('“Check” is done more than once');
  expect(inWords(north)).toBe('Region is “north”');
  expect(inWords({ kind: 'case attribute', name: 'order_amount', value: null, effect: { ...effect, estimate: -0.3 } })).toBe('Order amount is smaller');
  expect(inWords({ kind: 'attribute of the first event', name: 'org:group', value: 'A_b', effect })).toBe('Org group is “A_b” at the first event');
  expect(inWords({ kind: 'hour of the first event', name: null, value: '08:00', effect })).toBe('Begins between 08:00 and 08:59');
  expect([points(0.236), points(-0.236), points(0.001), points(-0.001)]).toEqual(['+24', '−24', '0', '0']);
  expect([limit(found.split), limit({ ...found.split, time: 'working' })].map((t) => t.replaceAll('\u00a0', ' '))).toEqual(['4 days', '96 working h']);
});

test('the answer says what goes with what, or that nothing does; never why', () => {
  expect(answer(found)).toBe('Of what is known when a case starts, this goes most with being slow: region is “north”. Of these cases 62% are slow, of the others 38%.');
  expect(answer({ ...found, differences: [{ ...north, effect: { ...effect, estimate: -0.24 } }] })).toBe('Of what is known when a case starts, this goes most with being fast: region is “north”. Of these cases 38% are fast, of the others 62%.');
  expect(answer({ ...found, differences: [] })).toContain('none of the 40 things');
  // What is done on the way is no answer: it is known only at the end.
  const done: Difference = { ...north, kind: 'activity', knownAtStart: false, name: null, value: 'Reject', effect: { ...effect, estimate: -0.9 } };
  expect(answer({ ...found, differences: [done, north] })).toBe(answer(found));
  expect(answer({ ...found, differences: [done] })).toBe('Nothing that is known when a case starts goes with being slow or fast by more than chance; what is done on the way does.');
  expect(answer({ ...found, differences: [{ ...north, kind: 'weekday of the first event', name: null, value: 'Friday' }] })).toContain('this goes most with being slow: it begins on a Friday. Of');
  expect(answer({ ...found, tested: 0, differences: [] })).toContain('Nothing is on record');
});

test('why nothing is compared: too few complete, all equally fast, or too few on one side', () => {
  const said = (slow: number, fast: number, seconds = 0) => answer({ ...found, tested: 0, differences: [], split: { ...found.split, slow, fast, seconds } }).replaceAll('\u00a0', ' ');
  expect(said(9, 10)).toBe('Too few cases are complete to compare: there must be at least 20 slow and 20 fast ones.');
  expect(said(0, 60)).toBe('None of the 60 complete cases took longer than 0 s, so there are no slow ones to compare.');
  expect(said(50, 0, 7200)).toBe('All 50 complete cases took longer than 2 h, so there are no fast ones to compare.');
  expect(said(5, 60)).toBe('Too few cases are slow to compare: there must be at least 20 slow and 20 fast ones.');
  expect(said(60, 5)).toContain('Too few cases are fast');
});

test('a row opens its cases: its condition is added, another value of the same attribute makes way', () => {
  const names = { activities: ['a'], attributes: ['region', 'org:group'] };
  const go = onlyThese(north, names)!;
  expect(go({ minSeconds: 5, attribute: ['region:south', 'org:group:A'], edge: 'a→b' })).toMatchObject({ view: 'cases', minSeconds: 5, attribute: ['org:group:A', 'region:north'], edge: undefined });
  expect(onlyThese({ ...north, filter: { eventually: ['a→a'] } }, names)!({ activity: ['a'] })).toMatchObject({ activity: ['a'], eventually: ['a→a'] });
  expect(onlyThese({ ...north, filter: null }, names)).toBeUndefined();
});
