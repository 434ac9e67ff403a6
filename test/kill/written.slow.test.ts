import { expect, test } from 'vitest';
import { victims, writeRounds } from './write-rounds.ts';

test('twenty rounds of kill -9 of the whole program, of PostgreSQL and of both under eight clients lose no acknowledged write and no audit entry', async () => {
  const { acknowledged, refused, killed } = await writeRounds({ rounds: 20, seed: 20_261_126 });
  process.stdout.write(`${acknowledged} acknowledged, refused ${JSON.stringify(refused)}, killed: ${killed.join(', ')}\n`);
  expect(new Set(killed)).toEqual(new Set(victims));
  expect(killed).toHaveLength(20);
  expect(Object.keys(refused).filter((status) => !['0', '503'].includes(status))).toEqual([]);
});
