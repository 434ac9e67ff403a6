import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openEngine } from '../../platform/event-engine/index.ts';
import { inLittleMemory } from './little-memory.ts';

const folder = mkdtempSync(join(tmpdir(), 'little-memory-'));
const file = join(folder, 'file');
writeFileSync(file, 'x');
afterAll(() => rmSync(folder, { recursive: true }));

/** The length of a list of so many numbers, which must be in memory as a whole; and the limits it was tried with. */
async function lengthOf(numbers: number): Promise<{ length: number; tried: (string | undefined)[] }> {
  const tried: (string | undefined)[] = [];
  const length = await inLittleMemory(file, async (memory) => {
    tried.push(memory.memoryLimit);
    const engine = await openEngine({ tempDir: folder, threads: 1, ...memory });
    const c = await engine.connect();
    try {
      return (await c.rows<{ n: number }>(`SELECT len(list(i)) AS n FROM range(${numbers}) t(i)`))[0]!.n;
    } finally {
      c.close();
      await engine.close();
    }
  }, '20MB');
  return { length, tried };
}

test('work that fits is done in little memory, other work once more in more', async () => {
  expect(await lengthOf(1000)).toEqual({ length: 1000, tried: ['20MB'] });
  expect(await lengthOf(5_000_000)).toEqual({ length: 5_000_000, tried: ['20MB', undefined] });
});

test('another failure is not tried again', async () => {
  let times = 0;
  await expect(inLittleMemory(file, async () => { times++; throw new Error('broken'); })).rejects.toThrow('broken');
  expect(times).toBe(1);
});
