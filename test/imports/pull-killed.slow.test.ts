import { expect, test } from 'vitest';
import { pullRounds } from './pull-rounds.ts';

test('a pull that is killed at any of many moments loses no row and takes none in twice', { timeout: 600_000 }, async () => {
  expect(await pullRounds({ rounds: 8, seed: 7, rows: 20_000 })).toBeGreaterThan(0);
});
