import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { kinds } from '../../src/app.ts';
import { systemClock } from '../../src/platform/clock/index.ts';
import { pseudonymiser } from '../../src/platform/personal/index.ts';
import { currentRecord, registerChanges } from '../../src/platform/register/index.ts';
import { systemActor } from '../../src/platform/write/index.ts';
import { eventFiles, eventsDir, Imports, retainLog } from '../../src/processes/catalogue/index.ts';
import { convertLog } from '../../src/processes/event-logs/index.ts';
import { asJson, asSqlite, asXml, type TestOcel } from '../../src/processes/event-logs/ocel/testing.ts';
import { eventLogKind, type EventLogRecord } from '../../src/processes/log-register/index.ts';
import { openApp, type TestApp } from './app.ts';

let w: TestApp;
const dir = mkdtempSync(join(tmpdir(), 'hymnsheet-ocel-import-'));
beforeAll(async () => { w = await openApp(); });
afterAll(async () => { await w.close(); rmSync(dir, { recursive: true }); });

const at = (day: number) => new Date(Date.UTC(2026, 2, day, 9)).toISOString();
const event = (id: string, type: string, day: number, ...objects: string[]) => ({ id, type, time: at(day), attributes: { who: 'clerk' }, objects: objects.map((o) => [o, 'of'] as const) });
const object = (id: string, type: string) => ({ id, type, attributes: [['size', at(1), `size of ${id}`] as const], objects: [] });
/** Two orders in one delivery, and an order in two. */
const shop: TestOcel = {
  events: [event('e1', 'take', 1, 'A'), event('e2', 'take', 2, 'B'), event('e3', 'deliver', 4, 'A', 'B', 'D1'), event('e4', 'take', 5, 'C'), event('e5', 'deliver', 6, 'C', 'D2'), event('e6', 'deliver', 7, 'C', 'D3')],
  objects: [...['A', 'B', 'C'].map((id) => object(id, 'order')), ...['D1', 'D2', 'D3'].map((id) => object(id, 'delivery'))],
};

async function brought(name: string, bytes: Uint8Array | string, body: object): Promise<ReturnType<TestApp['over']>> {
  const upload = await w.upload(name, bytes);
  expect(upload).toMatchObject({ status: 201, body: { format: 'ocel' } });
  const started = await w.post('/imports', { upload: upload.body.id, zone: 'UTC', ...body });
  expect(started).toMatchObject({ status: 202 });
  return w.over(started.body.id);
}

test.each([
  ['json', 'shop.json', () => asJson(shop)], ['packed XML', 'shop.xmlocel.gz', () => gzipSync(asXml(shop))], ['SQLite', 'shop.sqlite', () => readFileSync(asSqlite(shop, join(dir, 'shop.sqlite')))],
] as const)('an object-centric file as %s is told by its content, says what each type would give, comes in and keeps its objects', async (_, name, bytes) => {
  const id = `shop-${name.split('.')[1]}`;
  const upload = await w.upload(name, bytes());
  expect(upload).toMatchObject({ status: 201, body: { format: 'ocel', guess: null, doubts: [], objectTypes: [{ name: 'delivery', objects: 3, cases: 3, events: 3 }, { name: 'order', objects: 3, cases: 3, events: 7 }] } });
  expect(upload.body.findings.filter((f: { outcome: string }) => f.outcome !== 'noted')).toEqual([]);
  const wrong = await w.post('/imports', { upload: upload.body.id, zone: 'UTC', eventLog: id, objectType: 'van' });
  expect(wrong).toMatchObject({ status: 422, body: { detail: 'There is no such object type', value: 'van', wanted: 'one of: delivery (3), order (3)', at: { file: name } } });
  expect((await w.post('/imports', { upload: upload.body.id, zone: 'UTC', eventLog: id })).body).toMatchObject({ wanted: 'the object type whose objects are the cases' });
  expect((await w.get(`/event-logs/${id}`)).status).toBe(404);
  const done = await brought(name, bytes(), { eventLog: id, objectType: 'order' });
  expect(done).toMatchObject({ state: 'done', report: { events: 7, cases: 3, rejected: 0, ocel: { events: 6, objects: 6, relations: 10, objectTypes: { order: 3, delivery: 3 }, flat: { objectType: 'order', cases: 3, events: 6, rows: 7, shared: 1, mostCases: 2, eventsOutside: 0, objectsWithoutEvents: 0 } } } });
  expect((await w.get(`/event-logs/${id}`)).body).toMatchObject({ cases: 3, events: 7, objects: { flattenedBy: 'order', types: [{ name: 'delivery', objects: 3 }, { name: 'order', objects: 3 }] } });
  const map = (await w.get(`/event-logs/${id}/object-map`)).body;
  expect(map.edges.map((e: { objectType: string; from: string; to: string; count: number }) => [e.objectType, e.from, e.to, e.count])).toEqual([['order', 'take', 'deliver', 3], ['order', 'deliver', 'deliver', 1]]);
  expect(map.links).toEqual([{ objectType: 'delivery', other: 'order', objects: 3, several: 1, mean: 4 / 3, most: 2 }, { objectType: 'order', other: 'delivery', objects: 3, several: 1, mean: 4 / 3, most: 2 }]);
});

