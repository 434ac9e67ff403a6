import { Client } from 'pg';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { testDatabase, testServer, withDatabase, type TestDatabase } from '../../../test/harness/database.ts';
import { openDb, type Db } from '../db/index.ts';
import { systemActor } from '../write/index.ts';
import { auditHead, printHead, recordAudit, startSealer, verifyAudit } from './index.ts';

let database: TestDatabase;
let db: Db;
let superuser: Client;

beforeAll(async () => {
  database = await testDatabase();
  ({ db } = openDb(database.connectionString));
  superuser = new Client({ connectionString: withDatabase(testServer().admin, new URL(database.connectionString).pathname.slice(1)) });
  await superuser.connect();
  // As somebody who owns the machine would: no trigger of ours runs in this session.
  await superuser.query("set session_replication_role = 'replica'");
});

afterAll(async () => {
  await superuser.end();
  await db.destroy();
  await database.drop();
});

beforeEach(async () => {
  await superuser.query('truncate audit_entry, audit_seal restart identity');
});

const write = (action: string, detail: Record<string, unknown> = {}) => db.transaction().execute((tx) => recordAudit(tx, systemActor, new Date('2026-01-05T08:00:00Z'), [{ action, subjectKind: 'thing', subjectId: 't1', detail }]));

async function sealed(count: number): Promise<string> {
  for (let i = 1; i <= count; i += 1) await write(`step ${i}`, { i });
  const sealer = startSealer(db);
  await sealer.sealNow();
  await sealer.stop();
  return printHead(await auditHead(db));
}

const kinds = async (against?: string) => (await verifyAudit(db, { against })).findings.map((f) => `${f.kind} ${f.seq}`);

test('entries and seals refuse to be changed by the application', async () => {
  await sealed(1);
  for (const statement of ['update audit_entry set action = $1', 'delete from audit_seal where $1::text is not null']) {
    const app = new Client({ connectionString: database.connectionString });
    await app.connect();
    await expect(app.query(statement, ['x'])).rejects.toThrow('only grows');
    await app.end();
  }
});

test('a write is sealed within a second, and the head counts what waits', async () => {
  const sealer = startSealer(db);
  try {
    await sealer.sealNow();
    expect(await auditHead(db)).toMatchObject({ length: 0, unsealed: 0 });
    const lags: number[] = [];
    for (let i = 0; i < 5; i += 1) {
      const start = performance.now();
      await write('x');
      while ((await auditHead(db)).length <= i) await new Promise((r) => { setTimeout(r, 20); });
      lags.push(performance.now() - start);
    }
    expect(Math.max(...lags)).toBeLessThan(1000);
  } finally {
    await sealer.stop();
  }
  await write('late');
  expect(await auditHead(db)).toMatchObject({ length: 5, unsealed: 1 });
  expect(await sealer.unsealed()).toBe(1);
});

test('an entry that commits after younger ones is sealed when it commits, never lost and never sealed when it does not', async () => {
  const slow = new Client({ connectionString: database.connectionString });
  await slow.connect();
  const insert = (text: string) => slow.query("insert into audit_entry (at, actor_kind, actor_id, action, subject_kind, subject_id) values (now(), 'system', 'system', $1, 's', 'x')", [text]);
  await slow.query('begin');
  await insert('slow');
  const sealer = startSealer(db);
  try {
    await write('quick 1');
    await sealer.sealNow();
    expect(await auditHead(db)).toMatchObject({ length: 1, unsealed: 0 });
    await write('quick 2');
    await sealer.sealNow();
    await slow.query('commit');
    await slow.query('begin');
    await insert('undone');
    await slow.query('rollback');
    await sealer.sealNow();
    await write('quick 3');
    await sealer.sealNow();
    const order = await db.selectFrom('auditSeal as s').innerJoin('auditEntry as e', 'e.id', 's.entryId').select('e.action').orderBy('s.seq').execute();
    expect(order.map((r) => r.action)).toEqual(['quick 1', 'quick 2', 'slow', 'quick 3']);
    expect(await kinds()).toEqual([]);
  } finally {
    await sealer.stop();
    await slow.end();
  }
});

test('two sealers and eight writers make one chain with every entry once', async () => {
  const other = openDb(database.connectionString);
  const sealers = [startSealer(db), startSealer(other.db)];
  await Promise.all(Array.from({ length: 8 }, async (_, w) => { for (let i = 0; i < 40; i += 1) await write(`writer ${w}`, { i }); }));
  await Promise.all(sealers.map((s) => s.sealNow()));
  // Either may have found the other at it: one more look each settles it.
  await Promise.all(sealers.map((s) => s.sealNow()));
  await Promise.all(sealers.map((s) => s.stop()));
  await other.db.destroy();
  expect(await verifyAudit(db)).toMatchObject({ ok: true, length: 320, unsealed: 0 });
});

