import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openApp, type TestApp } from './app.ts';
import { sourceDatabase, type SourceDatabase } from './source-database.ts';

let w: TestApp;
let source: SourceDatabase;
beforeAll(async () => { [w, source] = [await openApp(), await sourceDatabase()]; });
afterAll(async () => { await w.close(); await source.drop(); });

// oxlint-disable-next-line typescript/no-explicit-any -- answers of several shapes, each asserted where it is read
type Answer = any;

const token = { authorization: 'Bearer the-token-of-a-test' };
const call = async (method: 'PUT' | 'DELETE' | 'POST' | 'GET', path: string, body?: object, headers: Record<string, string> = token): Promise<{ status: number; body: Answer; text: string }> => {
  const r = await w.app.http.inject({ method, url: `/api/v1${path}`, headers, ...(body === undefined ? {} : { payload: body }) });
  return { status: r.statusCode, body: r.json(), text: r.body };
};

const query = 'select id, ticket, step, who, at, changed, cost from ticket_event where changed > $1 order by changed';
const definition = (over: object = {}) => ({
  name: 'Ticket database', eventLog: 'tickets', connection: source.connection, query, cursor: { column: 'changed', overlap: 600 }, zone: 'UTC',
  mapping: { case: 'ticket', activity: 'step', time: 'at', resource: 'who', eventId: 'id' }, schedule: { kind: 'every', minutes: 60 }, ...over,
});

/** Waits until nothing of a pull is under way. */
async function settled(id: string): Promise<Answer> {
  for (let i = 0; i < 600; i += 1) {
    const { body } = await w.get(`/pulls/${id}`);
    if (body.run !== null && !['queued', 'running'].includes(body.run.state)) return body;
    await sleep(50);
  }
  throw new Error('a pull is under way for 30 seconds');
}
const pullNow = async (id: string) => { expect((await w.post(`/pulls/${id}/run`)).status).toBe(202); return settled(id); };
const event = (ticket: string, step: string, minute: number, more: { who?: string; changed?: string } = {}) => source.sql('insert into ticket_event (ticket, step, who, at, changed) values ($1, $2, $3, $4, coalesce($5::timestamptz, clock_timestamp()))', [ticket, step, more.who ?? 'Pete Miller', new Date(Date.UTC(2026, 2, 2) + minute * 60_000), more.changed ?? null]);

test('an address inside is refused until an administrator allows it; a connection and a query are tried before anything is kept', async () => {
  const refused = await w.post('/pulls/preview', { connection: source.connection, password: source.password });
  expect(refused).toMatchObject({ status: 422, body: { code: 'address-not-allowed', value: '127.0.0.1', wanted: expect.stringContaining('an administrator who allows 127.0.0.1/32') } });
  expect((await w.post('/allowed-ranges', { range: '8.8.8.0/24', reason: 'x' })).status).toBe(422);
  const editor = { authorization: `Bearer ${(await w.post('/api-keys', { name: 'edits', sets: ['editor'] })).body.key}` };
  expect((await call('POST', '/allowed-ranges', { range: '127.0.0.1', reason: 'x' }, editor)).status).toBe(403);
  expect(await w.post('/allowed-ranges', { range: '127.0.0.1', reason: 'the ticket database of the tests' })).toMatchObject({ status: 201, body: { range: '127.0.0.1/32', reach: 'loopback' } });

  expect((await w.post('/pulls/preview', { connection: source.connection, password: source.password })).body).toMatchObject({ server: expect.stringContaining('PostgreSQL'), encrypted: false, columns: [], doubts: [expect.stringContaining('not encrypted')] });
  await event('T-1', 'Open', 0);
  const seen = (await w.post('/pulls/preview', { connection: source.connection, password: source.password, query })).body;
  expect(seen).toMatchObject({ guess: { case: 'ticket', time: expect.stringMatching(/at|changed/) }, sample: [{ ticket: 'T-1', step: 'Open', who: 'Pete Miller', at: '2026-03-02T00:00:00Z', cost: null }] });
  expect(Object.fromEntries(seen.columns.map((c: Answer) => [c.name, [c.type, c.cursor]]))).toEqual({ id: ['integer', true], ticket: ['text', false], step: ['text', false], who: ['text', false], at: ['time', true], changed: ['time', true], cost: ['number', false] });
  expect((await call('POST', '/pulls/preview', { connection: source.connection, password: source.password }, editor)).status).toBe(403);
});