test('what was left out and changed is listed exactly, before the import and in its report', async () => {
  const bad = JSON.parse(asJson(shop)) as { events: { time?: string; relationships: object[] }[]; objects: { id: unknown; relationships: object[] }[] };
  bad.events[0]!.relationships.push({ objectId: 'nowhere', qualifier: 'of' }, { objectId: 'A', qualifier: 'nan' });
  bad.events[1]!.time = 'soon';
  bad.objects[0]!.relationships.push({ objectId: 'gone', qualifier: 'of' });
  bad.objects[5]!.id = 7;
  const text = JSON.stringify(bad, null, 1);
  const { body } = await w.upload('bad.json', text);
  const line = (part: string) => `line ${text.slice(0, text.indexOf(part)).split('\n').length}`;
  const told = (list: { code: string; outcome: string; count: number; example: string | null; place: string | null }[]) => Object.fromEntries(list.map((f) => [f.code, [f.outcome, f.count, f.example, f.place]]));
  expect(told(body.findings)).toMatchObject({
    'relation-object-dangling': ['left out', 2, 'e1 → nowhere', expect.stringMatching(/^line \d+$/)], 'qualifier-nan': ['changed', 1, 'nan', expect.stringMatching(/^line \d+$/)],
    'object-relation-dangling': ['left out', 1, 'A → gone', expect.stringMatching(/^line \d+$/)], 'event-time-unreadable': ['left out', 1, 'soon', expect.any(String)], 'id-cast': ['changed', 1, '7', expect.any(String)],
  });
  expect(line('"id": "e2"')).toMatch(/^line \d+$/);
  const done = await brought('bad.json', text, { eventLog: 'bad', objectType: 'order' });
  expect(done).toMatchObject({ state: 'done', report: { rejected: 1, ocel: { findings: body.findings } } });
  expect((await w.get(`/imports/${done.id}/rejected`)).body.items).toMatchObject([{ value: 'soon', reason: expect.stringContaining('time cannot be read') }]);
});

