import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sentence } from '../../src/platform/errors/index.ts';
import { openApp, type TestApp } from './app.ts';

let w: TestApp;
beforeAll(async () => { w = await openApp(); });
afterAll(async () => { await w.close(); });

// oxlint-disable-next-line typescript/no-explicit-any -- answers of several shapes, each asserted where it is read
type Answer = any;

const token = { authorization: 'Bearer the-token-of-a-test' };
async function push(log: string, key: string | undefined, events: unknown, headers: Record<string, string> = token): Promise<{ status: number; body: Answer }> {
  const r = await w.app.http.inject({ method: 'POST', url: `/api/v1/event-logs/${log}/events`, headers: { ...headers, ...(key === undefined ? {} : { 'idempotency-key': key }) }, payload: { events } as object });
  return { status: r.statusCode, body: r.json() };
}

async function made(id: string, mapping: object = { case: 'case', activity: 'activity', time: 'time' }): Promise<void> {
  const { statusCode } = await w.app.http.inject({ method: 'PUT', url: `/api/v1/event-log-mappings/${id}`, headers: token, payload: { body: { name: id, file: `logs/${id}.csv`, format: 'csv', zone: 'UTC', mapping }, expected: null } });
  expect(statusCode).toBe(200);
}

/** Waits until no batch of a log waits, but for those that are tried again later. */
async function settled(log: string): Promise<Answer[]> {
  for (let i = 0; i < 1200; i += 1) {
    const { body } = await w.get(`/event-logs/${log}/batches?limit=500`);
    if (body.items.every((b: Answer) => b.state !== 'waiting' || b.nextTryAt !== null)) return body.items;
    await sleep(50);
  }
  throw new Error('batches wait for a minute');
}

const at = (minute: number) => new Date(Date.UTC(2026, 2, 2) + minute * 60_000).toISOString();

test('a batch is acknowledged, in the log within seconds, with names hidden from the start', async () => {
  await made('calls');
  const events = [
    { case: 'c1', activity: 'Open', time: '2026-03-02T10:00:00+01:00', resource: 'Pete Miller', attributes: { cost: 5, urgent: true, region: 'north', note: '' } },
    { case: 'c1', activity: 'Close, "done"\nat last', time: at(120), resource: 'Sue', attributes: { cost: 2.5 } },
  ];
  const sent = await push('calls', 'k1', events);
  expect(sent).toMatchObject({ status: 202, body: { eventLog: 'calls', key: 'k1', events: 2 } });
  const { rows } = await sql<{ text: string }>`select body::text || body_hash as text from event_batch`.execute(w.app.db);
  expect(rows[0]?.text).toMatch(/p-[0-9a-f]{16}/);
  expect(rows[0]?.text).not.toMatch(/Pete|Sue/);
  const [batch] = await settled('calls');
  expect(batch).toMatchObject({ key: 'k1', state: 'folded', fold: { batches: 1, events: 2, duplicates: 0 }, problem: null });
  expect((await w.get('/event-logs/calls')).body).toMatchObject({ events: 2, cases: 1, version: batch.version, file: '1 batch over the API' });
  const items = (await w.get('/event-logs/calls/cases/c1/events')).body.items as Answer[];
  expect(items.map((e) => [e.activity, e.time, e.attributes])).toEqual([
    ['Close, "done"\nat last', '2026-03-02T02:00:00Z', { cost: 2.5, urgent: null, region: null }], ['Open', '2026-03-02T09:00:00Z', { cost: 5, urgent: true, region: 'north' }],
  ]);
  const pete = items.find((e) => e.activity === 'Open').resource;
  expect((await w.post('/pseudonyms/look-up', { eventLog: 'calls', pseudonym: pete })).body).toEqual({ original: 'Pete Miller' });
  const kept = await sql<{ body: unknown }>`select body from event_batch`.execute(w.app.db);
  expect(kept.rows).toEqual([{ body: null }]);
});

test('the same key and events again answer the same and do nothing; other events under it are refused', async () => {
  const events = [{ case: 'c2', activity: 'Open', time: at(5), resource: 'Sue' }];
  const first = await push('calls', 'k2', events);
  const again = await push('calls', 'k2', [{ time: at(5), resource: 'Sue', case: 'c2', activity: 'Open' }]);
  expect(again).toEqual(first);
  await settled('calls');
  expect(await push('calls', 'k2', events)).toEqual(first);
  expect(await push('calls', 'k2', [{ ...events[0], resource: 'Pete' }])).toMatchObject({ status: 409, body: { code: 'key-used', value: 'k2', wanted: expect.stringContaining('a new key') } });
  const [newest] = await settled('calls');
  expect(newest).toMatchObject({ key: 'k2', fold: { batches: 1, events: 1, newCases: 1, casesJoined: 0 } });
  expect((await w.get('/event-logs/calls')).body.events).toBe(3);
});

