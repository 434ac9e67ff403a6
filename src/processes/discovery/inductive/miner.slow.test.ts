import { expect, test } from 'vitest';
import { netOfTree, variantLogOf } from '../../models/index.ts';
import { inductiveTree } from '../index.ts';
import { largeLogs } from './testing.ts';

test.each(Object.entries(largeLogs(10_000)))('ten thousand activities, %s: answered within seconds', (_, log) => {
  const began = performance.now();
  const net = netOfTree(inductiveTree(variantLogOf(log)));
  expect(net.transitions.filter((t) => t.label !== null)).toHaveLength(new Set(log.flat()).size);
  expect(performance.now() - began).toBeLessThan(20_000);
});
