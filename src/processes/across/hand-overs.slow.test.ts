import { expect, test } from 'vitest';
import { testLogs } from '../performance/steps/testing.ts';
import { agreesWithTheObvious } from './testing.ts';

test('60 random pairs of logs agree with the obvious reference', async () => {
  const logs = await testLogs();
  expect(await agreesWithTheObvious(logs, { numRuns: 60 }).finally(() => logs.close())).toBeGreaterThan(10);
}, 600_000);