test('late events, events that are there already, and cases that go on are counted; a file and batches join in one log', async () => {
  await push('calls', 'k3', [{ case: 'c1', activity: 'Call back', time: at(1) }, { case: 'c2', activity: 'Open', time: at(5), resource: 'Sue' }, { case: 'c3', activity: 'Open', time: at(9000) }]);
  const [newest] = await settled('calls');
  expect(newest.fold).toEqual({ batches: 1, events: 2, duplicates: 1, late: 1, newCases: 1, casesJoined: 1 });
  const upload = await w.upload('calls.csv', `case,activity,time,who\nc3,Close,${at(9001)},Sue\n`);
  const mapping = { case: 'case', activity: 'activity', time: 'time', resource: 'who', attributes: [] };
  const { body } = await w.post('/imports', { upload: upload.body.id, eventLog: 'calls', zone: 'UTC', mapping, mode: 'append' });
  expect(await w.over(body.id)).toMatchObject({ state: 'done', report: { events: 6, late: 0, casesJoined: 1 } });
  const items = (await w.get('/event-logs/calls/cases/c3/events')).body.items as Answer[];
  const sue = ((await w.get('/event-logs/calls/cases/c2/events')).body.items as Answer[])[0].resource;
  expect(items.map((e) => [e.activity, e.resource])).toEqual([['Open', null], ['Close', sue]]);
});

test('an id tells events apart; those without one are told apart by all that they say', async () => {
  await made('ids');
  await push('ids', 'a', [{ case: '1', activity: 'a', time: at(0), id: 'e1' }, { case: '1', activity: 'b', time: at(1) }]);
  await settled('ids');
  await push('ids', 'b', [{ case: '1', activity: 'a corrected', time: at(0), id: 'e1' }, { case: '1', activity: 'b', time: at(1) }, { case: '1', activity: 'c', time: at(2), id: 'e2' }]);
  const [newest] = await settled('ids');
  expect(newest.fold).toMatchObject({ events: 1, duplicates: 2 });
  expect(((await w.get('/event-logs/ids/cases/1/events')).body.items as Answer[]).map((e) => e.activity)).toEqual(['a', 'b', 'c']);
});

const good = { case: 'x', activity: 'Open', time: at(0) };
test.each([
  ['a time without an offset', [good, good, { ...good, time: '2026-03-02T10:00:00' }], 'body.events.2.time', 'events[3].time is not valid: got “2026-03-02T10:00:00”, wanted an instant with its offset between the years 1685 and 2254, as 2026-03-02T09:00:00Z or 2026-03-02T10:00:00+01:00'],
  ['a time that stands for never', [{ ...good, time: '9999-12-31T00:00:00Z' }], 'body.events.0.time', 'events[1].time is not valid: got “9999-12-31T00:00:00Z”, wanted an instant with its offset between the years 1685 and 2254, as 2026-03-02T09:00:00Z or 2026-03-02T10:00:00+01:00'],
  ['an empty case', [good, { ...good, case: ' ' }], 'body.events.1.case', 'events[2].case is not valid: got “ ”, wanted a text of 1 to 1000 characters'],
  ['a missing activity', [{ case: 'x', time: at(0) }], 'body.events.0.activity', 'events[1].activity is missing: wanted a text of 1 to 1000 characters'],
  ['an unknown part', [{ ...good, who: 'Pete' }], 'body.events.0.who', 'events[1].who is not a field: got “who”, wanted one of: case, activity, time, resource, lifecycle, id, attributes'],
  ['a part that is spelled otherwise', [{ ...good, Resource: 'Pete' }], 'body.events.0.Resource', 'events[1].Resource is not a field: got “Resource”, wanted resource'],
  ['a number in the place of a text', [{ ...good, case: 4711 }], 'body.events.0.case', 'events[1].case is not valid: got “4711”, wanted a text of 1 to 1000 characters, in quotes'],
  ['one event in the place of a list', good, 'body.events', 'events is not valid: got “{"case":"x","activity":"Open","time":"2026-03-02T00:00:00.000Z"}”, wanted a list of events'],
  ['a nested attribute', [{ ...good, attributes: { a: [1] } }], 'body.events.0.attributes.a', 'events[1].attributes.a is not valid: got “[1]”, wanted a text of at most 10000 characters, a number, true, false or null'],
  ['an attribute without a name', [{ ...good, attributes: { ' ': 1 } }], 'body.events.0.attributes. ', 'events[1].attributes.  has a name that is not valid: got “ ”, wanted a name of 1 to 200 characters without control characters'],
  ['a zero character', [{ ...good, resource: 'a\u0000b' }], 'body.events.0.resource', 'events[1].resource is not valid: got “a\u0000b”, wanted a text of 1 to 1000 characters'],
  ['no event', [], 'body.events', 'events is not valid: got “[]”, wanted at least one event'],
  ['too many events', Array.from({ length: 10_001 }, () => good), 'body.events', expect.stringMatching(/^events is not valid: got .*, wanted at most 10000 events in one batch$/)],
])('%s is refused with its place, and nothing of the batch stays', async (_, events, path, told) => {
  const { status, body } = await push('calls', 'bad', events);
  expect([status, body.code, body.at.path]).toEqual([422, 'bad-input', path]);
  expect(sentence({ detail: body.detail, value: body.value, wanted: body.wanted })).toEqual(told);
  expect((await w.get('/event-logs/calls/batches/bad')).status).toBe(404);
});