test.each<[string, object, string, string, RegExp]>([
  ['a wrong password', { password: 'wrong' }, query, 'source-refused', /does not let reader_/],
  ['no such database', { database: 'nowhere' }, query, 'source-refused', /no such database/],
  ['nobody there', { port: 1 }, query, 'source-unreachable', /cannot be reached/],
  ['encryption that the server does not have', { tls: 'verify' }, query, 'source-unreachable', /cannot be reached/],
  ['a name without an address', { host: 'nowhere.invalid' }, query, 'source-unreachable', /No address/],
  ['a query that is not one', {}, 'select from where $1', 'source-refused', /syntax error/],
  ['two statements', {}, 'select id, ticket, at from ticket_event where id > $1; drop table ticket_event', 'source-refused', /more than one statement/],
  ['a write in disguise', {}, 'with x as (insert into ticket_event (ticket, at) values ($1, now()) returning id, ticket, at) select * from x', 'source-refused', /data-modifying/],
  ['a table that may not be read', {}, 'select rolname, rolpassword, oid from pg_authid where oid > $1', 'source-refused', /permission denied/],
  ['no such column', {}, 'select id, ticket, at from ticket_event where nosuch > $1', 'source-refused', /"nosuch" does not exist/],
  ['too few columns', {}, 'select id from ticket_event where id > $1', 'bad-input', /too few columns/],
])('%s is said as it is', async (_, over, asked, code, detail) => {
  const { password = source.password, ...connection } = over as { password?: string };
  const { body, text } = await w.post('/pulls/preview', { connection: { ...source.connection, ...connection }, password, query: asked }).then((r) => ({ ...r, text: JSON.stringify(r.body) }));
  expect(body).toMatchObject({ code, detail: expect.stringMatching(detail), wanted: expect.any(String) });
  expect(text).not.toContain(source.password);
});

test('what is new comes in as an increment: late, repeated and unreadable rows are counted, the cursor moves with the version, names are hidden', async () => {
  await event('T-1', 'Close', 30);
  expect(await w.post('/pulls', { id: 'tickets', definition: definition(), password: source.password })).toMatchObject({ status: 201, body: { state: 'active', revision: 1 } });
  const first = await settled('tickets');
  expect(first).toMatchObject({ events: 2, failures: 0, problem: null, stale: false, run: { state: 'done', asked: false, report: { rows: 2, events: 2, duplicates: 0, rejected: 0 }, complete: true } });
  const newest = (await source.sql('select max(changed)::text as m from ticket_event'))[0]!['m'] as string;
  expect(new Date(first.cursor).getTime()).toBe(new Date(newest).getTime());
  expect(Math.abs(Date.parse(first.nextAt) - Date.parse(first.lastDoneAt) - 3_600_000)).toBeLessThan(30_000);

  await event('T-2', 'Open', 60, { who: 'Sue' });
  await event('T-1', 'Call back', 10);
  await source.sql(`insert into ticket_event (ticket, step, at) values (null, 'Open', now())`);
  expect((await pullNow('tickets')).run.report).toEqual({ rows: 5, events: 2, late: 1, newCases: 1, casesJoined: 1, duplicates: 2, rejected: 1, gaps: 0, ambiguous: 0 });
  // A row of a transaction that ended late: its cursor lies before what has been read.
  await event('T-3', 'Open', 90, { changed: new Date(Date.now() - 300_000).toISOString() });
  const third = await pullNow('tickets');
  expect(third.run).toMatchObject({ asked: true, report: { rows: 6, events: 1, duplicates: 4, rejected: 1 }, rejected: [{ reason: expect.stringContaining('case') }] });
  expect((await pullNow('tickets')).run.report).toMatchObject({ rows: 6, events: 0, duplicates: 5, rejected: 1 });

  expect((await w.get('/event-logs/tickets')).body).toMatchObject({ events: 5, cases: 3, file: 'pulled from Ticket database' });
  const items = (await w.get('/event-logs/tickets/cases/T-1/events')).body.items as Answer[];
  expect(items.map((e) => e.activity)).toEqual(['Open', 'Call back', 'Close']);
  expect(items[0].resource).toMatch(/^p-/);
  expect((await w.post('/pseudonyms/look-up', { eventLog: 'tickets', pseudonym: items[0].resource })).body).toEqual({ original: 'Pete Miller' });
  expect((await w.get('/pulls/tickets/runs?limit=2')).body).toMatchObject({ total: 4, items: [{ report: { events: 0 } }, { report: { events: 1 } }] });
  expect(await readdir(join(w.dataDir, 'events/work')).then((names) => names.filter((n) => /^(pull|preview)/.test(n)))).toEqual([]);
});

