import { expect, test } from 'vitest';
import { compareOnDamagedLogs, compareOnRandomLogs } from './differential.ts';

test('both readers agree on 30,000 random and 30,000 damaged logs', { timeout: 600_000 }, () => {
  expect(() => compareOnRandomLogs(30_000, 1)).not.toThrow();
  expect(compareOnDamagedLogs(30_000, 2)).toBeGreaterThan(3_000);
});
