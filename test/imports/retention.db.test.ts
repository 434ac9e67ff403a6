import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { kinds } from '../../src/app.ts';
import { fixedClock, systemClock } from '../../src/platform/clock/index.ts';
import { currentRecord, registerChanges } from '../../src/platform/register/index.ts';
import { systemActor } from '../../src/platform/write/index.ts';
import { collectVersions, eventsDir, retainLog } from '../../src/processes/catalogue/index.ts';
import { monthsBefore } from '../../src/processes/catalogue/model-retention.ts';
import { eventLogKind } from '../../src/processes/log-register/index.ts';
import { openApp, type TestApp } from './app.ts';

let w: TestApp;
beforeAll(async () => { w = await openApp(); });
afterAll(async () => { await w.close(); });

const day = 86_400_000;
const now = Date.now();
const ctx = () => ({ db: w.app.db, clock: systemClock, actor: { ...systemActor, sets: new Set(['administrator' as const]) } });
const put = async (kind: string, id: string, body: object) => registerChanges(kinds).put(ctx(), { kind, id, body, expected: (await currentRecord(w.app.db, { name: kind }, id))?.versionId ?? null });
const mapping = { case: 'case', activity: 'activity', time: 'time', resource: 'who', attributes: [{ column: 'note', type: 'text', of: 'event' }] };

/** A case of two events, the second `daysAgo` days ago. */
const lines = (id: string, daysAgo: number, who = `clerk of ${id}`) => [['Take', daysAgo + 1], ['Ship', daysAgo]].map(([activity, ago]) => `${id},${activity},${new Date(now - Number(ago) * day).toISOString()},${who},note of ${id}\n`).join('');

async function importCsv(text: string, mode: 'replace' | 'append'): Promise<void> {
  const upload = await w.upload('orders.csv', `case,activity,time,who,note\n${text}`);
  const started = await w.post('/imports', { upload: upload.body.id, eventLog: 'orders', process: 'sell', zone: 'UTC', mapping, mode });
  expect(started.status).toBe(202);
  expect(await w.over(started.body.id)).toMatchObject({ state: 'done' });
}

async function until<T>(ask: () => Promise<T>, wanted: (found: T) => boolean): Promise<T> {
  for (let i = 0; ; i++) {
    const found = await ask();
    if (wanted(found) || i > 200) return found;
    await new Promise((r) => { setTimeout(r, 50); });
  }
}

const log = async () => (await w.get('/event-logs/orders')).body;
const cases = async () => (await w.get('/event-logs/orders/cases')).body.items.map((k: { id: string }) => k.id);
const audited = async () => (await w.app.db.selectFrom('auditEntry').select(['subjectId', 'detail']).where('action', '=', 'event-log.retain').orderBy('id').execute());

test('months are those of the calendar', () => {
  expect(['2024-03-31T10:00:00Z', '2026-01-15T00:00:00.001Z', '2024-02-29T00:00:00Z'].map((t, i) => monthsBefore(new Date(t), [1, 13, 12][i]!).toISOString())).toEqual(['2024-02-29T10:00:00.000Z', '2024-12-15T00:00:00.001Z', '2023-02-28T00:00:00.000Z']);
});

test('without a limit everything stays, and figures are worked out of it', async () => {
  await put('post', 'head', { name: 'Head' });
  await put('function', 'trade', { name: 'Trade', criticality: 'standard' });
  await put('process', 'sell', { name: 'Sell', case: 'order', function: 'trade', owner: 'head', zone: 'UTC', ends: ['Ship'] });
  await importCsv(`${lines('old-1', 800)}${lines('old-2', 400)}${lines('edge', 360)}${lines('young', 8)}${lines('young-2', 9, 'clerk of old-1')}`, 'replace');
  expect(await log()).toMatchObject({ cases: 5, events: 10 });
  expect(await retainLog({ db: w.app.db, clock: systemClock, dir: eventsDir(w.dataDir) }, 'orders')).toEqual({ cases: 0, events: 0, destroyed: [] });
  expect(await audited()).toEqual([]);
});