test('equal rows without an id are as many as the source has, also at one value of a numbered cursor and with or without an overlap', async () => {
  await source.sql('create table tick (n int, what text, thing text, at timestamp)');
  await source.sql(`grant select on tick to ${source.connection.user}`);
  const add = (n: number, copies: number) => source.sql(`insert into tick select $1::int, 'x', 'A', '2026-07-01 09:00' from generate_series(1, $2::int)`, [n, copies]);
  await add(1, 2);
  const ticks = definition({ name: 'Ticks', eventLog: 'ticks', zone: 'Europe/London', query: 'select n, what, thing, at from tick where n >= $1 order by n', cursor: { column: 'n', overlap: 0 }, mapping: { case: 'thing', activity: 'what', time: 'at', attributes: [] } });
  await w.post('/pulls', { id: 'ticks', definition: ticks, password: source.password });
  expect((await settled('ticks')).events).toBe(2);
  await add(1, 1);
  await add(2, 2);
  expect((await pullNow('ticks')).events).toBe(5);
  await add(2, 1);
  await add(3, 1);
  expect((await pullNow('ticks')).events).toBe(7);
  expect((await pullNow('ticks'))).toMatchObject({ events: 7, cursor: '3', run: { report: { events: 0 } } });
  const [event1] = (await w.get('/event-logs/ticks/cases/A/events')).body.items as Answer[];
  expect(event1).toMatchObject({ time: '2026-07-01T08:00:00Z', attributes: { n: 1 } });
});

test('rows out of order, a cursor that is missing, a column that went away and a line that is cut fail with the reason, are tried again later, and lose nothing', async () => {
  await source.sql('create table odd as select 1 as id, \'c\'::text as c, \'a\'::text as a, now() as at');
  await source.sql(`grant select on odd to ${source.connection.user}`);
  const odd = (order: string) => definition({ name: 'Odd', eventLog: 'odd', query: `select * from odd where id >= $1 or id is null order by ${order}`, cursor: { column: 'id', overlap: 5 }, mapping: { case: 'c', activity: 'a', time: 'at' } });
  await w.post('/pulls', { id: 'odd', definition: odd('a'), password: source.password });
  const good = await settled('odd');
  expect(good).toMatchObject({ events: 1, failures: 0 });
  await source.sql(`insert into odd values (3, 'c', 'b', now()), (2, 'c', 'd', now())`);
  const failed = await pullNow('odd');
  expect(failed).toMatchObject({ failures: 1, cursor: good.cursor, events: 1, run: { state: 'failed' }, problem: { code: 'source-refused', detail: expect.stringContaining('not in the order'), value: '2 after 3', wanted: expect.stringContaining('order by id') } });
  expect(Math.round((Date.parse(failed.nextAt) - Date.parse(failed.run.finishedAt)) / 1000)).toBe(60);
  expect((await call('PUT', '/pulls/odd', { definition: odd('id'), revision: 1 })).body).toMatchObject({ revision: 2, failures: 0 });
  await source.sql(`insert into odd values (null, 'c', 'e', now())`);
  expect(await pullNow('odd')).toMatchObject({ failures: 1, problem: { detail: expect.stringContaining('“id” is empty in row 4') } });
  await source.sql('delete from odd where id is null');
  await source.sql('alter table odd rename column c to d');
  const twice = await pullNow('odd');
  expect(twice).toMatchObject({ failures: 2, problem: { detail: 'The query no longer gives the column “c”' } });
  expect(Math.round((Date.parse(twice.nextAt) - Date.parse(twice.run.finishedAt)) / 1000)).toBe(120);
  await source.sql('alter table odd rename column d to c');
  await source.line(false);
  expect(await pullNow('odd')).toMatchObject({ failures: 3, problem: { code: 'source-unreachable', value: expect.stringContaining('ECONNREFUSED') } });
  await source.line(true);
  // Its time has come: the schedule takes it up by itself.
  await sql`update pull set next_at = now() where id = 'odd'`.execute(w.app.db);
  await sql`select graphile_worker.add_job('pulls_due')`.execute(w.app.db);
  await expect.poll(async () => (await settled('odd')).failures, { timeout: 20_000 }).toBe(0);
  expect(await settled('odd')).toMatchObject({ failures: 0, problem: null, events: 3, cursor: '3', run: { asked: false, report: { rows: 3, events: 2, duplicates: 1 } } });
});