test('the same objects become cases of another type: a log of its own, or the same one anew; nothing is sent again', async () => {
  const by = await w.post('/event-logs/shop-json/flattened', { objectType: 'delivery', eventLog: 'deliveries', name: 'Deliveries' });
  expect(by).toMatchObject({ status: 202, body: { eventLog: 'deliveries', mode: 'replace' } });
  expect(await w.over(by.body.id)).toMatchObject({ state: 'done', report: { events: 3, cases: 3, ocel: { flat: { objectType: 'delivery', eventsOutside: 3 } } } });
  expect((await w.get('/event-logs/deliveries')).body).toMatchObject({ name: 'Deliveries', cases: 3, file: 'shop.json', objects: { flattenedBy: 'delivery' } });
  expect((await w.get('/event-log-mappings/deliveries')).body.body).toMatchObject({ format: 'ocel', objectType: 'delivery', zone: 'UTC' });
  expect((await w.get('/event-logs/deliveries/object-map?type=order')).body).toMatchObject({ flattenedBy: 'delivery', objectTypes: [{ name: 'order', withEvents: 3 }], edges: [{ count: 3 }, { count: 1 }] });
  expect((await w.post('/event-logs/shop-json/flattened', { objectType: 'van', eventLog: 'vans' })).body).toMatchObject({ code: 'bad-input', value: 'van' });
  expect((await w.post('/event-logs/shop-json/flattened', { objectType: 'order', eventLog: 'deliveries' })).body).toMatchObject({ code: 'bad-input', at: { path: 'mode' } });
  const anew = await w.post('/event-logs/deliveries/flattened', { objectType: 'order', eventLog: 'deliveries', mode: 'replace' });
  expect(await w.over(anew.body.id)).toMatchObject({ state: 'done', report: { cases: 3, events: 7 } });
  expect((await w.get('/event-logs/deliveries/map')).body).toEqual((await w.get('/event-logs/shop-json/map')).body);
});

test('the log remembers its type; an increment joins its cases and objects, and another type is refused', async () => {
  const more: TestOcel = { events: [shop.events[5]!, event('e7', 'bill', 8, 'C'), event('e8', 'take', 9, 'E')], objects: [object('E', 'order')] };
  const done = await brought('more.json', asJson(more), { eventLog: 'shop-json', mode: 'append' });
  expect(done).toMatchObject({ state: 'done', report: { events: 9, cases: 4, newCases: 1, casesJoined: 1, duplicates: 1 } });
  expect(done.report.ocel.findings.find((f: { code: string }) => f.code === 'object-known')).toMatchObject({ outcome: 'noted' });
  expect((await w.get('/event-logs/shop-json/object-map')).body).toMatchObject({ types: [{ name: 'order', objects: 4 }, { name: 'delivery', objects: 3 }], activities: [{ name: 'take', events: 4 }, { name: 'deliver', events: 3 }, { name: 'bill', events: 1 }] });
  const other = await brought('shop.json', asJson(shop), { eventLog: 'shop-json', mode: 'append', objectType: 'delivery' });
  expect(other).toMatchObject({ state: 'failed', problem: { code: 'bad-input', value: 'delivery' } });
  expect((await w.get('/event-logs/shop-json')).body).toMatchObject({ cases: 4, objects: { flattenedBy: 'order' } });
});

test('objects are chosen by time as cases are, and every table is a file', async () => {
  const ask = async (query: string) => (await w.get(`/event-logs/shop-xmlocel/object-map?${query}`)).body;
  expect(await ask('type=order&from=2026-03-02T00:00:00Z')).toMatchObject({ objectTypes: [{ withEvents: 2 }], activities: [{ name: 'deliver', events: 3 }, { name: 'take', events: 2 }] });
  expect(await ask('completedTo=2026-03-05T00:00:00Z')).toMatchObject({ objectTypes: [{ name: 'delivery', withEvents: 1 }, { name: 'order', withEvents: 2 }] });
  expect((await w.get('/event-logs/shop-xmlocel/object-map.csv?type=order')).text.split('\r\n').slice(0, 2)).toEqual(['objectType,from,to,count,eventPairs,objects,median,mean,min,max', 'order,take,deliver,3,3,3,172800,172800,86400,259200']);
  expect((await w.get('/event-logs/shop-xmlocel/object-activities.csv')).text).toContain('deliver,3,order,3,3,4,1\r\n');
  expect((await w.get('/event-logs/shop-xmlocel/object-map?type=van')).body).toMatchObject({ code: 'bad-input', value: 'van' });
});