test('with a limit, the next version that becomes current loses its old cases, and the versions that had them their rows', async () => {
  const before = await log();
  const claim = (await w.get('/processes/sell/measures')).body.claims.find((k: { measure: string }) => k.measure === 'work-in-progress');
  expect((await w.get(`/claims/${claim.id}/rows`)).status).toBe(200);
  const look = async (pseudonym: string) => (await w.post('/pseudonyms/look-up', { eventLog: 'orders', pseudonym })).body.original;
  const of = async (id: string) => (await w.get(`/event-logs/orders/cases/${id}/events`)).body.items[0].resource as string;
  const [gone, shared] = [await of('old-2'), await of('young-2')];
  expect([await look(gone), await look(shared)]).toEqual(['clerk of old-2', 'clerk of old-1']);
  const { body } = (await currentRecord(w.app.db, eventLogKind, 'orders'))!;
  await put('event-log', 'orders', { ...body, keepMonths: 12 });
  await importCsv(lines('new', 1), 'append');
  expect(await until(cases, (found) => !found.includes('old-1'))).toEqual(['edge', 'young', 'young-2', 'new']);
  expect(await log()).toMatchObject({ cases: 4, events: 8, importedAt: expect.any(String) as string });
  expect((await w.get('/event-logs/orders/cases/old-1/events')).status).toBe(404);
  // The person who has a case left stays in the key; who had only old ones is nobody any more.
  expect([await look(gone), await look(shared)]).toEqual([null, 'clerk of old-1']);
  const [entry] = await audited();
  expect(entry).toMatchObject({ subjectId: 'orders', detail: { keepMonths: 12, cases: 2, events: 4, pseudonyms: 1 } });
  const { destroyed, version } = entry!.detail as { destroyed: string[]; version: string };
  expect(destroyed).toContain(before.version);
  expect(version).toBe((await log()).version);
  // A figure that rested on them stays on record and says what became of its rows.
  expect((await w.get(`/claims/${claim.id}`)).body).toMatchObject({ id: claim.id, estimate: claim.estimate });
  expect(await w.get(`/claims/${claim.id}/rows`)).toMatchObject({ status: 410, body: { code: 'rows-destroyed', detail: expect.stringContaining('were destroyed on') as string } });
  expect((await w.get(`/claims/${claim.id}/rows.csv`)).status).toBe(410);
  const brief = (await w.post('/briefs', {})).body;
  const verified = (await w.post('/verifications', { ...brief, claims: [claim] })).body;
  expect(verified.rows[0]).toMatchObject({ verdict: 'rows destroyed', again: null });
});

test('nothing of what was dropped is left in the store', async () => {
  const dir = eventsDir(w.dataDir);
  const later = fixedClock(new Date(Date.now() + 3 * day));
  await collectVersions({ db: w.app.db, clock: later, dir });
  const kept = (await w.app.db.selectFrom('datasetVersion').select(['id', 'manifest']).where('collectedAt', 'is', null).execute()) as { id: string; manifest: Record<string, { sha256: string }[]> }[];
  expect(kept).toHaveLength(1);
  const needed = new Set(['events', 'cases', 'variants', 'dictionary', 'instances'].flatMap((part) => (kept[0]!.manifest[part] ?? []).map((p) => `${p.sha256}.parquet`)));
  expect(readdirSync(join(dir, 'parts')).sort()).toEqual([...needed].sort());
  expect(readdirSync(join(dir, 'manifests'))).toEqual([`${kept[0]!.id}.json`]);
  expect(await cases()).toEqual(['edge', 'young', 'young-2', 'new']);
});

test('the clock is the workspace’s; a log of old cases only is empty, and takes new ones', async () => {
  await put('company', 'company', { name: 'Test', zone: 'UTC', currency: 'GBP', fiscalYearStart: '04-01', posts: { ceo: 'head', coo: 'head', cio: 'head' }, asOf: new Date(now + 10 * day).toISOString() });
  const parts = { db: w.app.db, clock: systemClock, dir: eventsDir(w.dataDir) };
  // The server's own job, woken by the new version, may be the one that does it.
  const retained = () => retainLog(parts, 'orders').catch((error: { code: string }) => { if (error.code !== 'changed-meanwhile') throw error; });
  await retained();
  expect(await until(cases, (found) => found.length === 3)).toEqual(['young', 'young-2', 'new']);
  const { versionId, body } = (await currentRecord(w.app.db, { name: 'company' }, 'company'))!;
  await registerChanges(kinds).put(ctx(), { kind: 'company', id: 'company', body: { ...(body as object), asOf: new Date(now + 800 * day).toISOString() }, expected: versionId });
  await retained();
  expect(await until(log, (found) => found.version === null)).toMatchObject({ version: null, cases: 0, events: 0 });
  expect((await audited()).map(({ detail }) => [(detail as { cases: number }).cases, (detail as { events: number }).events])).toEqual([[2, 4], [1, 2], [3, 6]]);
  expect((await w.get('/event-logs/orders/summary')).status).toBe(404);
  expect((await w.get('/processes/sell/measures')).body.series).toEqual([]);
  expect((await w.get('/today')).status).toBe(200);
  await registerChanges(kinds).put(ctx(), { kind: 'company', id: 'company', body: { ...(body as object), asOf: undefined }, expected: (await currentRecord(w.app.db, { name: 'company' }, 'company'))!.versionId });
  await importCsv(lines('again', 2), 'replace');
  expect(await cases()).toEqual(['again']);
});
