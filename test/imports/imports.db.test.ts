import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fixedClock } from '../../src/platform/clock/index.ts';
import { clearUploads, collectVersions, eventsDir } from '../../src/processes/catalogue/index.ts';
import { failAbandoned } from '../../src/processes/catalogue/imports.ts';
import { openApp, type TestApp } from './app.ts';

const shared = join(import.meta.dirname, '../../../shared');
let w: TestApp;
beforeAll(async () => { w = await openApp(); });
afterAll(async () => { await w.close(); });

const csv = ['case,activity,time,who', 'a,Take order,2026-03-02 09:00,Pete', 'a,Ship,2026-03-03 10:00,Sue', 'b,Take order,2026-03-02 11:00,Pete', 'b,Ship,never,Sue', ',Ship,2026-03-04 10:00,Sue'].join('\n');

const mapping = { case: 'case', activity: 'activity', time: 'time', resource: 'who', timeFormat: '%Y-%m-%d %H:%M', attributes: [] };
const accepted = new Set<string>();

async function importCsv(eventLog: string, text: string, more: object = {}): Promise<ReturnType<TestApp['over']>> {
  const upload = await w.upload('orders.csv', text);
  expect(upload.status).toBe(201);
  accepted.add(upload.body.id);
  const started = await w.post('/imports', { upload: upload.body.id, eventLog, zone: 'Europe/London', mapping, ...more });
  expect(started).toMatchObject({ status: 202 });
  return w.over(started.body.id);
}

test('a file is looked at, guessed, imported, and every row that could not be read is listed with its place', async () => {
  const upload = await w.upload('orders.csv', csv.replace('never', '2026-03-03 12:00'));
  expect(upload.body).toMatchObject({ format: 'csv', guess: { case: 'case', activity: 'activity', time: 'time' } });
  expect(upload.body.sample).toHaveLength(5);
  const done = await importCsv('orders', csv, { mapping, name: 'Orders' });
  expect(done).toMatchObject({ state: 'done', report: { events: 3, cases: 2, rejected: 2, unchanged: false } });
  const rejected = await w.get(`/imports/${done.id}/rejected`);
  expect(rejected.body).toMatchObject({ total: 2, next: null, items: [{ line: 5, value: 'never' }, { line: 6 }] });
  expect((await w.get(`/imports/${done.id}/rejected.csv`)).text.split('\r\n')).toHaveLength(4);
  expect((await w.get('/event-logs/orders')).body).toMatchObject({ name: 'Orders', events: 3, cases: 2, rejected: 2, version: done.version });
  expect((await w.get('/event-logs/orders/map')).body.edges).toMatchObject([{ from: 'Take order', to: 'Ship', count: 1, mean: 90_000 }]);
  expect((await w.get('/sources')).body.items).toMatchObject([{ kind: 'event-log', id: 'orders', records: 3 }]);
});

test('a resource is a pseudonym in the events, and the name behind it is asked for on record', async () => {
  const { items } = (await w.get('/event-logs/orders/cases/a/events')).body;
  expect(items[0].resource).toMatch(/^p-/);
  expect(JSON.stringify(items)).not.toContain('Pete');
  expect((await w.post('/pseudonyms/look-up', { eventLog: 'orders', pseudonym: items[0].resource })).body).toEqual({ original: 'Pete' });
});

test('with data there already the mode must be stated; the same again is nothing new; append adds', async () => {
  const upload = await w.upload('orders.csv', csv);
  const unsaid = await w.post('/imports', { upload: upload.body.id, eventLog: 'orders', zone: 'Europe/London', mapping: upload.body.guess });
  expect(unsaid).toMatchObject({ status: 422, body: { code: 'bad-input', wanted: 'mode replace or append' } });
  const more = await importCsv('orders', 'case,activity,time,who\nb,Ship,2026-03-05 09:00,Sue\nc,Take order,2026-03-05 10:00,Pete\n', { mode: 'append' });
  expect(more).toMatchObject({ state: 'done', report: { events: 5, cases: 3 } });
  const again = await importCsv('orders', 'case,activity,time,who\nb,Ship,2026-03-05 09:00,Sue\nc,Take order,2026-03-05 10:00,Pete\n', { mode: 'append' });
  expect(again).toMatchObject({ state: 'done', version: more.version, report: { unchanged: true } });
});

