import { expect, test } from 'vitest';
import { casesMeant, casesQuery, casesTitle, type Those } from './those.ts';
import type { Difference } from './words.ts';

const day: Difference = {
  kind: 'weekday of the first event', knownAtStart: true, name: null, value: 'Monday', effect: { estimate: 0.24, lo: 0.15, hi: 0.33, level: 0.95 }, p: 0.001, q: 0.01, cases: 300,
  share: { with: { cases: 100, slow: 62 }, without: { cases: 200, slow: 76 }, difference: 0.24, lo: 0.1, hi: 0.3 }, median: null, filter: null,
};
const size: Difference = { ...day, kind: 'case attribute', name: 'size & weight', value: null, share: null };
const region: Difference = { ...day, kind: 'case attribute', name: 'sales_region', value: 'north' };
const way: Difference = { ...day, kind: 'variant', value: 'a → b', filter: { variant: [7] } };

test('an address says which cases are meant; what the answer does not have opens nothing', () => {
  const all: Those[] = [{ side: 'slow' }, { side: 'open' }, { side: 'complete', of: day }, { side: 'slow', of: day, has: false }, { side: 'complete', of: size }, { side: 'slow', of: way }, { side: 'complete', of: region, known: true }];
  for (const those of all) expect(casesMeant(new URLSearchParams(casesQuery(those)).toString(), [day, size, way, region])).toEqual(those);
  expect(casesQuery({ side: 'slow', of: way })).toEqual({ side: 'slow', kind: 'variant', value: '7' });
  expect([casesMeant(undefined, [day]), casesMeant('side=slow&kind=variant&value=8', [day, way]), casesMeant('step=a', [day])]).toEqual([undefined, undefined, undefined]);
});

test('in words', () => {
  expect([{ side: 'fast' as const }, { side: 'slow' as const, of: day, has: false }, { side: 'complete' as const, of: size }, { side: 'complete' as const, of: way }, { side: 'complete' as const, of: region, known: true }].map(casesTitle)).toEqual([
    'Fast cases', 'Slow cases in which this does not hold: Begins on a Monday', 'Cases in which it is known: Size & weight', 'Cases in which this holds: Goes this way: a → b', 'Cases in which it is known: Sales region',
  ]);
});
