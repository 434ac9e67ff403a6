import { expect, test } from 'vitest';
import { netOfTree, variantLogOf } from '../../models/index.ts';
import { inductiveTree } from '../index.ts';
import { largeLogs } from './testing.ts';

test.each(Object.entries(largeLogs(10_000)))('ten thousand activities, %s: answered within seconds of a processor', (_, log) => {
  const began = process.cpuUsage();
  const net = netOfTree(inductiveTree(variantLogOf(log)));
  expect(net.transitions.filter((t) => t.label !== null)).toHaveLength(new Set(log.flat()).size);
  const { user, system } = process.cpuUsage(began);
  expect((user + system) / 1e6).toBeLessThan(20);
});