test('a log of cases only has no objects, and says so', async () => {
  const upload = await w.upload('a.csv', 'case,activity,time\n1,=a,2026-01-01\n1,b,2026-01-02\n2,=a,2026-01-05\n');
  await w.over((await w.post('/imports', { upload: upload.body.id, eventLog: 'plain', zone: 'UTC', mapping: { case: 'case', activity: 'activity', time: 'time' } })).body.id);
  expect((await w.get('/event-logs/plain')).body).toMatchObject({ objects: null });
  expect(await w.get('/event-logs/plain/object-map')).toMatchObject({ status: 404, body: { detail: 'The event log has cases only' } });
  expect(await w.post('/event-logs/plain/flattened', { objectType: 'order', eventLog: 'x' })).toMatchObject({ status: 404 });
});

/** The log that a download is, read again. */
async function fetched(path: string): Promise<{ lines: string[]; bytes: Buffer }> {
  const r = await w.app.http.inject({ method: 'GET', url: `/api/v1${path}`, headers: { authorization: 'Bearer the-token-of-a-test' } });
  expect([r.statusCode, r.headers['content-type'], r.headers['content-disposition']]).toEqual([200, 'application/gzip', expect.stringMatching(/\.xes\.gz"$/)]);
  const file = join(dir, 'down.xes.gz');
  writeFileSync(file, r.rawPayload);
  await convertLog({ source: { path: file }, out: join(dir, 'down.csv'), tempDir: dir });
  return { lines: readFileSync(join(dir, 'down.csv'), 'utf8').trim().split('\n'), bytes: r.rawPayload };
}

test('a stored log is an XES file, filtered as asked, with pseudonyms where persons were', async () => {
  const upload = await w.upload('p.csv', 'case,activity,time,who\n1,a <&>,2026-01-01T08:00:00+02:00,Pete\n1,b,2026-01-02,Sue\n2,a <&>,2026-01-05,Pete\n');
  await w.over((await w.post('/imports', { upload: upload.body.id, eventLog: 'people', zone: 'UTC', mapping: { case: 'case', activity: 'activity', time: 'time', resource: 'who' } })).body.id);
  const all = await fetched('/event-logs/people/log.xes.gz');
  expect(all.lines).toHaveLength(4);
  expect(all.lines[1]).toMatch(/^1,a <&>,2026-01-01T08:00:00\.000\+02:00,p-/);
  expect(gunzipSync(all.bytes).toString()).not.toMatch(/Pete|Sue/);
  expect((await fetched('/event-logs/people/log.xes.gz?activity=b')).lines.map((l) => l.slice(0, 4))).toEqual(['case', '1,a ', '1,b,']);
  expect((await w.get('/event-logs/people/log.xes.gz?activity=never')).body).toMatchObject({ code: 'bad-input', value: 'never' });
  expect((await fetched('/event-logs/shop-sqlite/log.xes.gz')).lines).toHaveLength(8);
});

test('people of an object-centric file are pseudonyms in the event log, by their usual names or as its record says', async () => {
  const staffed: TestOcel = { events: [...shop.events, event('e9', 'take', 9, 'A', 'Sue Low')], objects: [...shop.objects, object('Sue Low', 'employee')] };
  const upload = await w.upload('staffed.json', asJson(staffed));
  const body = { upload: upload.body.id, zone: 'UTC', eventLog: 'staffed' };
  expect((await w.post('/imports', { ...body, objectType: 'employee' })).body).toMatchObject({ code: 'bad-input', value: 'employee', detail: 'Objects of this type are people, and a person is not a case' });
  const over = await w.over((await w.post('/imports', { ...body, objectType: 'order' })).body.id);
  expect(over).toMatchObject({ state: 'done', report: { cases: 3 } });
  expect((await w.post('/event-logs/staffed/flattened', { objectType: 'employee', eventLog: 'staff' })).body).toMatchObject({ code: 'bad-input', value: 'employee' });
  expect((await w.get('/event-logs/staffed/object-map')).text).not.toContain('employee');
  const kept = await w.app.db.selectFrom('personal.pseudonym').select('original').where('eventLog', '=', 'staffed').orderBy('original').execute();
  expect(kept.map((k) => k.original)).toEqual(['Sue Low', 'size of Sue Low']);
  const said = await w.over((await w.post('/imports', { ...body, eventLog: 'said', objectType: 'order', personal: { objectTypes: ['employee'], attributes: ['who'] } })).body.id);
  expect(said).toMatchObject({ state: 'done' });
  expect((await w.get('/event-log-mappings/said')).body.body).toMatchObject({ personal: { objectTypes: ['employee'], attributes: ['who'] } });
  expect((await w.app.db.selectFrom('personal.pseudonym').select('original').where('eventLog', '=', 'said').execute()).map((k) => k.original)).toContain('clerk');
});

test('who may be a person is told before an import; the people of a log that is flattened again are looked up and erased as in the first', async () => {
  const names = ['Sue Low', 'Tom Bay', 'Kim Roe'];
  const staffed: TestOcel = { events: [...shop.events, ...names.map((n, i) => event(`n${i}`, 'take', 9 + i, 'A', 'D1', n))], objects: [...shop.objects, ...names.map((n) => object(n, 'helper'))] };
  const upload = await w.upload('helpers.json', asJson(staffed));
  expect(upload.body).toMatchObject({ attributes: ['size', 'who'], persons: { objectTypes: [], attributes: [] } });
  expect((await w.upload('staff.json', asJson({ ...staffed, objects: staffed.objects.map((o) => ({ ...o, type: o.type === 'helper' ? 'Staff member' : o.type })) }))).body).toMatchObject({ persons: { objectTypes: ['Staff member'], attributes: [] } });
  const raw = { upload: upload.body.id, zone: 'UTC', eventLog: 'helped', objectType: 'order' };
  await w.over((await w.post('/imports', raw)).body.id);
  expect((await w.get('/event-logs/helped')).body.objects).toEqual({ flattenedBy: 'order', types: [{ name: 'delivery', objects: 3 }, { name: 'helper', objects: 3 }, { name: 'order', objects: 3 }], personal: null, unhidden: [] });
  await putRecord('helped', { personal: { objectTypes: ['helper'], attributes: ['who'] } });
  expect((await w.get('/event-logs/helped')).body.objects).toMatchObject({ personal: null, unhidden: ['helper', 'who'] });
  const again = await w.over((await w.post('/imports', { ...raw, mode: 'replace' })).body.id);
  expect(again).toMatchObject({ state: 'done', report: { unchanged: false, ocel: { objectTypes: { order: 3, delivery: 3 } } } });
  expect(again.report.ocel.objectTypes).not.toHaveProperty('helper');
  expect((await w.get('/event-logs/helped')).body.objects).toEqual({ flattenedBy: 'order', types: [{ name: 'delivery', objects: 3 }, { name: 'order', objects: 3 }], personal: { objectTypes: ['helper'], attributes: ['who'] }, unhidden: [] });
  expect((await w.post('/event-logs/helped/flattened', { objectType: 'helper', eventLog: 'x' })).body).toMatchObject({ detail: 'Objects of this type are people, and a person is not a case' });
  expect((await w.post('/event-logs/helped/flattened', { objectType: 'van', eventLog: 'x' })).body.wanted).not.toContain('helper');
  await w.over((await w.post('/event-logs/helped/flattened', { objectType: 'delivery', eventLog: 'helped-deliveries' })).body.id);
  const { pseudonym } = await w.app.db.selectFrom('personal.pseudonym').select('pseudonym').where('eventLog', '=', 'helped').where('original', '=', 'Tom Bay').executeTakeFirstOrThrow();
  const whoIs = async (eventLog: string) => (await w.post('/pseudonyms/look-up', { eventLog, pseudonym })).body;
  expect(await whoIs('helped-deliveries')).toEqual({ original: 'Tom Bay' });
  expect((await w.post('/pseudonyms/erase', { pseudonym })).body).toEqual({ keyRows: 2 });
  expect([await whoIs('helped'), await whoIs('helped-deliveries')]).toEqual([{ original: null }, { original: null }]);
  await w.over((await w.post('/event-logs/helped/flattened', { objectType: 'delivery', eventLog: 'helped-again' })).body.id);
  expect(await whoIs('helped-again')).toEqual({ original: null });
});

/** Changes the record of an event log as an administrator would. */
async function putRecord(id: string, change: Partial<EventLogRecord>): Promise<void> {
  const record = await currentRecord(w.app.db, eventLogKind, id);
  await registerChanges(kinds).put({ db: w.app.db, clock: systemClock, actor: { ...systemActor, sets: new Set(['administrator' as const]) } }, { kind: eventLogKind.name, id, body: { ...record!.body, ...change }, expected: record!.versionId });
}

test('objects that are flattened again are kept no longer than where they came from, nor than the log that takes them', async () => {
  const flattenedTo = async (eventLog: string) => {
    const started = await w.post('/event-logs/shop-sqlite/flattened', { objectType: 'delivery', eventLog, mode: 'replace' });
    expect(await w.over(started.body.id)).toMatchObject({ state: 'done' });
    return (await currentRecord(w.app.db, eventLogKind, eventLog))!.body.keepMonths;
  };
  expect(await flattenedTo('kept')).toBeUndefined();
  await putRecord('shop-sqlite', { keepMonths: 600 });
  expect(await flattenedTo('kept')).toBe(600);
  await putRecord('kept', { keepMonths: 480 });
  expect(await flattenedTo('kept')).toBe(480);
  await putRecord('shop-sqlite', { keepMonths: 360 });
  expect(await flattenedTo('kept')).toBe(360);
});

test('a version whose objects are collected while they are flattened is not cited, and the import says why', async () => {
  const { db } = w.app;
  const stored = eventFiles(eventsDir(w.dataDir), pseudonymiser('00'.repeat(32)));
  const begun = await w.post('/event-logs/shop-xmlocel/flattened', { objectType: 'delivery', eventLog: 'late' });
  await w.over(begun.body.id);
  const before = (await w.get('/event-logs/late')).body.version;
  const source = await db.selectFrom('eventLogCurrent').select('version').where('eventLog', '=', 'shop-xmlocel').executeTakeFirstOrThrow();
  const collected = (at: Date | null) => db.updateTable('datasetVersion').set({ collectedAt: at }).where('eventLog', '=', 'shop-xmlocel').where('id', '=', source.version).execute();
  const files = { ...stored, flatten: async (request: Parameters<typeof stored.flatten>[0]) => { const staged = await stored.flatten(request); await collected(new Date()); return staged; } };
  const run = await db.selectFrom('importRun').selectAll().where('id', '=', begun.body.id).executeTakeFirstOrThrow();
  const id = randomUUID();
  await db.insertInto('importRun').values({ ...run, id, state: 'queued', version: null, report: null, problem: null, finishedAt: null, request: JSON.stringify({ ...run.request, reading: { ...run.request.reading, objectType: 'order' }, replaces: before }) as never }).execute();
  const imports = new Imports({ db, clock: systemClock, dataDir: w.dataDir, files, keepPseudonyms: async () => {} });
  await imports.job.run({ id }, new AbortController().signal).catch(() => {});
  await collected(null);
  expect((await w.get(`/imports/${id}`)).body).toMatchObject({ state: 'failed', problem: { code: 'not-found', detail: 'The version with the objects is not there any more', value: 'shop-xmlocel' } });
  expect((await w.get('/event-logs/late')).body.version).toBe(before);
});

test('retention destroys the objects of old cases with them', async () => {
  await putRecord('shop-sqlite', { keepMonths: 1 });
  const now = { now: () => new Date('2026-04-05T00:00:00Z') };
  expect(await retainLog({ db: w.app.db, clock: now, dir: eventsDir(w.dataDir) }, 'shop-sqlite')).toMatchObject({ cases: 2, events: 4 });
  expect((await w.get('/event-logs/shop-sqlite/object-map')).body).toMatchObject({ types: [{ name: 'delivery', objects: 2 }, { name: 'order', objects: 1 }], activities: [{ name: 'deliver', events: 2 }, { name: 'take', events: 1 }] });
});
