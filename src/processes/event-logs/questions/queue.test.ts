import { setTimeout as pause } from 'node:timers/promises';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { expect, test } from 'vitest';
import { openEngine } from '../../../platform/event-engine/index.ts';
import { FairQueue, queuedEngine, queueLimits } from './queue.ts';

/** Asks for a turn and notes when it came. */
function asker(queue: FairQueue, came: string[]) {
  const ends = new Map<string, () => void>();
  return {
    ask: async (name: string, by: string, signal?: AbortSignal) => {
      const end = await queue.turn({ by, signal });
      came.push(name);
      ends.set(name, end);
    },
    end: async (name: string) => { ends.get(name)!(); await pause(0); },
  };
}

test('the limit comes from the cores, and is never so low that one question stops all', () => {
  expect([queueLimits(1), queueLimits(2), queueLimits(8)]).toEqual([{ running: 2, waiting: 64 }, { running: 2, waiting: 64 }, { running: 8, waiting: 256 }]);
  expect(queueLimits().running).toBeGreaterThanOrEqual(2);
});

test('so many at once, the rest in their order, and turns go round among those who ask', async () => {
  const came: string[] = [];
  const { ask, end } = asker(new FairQueue({ running: 2, waiting: 10 }), came);
  const all = [ask('a1', 'ada'), ask('a2', 'ada'), ask('a3', 'ada'), ask('a4', 'ada'), ask('b1', 'ben'), ask('b2', 'ben'), ask('c1', 'cy')];
  await pause(0);
  expect(came).toEqual(['a1', 'a2']);
  for (const name of ['a1', 'a2', 'a3', 'b1', 'c1', 'a4', 'b2']) await end(name);
  await Promise.all(all);
  expect(came).toEqual(['a1', 'a2', 'a3', 'b1', 'c1', 'a4', 'b2']);
});

test('who does not wait any more leaves the line; a turn that ends twice ends once', async () => {
  const came: string[] = [];
  const queue = new FairQueue({ running: 1, waiting: 10 });
  const { ask, end } = asker(queue, came);
  const stop = new AbortController();
  void ask('first', 'ada');
  const left = ask('left', 'ada', stop.signal);
  const stays = ask('stays', 'ada');
  await pause(0);
  expect(queue.waiting).toBe(2);
  stop.abort();
  await expect(left).rejects.toMatchObject({ code: 'cancelled' });
  await expect(queue.turn({ signal: stop.signal })).rejects.toMatchObject({ code: 'cancelled' });
  expect(queue.waiting).toBe(1);
  await end('first');
  await end('first');
  await stays;
  expect([came, queue.waiting]).toEqual([['first', 'stays'], 0]);
  const third = ask('third', 'ada');
  await pause(0);
  expect(came).toEqual(['first', 'stays']);
  await end('stays');
  await third;
});

test('beyond the line is an answer at once: busy', async () => {
  const queue = new FairQueue({ running: 1, waiting: 2 });
  const end = await queue.turn();
  const waiting = [queue.turn({ by: 'a' }), queue.turn({ by: 'b' })];
  await expect(queue.turn({ by: 'c' })).rejects.toMatchObject({ code: 'busy', status: 503, value: '2 waiting' });
  end();
  (await waiting[0]!)();
  (await waiting[1]!)();
  (await queue.turn())();
});

test('1,000 askers at once: never more than the limit inside, and all get through', async () => {
  const queue = new FairQueue({ running: 3, waiting: 1000 });
  let [inside, most] = [0, 0];
  await Promise.all(Array.from({ length: 1000 }, async (_, i) => {
    const end = await queue.turn({ by: String(i % 7) });
    most = Math.max(most, ++inside);
    await pause(i % 3);
    inside--;
    end();
  }));
  expect([most, inside, queue.waiting]).toEqual([3, 0, 0]);
});

test('a session of the engine has its turn until it is closed; a streamed answer gives it back with its first rows', async () => {
  const dir = mkdtempSync(`${tmpdir()}/hymnsheet-queue-`);
  const queue = new FairQueue({ running: 1, waiting: 1 });
  const engine = queuedEngine(await openEngine({ tempDir: dir, folders: [dir], threads: 1 }), queue);
  const first = await engine.connect();
  const second = engine.connect({ by: 'ben' });
  expect(await first.rows('SELECT 1 AS one')).toEqual([{ one: 1 }]);
  expect(queue.waiting).toBe(1);
  first.close();
  const c = await second;
  const rows = c.stream<{ n: number }>('SELECT range AS n FROM range(10000) ORDER BY n')[Symbol.asyncIterator]();
  expect((await rows.next()).value[0]).toEqual({ n: 0 });
  const third = await engine.connect();
  third.close();
  let n = 2048;
  for (let next = await rows.next(); next.done !== true; next = await rows.next()) n += next.value.length;
  expect(n).toBe(10_000);
  c.close();
  (await queue.turn())();
  await engine.close();
  rmSync(dir, { recursive: true });
});
