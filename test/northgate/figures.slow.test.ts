import { expect, test } from 'vitest';
import { followFigures } from './figures.ts';

test('each figure of rules, model fit, slow or fast, and time of every log of the example opens as many rows as it says', async () => {
  const told = await followFigures();
  expect(told.filter(([, , figure, rows]) => figure !== rows)).toEqual([]);
  process.stdout.write(`figures followed to their rows: ${told.length}\n`);
  expect(told.length).toBeGreaterThan(300);
}, 300_000);
