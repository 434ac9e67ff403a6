import { expect, test } from 'vitest';
import { followFigures } from './figures.ts';

// The promise of every page: a figure opens as many rows as it says. All logs of the example: figures.slow.test.ts.
test('each figure of rules, model fit, slow or fast, and time of a log opens as many rows as it says', async () => {
  const told = await followFigures('purchases');
  expect(told.filter(([, , figure, rows]) => figure !== rows)).toEqual([]);
  // None of it is kept by there being nothing to follow.
  const paths = ['rules/', 'conformance/cases', 'differences/cases kind=', 'differences/cases side=slow', 'performance/steps ', 'performance/steps/cases', 'steps.csv hour=', 'steps.csv step='];
  expect(paths.filter((path) => !told.some(([, what, figure]) => figure > 0 && `${what} `.includes(path)))).toEqual([]);
}, 120_000);