test('an import that is read as the one before adds no version to the record', async () => {
  const before = (await w.get('/event-log-mappings/orders')).body.history;
  await importCsv('orders', 'case,activity,time,who\nd,Ship,2026-03-05 09:00,Sue\n', { mode: 'append' });
  expect((await w.get('/event-log-mappings/orders')).body.history).toEqual(before);
});

test.each([
  ['truncated gzip', 'x.csv.gz', gzipSync(csv.repeat(500)).subarray(0, 120)],
  ['a header without rows', 'x.csv', 'case,activity,time\n'],
  ['duplicate columns', 'x.csv', 'case,activity,case\na,b,c\n'],
  ['an empty file', 'x.csv', ''],
  ['not text', 'x.csv', Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 0])],
])('%s is refused with one clear problem, and the server stays up', async (_, name, bytes) => {
  const { status, body } = await w.upload(name, bytes);
  expect([413, 422]).toContain(status);
  expect(body).toMatchObject({ code: expect.any(String), detail: expect.any(String) });
  expect(body.wanted ?? body.errors).toBeTruthy();
  expect(JSON.stringify(body)).not.toContain('uploads');
  expect((await w.get('/event-logs/orders')).status).toBe(200);
});

test('text that is not UTF-8 is a guess to confirm; without the confirmation it is refused', async () => {
  const bytes = Buffer.from('case,activity,time\na,caf\xe9,2026-01-01\n', 'latin1');
  const upload = await w.upload('x.csv', bytes);
  expect(upload).toMatchObject({ status: 201, body: { guess: { encoding: 'windows-1252' }, sample: [{ activity: 'café' }] } });
  expect(upload.body.doubts.join(' ')).toMatch(/UTF-8/);
  const { encoding: _encoding, ...unconfirmed } = upload.body.guess;
  expect(await w.post('/imports', { upload: upload.body.id, eventLog: 'latin', zone: 'UTC', mapping: unconfirmed })).toMatchObject({ status: 422, body: { code: 'bad-input', wanted: expect.stringMatching(/UTF-8/), at: { file: 'x.csv' } } });
});

test('a reading that does not fit the file is refused before anything is on record; what was current stays', async () => {
  const [before, record] = [(await w.get('/event-logs/orders')).body.version, (await w.get('/event-log-mappings/orders')).body.body];
  const upload = await w.upload('orders.csv', 'case,activity,time\na,b,yesterday\nc,d,tomorrow\n');
  const ask = (other: object) => w.post('/imports', { upload: upload.body.id, eventLog: 'orders', zone: 'Europe/London', mode: 'replace', mapping: { case: 'case', activity: 'activity', time: 'time', ...other } });
  expect(await ask({})).toMatchObject({ status: 422, body: { code: 'bad-input', detail: 'The times in “time” fit no format that is known', value: 'yesterday', at: { file: 'orders.csv', line: 2 } } });
  expect(await ask({ timeFormat: '%Q' })).toMatchObject({ status: 422, body: { detail: 'The time format has %Q, which is not known' } });
  expect(await ask({ case: 'order' })).toMatchObject({ status: 422, body: { detail: 'There is no such column', value: 'order' } });
  expect((await ask({ delimiter: ';;' })).status).toBe(422);
  const queued = await ask({ timeFormat: '%Y-%m-%d' });
  expect(await w.over(queued.body.id)).toMatchObject({ state: 'failed', problem: { code: 'bad-input', value: 'yesterday', at: { file: 'orders.csv', line: 2 } } });
  expect((await w.get('/event-logs/orders')).body.version).toBe(before);
  expect((await w.get('/event-log-mappings/orders')).body.body).toMatchObject({ file: record.file, zone: record.zone });
});

test('an XES log comes in and its figures are the oracle’s; a cancelled import leaves no version', async ({ skip }) => {
  if (!existsSync(shared)) skip('skipped: no ../shared');
  const upload = await w.upload('sepsis.xes.gz', readFileSync(join(shared, 'logs/sepsis.xes.gz')));
  expect(upload.body).toMatchObject({ format: 'xes', guess: null });
  const started = await w.post('/imports', { upload: upload.body.id, eventLog: 'sepsis', zone: 'UTC' });
  const done = await w.over(started.body.id);
  const oracle = JSON.parse(readFileSync(join(shared, 'oracles/sepsis/summary.json'), 'utf8'));
  expect(done.report).toMatchObject({ events: oracle.events, cases: oracle.cases, rejected: 0 });
  expect((await w.get('/event-logs/sepsis/summary')).body).toMatchObject({ variants: oracle.variants, start: oracle.start_activities, end: oracle.end_activities });
  const queued = await w.post('/imports', { upload: upload.body.id, eventLog: 'sepsis-2', zone: 'Europe/London' });
  await w.post(`/imports/${queued.body.id}/cancel`);
  expect((await w.over(queued.body.id)).state).toBe('cancelled');
  expect((await w.get('/event-logs/sepsis-2')).body.version).toBeNull();
});

