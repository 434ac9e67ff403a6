import { expect, test } from 'vitest';
import { killRounds } from './kill-rounds.ts';

test('twelve imports cut short by kill -9 at random moments: the old version or the new one, and done after the restart', async () => {
  const { interrupted } = await killRounds({ rounds: 12, seed: 20_261_124, cases: 80_000 });
  expect(interrupted).toBeGreaterThan(6);
});
