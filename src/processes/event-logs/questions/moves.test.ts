import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type EngineConnection, type EventEngine, openEngine } from '../../../platform/event-engine/index.ts';
import { bucketsTogether, type DatasetVersion, importLog } from '../versions/index.ts';
import { map } from './index.ts';
import { makeMoves, MoveCache } from './moves.ts';
import { FairQueue, queuedEngine } from './queue.ts';

const dir = mkdtempSync(join(tmpdir(), 'hymnsheet-moves-'));
let engine: EventEngine, c: EngineConnection;
const versions: DatasetVersion[] = [];

beforeAll(async () => {
  engine = await openEngine({ tempDir: dir, folders: [dir], threads: 1 });
  c = await engine.connect();
  for (const n of [1, 2, 3]) {
    const path = join(dir, `${n}.csv`);
    writeFileSync(path, `case,activity,time\n${Array.from({ length: 10 }, (_, i) => `${i % n},step ${i % 3},2024-01-0${1 + (i % 9)}T00:00:00Z\n`).join('')}`);
    versions.push((await importLog({ dir, source: { path }, mapping: { case: 'case', activity: 'activity', time: 'time' }, mode: 'replace', threads: 1 })).version);
  }
});
afterAll(async () => { c.close(); await engine.close(); rmSync(dir, { recursive: true }); });

const kept = async () => (await c.rows<{ n: number }>(`SELECT count(*) AS n FROM duckdb_databases() WHERE database_name LIKE 'moves_%'`))[0]!.n;
const names = async (cache: MoveCache, version: DatasetVersion) => cache.with(version, async (moves) => { await map(c, version, {}, { moves }); return moves?.moves; });

test('moves are made after the first answer, used from then on, and those not used for longest go', async () => {
  const cache = new MoveCache(queuedEngine(engine, new FairQueue({ running: 2, waiting: 10 })), { fewest: 0, most: 20 });
  const [a, b, third] = versions as [DatasetVersion, DatasetVersion, DatasetVersion];
  expect(await names(cache, a)).toBeUndefined();
  await cache.settled();
  const first = await names(cache, a);
  expect(first).toMatch(/^moves_\d+\.moves$/);
  await names(cache, b);
  await cache.settled();
  expect([await names(cache, b), await names(cache, a), await kept()]).toEqual([expect.any(String), first, 2]);
  await names(cache, third);
  await cache.settled();
  expect([await names(cache, third), await names(cache, a), await kept()]).toEqual([expect.any(String), first, 2]);
  expect(await names(cache, b)).toBeUndefined();
  await cache.settled();
});

test('a log beyond what is kept, or small, is read from its parts; what cannot be made is left', async () => {
  const cache = new MoveCache(engine, { fewest: 0, most: 9 }), small = new MoveCache(engine, { fewest: 11 });
  for (const one of [cache, small]) {
    expect(await names(one, versions[0]!)).toBeUndefined();
    await one.settled();
    expect(await names(one, versions[0]!)).toBeUndefined();
  }
  const broken = new MoveCache({ connect: async () => { throw new Error('no session'); } }, { fewest: 0 });
  expect(await names(broken, versions[0]!)).toBeUndefined();
  await broken.settled();
  expect(await names(broken, versions[0]!)).toBeUndefined();
});

test('made in pieces or at once, moves give the same map', async () => {
  const path = join(dir, 'many.csv');
  writeFileSync(path, `case,activity,time\n${Array.from({ length: 300 }, (_, i) => `${i % 40},step ${(i * 7) % 5},2024-01-${String(1 + (i % 28)).padStart(2, '0')}T00:00:00Z\n`).join('')}`);
  const { version } = await importLog({ dir, source: { path }, mapping: { case: 'case', activity: 'activity', time: 'time' }, mode: 'replace', threads: 1, perBucket: 60 });
  const { events } = version.manifest;
  expect([bucketsTogether(version, 1), bucketsTogether(version, 1000)]).toEqual([events.map((p) => [p.bucket]), [events.map((p) => p.bucket)]]);
  expect(events.length).toBeGreaterThan(3);
  const want = await map(c, version);
  for (const [i, atOnce] of [1, 120, 1000].entries()) expect(await map(c, version, {}, { moves: await makeMoves(c, version, `pieces_${i}`, { atOnce }) })).toEqual(want);
});
