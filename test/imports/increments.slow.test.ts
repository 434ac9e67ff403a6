import { expect, test } from 'vitest';
import { incrementRounds } from './increments.ts';

test('many logs in daily increments, with late and repeated events, answer as the whole logs do', async () => {
  expect(await incrementRounds(10)).toBeGreaterThan(0);
});
