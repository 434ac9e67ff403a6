import { expect, test } from 'vitest';
import { edgeKey, headline, keyWords, money, overlap, sideWords, type Across } from './words.ts';

const edge = (total: number | null, whole = 0) => ({ from: { name: 'Customer service' }, to: { name: 'Order to cash' }, wait: total === null ? null : { total }, whole: whole === 0 ? null : { n: whole } });
const across = (...edges: unknown[]) => ({ edges, processes: [{}, {}] }) as unknown as Across;

test('the first sentence says no more than was measured', () => {
  expect(headline(across(edge(3600)))).toBe('Between processes most time passes from Customer service to Order to cash.');
  expect(headline(across(edge(null, 5)))).toBe('No case was taken up by another process in the last month.');
  expect(headline(across(edge(null)))).toBe('Nothing has been handed over between linked processes yet.');
  expect(headline(across())).toBe('Two processes are on record, and no link between them.');
});

test('an overlap says “all” only where it is all, and never rounds up to it', () => {
  expect(overlap({ values: 50, shared: 46 })).toBe('92% of the 50 values');
  expect(overlap({ values: 3000, shared: 2999 })).toBe('99.9% of the 3,000 values');
  expect(overlap({ values: 1000, shared: 1000 })).toBe('all 1,000 values');
});

test('money, keys and sides in words', () => {
  expect([money(335_400, 'GBP'), money(4050, 'GBP'), money(335_400, 'JPY'), money(1_234_567, 'KWD')]).toEqual(['£3,354', '£40.50', 'JP¥335,400', 'KWD\u00a01,235']);
  expect([keyWords({ key: null }), keyWords({ key: 'order' }), edgeKey({ link: 'l', back: true }), edgeKey({ link: 'l', back: false })]).toEqual(['case id', '“order”', 'l back', 'l']);
  expect(sideWords({ activities: ['Close'], only: { attribute: 'topic', values: ['a', 'b'] }, key: 'order' }, 'from')).toBe('“Close”, only where topic is “a” or “b”, by “order”');
  expect(sideWords({ activities: null, only: null, key: null }, 'to')).toBe('the first step, by case id');
});
