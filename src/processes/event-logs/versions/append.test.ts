import { fork } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type EngineConnection, type EventEngine, openEngine } from '../../../platform/event-engine/index.ts';
import { pseudonymiser } from '../../../platform/personal/index.ts';
import { caseDurations, cases, eventsOfCase, map, summary, variants } from '../questions/index.ts';
import type { CsvMapping } from '../schemas.ts';
import { collectGarbage, type DatasetVersion, importLog, type Imported, type ImportOrder, readVersion } from './index.ts';

const dir = mkdtempSync(join(tmpdir(), 'hymnsheet-append-'));
let engine: EventEngine, c: EngineConnection;
beforeAll(async () => { engine = await openEngine({ tempDir: dir, folders: [dir], threads: 2 }); c = await engine.connect(); });
afterAll(async () => { c.close(); await engine.close(); rmSync(dir, { recursive: true }); });

const mapping: CsvMapping = { case: 'case', activity: 'activity', time: 'time', resource: 'who', delimiter: ',', attributes: [{ column: 'cost', type: 'number', of: 'event' }, { column: 'region', type: 'text', of: 'case' }] };
interface Line { readonly k: string; readonly a: string; readonly t: number; readonly who?: string; readonly cost?: number; readonly region?: string }
const csv = (lines: readonly Line[]) => `case,activity,time,who,cost,region\n${lines.map((l) => `${l.k},${l.a},${new Date(Date.UTC(2024, 0, 1) + l.t * 60_000).toISOString()},${l.who ?? ''},${l.cost ?? ''},${l.region ?? ''}`).join('\n')}\n`;
let files = 0;
async function imported(text: string, order: Partial<ImportOrder> = {}): Promise<Imported> {
  const path = join(dir, `log-${files++}.csv`);
  writeFileSync(path, text);
  return importLog({ dir, source: { path }, name: 'log.csv', mapping, mode: 'replace', threads: 2, ...order });
}
/** All that can be asked of a version, without the numbers that depend on how it came about. */
async function answers(v: DatasetVersion): Promise<unknown> {
  const paths = (await variants(c, v)).map((x) => `${x.count} ${x.activities.join(' ')}`).sort();
  const all = (await cases(c, v, { limit: 500 })).items;
  const events = await Promise.all(all.map(async (k) => [k.id, k.events, k.first, k.last, (await eventsOfCase(c, v, k.id)).map((e) => [e.activity, e.time, e.resource, e.attributes])]));
  return { summary: await summary(c, v), map: await map(c, v), durations: await caseDurations(c, v), paths, events: events.sort((a, b) => (String(a[0]) < String(b[0]) ? -1 : 1)) };
}

test('the same file and mapping twice change nothing, and equal content has the equal version id', async () => {
  const text = csv([{ k: '1', a: 'a', t: 0 }, { k: '1', a: 'b', t: 5 }]);
  const first = await imported(text);
  const again = await imported(text, { parent: first.version });
  expect(again.version.id).toBe(first.version.id);
  expect(again.report.unchanged).toBe(true);
  expect((await imported(text, { parent: first.version, mode: 'append' })).report.unchanged).toBe(true);
  expect((await imported(text)).version.id).toBe(first.version.id);
  const other = await imported(text, { parent: first.version, mapping: { ...mapping, zone: 'Europe/London' } });
  expect(other.version.id).not.toBe(first.version.id);
  expect(await readVersion(dir, first.version.id)).toEqual(first.version);
});

test('an append rewrites only the buckets that it touches and shares the others; codes only grow', async () => {
  const lines = Array.from({ length: 400 }, (_, i): Line => ({ k: `case ${i % 100}`, a: 'abcd'[Math.floor(i / 100)]!, t: i, who: `user ${i % 3}`, cost: i, region: 'north' }));
  const first = (await imported(csv(lines), { perBucket: 50 })).version;
  expect(first.manifest.buckets).toBe(8);
  const { version, report } = await imported(csv([{ k: 'case 7', a: 'new', t: 1000, who: 'user 9' }, { k: 'case 7', a: 'a', t: 7, who: 'user 1', cost: 7, region: 'north' }]), { parent: first, mode: 'append', perBucket: 200 });
  expect(report).toMatchObject({ duplicates: 1, events: 401, cases: 100 });
  const shas = (v: DatasetVersion, of: 'events' | 'cases' | 'dictionary') => v.manifest[of].map((p) => p.sha256);
  for (const of of ['events', 'cases'] as const) expect(shas(version, of).filter((s) => !shas(first, of).includes(s))).toHaveLength(1);
  expect(shas(version, 'dictionary').slice(0, 1)).toEqual(shas(first, 'dictionary'));
  expect(version.manifest).toMatchObject({ parent: first.id, mode: 'append', sources: [{ firstRow: 0, records: 400 }, { firstRow: 400, records: 2 }] });
  expect((await eventsOfCase(c, version, 'case 7')).map((e) => [e.activity, e.row])).toEqual([['a', 7], ['b', 107], ['c', 207], ['d', 307], ['new', 400]]);
  expect((await summary(c, first)).events).toBe(400);
});