test('a value of another type than its log has, no key, no log, and no permission are refused', async () => {
  expect(await push('calls', 'bad', [good, { ...good, attributes: { cost: 'dear' } }])).toMatchObject({ status: 422, body: { value: 'dear', wanted: 'a number', at: { path: 'body.events.1.attributes.cost' } } });
  expect(await push('calls', undefined, [good])).toMatchObject({ status: 422, body: { detail: 'idempotency-key is missing', wanted: expect.stringContaining('an Idempotency-Key of 1 to 200') as string, at: { path: 'headers.idempotency-key' } } });
  expect(await push('nowhere', 'k', [good])).toMatchObject({ status: 404, body: { value: 'nowhere' } });
  const { key } = (await w.post('/api-keys', { name: 'reads only', sets: ['viewer'] })).body;
  expect(await push('calls', 'k', [good], { authorization: `Bearer ${key}` })).toMatchObject({ status: 403 });
  const sender = (await w.post('/api-keys', { name: 'sends events', sets: ['contributor'] })).body.key;
  expect(await push('calls', 'by-key', [good], { authorization: `Bearer ${sender}` })).toMatchObject({ status: 202 });
  expect((await w.get('/audit?subjectKind=event-log&subjectId=calls')).body.items.find((e: Answer) => e.action === 'event-log.push')).toMatchObject({ actor: { kind: 'key' }, detail: { key: 'by-key', events: 1 } });
  await settled('calls');
});

test('what cannot be folded says why, on the batch and among the sources, and is tried again some times before it has failed; the others are folded', async () => {
  await made('mixed');
  await push('mixed', 'one', [{ ...good, attributes: { cost: 1 } }]);
  await settled('mixed');
  // As if an import had given the attribute another type between acceptance and folding.
  await sql`insert into event_batch (event_log, key, body_hash, events, body, types, pseudonyms, state, accepted_at, accepted_by_kind, accepted_by_id)
    values ('mixed', 'broken', 'h', 1, ${JSON.stringify([{ ...good, attributes: { cost: 'dear' } }])}::jsonb, '{}', '{}', 'waiting', now(), 'operator', 'tester')`.execute(w.app.db);
  await push('mixed', 'two', [{ ...good, activity: 'Close', attributes: { cost: 2 } }]);
  const all = Object.fromEntries((await settled('mixed')).map((b) => [b.key, b]));
  expect(all).toMatchObject({ one: { state: 'folded' }, two: { state: 'folded' }, broken: { state: 'waiting', tries: 1, nextTryAt: expect.any(String), version: null, problem: { code: 'bad-input', value: 'dear', wanted: 'a number' } } });
  expect((await w.get('/event-logs/mixed')).body.events).toBe(2);
  const sources = (await w.get('/sources')).body.items as Answer[];
  expect(sources.find((s) => s.id === 'mixed').batches).toEqual({ waiting: 0, retrying: 1, nextTryAt: all['broken'].nextTryAt, failed: 0, why: expect.stringContaining('another type') });
  for (const tries of [2, 3, 4]) {
    await comeRound('mixed');
    await expect.poll(async () => (await w.get('/event-logs/mixed/batches/broken')).body.tries, { timeout: 20_000 }).toBe(tries);
  }
  expect((await w.get('/event-logs/mixed/batches/broken')).body).toMatchObject({ state: 'failed', nextTryAt: null });
  expect((await w.get('/sources')).body.items.find((s: Answer) => s.id === 'mixed').batches).toMatchObject({ retrying: 0, failed: 1 });
  expect(sources.find((s) => s.id === 'calls').batches).toBeNull();
});

