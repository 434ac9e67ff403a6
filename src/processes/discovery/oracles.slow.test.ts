import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { besideOracle, largeLogs, shared } from './oracles.ts';

test.skipIf(!existsSync(shared)).each(largeLogs)('%s gives the trees of its oracle (skipped without ../shared)', async (...log) => {
  const { found, wanted } = await besideOracle(log);
  expect(found).toEqual(wanted);
});
