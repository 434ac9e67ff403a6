import { expect, test } from 'vitest';
import { pullRounds } from './pull-rounds.ts';

test('a pull that is killed at any moment, with or without PostgreSQL, loses no row and takes none in twice', { timeout: 300_000 }, async () => {
  expect(await pullRounds({ rounds: 2, seed: 20_261_123, rows: 3000 })).toBeGreaterThanOrEqual(0);
});