/** The time of the next try has come. */
async function comeRound(log: string): Promise<void> {
  await sql`update event_batch set retry_at = now() where event_log = ${log} and retry_at is not null`.execute(w.app.db);
  await sql`select graphile_worker.add_job('fold_left_over')`.execute(w.app.db);
}

test('a batch that could not be folded is folded once what stood in its way is gone: by itself, or when somebody asks after it has failed', async () => {
  await made('away');
  const retire = async (verb: 'retire' | 'reinstate') => {
    const { version } = (await w.get('/event-log-mappings/away?retired=true')).body;
    return (await w.post(`/event-log-mappings/away/${verb}`, { expected: version })).status;
  };
  await push('away', 'one', [good]);
  expect(await retire('retire')).toBe(200);
  await expect.poll(async () => (await w.get('/event-logs/away/batches/one')).body, { timeout: 20_000 }).toMatchObject({ state: 'waiting', tries: 1, problem: { detail: expect.stringContaining('taken away') } });
  expect(await retire('reinstate')).toBe(200);
  await comeRound('away');
  await expect.poll(async () => (await w.get('/event-logs/away/batches/one')).body.state, { timeout: 20_000 }).toBe('folded');
  await sql`update event_batch set state = 'failed', body = ${JSON.stringify([{ ...good, activity: 'Close' }])}::jsonb, tries = 4 where event_log = 'away'`.execute(w.app.db);
  expect(await w.post('/event-logs/away/batches/retry', {})).toMatchObject({ status: 202, body: { batches: 1 } });
  await expect.poll(async () => (await w.get('/event-logs/away')).body.events, { timeout: 20_000 }).toBe(2);
  expect((await w.post('/event-logs/away/batches/retry', { key: 'one' })).body).toEqual({ batches: 0 });
});

test('many small batches make few versions, and events of one time keep the order in which they were accepted', async () => {
  await made('many');
  const batches = 300;
  for (let i = 0; i < batches; i += 1) {
    const sent = await push('many', `b${i}`, [{ case: `c${i % 10}`, activity: `step ${i}`, time: at(0) }, { case: 'all', activity: `step ${i}`, time: at(i) }]);
    expect(sent.status).toBe(202);
  }
  expect(new Set((await settled('many')).map((b) => b.version)).size).toBeLessThan(10);
  expect((await w.get('/event-logs/many')).body).toMatchObject({ events: 2 * batches, cases: 11 });
  const items = (await w.get('/event-logs/many/cases/c3/events')).body.items as Answer[];
  expect(items.map((e) => e.activity)).toEqual(Array.from({ length: batches / 10 }, (_, i) => `step ${i * 10 + 3}`));
});

test('a log that is only sent to needs a name and no file; half of a file is refused', async () => {
  const put = async (id: string, body: object) => {
    const r = await w.app.http.inject({ method: 'PUT', url: `/api/v1/event-log-mappings/${id}`, headers: token, payload: { body: { name: 'Shipments', ...body }, expected: null } });
    return { status: r.statusCode, body: r.json() as Answer };
  };
  expect(await put('half', { format: 'csv' })).toMatchObject({ status: 422, body: { wanted: expect.stringContaining('the file that has this format') } });
  expect(await put('half', { file: 'logs/half.csv' })).toMatchObject({ status: 422, body: { wanted: 'the format of the file' } });
  expect((await push('sent-only', 'k', [{ case: 's1', activity: 'Ship', time: at(0) }])).body).toMatchObject({ code: 'not-found', wanted: expect.stringContaining('a name alone') });
  expect((await put('sent-only', {})).status).toBe(200);
  expect((await push('sent-only', 'k', [{ case: 's1', activity: 'Ship', time: at(0), resource: 'Pete Miller' }, { case: 's1', activity: 'Arrive', time: at(9) }])).status).toBe(202);
  await settled('sent-only');
  expect((await w.get('/event-logs/sent-only')).body).toMatchObject({ events: 2, cases: 1 });
  expect((await w.get('/event-logs/sent-only/cases/s1/events')).body.items.map((e: Answer) => e.resource)).toEqual([expect.stringMatching(/^p-/), null]);
  const folder = { 'company.yaml': 'name: Yard\nzone: UTC\ncurrency: GBP\nfiscalYearStart: 01-01\nposts: { ceo: head, coo: head, cio: head }\n', 'posts.yaml': 'head: { name: Head of the yard }\n', 'event-logs.yaml': 'sent-only: { name: Shipments of the yard }\n' };
  const files = Object.entries(folder).map(([path, text]) => ({ path, base64: Buffer.from(text).toString('base64') }));
  expect((await w.post('/company-folder/plan', { files })).body).toMatchObject({ eventLogs: [] });
});