test('that an import was cancelled is on record, with who asked', async () => {
  const upload = await w.upload('orders.csv', csv);
  const { body } = await w.post('/imports', { upload: upload.body.id, eventLog: 'orders', zone: 'Europe/London', mapping, mode: 'append' });
  accepted.add(upload.body.id);
  await w.post(`/imports/${body.id}/cancel`);
  const { state } = await w.over(body.id);
  expect((await w.get(`/audit?subjectKind=import&subjectId=${body.id}`)).body.items[0]).toMatchObject({ action: 'import.cancel', actor: { kind: 'operator', id: 'tester' }, detail: { cancelled: state === 'cancelled' } });
});

test('a company folder brings events only from who may import, also where nothing of the record changes', async () => {
  const company = 'name: Small\nzone: Europe/London\ncurrency: GBP\nfiscalYearStart: 04-01\nposts: { ceo: chief, coo: operations, cio: technology }\n';
  const posts = ['chief', 'operations', 'technology'].map((id) => `${id}: { name: ${id} }\n`).join('');
  const { files } = (await w.get('/company-folder')).body as { files: { path: string; text: string }[] };
  const folder = [...files.filter((f) => f.path !== 'posts.yaml'), { path: 'company.yaml', text: company }, { path: 'posts.yaml', text: posts }].map((f) => ({ path: f.path, base64: Buffer.from(f.text).toString('base64') }));
  expect(await w.post('/company-folder/apply', { files: folder })).toMatchObject({ status: 200, body: { unchanged: expect.any(Number) } });
  const before = (await w.get('/event-logs/orders')).body.version;
  const upload = await w.upload('orders.csv', 'case,activity,time,who\nz,Forged,2026-03-02 09:00,Eve\n');
  accepted.add(upload.body.id);
  const { key } = (await w.post('/api-keys', { name: 'reads only', sets: ['viewer'] })).body;
  const applied = await w.app.http.inject({ method: 'POST', url: '/api/v1/company-folder/apply', headers: { authorization: `Bearer ${key}` }, payload: { files: folder, uploads: { orders: upload.body.id } } });
  expect([applied.statusCode, applied.json().code]).toEqual([403, 'not-allowed']);
  expect((await w.get('/event-logs/orders')).body.version).toBe(before);
});

test('a value that no database holds, and a cursor that was made up, are bad input and nothing of ours that broke', async () => {
  const cursor = (position: unknown[]) => Buffer.from(JSON.stringify(position)).toString('base64url');
  const asked = ['/event-logs/a%00b', '/audit?subjectId=%00', `/audit?cursor=${cursor(['x'])}`, `/grants?cursor=${cursor(['x', 'y'])}`, `/briefs?cursor=${cursor(['x', 'y'])}`];
  expect(await Promise.all(asked.map(async (path) => (await w.get(path)).status))).toEqual(asked.map(() => 422));
  expect((await w.post('/api-keys', { name: 'a\u0000b', sets: ['viewer'] })).body).toMatchObject({ code: 'bad-input' });
});

test('nothing is left of uploads that were refused', async () => {
  const before = readdirSync(join(w.dataDir, 'uploads'));
  expect((await w.upload('x.csv', 'case,activity,time\n')).status).toBe(422);
  expect(readdirSync(join(w.dataDir, 'uploads'))).toEqual(before);
  expect([...accepted].every((id) => before.includes(id))).toBe(true);
});

test('versions that nothing needs are collected after a month; what is current stays whole', async () => {
  const parts = { db: w.app.db, dir: eventsDir(w.dataDir) };
  expect(await collectVersions({ ...parts, clock: fixedClock(new Date()) })).toBe(0);
  const before = readdirSync(join(parts.dir, 'parts')).length;
  expect(await collectVersions({ ...parts, clock: fixedClock(new Date(Date.now() + 31 * 86_400_000)) })).toBeGreaterThan(0);
  expect(readdirSync(join(parts.dir, 'parts')).length).toBeLessThan(before);
  expect((await w.get('/event-logs/orders/map')).body.edges.length).toBeGreaterThan(0);
});

