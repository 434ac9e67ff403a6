import { expect, test } from 'vitest';
import { manyIncrements } from './many-increments.ts';

test('many small increments: older segments and sources are joined, and every answer stays', async () => {
  expect(await manyIncrements({ increments: 9, seed: 1, mostSegments: 3 })).toEqual({ segments: 3, sources: 3 });
});