test('only an administrator sets up, changes and removes; editors run and pause; everybody sees; nobody ever sees the password', async () => {
  const key = async (set: string) => ({ authorization: `Bearer ${(await w.post('/api-keys', { name: set, sets: [set] })).body.key}` });
  const [editor, viewer] = [await key('editor'), await key('viewer')];
  expect((await call('POST', '/pulls', { id: 'x', definition: definition(), password: 'p' }, editor)).status).toBe(403);
  expect((await call('DELETE', '/pulls/ticks', undefined, editor)).status).toBe(403);
  expect((await call('POST', '/pulls/ticks/run', {}, viewer)).status).toBe(403);
  expect((await call('POST', '/pulls/ticks/pause', {}, editor)).body).toMatchObject({ state: 'paused', nextAt: null });
  expect((await call('GET', '/pulls', undefined, viewer)).body.total).toBe(3);
  const { rows } = await sql<{ all: string }>`select coalesce(string_agg(t::text, ' '), '') as all from (select to_jsonb(p) t from pull p union all select to_jsonb(r) from pull_run r union all select to_jsonb(a) from audit_entry a union all select to_jsonb(s) from secret s union all select to_jsonb(j) from graphile_worker._private_jobs j) x`.execute(w.app.db);
  const hidden = JSON.stringify(source.password).slice(1, -1);
  expect(rows[0]?.all.length).toBeGreaterThan(1000);
  expect(rows[0]?.all).not.toContain(hidden);
  for (const path of ['/pulls', '/pulls/tickets', '/pulls/tickets/runs', '/audit?limit=500']) expect((await w.get(path)).text).not.toContain(hidden);
  const wrong = await call('POST', '/pulls', { id: 'x', definition: definition(), password: source.password, more: 1 });
  expect([wrong.status, wrong.text.includes(hidden)]).toEqual([422, false]);
});

test('a stored password goes nowhere but where it was stored for; a change is settled by its revision; a removed pull takes its password along', async () => {
  const { body: before } = await w.get('/pulls/tickets');
  const change = (over: object, more: object = {}) => call('PUT', '/pulls/tickets', { definition: definition(over), revision: before.revision, ...more });
  expect(await change({ connection: { ...source.connection, host: 'localhost' } })).toMatchObject({ status: 422, body: { at: { path: 'password' } } });
  // Nothing is due meanwhile.
  const daily = { schedule: { kind: 'daily', at: '06:30', zone: 'Europe/London' } };
  expect(await change(daily)).toMatchObject({ status: 200, body: { revision: 2, cursor: before.cursor } });
  expect(await change({})).toMatchObject({ status: 409, body: { code: 'changed-meanwhile' } });
  expect(await change({ cursor: { column: 'ticket', overlap: 1 } }, { revision: 2 })).toMatchObject({ status: 422, body: { value: 'ticket' } });
  // From the beginning again: everything is recognised.
  expect((await change(daily, { revision: 2, startAgain: true, password: source.password })).body).toMatchObject({ revision: 3, cursor: null });
  expect((await pullNow('tickets'))).toMatchObject({ events: 5, run: { report: { rows: 6, events: 0, duplicates: 5, rejected: 1 } } });
  const secrets = async () => Number((await sql<{ n: number }>`select count(*) as n from secret`.execute(w.app.db)).rows[0]?.n);
  expect(await secrets()).toBe(3);
  expect((await call('DELETE', '/pulls/odd')).status).toBe(200);
  expect([await secrets(), (await w.get('/pulls/odd')).status]).toEqual([2, 404]);
});

