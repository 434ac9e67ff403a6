import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testDatabase, type TestDatabase } from '../../../test/harness/database.ts';
import { auditHead, printHead, startSealer, verifyAudit } from '../audit/index.ts';
import { auditRoutes } from '../audit/routes.ts';
import { deriveKey } from '../auth/index.ts';
import { systemClock } from '../clock/index.ts';
import { openDb, type Db } from '../db/index.ts';
import { buildServer } from '../http/index.ts';
import type { Actor, Ctx, PermissionSet } from '../write/index.ts';
import { personalRoutes, pseudonymiser, rememberPseudonyms } from './index.ts';

const pseudonym = pseudonymiser(deriveKey('x'.repeat(40), 'pseudonyms'));
const names = ['Anna Beispiel', 'Bo Example', 'Cy Sample'];
const rows = names.map((original) => ({ original, pseudonym: pseudonym(original) }));

let database: TestDatabase;
let db: Db;
let app: FastifyInstance;
let actor: Actor;
/** A record that names Anna twice, as a register would. */
const notes = new Map([['anna', ['Anna Beispiel', 'Anna Beispiel']]]);

const as = (...sets: PermissionSet[]): Actor => ({ kind: 'person', id: 'admin-1', sets: new Set(sets), posts: [] });
const ctx = (): Ctx => ({ db, clock: systemClock, actor });
const post = (url: string, payload: object) => app.inject({ method: 'POST', url: `/api/v1${url}`, payload });

beforeAll(async () => {
  database = await testDatabase();
  ({ db } = openDb(database.connectionString));
  actor = as('administrator');
  const records = {
    find: async (_: unknown, person: string) => (notes.has(person) ? { name: 'Anna Beispiel', email: 'anna@example.org', former: [] } : undefined),
    replaceName: async (_: unknown, person: string, replacement: string) => {
      const versions = notes.get(person)?.length ?? 0;
      notes.set(person, Array.from({ length: versions }, () => replacement));
      return versions;
    },
  };
  app = await buildServer({ routes: [...personalRoutes({ records, pseudonym }), ...auditRoutes({ namesOf: async () => new Map([['admin-1', 'Ada']]) })], identify: async () => ctx(), stranger: ctx(), version: '0' });
  await db.transaction().execute(async (tx) => {
    await rememberPseudonyms(tx, 'orders', rows, new Date());
    await rememberPseudonyms(tx, 'purchases', rows.slice(0, 2), new Date());
    await tx.insertInto('auth.user').values({ id: 'u1', name: 'Anna Beispiel', email: 'anna@example.org', emailVerified: false, createdAt: new Date(), updatedAt: new Date(), person: 'anna', endedAt: null }).execute();
  });
});

afterAll(async () => {
  await app.close();
  await db.destroy();
  await database.drop();
});

const keyRows = async () => (await db.selectFrom('personal.pseudonym').select(['eventLog', 'pseudonym']).orderBy('eventLog').orderBy('original').execute()).map((r) => `${r.eventLog} ${r.pseudonym}`);

test('one permission set may ask who it is, and every question is on record, answered or not', async () => {
  const ask = (p: string) => post('/pseudonyms/look-up', { eventLog: 'orders', pseudonym: p });
  for (const set of ['editor', 'finance', 'contributor', 'viewer'] as const) {
    actor = as(set);
    expect((await ask(rows[0]?.pseudonym ?? '')).statusCode).toBe(403);
  }
  actor = as('administrator');
  expect((await ask(rows[0]?.pseudonym ?? '')).json()).toEqual({ original: 'Anna Beispiel' });
  expect((await ask('p-0000000000000000')).json()).toEqual({ original: null });
  expect((await ask('Anna Beispiel')).statusCode).toBe(422);
  const audited = (await app.inject('/api/v1/audit?subjectKind=pseudonym')).json();
  expect(audited).toMatchObject({ total: 2, items: [{ detail: { found: false } }, { actor: { kind: 'person', id: 'admin-1', name: 'Ada' }, action: 'pseudonym.look-up', subject: { kind: 'pseudonym', id: rows[0]?.pseudonym }, detail: { eventLog: 'orders', found: true }, seal: null }] });
});

test('erasing a person takes key rows, sign-in and name; the chain stays valid and counts stay', async () => {
  const sealer = startSealer(db);
  await sealer.sealNow();
  const before = await auditHead(db);
  const entries = async () => (await db.selectFrom('auditEntry').select((q) => q.fn.countAll<number>().as('n')).executeTakeFirstOrThrow()).n;
  const count = await entries();
  expect((await post('/people/nobody/erase', {})).statusCode).toBe(404);
  const erased = (await post('/people/anna/erase', { alsoKnownAs: ['ANNA BEISPIEL'] })).json();
  expect(erased).toEqual({ replacement: expect.stringMatching(/^erased-[0-9a-f]{12}$/), keyRows: 2, records: 2, signIns: 1 });
  expect(notes.get('anna')).toEqual([erased.replacement, erased.replacement]);
  expect(await keyRows()).toEqual(['orders', 'orders', 'purchases'].map((log, i) => `${log} ${rows[[1, 2, 1][i] ?? 0]?.pseudonym}`));
  await sealer.sealNow();
  await sealer.stop();
  expect(await entries()).toBe(count + 1);
  expect(await verifyAudit(db, { against: printHead(before) })).toMatchObject({ ok: true, length: before.length + 1, unsealed: 0 });
  const { rows: found } = await sql<{ text: string }>`select string_agg(to_jsonb(e)::text, ' ') as text from audit_entry e`.execute(db);
  for (const word of ['Anna', 'Beispiel', 'anna']) expect(found[0]?.text).not.toContain(word);
});

test('what was erased stays erased when the same log comes again', async () => {
  await db.transaction().execute((tx) => rememberPseudonyms(tx, 'orders', rows, new Date()));
  expect(await keyRows()).toHaveLength(3);
  expect((await post('/pseudonyms/erase', { pseudonym: rows[1]?.pseudonym })).json()).toEqual({ keyRows: 2 });
  await db.transaction().execute((tx) => rememberPseudonyms(tx, 'orders', rows, new Date()));
  expect(await keyRows()).toEqual([`orders ${rows[2]?.pseudonym}`]);
});

test('the audit is listed in pages, and its head and check are there', async () => {
  const all: number[] = [];
  let total = 0;
  for (let next: string | null = ''; next !== null;) {
    const page: { items: { id: number }[]; total: number; next: string | null } = (await app.inject(`/api/v1/audit?limit=2${next === '' ? '' : `&cursor=${next}`}`)).json();
    all.push(...page.items.map((e) => e.id));
    ({ next, total } = page);
  }
  expect(all).toHaveLength(total);
  expect(total).toBeGreaterThan(2);
  expect(all).toEqual([...all].sort((a, b) => b - a));
  const head = (await app.inject('/api/v1/audit/head')).json();
  expect(head.head).toBe(`${head.length}:${head.hash}`);
  expect((await post('/audit/verify', { against: head.head })).json()).toMatchObject({ ok: true, findings: [] });
  expect((await post('/audit/verify', { against: `${head.length + 5}:${head.hash}` })).json()).toMatchObject({ ok: false, count: 1, findings: [{ kind: 'cut-off' }] });
  expect((await post('/audit/verify', { against: 'x' })).json()).toMatchObject({ status: 422, value: 'x' });
});
