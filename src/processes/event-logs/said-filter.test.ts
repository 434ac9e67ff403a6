import { expect, test } from 'vitest';
import { filterQuery } from './filter-query.ts';
import { filterKey, filterWords, queryOf, saidFilter } from './said-filter.ts';

test('the same filter has the same key, however it was asked; what it does not say is left out', () => {
  const [a, b] = [{ end: ['b', 'a', 'b'], top: '3', attribute: 'region:North & East' }, { attribute: ['region:North & East'], top: 3, end: ['a', 'b'] }].map((q) => saidFilter(filterQuery.parse(q)));
  expect(a).toEqual({ attribute: ['region:North & East'], end: ['a', 'b'], top: 3 });
  expect([filterKey(a!), filterKey(saidFilter(filterQuery.parse({})))]).toEqual([filterKey(b!), '']);
  expect(filterKey(a!)).toBe('attribute=region%3ANorth+%26+East&end=a&end=b&top=3');
  expect(saidFilter(queryOf(a!))).toEqual(a);
  expect(saidFilter({ ...filterQuery.parse({ variant: ['7', '2'] }), limit: 5 } as never)).toEqual({ variant: [2, 7] });
});

test('which cases pass, in words; every name has some', () => {
  expect(filterWords({ end: ['a', 'b'], top: 3 })).toBe('cases that end with “a” or “b”, of the 3 most frequent variants');
  expect(filterWords({})).toBe('all cases');
  expect(Object.keys(filterQuery.shape).filter((name) => filterWords({ [name]: ['x', 'y'] }) === `cases ${name} x,y`)).toEqual([]);
});
