import { afterAll, expect, test } from 'vitest';
import { calibratedDesk, desk, deskOf, deskTruths, meanWait, openBench } from './testing.ts';

const bench = await openBench();
afterAll(() => bench.close());

test('waits of a planted desk over six years are those of queueing theory, as it is and with each change', async () => {
  const model = await calibratedDesk(bench, 'desk', desk(3, 2.3, 30, 4), 30);
  const off = deskTruths.map(([name, changes, wait]) => [name, meanWait(model, changes, 300) / wait(...deskOf(model)) - 1] as const);
  expect(off.filter(([, by]) => Math.abs(by) >= 0.08)).toEqual([]);
});
