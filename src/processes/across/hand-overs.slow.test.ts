import { expect, test } from 'vitest';
import { testLogs } from '../performance/steps/testing.ts';
import { agreesWithTheObvious } from './testing.ts';

test('150 random pairs of logs agree with the obvious reference', async () => {
  const logs = await testLogs();
  expect(await agreesWithTheObvious(logs, 150).finally(() => logs.close())).toBeGreaterThan(150);
}, 600_000);
