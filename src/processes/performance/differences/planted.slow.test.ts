import { afterAll, beforeAll, expect, test } from 'vitest';
import { clopperPearson, mean } from '../../../maths/statistics/index.ts';
import { testLogs, type TestLogs } from '../steps/testing.ts';
import { planted } from './planted.ts';

let logs: TestLogs;
beforeAll(async () => { logs = await testLogs(); });
afterAll(() => logs.close());

test('over 40 seeds: each planted difference is found in 95 of 100, and of what is told at most 10 in 100 is chance', async () => {
  const runs = 40;
  const found = new Map<string, number>();
  const shares: number[] = [];
  for (let seed = 1; seed <= runs; seed++) {
    const run = await planted(logs, seed);
    for (const truth of run.found) found.set(truth, (found.get(truth) ?? 0) + 1);
    shares.push(run.wrong.length / Math.max(1, run.told));
  }
  const share = mean(shares)!;
  const error = Math.sqrt(shares.reduce((sum, x) => sum + (x - share) ** 2, 0) / (runs - 1) / runs);
  process.stdout.write(`planted differences found: ${[...found].map(([truth, n]) => `${truth} ${n}`).join(', ')} of ${runs}; told by chance: ${(100 * share).toFixed(1)} % ± ${(100 * error).toFixed(1)}\n`);
  for (const truth of ['region', 'amount', 'check']) expect(clopperPearson(found.get(truth) ?? 0, runs, 0.99).hi).toBeGreaterThanOrEqual(0.95);
  // Fails only where the 99 % interval of the rate lies wholly above what was promised (METHODS, rules for all of it).
  expect(share - 2.576 * error).toBeLessThanOrEqual(0.1);
}, 600_000);
