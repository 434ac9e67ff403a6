import { expect, test } from 'vitest';
import { incrementRounds } from './increments.ts';

test('a log in daily increments, with late and repeated events, answers as the whole log does, and each is counted', { timeout: 120_000 }, async () => {
  expect(await incrementRounds(1)).toBeGreaterThan(0);
});
