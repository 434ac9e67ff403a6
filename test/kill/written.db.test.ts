import { expect, test } from 'vitest';
import { victims, writeRounds } from './write-rounds.ts';

test('kill -9 of the whole program, of PostgreSQL and of both under eight clients: every acknowledged write is there with its audit entry', { timeout: 300_000 }, async () => {
  const { acknowledged, refused, killed } = await writeRounds({ rounds: 3, seed: 20_261_125 });
  process.stdout.write(`${acknowledged} acknowledged, refused ${JSON.stringify(refused)}, killed: ${killed.join(', ')}\n`);
  expect(new Set(killed)).toEqual(new Set(victims));
  // Cut off, or told that the database cannot be reached: never that something broke.
  expect(Object.keys(refused).filter((status) => !['0', '503'].includes(status))).toEqual([]);
});