test('whatever is appended, in however many buckets, answers are those of one import of it all', async () => {
  const line = fc.record({ k: fc.constantFrom('k1', 'k2', 'k3', 'k4', 'k5'), a: fc.constantFrom('a', 'b', 'c'), t: fc.nat(5), who: fc.constantFrom('', 'x', 'y'), cost: fc.nat(1) });
  const batch = fc.array(line, { minLength: 1, maxLength: 12 });
  await fc.assert(fc.asyncProperty(batch, batch, fc.constantFrom(3, 1000), async (one, two, perBucket) => {
    const keyed = (l: Line) => JSON.stringify([l.k, l.a, l.t, l.who, l.cost]);
    // Of each event the second file adds only as many as it has more than the first.
    const left = new Map<string, number>();
    for (const l of one) left.set(keyed(l), (left.get(keyed(l)) ?? 0) + 1);
    const fresh = two.filter((l) => {
      const n = left.get(keyed(l)) ?? 0;
      left.set(keyed(l), n - 1);
      return n <= 0;
    });
    const parent = (await imported(csv(one), { perBucket })).version;
    const appended = await imported(csv(two), { parent, mode: 'append', perBucket });
    const whole = await imported(csv([...one, ...fresh]), { perBucket });
    expect(appended.report.duplicates).toBe(csv(one) === csv(two) ? 0 : two.length - fresh.length);
    expect(await answers(appended.version)).toEqual(await answers(whole.version));
  }), { numRuns: 6 });
}, 120_000);

test('a mapped event id decides what is the same event', async () => {
  const withId = (rows: string[]) => `id,case,activity,time\n${rows.join('\n')}\n`;
  const byId: CsvMapping = { case: 'case', activity: 'activity', time: 'time', eventId: 'id' };
  const first = await imported(withId(['e1,1,a,2024-01-01', 'e2,1,b,2024-01-02', 'e2,1,b,2024-01-02']), { mapping: byId });
  expect(first.report).toMatchObject({ events: 2, duplicates: 1 });
  const second = await imported(withId(['e2,1,b corrected,2024-01-02', 'e3,1,c,2024-01-03', 'e3,1,c,2024-01-03']), { mapping: byId, parent: first.version, mode: 'append' });
  expect(second.report).toMatchObject({ events: 3, duplicates: 2 });
  expect((await eventsOfCase(c, second.version, '1')).map((e) => e.activity)).toEqual(['a', 'b', 'c']);
});

test('columns may come later; a type that does not fit is refused', async () => {
  const first = await imported('case,activity,time\n1,a,2024-01-01\n', { mapping: { case: 'case', activity: 'activity', time: 'time' } });
  const second = await imported('case,activity,time,cost\n1,b,2024-01-02,5\n', { mapping: { case: 'case', activity: 'activity', time: 'time' }, parent: first.version, mode: 'append' });
  expect((await eventsOfCase(c, second.version, '1')).map((e) => e.attributes)).toEqual([{ cost: null }, { cost: 5 }]);
  await expect(imported('case,activity,time,cost\n1,b,2024-01-03,dear\n', { mapping: { case: 'case', activity: 'activity', time: 'time', attributes: [{ column: 'cost', type: 'text', of: 'event' }] }, parent: second.version, mode: 'append' })).rejects.toMatchObject({ code: 'bad-input', wanted: /^integer/ });
});

