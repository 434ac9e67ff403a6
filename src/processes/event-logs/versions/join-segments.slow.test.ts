import { expect, test } from 'vitest';
import { manyIncrements } from './many-increments.ts';

test('200 small increments keep the manifest within 32 segments and sources, and answer as one file does', async () => {
  expect(await manyIncrements({ increments: 200, seed: 2 })).toEqual({ segments: 32, sources: 32 });
});
