import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type EngineConnection, type EventEngine, openEngine } from '../../../platform/event-engine/index.ts';
import { eventsOfCase, map, summary, variants } from '../questions/index.ts';
import { importLog, readVersion } from './index.ts';
import type { DatasetVersion } from './manifest.ts';
import { expired, pseudonymsIn, withoutOldCases } from './retention.ts';

const dir = mkdtempSync(join(tmpdir(), 'hymnsheet-retention-'));
let engine: EventEngine, c: EngineConnection;
beforeAll(async () => { engine = await openEngine({ tempDir: dir, folders: [dir], threads: 1 }); c = await engine.connect(); });
afterAll(async () => { c.close(); await engine.close(); rmSync(dir, { recursive: true }); });

const mapping = { case: 'case', activity: 'activity', time: 'time', resource: 'who', lifecycle: 'step', attributes: [{ column: 'note', type: 'text' as const, of: 'event' as const }, { column: 'customer', type: 'text' as const, of: 'case' as const }] };
const head = 'case,activity,time,who,step,note,customer\n';
/** A case of two activities from its first day on, the second a month later, by people and with words of its own. */
const lines = (id: number, month: number) => `K${id},register,2024-${String(month).padStart(2, '0')}-05T08:00:00Z,ann${id},start,note ${id},customer ${id}
K${id},register,2024-${String(month).padStart(2, '0')}-05T09:00:00Z,ann${id},complete,note ${id},customer ${id}
K${id},decide,2024-${String(month + 1).padStart(2, '0')}-05T08:00:00Z,boss,complete,shared,customer ${id}
${id % 3 === 0 ? `K${id},decide again,2024-${String(month + 1).padStart(2, '0')}-06T08:00:00Z,boss,complete,shared,customer ${id}\n` : ''}`;
const pseudonym = (name: string) => `p-${name}`;

async function imported(months: readonly number[], { perBucket, parent, name = 'log', extra = '' }: { perBucket?: number; parent?: DatasetVersion; name?: string; extra?: string } = {}): Promise<DatasetVersion> {
  const path = join(dir, `${name}.csv`);
  const from = parent === undefined ? 0 : 100;
  writeFileSync(path, head + months.map((m, i) => lines(from + i, m)).join('') + extra);
  return (await importLog({ dir, source: { path }, mapping, mode: parent === undefined ? 'replace' : 'append', parent: parent ?? null, pseudonym, ...(perBucket === undefined ? {} : { perBucket }) })).version;
}

const everything = async (v: DatasetVersion) => ({ summary: await summary(c, v), map: await map(c, v), variants: (await variants(c, v)).map(({ count, activities }) => ({ count, activities })).sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)), counts: v.manifest.counts, first: v.manifest.firstEvent, last: v.manifest.lastEvent, pseudonyms: (await pseudonymsIn(c, v)).sort() });

test.each([[undefined], [8]])('what is left is the log as if the old cases had never been in it (events a bucket: %s)', async (perBucket) => {
  const version = await imported([1, 2, 3, 4, 5, 6, 7, 1], { ...(perBucket === undefined ? {} : { perBucket }), name: `all-${perBucket}` });
  const before = new Date('2024-05-01T00:00:00Z');
  expect(await expired(c, version, before)).toEqual({ cases: 4, events: 13 });
  const left = await withoutOldCases(c, version, before);
  expect(left).toMatchObject({ cases: 4, events: 13 });
  const young = join(dir, `young-${perBucket}.csv`);
  writeFileSync(young, head + [3, 4, 5, 6].map((id) => lines(id, id + 1)).join(''));
  const fresh = (await importLog({ dir, source: { path: young }, mapping, mode: 'replace', pseudonym, ...(perBucket === undefined ? {} : { perBucket }) })).version;
  expect(await everything(left.version!)).toEqual(await everything(fresh));
  expect(await eventsOfCase(c, left.version!, 'K4').then((e) => e.map(({ row: _, ...x }) => x))).toEqual(await eventsOfCase(c, fresh, 'K4').then((e) => e.map(({ row: _, ...x }) => x)));
  await expect(eventsOfCase(c, left.version!, 'K0')).rejects.toMatchObject({ code: 'not-found' });
  const texts = await c.rows<{ value: string }>(`SELECT value FROM read_parquet([${left.version!.manifest.dictionary.map((p) => `'${join(dir, 'parts', p.sha256)}.parquet'`).join(', ')}])`);
  expect(texts.filter((t) => /\b(p-ann0|note 0|customer 0|p-ann7)\b/.test(t.value))).toEqual([]);
  expect((await readVersion(dir, left.version!.id)).manifest).toEqual(left.version!.manifest);
  // Nothing is old any more: the same version again.
  expect((await withoutOldCases(c, left.version!, before)).version!.id).toBe(left.version!.id);
});

test('the instant decides: a case whose last event is at it stays', async () => {
  const version = await imported([1, 5], { name: 'edge' });
  const last = (await eventsOfCase(c, version, 'K1')).at(-1)!.time;
  expect((await withoutOldCases(c, version, new Date(last))).cases).toBe(1);
  expect((await withoutOldCases(c, version, new Date(Date.parse(last) + 1))).version).toBeNull();
});

test('a version without its old cases can be added to, and an append may bring the same case back', async () => {
  const version = await imported([1, 2, 6, 7], { perBucket: 4, name: 'parent' });
  const left = (await withoutOldCases(c, version, new Date('2024-05-01T00:00:00Z'))).version!;
  const more = await imported([8, 9, 10], { parent: left, perBucket: 4, name: 'more', extra: 'K0,register,2024-11-05T08:00:00Z,ann0,complete,back,customer 0\n' });
  expect(more.manifest.counts).toMatchObject({ cases: 2 + 3 + 1 });
  expect((await eventsOfCase(c, more, 'K0')).map((e) => [e.activity, e.resource])).toEqual([['register', 'p-ann0']]);
  expect((await eventsOfCase(c, more, 'K2')).map((e) => e.resource)).toEqual(['p-ann2', 'p-ann2', 'p-boss']);
  expect((await summary(c, more)).cases).toBe(6);
});
