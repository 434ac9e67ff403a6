import { expect, test } from 'vitest';
import { costWords, edgeKey, headline, keyWords, otherWords, overlap, sideWords, type Across } from './words.ts';

const edge = (total: number | null, whole = 0, working: number | null = null, from = 'Customer service') => ({ from: { name: from }, to: { name: 'Order to cash' }, wait: total === null ? null : { total }, working: working === null ? null : { total: working }, whole: whole === 0 ? null : { n: whole } });
const across = (...edges: unknown[]) => ({ edges, processes: [{}, {}] }) as unknown as Across;

test('the first sentence says no more than was measured', () => {
  expect(headline(across(edge(3600)))).toBe('Between processes most time passes from “Customer service” to “Order to cash”, nights and weekends included.');
  expect(headline(across(edge(3600, 1, 600), edge(1800, 1, 300, 'Purchase to pay'), edge(null)))).toBe('Between processes most time passes from “Customer service” to “Order to cash”, by the clock and in working hours.');
  expect(headline(across(edge(3600, 1, 600), edge(1800, 1, 900, 'Purchase to pay')))).toBe('By the clock most time between processes passes from “Customer service” to “Order to cash”; in working hours, from “Purchase to pay” to “Order to cash”.');
  expect(headline(across(edge(3600, 1, 600), edge(1800, 1, null, 'Purchase to pay')))).toContain('nights and weekends included');
  expect(headline(across(edge(3600), edge(1800), edge(1801)))).toMatch(/^Between processes the most time passes from “Customer service” to /);
  expect(headline(across(edge(null, 5)))).toBe('No case was taken up by another process in the last month.');
  expect(headline(across(edge(null)))).toBe('Nothing has been handed over between linked processes yet.');
  expect(headline(across())).toBe('Two processes are on record, and no link between them.');
  expect(headline({ edges: [], processes: [{}] } as unknown as Across)).toBe('One process is on record; work is handed over between two.');
});

test('what waits cost says which hours it counts', () => {
  const of = (hours: 'working' | 'elapsed') => costWords({ cost: { low: 63_858, high: 191_576, currency: 'GBP', hours }, working: { n: 1, mean: 1, median: 1, p90: 1, total: 5_747_270 }, to: { name: 'Order to cash' } as never });
  expect([of('working'), of('elapsed'), costWords({ cost: null, working: null, to: {} as never })]).toEqual([' At the delay cost agreed for “Order to cash”, the 1,596 working hours are £600 to £2,000 of delay, which is not cash.', ' At the delay cost agreed for “Order to cash”, these hours, nights and weekends included, are £600 to £2,000 of delay, which is not cash.', '']);
});

test('where most working hours are elsewhere, that is said with them', () => {
  const of = (from: string, to: string, priced: boolean) => ({ from: { name: from }, to: { name: to }, wait: { total: 7200 }, working: { total: 3600 }, cost: priced ? { low: 40_000, high: 50_000, currency: 'GBP', hours: 'working' } : null }) as never;
  const most = of('A', 'B', true);
  expect([otherWords(most, most), otherWords(most, undefined), otherWords(most, of('C', 'B', true)), otherWords(most, of('C', 'D', false))]).toEqual(['', '', ' From “C” it is 2 hours, 1 of them working hours: £400 to £500 of delay.', ' From “C” it is 2 hours, 1 of them working hours of “D”.']);
});

test('an overlap says “all” only where it is all, and never rounds up to it', () => {
  expect(overlap({ values: 50, shared: 46 })).toBe('92% of the 50 values');
  expect(overlap({ values: 3000, shared: 2999 })).toBe('99.9% of the 3,000 values');
  expect(overlap({ values: 1000, shared: 1000 })).toBe('all 1,000 values');
});

test('keys and sides in words', () => {
  expect([keyWords({ key: null }), keyWords({ key: 'order' }), edgeKey({ link: 'l', back: true }), edgeKey({ link: 'l', back: false })]).toEqual(['case id', '“order”', 'l back', 'l']);
  expect(sideWords({ activities: ['Close'], only: { attribute: 'topic', values: ['a', 'b'] }, key: 'order' }, 'from')).toBe('“Close”, only where topic is “a” or “b”, by “order”');
  expect(sideWords({ activities: null, only: null, key: null }, 'to')).toBe('the first step, by case id');
});