test('a received file goes a day after it came, one that an import waits for stays, and what is half received goes at once', async () => {
  const [idle, waited] = [await w.upload('idle.csv', csv), await w.upload('waited.csv', csv)];
  await w.app.db.insertInto('importRun').values({ id: randomUUID(), eventLog: 'waits', upload: waited.body.id, mode: 'replace', state: 'queued', request: JSON.stringify({}) as never, version: null, report: null, problem: null, createdAt: new Date(), createdByKind: 'operator', createdById: 'tester', finishedAt: null }).execute();
  const [cut, foreign] = [randomUUID(), 'notes.txt'];
  for (const name of [cut, foreign]) writeFileSync(join(w.dataDir, 'uploads', name), 'case,activ');
  const parts = { db: w.app.db, dataDir: w.dataDir };
  expect(await clearUploads({ ...parts, clock: fixedClock(new Date()) })).toEqual([cut]);
  const removed = await clearUploads({ ...parts, clock: fixedClock(new Date(Date.now() + 86_400_000)) });
  expect(removed).toContain(idle.body.id);
  expect(readdirSync(join(w.dataDir, 'uploads')).sort()).toEqual([waited.body.id, foreign].sort());
});

test('of two first imports into one new log the second is refused, naming the version that arrived; the same file twice is nothing new', async () => {
  const big = `case,activity,time,who\n${Array.from({ length: 150_000 }, (_, i) => `${i >> 2},${'abcd'[i % 4]},2026-03-0${1 + (i % 4)} 09:00,Sue`).join('\n')}\n`;
  const uploads = [await w.upload('big.csv', big), await w.upload('small.csv', csv), await w.upload('again.csv', big)];
  const ids: string[] = [];
  for (const { body } of uploads) ids.push((await w.post('/imports', { upload: body.id, eventLog: 'raced', zone: 'Europe/London', mapping })).body.id);
  const [first, second, same] = [await w.over(ids[0]!), await w.over(ids[1]!), await w.over(ids[2]!)];
  expect(first).toMatchObject({ state: 'done', report: { events: 150_000 } });
  expect(second).toMatchObject({ state: 'failed', problem: { code: 'changed-meanwhile', value: expect.stringContaining(`version ${first.version.slice(0, 12)} from big.csv, 150000 events`), wanted: expect.stringContaining('mode replace or append') } });
  expect(same).toMatchObject({ state: 'done', version: first.version, report: { unchanged: true } });
  expect((await w.get('/event-logs/raced')).body).toMatchObject({ version: first.version, events: 150_000 });
});

test('the zone of an import may be left to the event log or to its process; where neither has one it is asked for, if a time carries none', async () => {
  const settings = 'name: Small\nzone: Europe/London\ncurrency: GBP\nfiscalYearStart: 04-01\nposts: { ceo: chief, coo: operations, cio: technology }\n';
  const files = Object.entries({
    'company.yaml': settings, 'posts.yaml': ['chief', 'operations', 'technology'].map((id) => `${id}: { name: ${id} }\n`).join(''),
    'functions.yaml': 'sales: { name: Sales, owner: operations, criticality: critical }\n', 'processes.yaml': 'selling: { name: Selling, case: order, function: sales, owner: operations, zone: Asia/Tokyo }\n',
  }).map(([path, text]) => ({ path, base64: Buffer.from(text).toString('base64') }));
  expect(await w.post('/company-folder/apply', { files })).toMatchObject({ status: 200 });
  const unsaid = await w.post('/imports', { upload: (await w.upload('orders.csv', csv)).body.id, eventLog: 'nowhere', mapping });
  expect(unsaid).toMatchObject({ status: 422, body: { code: 'bad-input', detail: 'A time in “time”, row 1, carries no offset, and the import does not say in which zone it is', value: '2026-03-02 09:00', wanted: expect.stringContaining('Europe/London'), at: { file: 'orders.csv' } } });
  expect((await w.get('/event-log-mappings/nowhere')).status).toBe(404);
  // Each time with its offset needs no zone, and none is put on record; what is added later without one is refused by then.
  await importCsv('zoned', csv.replaceAll(/(\d\d:\d\d),/g, '$1:00+09:00,'), { zone: undefined, mapping: { ...mapping, timeFormat: undefined } });
  expect((await w.get('/event-logs/zoned')).body).toMatchObject({ firstEvent: '2026-03-02T00:00:00.000Z', events: 3 });
  expect((await w.get('/event-log-mappings/zoned')).body.body).not.toHaveProperty('zone');
  const later = await w.post('/imports', { upload: (await w.upload('later.csv', csv)).body.id, eventLog: 'zoned', mode: 'append' });
  expect(later).toMatchObject({ status: 422, body: { value: '2026-03-02 09:00', at: { file: 'later.csv' } } });
  const xes = (time: string) => `<log><trace><string key="concept:name" value="1"/><event><string key="concept:name" value="a"/><date key="time:timestamp" value="${time}"/></event></trace></log>`;
  const ended = async (time: string) => w.over((await w.post('/imports', { upload: (await w.upload('log.xes', xes(time))).body.id, eventLog: `xes-${time.length}` })).body.id);
  expect(await ended('2026-03-02T09:00:00Z')).toMatchObject({ state: 'done' });
  expect(await ended('2026-03-02T09:00:00')).toMatchObject({ state: 'failed', problem: { code: 'bad-input', value: '2026-03-02T09:00:00', at: { file: 'log.xes', line: 1 } } });
  await importCsv('tokyo', csv, { zone: undefined, process: 'selling' });
  expect((await w.get('/event-logs/tokyo')).body).toMatchObject({ process: 'selling', firstEvent: '2026-03-02T00:00:00.000Z' });
  const more = await importCsv('tokyo', csv.replace('a,Take order,2026-03-02 09:00', 'a,Take order,2026-03-01 09:00'), { zone: undefined, mode: 'replace' });
  expect(more.state).toBe('done');
  expect((await w.get('/event-logs/tokyo')).body).toMatchObject({ firstEvent: '2026-03-01T00:00:00.000Z' });
});