test('a pull that is removed while it reads stops at once: its run is over, the database is let go of, and nothing of it stays', async () => {
  await source.sql('create table pace as select 10 as n, 0.0::float8 as seconds');
  await source.sql(`grant select on pace to ${source.connection.user}`);
  const slowly = `select g as n, 'c' || g as c, 'a' as a, timestamp '2026-01-01' as at from pace, generate_series(1, pace.n) g, lateral (select pg_sleep(pace.seconds * sign(g))) s where g > $1 order by g`;
  await w.post('/pulls', { id: 'slow', definition: definition({ name: 'Slow', eventLog: 'slow', query: slowly, cursor: { column: 'n', overlap: 0 }, mapping: { case: 'c', activity: 'a', time: 'at', attributes: [] } }), password: source.password });
  expect(await settled('slow')).toMatchObject({ events: 10, failures: 0 });
  await source.sql('update pace set n = 5000, seconds = 0.02');
  expect((await w.post('/pulls/slow/run')).status).toBe(202);
  const sessions = async () => Number((await source.sql('select count(*) as n from pg_stat_activity where usename = $1', [source.connection.user]))[0]!['n']);
  await expect.poll(async () => [(await w.get('/pulls/slow')).body.run.state, await sessions()], { timeout: 20_000 }).toEqual(['running', 1]);
  expect((await call('DELETE', '/pulls/slow')).status).toBe(200);
  const run = await w.app.db.selectFrom('pullRun').select(['state', 'finishedAt']).where('pull', '=', 'slow').orderBy('queuedAt', 'desc').executeTakeFirst();
  expect([run?.state, run?.finishedAt]).toEqual(['cancelled', expect.any(Date)]);
  await expect.poll(() => readdir(join(w.dataDir, 'events/work')).then((names) => names.filter((n) => n.startsWith('pull-'))), { timeout: 10_000 }).toEqual([]);
  // A hundred seconds of rows were to come.
  await expect.poll(sessions, { timeout: 15_000 }).toBe(0);
  const audited = await w.app.db.selectFrom('auditEntry').select(['action', 'detail']).where('subjectId', '=', 'slow').orderBy('id', 'desc').limit(1).executeTakeFirstOrThrow();
  expect([audited.action, Object.keys(audited.detail)]).toEqual(['pull.remove', ['cancelled']]);
  expect((await w.get('/event-logs/slow')).body.events).toBe(10);
});

test('runs of long ago are forgotten, with an entry in the audit that counts them and those that found nothing; where there are none, nothing is written', async () => {
  const forgotten = async () => w.app.db.selectFrom('auditEntry').select(['subjectId', 'detail']).where('action', '=', 'pull-run.forget').execute();
  const job = () => sql`select graphile_worker.add_job('forget_pull_runs')`.execute(w.app.db);
  const done = async () => Number((await sql<{ n: number }>`select count(*) as n from graphile_worker.jobs where task_identifier = 'forget_pull_runs'`.execute(w.app.db)).rows[0]?.n);
  await job();
  await expect.poll(done, { timeout: 10_000 }).toBe(0);
  expect(await forgotten()).toEqual([]);
  await sql`update pull_run set finished_at = now() - interval '31 days' where pull = 'ticks'`.execute(w.app.db);
  const [{ n: old } = { n: 0 }] = (await sql<{ n: number }>`select count(*)::int as n from pull_run where pull = 'ticks'`.execute(w.app.db)).rows;
  expect(old).toBeGreaterThan(1);
  // A run that found nothing was in no audit while it was kept.
  await sql`insert into pull_run (id, pull, event_log, state, asked_by_kind, asked_by_id, queued_at, finished_at, rows) select gen_random_uuid(), pull, event_log, 'done', asked_by_kind, asked_by_id, queued_at, finished_at, 0 from pull_run where pull = 'ticks' limit 1`.execute(w.app.db);
  const { n: nothing } = (await sql<{ n: number }>`select count(*)::int as n from pull_run where pull = 'ticks' and state = 'done' and rows = 0`.execute(w.app.db)).rows[0]!;
  await job();
  await expect.poll(forgotten, { timeout: 10_000 }).toMatchObject([{ subjectId: 'ticks', detail: { runs: old + 1, foundNothing: nothing } }]);
});
