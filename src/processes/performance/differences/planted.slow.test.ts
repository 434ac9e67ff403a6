import { afterAll, beforeAll, expect, test } from 'vitest';
import { clopperPearson } from '../../../maths/statistics/index.ts';
import { testLogs, type TestLogs } from '../steps/testing.ts';
import { planted } from './planted.ts';

let logs: TestLogs;
beforeAll(async () => { logs = await testLogs(); });
afterAll(() => logs.close());

test('over 60 seeds: each planted difference is found in 95 of 100, and of what is told at most 10 in 100 is chance', async () => {
  const runs = 60;
  const found = new Map<string, number>();
  let share = 0;
  for (let seed = 1; seed <= runs; seed++) {
    const run = await planted(logs, seed);
    for (const truth of run.found) found.set(truth, (found.get(truth) ?? 0) + 1);
    share += run.wrong.length / Math.max(1, run.found.length + run.wrong.length) / runs;
  }
  process.stdout.write(`planted differences found: ${[...found].map(([truth, n]) => `${truth} ${n}`).join(', ')} of ${runs}; told by chance: ${(100 * share).toFixed(1)} %\n`);
  for (const truth of ['region', 'amount', 'check']) expect(clopperPearson(found.get(truth) ?? 0, runs, 0.99).hi).toBeGreaterThanOrEqual(0.95);
  expect(share).toBeLessThanOrEqual(0.1);
}, 600_000);
