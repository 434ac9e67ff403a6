import { expect, test } from 'vitest';
import { killRounds } from './kill-rounds.ts';

test('an import that kill -9 of the server or of everything cuts short: the old version or the new one, and done after the restart', { timeout: 300_000 }, async () => {
  const { interrupted, looks } = await killRounds({ rounds: 2, seed: 20_261_123, cases: 60_000 });
  expect(interrupted).toBeGreaterThan(0);
  expect(looks).toBeGreaterThan(0);
});