test('every rejected row comes once, in the order of the file, by pages and as one stream, and none of it is a formula', async () => {
  const rows = Array.from({ length: 12_345 }, (_, i) => (i % 2 === 0 ? `${i},a,2026-03-02 09:00,Sue` : `${i},a,=${i},Sue`));
  const done = await importCsv('stream', `case,activity,time,who\n${rows.join('\n')}\n`);
  expect(done.report).toMatchObject({ events: 6173, rejected: 6172 });
  const lines = Array.from({ length: 6172 }, (_, i) => 2 * i + 3);
  const seen: { line: number }[] = [];
  for (let cursor = ''; ;) {
    const { items, next, total } = (await w.get(`/imports/${done.id}/rejected?limit=500${cursor}`)).body;
    expect(total).toBe(6172);
    seen.push(...items);
    if (next === null) break;
    cursor = `&cursor=${next}`;
  }
  expect(seen.map((r) => r.line)).toEqual(lines);
  const [head, ...streamed] = (await w.get(`/imports/${done.id}/rejected.csv`)).text.trimEnd().split('\r\n');
  expect(head).toBe('row,line,reason,value');
  expect(streamed.map((l) => Number(l.split(',')[1]))).toEqual(lines);
  expect(streamed[0]).toBe(`2,3,"the time in “time” does not fit its format, or is not between the years 1685 and 2254",'=1`);
  expect((await w.get(`/imports/${done.id}/rejected?cursor=${Buffer.from('["x",1]').toString('base64url')}`)).status).toBe(422);
});

test('an import that the server stopped in as often as it may be begun has failed, and says so; one with tries left goes on', async () => {
  const { body: upload } = await w.upload('orders.csv', csv);
  const [spent, left] = [randomUUID(), randomUUID()];
  for (const id of [spent, left]) {
    await w.app.db.insertInto('importRun').values({ id, eventLog: 'heavy', upload: upload.id, mode: 'replace', state: 'running', request: JSON.stringify({}) as never, version: null, report: null, problem: null, createdAt: new Date(), createdByKind: 'operator', createdById: 'tester', finishedAt: null }).execute();
    await sql`select graphile_worker.add_job('import', json_build_object('id', ${id}::text), queue_name := ${id}, run_at := now() + interval '1 day', max_attempts := 6, job_key := ${id})`.execute(w.app.db);
    await sql`update graphile_worker._private_jobs set attempts = ${id === spent ? 6 : 5} where key = ${id}`.execute(w.app.db);
  }
  expect(await failAbandoned({ db: w.app.db, clock: fixedClock(new Date()) })).toBe(1);
  expect((await w.get(`/imports/${spent}`)).body).toMatchObject({ state: 'failed', problem: { code: 'internal', detail: expect.stringContaining('begun 6 times') } });
  expect((await w.get(`/imports/${left}`)).body).toMatchObject({ state: 'running' });
});