test('resources are pseudonyms in every part when there is a key, and the same ones in an append', async () => {
  const first = await imported(csv([{ k: '1', a: 'a', t: 0, who: 'Pete' }]), { pseudonym: pseudonymiser('5e'.repeat(32)) });
  expect(first.personal).toEqual([{ column: 'resource', original: 'Pete', pseudonym: expect.stringMatching(/^p-[0-9a-f]{16}$/) }]);
  const second = await imported(csv([{ k: '2', a: 'a', t: 1, who: 'Pete' }]), { pseudonym: pseudonymiser('5e'.repeat(32)), parent: first.version, mode: 'append' });
  const [a, b] = [await eventsOfCase(c, second.version, '1'), await eventsOfCase(c, second.version, '2')];
  expect(a[0]!.resource).toBe(first.personal[0]!.pseudonym);
  expect(b[0]!.resource).toBe(a[0]!.resource);
  expect(second.version.manifest.pseudonyms).toEqual(['resource']);
  const broken = await imported(`${csv([{ k: '3', a: 'a', t: 1, who: 'Pete' }])}4,a,2024-01-01,Pete\n5,a,Tuesday,Pete,,\n`, { pseudonym: pseudonymiser('5e'.repeat(32)) });
  expect(broken.rejected.map((r) => [r.line, r.value])).toEqual([[3, null], [4, 'Tuesday']]);
});

test('a cancelled import leaves no part under way', async () => {
  const stop = new AbortController();
  const text = csv(Array.from({ length: 30_000 }, (_, i) => ({ k: `${i % 50}`, a: 'a', t: i })));
  await expect(imported(text, { signal: stop.signal, onProgress: ({ step }) => { if (step === 'write') stop.abort(); } })).rejects.toMatchObject({ code: 'cancelled' });
  expect(readdirSync(join(dir, 'work'))).toEqual([]);
});

test('killed at any moment, an import leaves the old version whole, and the next one succeeds', async () => {
  const store = mkdtempSync(join(tmpdir(), 'hymnsheet-kill-'));
  const path = join(store, 'big.csv');
  const lines = Array.from({ length: 20_000 }, (_, i): Line => ({ k: `k${i % 999}`, a: `a${i % 7}`, t: i }));
  writeFileSync(path, csv(lines));
  const first = (await imported(csv(lines.slice(0, 500)), { dir: store })).version;
  const before = JSON.stringify(await answersIn(store, first));
  let manifests = readdirSync(join(store, 'manifests'));
  const child = async (after: number): Promise<boolean> => {
    const p = fork(new URL('./import.child.ts', import.meta.url), [JSON.stringify({ dir: store, path, mapping, parent: first.id })], { execArgv: ['--import', 'tsx'], stdio: 'ignore' });
    const began = new Promise<void>((resolve) => p.once('message', () => resolve()));
    const ended = new Promise<number | null>((resolve) => p.once('exit', (code) => resolve(code)));
    await Promise.race([began, ended]);
    await Promise.race([sleep(after), ended]);
    p.kill('SIGKILL');
    return (await ended) === 0;
  };
  for (const after of [0, 30, 80, 150, 250, 400]) {
    const finished = await child(after);
    const now = readdirSync(join(store, 'manifests'));
    expect(now.length, `killed after ${after} ms`).toBeGreaterThanOrEqual(manifests.length);
    for (const name of now) {
      // A manifest that is there stands for a version that is whole.
      const v = await readVersion(store, name.replace('.json', ''));
      expect((await answersIn(store, v)).events).toBe(v.manifest.counts.events);
    }
    expect(JSON.stringify(await answersIn(store, await readVersion(store, first.id)))).toBe(before);
    expect(!finished || now.length === 2).toBe(true);
    manifests = now;
  }
  const whole = await importLog({ dir: store, source: { path }, mapping, mode: 'append', parent: first, threads: 2 });
  expect(whole.report).toMatchObject({ events: 20_000, duplicates: 500 });
  // What the killed ones had under way is swept up by the next.
  expect(readdirSync(join(store, 'work'))).toEqual([]);
  const [living, dead] = [join(store, 'work', `engine-${process.pid}-x`), join(store, 'work', 'engine-999999999-x')];
  for (const folder of [living, dead]) mkdirSync(folder);
  const removed = await collectGarbage(store, [whole.version], new Date(Date.now() + 60_000));
  expect([existsSync(living), existsSync(dead)]).toEqual([true, false]);
  expect(removed).toContain(`${first.id}.json`);
  expect((await answersIn(store, whole.version)).events).toBe(20_000);
  expect(readFileSync(join(store, 'manifests', `${whole.version.id}.json`), 'utf8')).toContain(first.id);
  rmSync(store, { recursive: true });
}, 120_000);

async function answersIn(store: string, v: DatasetVersion) {
  const own = await openEngine({ tempDir: dir, folders: [store], threads: 1 });
  const session = await own.connect();
  try {
    return await summary(session, v);
  } finally {
    session.close();
    await own.close();
  }
}