test('a backlog of several batches is sealed in one go, in order', async () => {
  await db.transaction().execute((tx) => recordAudit(tx, systemActor, new Date('2026-01-05T08:00:00Z'), Array.from({ length: 4500 }, (_, i) => ({ action: `step ${i}`, subjectKind: 's', subjectId: 'x' }))));
  await write('last');
  const sealer = startSealer(db);
  await sealer.sealNow();
  await sealer.stop();
  expect(await verifyAudit(db)).toMatchObject({ ok: true, length: 4501, unsealed: 0 });
  const { id } = await db.selectFrom('auditSeal as s').innerJoin('auditEntry as e', 'e.id', 's.entryId').select('e.id').where('s.seq', '=', 4501).executeTakeFirstOrThrow();
  expect(id).toBe(4501);
});

test('a sealer killed between looks, or in the middle of one, leaves a chain that goes on', async () => {
  const error: unknown[] = [];
  const url = new URL(database.connectionString);
  url.searchParams.set('application_name', 'doomed');
  const doomed = openDb(url.href, { size: 1 });
  const sealer = startSealer(doomed.db, { onError: (e) => error.push(e) });
  const writers = Promise.all(Array.from({ length: 4 }, async () => { for (let i = 0; i < 60; i += 1) await write('x', { i }); }));
  let killed = 0;
  for (let i = 0; killed < 8 && i < 1000; i += 1) {
    void sealer.sealNow().catch((e: unknown) => error.push(e));
    await new Promise((r) => { setTimeout(r, i % 7); });
    killed += (await superuser.query("select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'doomed'")).rowCount ?? 0;
  }
  await writers;
  expect(killed).toBeGreaterThanOrEqual(8);
  await sealer.stop();
  await doomed.db.destroy();
  await sealed(1);
  const { total } = await db.selectFrom('auditEntry').select((q) => q.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  expect(await verifyAudit(db)).toMatchObject({ ok: true, length: total, unsealed: 0 });
  expect(error.length).toBeGreaterThan(0);
});

test('tampering by a superuser: changed in each of its parts', async () => {
  const head = await sealed(5);
  expect(await verifyAudit(db, { against: head })).toMatchObject({ ok: true, length: 5, count: 0 });
  const parts = ["action = 'forged'", "actor_id = 'bob'", "subject_id = 'other'", "detail = '{\"i\": 7}'", "at = at + interval '1 microsecond'", "actor_kind = 'person'", "subject_kind = 'other'"];
  for (const part of parts) {
    await superuser.query('begin');
    await superuser.query(`update audit_entry set ${part} where id = 3`);
    await superuser.query('commit');
    expect([part, ...(await kinds(head))]).toEqual([part, 'changed 3']);
    await superuser.query("update audit_entry set action = 'step 3', actor_kind = 'system', actor_id = 'system', subject_kind = 'thing', subject_id = 't1', detail = '{\"i\": 3}', at = '2026-01-05T08:00:00Z' where id = 3");
    expect(await kinds(head)).toEqual([]);
  }
});

test('tampering by a superuser: removed, inserted, cut off, forged anew', async () => {
  const head = await sealed(6);
  await superuser.query('delete from audit_entry where id = 2');
  expect(await kinds(head)).toEqual(['removed 2']);
  await superuser.query('delete from audit_seal where seq = 2');
  expect(await kinds(head)).toEqual(['removed 2']);

  await superuser.query('truncate audit_entry, audit_seal restart identity');
  const whole = await sealed(6);
  await superuser.query('update audit_seal set seq = -seq where seq > 3');
  await superuser.query("insert into audit_entry (at, actor_kind, actor_id, action, subject_kind, subject_id) values ('2026-01-05T08:00:00Z', 'system', 'system', 'never', 's', 'x')");
  await superuser.query("insert into audit_seal values (4, 7, decode(repeat('ab', 32), 'hex'))");
  await superuser.query('update audit_seal set seq = 1 - seq where seq < 0');
  const inserted = await verifyAudit(db);
  expect(inserted.findings).toMatchObject([{ kind: 'inserted', seq: 4, entryId: 7, detail: 'Entry 7 was inserted at 4' }]);

  await superuser.query('truncate audit_entry, audit_seal restart identity');
  expect(await sealed(6)).toBe(whole);
  await superuser.query('delete from audit_seal where seq > 4');
  await superuser.query('delete from audit_entry where id > 4');
  expect(await kinds()).toEqual([]);
  expect(await kinds(whole)).toEqual(['cut-off 5']);

  // The whole chain sealed anew after a change: every link is right, but it is not the chain that was printed.
  await superuser.query('truncate audit_seal');
  await superuser.query("update audit_entry set action = 'forged' where id = 2");
  await sealed(2);
  expect(await kinds()).toEqual([]);
  expect(await kinds(whole)).toEqual(['rewritten 6']);
});

test('what is no head is refused with what was wanted', async () => {
  await expect(verifyAudit(db, { against: '12:xyz' })).rejects.toMatchObject({ code: 'bad-input', value: '12:xyz' });
});
