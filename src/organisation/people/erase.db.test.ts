import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testDatabase, type TestDatabase } from '../../../test/harness/database.ts';
import { auditHead, printHead, startSealer, verifyAudit } from '../../platform/audit/index.ts';
import { createAuth } from '../../platform/auth/index.ts';
import { systemClock } from '../../platform/clock/index.ts';
import { openDb, type Db } from '../../platform/db/index.ts';
import { buildServer } from '../../platform/http/index.ts';
import { personalRoutes, pseudonymiser, rememberPseudonyms } from '../../platform/personal/index.ts';
import { currentRecord, kindsByName, registerChanges } from '../../platform/register/index.ts';
import type { Ctx } from '../../platform/write/index.ts';
import { personKind, postKind, registeredPeople, registeredPersons } from '../index.ts';
import { replaceId } from './model.ts';

const origin = 'http://127.0.0.1:4680';
let database: TestDatabase;
let db: Db;

beforeAll(async () => {
  database = await testDatabase();
  ({ db } = openDb(database.connectionString));
});

afterAll(async () => {
  await db.destroy();
  await database.drop();
});

/** Every table of ours in which a word occurs, in whatever column. */
async function tablesWith(word: string): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`select format('%I.%I', table_schema, table_name) as name from information_schema.tables where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema') and table_name not like 'kysely%'`.execute(db);
  const found: string[] = [];
  for (const { name } of rows) {
    const hit = await sql`select 1 from ${sql.raw(name)} t where to_jsonb(t)::text ilike ${`%${word}%`} limit 1`.execute(db);
    if (hit.rows.length > 0) found.push(name);
  }
  return found.sort();
}

test('an id is replaced where a field holds a person, and nowhere else', () => {
  const body = { name: 'anna', holders: [{ person: 'anna', from: '2026-01-01' }, { person: 'bo', from: '2026-02-01' }], delegations: [{ deputy: 'anna', reason: 'anna' }] };
  expect(replaceId(body, 'anna', 'x')).toEqual({ name: 'anna', holders: [{ person: 'x', from: '2026-01-01' }, { person: 'bo', from: '2026-02-01' }], delegations: [{ deputy: 'x', reason: 'anna' }] });
  expect(replaceId({ holders: [{ person: 'anna', from: '2026-01-01' }], name: 'anna' }, 'anna', 'x')).toEqual({ holders: [{ person: 'x', from: '2026-01-01' }], name: 'anna' });
});

test('after erasing a person no table has their name, address or id; versions, counts and the chain stay', async () => {
  const pseudonym = pseudonymiser('ab'.repeat(32));
  const actor = { kind: 'operator' as const, id: 'ops', sets: new Set(['administrator' as const]), posts: [] };
  const ctx: Ctx = { db, clock: systemClock, actor };
  const auth = createAuth({ db, clock: systemClock, secret: 'q'.repeat(40), origins: () => [origin], people: registeredPeople(db) });
  const app = await buildServer({ routes: [...auth.routes, ...personalRoutes({ records: registeredPersons, pseudonym })], identify: async () => ctx, stranger: ctx, version: '0' });
  const post = (url: string, payload: object) => app.inject({ method: 'POST', url: `/api/v1${url}`, payload });
  const { put } = registerChanges(kindsByName([personKind, postKind]));

  const anna = await put(ctx, { kind: 'person', id: 'anna-beispiel', body: { name: 'Anna Vorher' }, expected: null });
  await put(ctx, { kind: 'person', id: 'anna-beispiel', body: { name: 'Anna Beispiel', email: 'anna@example.org' }, expected: anna.versionId });
  const coo = await put(ctx, { kind: 'post', id: 'coo', body: { name: 'Chief of operations', holders: [{ person: 'anna-beispiel', from: '2026-01-01' }] }, expected: null });
  await put(ctx, { kind: 'person', id: 'bo', body: { name: 'Bo Example' }, expected: null });
  await put(ctx, { kind: 'post', id: 'coo', body: { name: 'Chief of operations', holders: [{ person: 'anna-beispiel', from: '2026-01-01', to: '2026-03-31' }, { person: 'bo', from: '2026-04-01' }] }, expected: coo.versionId });
  const invited = (await post('/sign-ins', { person: 'anna-beispiel' })).json();
  expect((await post('/auth/link/accept', { token: invited.link.url.split('#')[1], password: 'correct horse battery' })).statusCode).toBe(200);
  expect((await post('/auth/sign-in', { email: 'anna@example.org', password: 'correct horse battery' })).statusCode).toBe(200);
  await db.transaction().execute((tx) => rememberPseudonyms(tx, 'orders', ['Anna Beispiel', 'Anna Vorher'].map((original) => ({ original, pseudonym: pseudonym(original) })), new Date()));
  const holds = ['auth."user"', 'personal.pseudonym', 'public.register_record', 'public.register_reference', 'public.register_version'];
  expect(await tablesWith('anna')).toEqual(holds);
  const versions = async () => (await db.selectFrom('registerVersion').select((q) => q.fn.countAll<number>().as('n')).executeTakeFirstOrThrow()).n;
  const count = await versions();
  const sealer = startSealer(db);
  await sealer.sealNow();
  const before = await auditHead(db);

  const erased = await post('/people/anna-beispiel/erase', {});
  expect(erased.json()).toMatchObject({ keyRows: 2, signIns: 1, records: 4 });
  for (const word of ['anna', 'beispiel', 'vorher']) expect(await tablesWith(word)).toEqual([]);
  const { replacement } = erased.json();
  expect(await versions()).toBe(count);
  expect((await currentRecord(db, personKind, replacement))?.body).toEqual({ name: replacement });
  expect((await currentRecord(db, postKind, 'coo'))?.body.holders.map((h) => h.person)).toEqual([replacement, 'bo']);
  await sealer.sealNow();
  await sealer.stop();
  expect(await verifyAudit(db, { against: printHead(before) })).toMatchObject({ ok: true, unsealed: 0 });
  await app.close();
});

test('a version is changed by an erasure and by nothing else', async () => {
  await expect(sql`update register_version set slug = 'x'`.execute(db)).rejects.toThrow('a version of a record is never changed');
  await expect(sql`update register_version set body = '{}'`.execute(db)).rejects.toThrow('a version of a record is never changed');
});
