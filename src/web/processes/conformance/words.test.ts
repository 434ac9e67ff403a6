import { expect, test } from 'vitest';
import { costHours, fitCases, fitFigure, fitFigures, fitFigureWords, headline, longer, money, plural, ruleCases, ruleFigure, underWayWords, workingWords } from './words.ts';

const more = (estimate: number, lo: number, hi: number) => ({ time: { cases: 20, mean: 0, keeping: { cases: 20, mean: 0 }, more: { estimate, lo, hi, level: 0.95 }, working: null } });

test('what goes with a deviation: longer, shorter, or no clear difference', () => {
  expect([more(7200, 3600, 10_800), more(-7200, -10_800, -3600), more(60, -60, 180), { time: null }].map(longer)).toEqual([
    { words: '2\u00a0h longer', interval: '60\u00a0min to 3\u00a0h' }, { words: '2\u00a0h shorter', interval: '60\u00a0min to 3\u00a0h' }, { words: 'no clear difference', interval: '−60\u00a0s to 3\u00a0min' }, null,
  ]);
});

test('money: exact where it was added up, rounded outward where it is an estimate', () => {
  expect([money(null), money({ low: 74_285_712, high: 74_285_712, currency: 'GBP' }), money({ low: 2_201_399, high: 8_119_701, currency: 'GBP' }), money({ low: 90, high: 150, currency: 'GBP' }), money({ low: 1234, high: 5678, currency: 'JPY' })]).toEqual(['–', '£742,857', '£20,000 – £90,000', '£0.90 – £1.50', 'JP¥1,000 – JP¥6,000']);
});

test('the sentence of the page', () => {
  const first = { id: 'x', kind: 'skipped' as const, activity: 'Pay', after: 'Order', words: '“Pay” did not come after “Order”, where the model expects it', cases: 1200, times: 1200, time: null, delay: null, margin: null };
  const fit = { cases: 6000, keeping: 4500, case: 'query', exact: true, deviations: [first] };
  expect([headline(fit), headline({ ...fit, exact: false, deviations: [] }), headline({ ...fit, keeping: 6000 })]).toEqual(['4,500 of 6,000 ended queries (75%) keep to the model. Most often, “Pay” did not come after “Order”, where the model expects it: in 1,200.', 'At least 4,500 of 6,000 ended queries (75%) keep to the model.', 'All 6,000 ended queries in view keep to the model.']);
  expect(['order', 'query', 'box', 'day'].map(plural)).toEqual(['orders', 'queries', 'boxes', 'days']);
  expect([headline({ ...fit, keeping: 0, deviations: [] }), headline({ ...fit, keeping: 0, exact: false, deviations: [] }), headline({ ...fit, keeping: 1, cases: 1 })]).toEqual(['None of the 6,000 ended queries in view keeps to the model.', 'At least 0 of 6,000 ended queries (0%) keep to the model.', 'The only ended query in view keeps to the model.']);
  expect(headline({ ...fit, cases: 0, keeping: 0, deviations: [] })).toBe('No query in view has come to its end.');
  expect([0, 1, 1200].map((underWay) => underWayWords({ underWay, case: 'query' }))).toEqual(['', ' 1 query in view is still under way and not counted: not ended, or what the model expects last may still come.', ' 1,200 queries in view are still under way and not counted: not ended, or what the model expects last may still come.']);
  expect(workingWords({ more: { estimate: 0, lo: 7200, hi: 180_000, level: 0.95 } })).toBe('2 to 50 working h each');
  expect(workingWords({ more: { estimate: 0, lo: 46_000, hi: 47_000, level: 0.95 } })).toBe('13 working h each');
  const priced = (hours: 'working' | 'elapsed') => costHours({ deviations: [{ ...first, delay: { low: 1, high: 2, currency: 'GBP', hours } }] });
  expect([costHours(fit), priced('working'), priced('elapsed')]).toEqual(['', expect.stringContaining('extra working hours ×'), expect.stringContaining('nights and weekends included')]);
});

test('which cases a figure opens, in words; what is no figure opens none', () => {
  expect((['concerned', 'kept', 'broken', 'undecided'] as const).map((f) => ruleCases(ruleFigure(f), 'Paid first', 'query'))).toEqual(['Queries that “Paid first” is about', 'Queries that kept “Paid first”', 'Queries that broke “Paid first”', 'Queries of which it cannot be said whether they kept “Paid first”']);
  expect([ruleFigure(undefined), ruleFigure('toString'), fitFigure(undefined), fitFigure('toString'), fitFigure('keeping')]).toEqual(['broken', 'broken', undefined, undefined, 'keeping']);
  expect(fitFigures.map((f) => [fitFigureWords(f), fitCases(f, 'order')])).toEqual([
    ['that are compared with the model', 'Orders that are compared with the model'], ['that keep to it', 'Orders that keep to the model'], ['that leave it', 'Orders that leave the model'],
    ['of which it is not known yet', 'Orders of which it is not known yet whether they keep to the model'], ['under way, not compared', 'Orders under way, not compared'],
  ]);
});
