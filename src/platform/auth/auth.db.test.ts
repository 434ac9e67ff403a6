import type { FastifyInstance, InjectOptions } from 'fastify';
import { sql } from 'kysely';
import { getAuthTables } from 'better-auth/db';
import { parseCrontab } from 'graphile-worker';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testDatabase, type TestDatabase } from '../../../test/harness/database.ts';
import { openDb, type Db } from '../db/index.ts';
import { buildServer } from '../http/index.ts';
import type { HeldPost } from '../write/index.ts';
import { openBetterAuth } from './better.ts';
import { createAuth, type Auth, type People } from './index.ts';

const origin = 'http://127.0.0.1:4680';
const secret = 'f3b1c9d27a64e8f0a5d2b7c4916e83d0f3b1c9d27a64e8f0';
const operator = { token: 'local-token-of-this-workspace', user: 'ops' };
const password = 'correct horse battery';
const ada = { name: 'Ada Example', email: 'ada@example.org' };

let database: TestDatabase;
let db: Db;
let auth: Auth;
let app: FastifyInstance;
let now = new Date();
const clock = { now: () => now };

/** A register of people and posts as small as sign-in needs: who holds what, from when to when. */
const register = { people: new Map<string, { name: string; email: string | null }>(), holdings: [] as { person: string; post: string; deputy: boolean; from: Date; to: Date | null }[], appointments: [] as { post: string; givenTo: string; givenBy: string; recordedAt: Date }[] };
const people: People = {
  holdings: async (person, at) => register.holdings.filter((h) => h.person === person && h.from <= at && (h.to === null || at < h.to)).map(({ post, deputy }): HeldPost => ({ post, deputy })),
  find: async (_, person) => register.people.get(person),
  holdersOf: async (posts, at) => register.holdings.filter((h) => posts.includes(h.post) && h.from <= at && (h.to === null || at < h.to)).map((h) => register.people.get(h.person)?.name ?? h.person),
  appointments: async (post) => register.appointments.filter((a) => a.post === post),
  postExists: async (_, post) => register.holdings.some((h) => h.post === post),
  appointAdministrator: async (_, who) => {
    const known = [...register.people].find(([, p]) => p.email === who.email)?.[0] ?? 'first-administrator';
    if (!register.people.has(known)) {
      register.people.set(known, who);
      register.holdings.push({ person: known, post: 'administrator', deputy: false, from: new Date(0), to: null });
    }
    return { person: known, post: 'administrator' };
  },
};

beforeAll(async () => {
  database = await testDatabase();
  ({ db } = openDb(database.connectionString));
  auth = createAuth({ db, clock, secret, origins: () => [origin], people, operator });
  app = await buildServer({ routes: auth.routes, identify: auth.identify, stranger: auth.stranger, version: '0' });
  register.people.set('carl', { name: 'Carl Operations', email: 'carl@example.org' });
  register.holdings.push({ person: 'carl', post: 'coo', deputy: false, from: new Date(0), to: null });
});

afterAll(async () => {
  await app.close();
  await db.destroy();
  await database.drop();
});

let address = 0;
/** Each from another network address, so that the limit by address is met only where a test means it. */
const call = (method: 'GET' | 'POST' | 'DELETE', url: string, { body, ...options }: InjectOptions & { body?: object } = {}) => {
  address += 1;
  return app.inject({ method, url: `/api/v1${url}`, remoteAddress: `10.0.${address >> 8}.${address & 255}`, ...(body === undefined ? {} : { payload: body }), ...options });
};
const asOperator = { headers: { authorization: `Bearer ${operator.token}` } };
const tokenOf = (url: string) => url.split('#')[1] ?? '';
const actions = async () => (await db.selectFrom('auditEntry').select(['action', 'actorKind']).orderBy('id').execute()).map((r) => `${r.actorKind} ${r.action}`);

async function cookieOf(email: string, secretWord = password): Promise<string> {
  const answer = await call('POST', '/auth/sign-in', { body: { email, password: secretWord }, headers: { origin } });
  expect(answer.statusCode).toBe(200);
  return String(answer.headers['set-cookie']).split(';')[0] ?? '';
}

test('set-up: one link, once, for 24 hours, makes the first administrator', async () => {
  expect(await auth.needsSetUp()).toBe(true);
  expect((await call('GET', '/me')).json()).toMatchObject({ signedIn: false, needsSetUp: true, sets: [] });
  const old = await auth.createSetupLink();
  const link = await auth.createSetupLink();
  expect(link.url).toMatch(/^http:\/\/127\.0\.0\.1:4680\/set-up#[\w-]{43}$/);
  const accept = (token: string, more: object = { password, ...ada }) => call('POST', '/auth/link/accept', { body: { token, ...more }, headers: { origin } });
  expect((await accept(tokenOf(old.url))).statusCode).toBe(410);
  expect((await call('POST', '/auth/link/inspect', { body: { token: tokenOf(link.url) } })).json()).toMatchObject({ purpose: 'set-up', email: null });
  expect((await accept(tokenOf(link.url), { password: 'too short', ...ada })).statusCode).toBe(422);
  expect((await accept(tokenOf(link.url), { password })).json()).toMatchObject({ status: 422, at: { path: 'name' } });
  now = new Date(now.getTime() + 24 * 3_600_000);
  expect((await accept(tokenOf(link.url))).json()).toMatchObject({ status: 410, code: 'link-not-valid' });
  const fresh = await auth.createSetupLink();
  const answers = await Promise.all([1, 2, 3].map(() => accept(tokenOf(fresh.url))));
  expect(answers.map((a) => a.statusCode).sort()).toEqual([200, 410, 410]);
  expect(await auth.needsSetUp()).toBe(false);
  expect(await actions()).toEqual(['system link.create', 'system link.create', 'system link.create', 'system link.accept']);
});

test('sign-in, who am I, sign-out; each session start and end is on record', async () => {
  const before = (await actions()).length;
  expect((await call('POST', '/auth/sign-in', { body: { email: ada.email, password: 'wrong' } })).json()).toMatchObject({ status: 401, code: 'sign-in-failed' });
  const answer = await call('POST', '/auth/sign-in', { body: { email: 'ADA@example.org', password }, headers: { origin } });
  expect(String(answer.headers['set-cookie'])).toMatch(/^hymnsheet\.session_token=.*HttpOnly; SameSite=Lax$/);
  const cookie = String(answer.headers['set-cookie']).split(';')[0] ?? '';
  expect((await call('GET', '/me', { headers: { cookie } })).json()).toMatchObject({ signedIn: true, needsSetUp: false, kind: 'person', person: 'first-administrator', ...ada, sets: ['administrator'], posts: [{ post: 'administrator', deputy: false }] });
  const out = await call('POST', '/auth/sign-out', { headers: { cookie, origin } });
  expect(out.statusCode).toBe(200);
  expect((await call('GET', '/me', { headers: { cookie } })).json()).toMatchObject({ signedIn: false });
  expect((await actions()).slice(before)).toEqual(['person session.start', 'system session.end']);
});

test('cookies are secure where the public address is https', async () => {
  const https = createAuth({ db, clock, secret, origins: () => ['https://ops.example'], people });
  const secure = await buildServer({ routes: https.routes, identify: https.identify, stranger: https.stranger, version: '0' });
  const answer = await secure.inject({ method: 'POST', url: '/api/v1/auth/sign-in', payload: { email: ada.email, password }, headers: { origin: 'https://ops.example' } });
  expect(String(answer.headers['set-cookie'])).toMatch(/^__Secure-hymnsheet\.session_token=.*; Secure/);
  await secure.close();
});

test('a change by cookie must come from our own pages; a read need not', async () => {
  const cookie = await cookieOf(ada.email);
  const create = (headers: Record<string, string>) => call('POST', '/api-keys', { body: { name: 'x', sets: ['viewer'] }, headers: { cookie, ...headers } });
  expect((await create({})).json()).toMatchObject({ status: 403, code: 'cross-origin' });
  expect((await create({ origin: 'https://evil.example' })).statusCode).toBe(403);
  expect((await create({ origin, 'sec-fetch-site': 'cross-site' })).statusCode).toBe(403);
  expect((await create({ 'sec-fetch-site': 'same-site' })).statusCode).toBe(403);
  expect((await create({ origin, 'sec-fetch-site': 'same-origin' })).statusCode).toBe(201);
  expect((await call('GET', '/api-keys', { headers: { cookie, origin: 'https://evil.example' } })).statusCode).toBe(200);
  expect((await call('POST', '/auth/sign-in', { body: { email: ada.email, password }, headers: { origin: 'https://evil.example' } })).statusCode).toBe(403);
});

test('sign-up and every other endpoint of the library are closed', async () => {
  for (const path of ['/auth/sign-up/email', '/auth/api-key/create', '/auth/update-user', '/auth/delete-user', '/auth/get-session', '/auth/request-password-reset']) {
    expect((await call('POST', path, { body: { email: 'eve@example.org', password, name: 'Eve' }, headers: { origin } })).statusCode).toBe(404);
  }
});

test('an API key: shown once, stored as a hash, with its own sets, revoked at once', async () => {
  const made = (await call('POST', '/api-keys', { body: { name: 'monitor', sets: ['viewer', 'viewer'] }, ...asOperator })).json();
  expect(made.key).toMatch(/^hs_[a-zA-Z]{48}$/);
  const asKey = { headers: { authorization: `Bearer ${made.key}` } };
  expect((await call('GET', '/me', asKey)).json()).toMatchObject({ kind: 'key', id: made.id, sets: ['viewer'], posts: [] });
  expect((await call('GET', '/grants', asKey)).statusCode).toBe(403);
  const library = openBetterAuth({ db, secret, origins: [origin] });
  expect(await library.api.verifyApiKey({ body: { key: made.key } })).toMatchObject({ valid: true, key: { id: made.id } });
  const { rows } = await sql<{ found: number }>`select count(*)::int as found from auth.apikey k where to_jsonb(k)::text like ${`%${made.key}%`}`.execute(db);
  expect(rows[0]?.found).toBe(0);
  const listed = (await call('GET', '/api-keys', asOperator)).json().items.find((k: { id: string }) => k.id === made.id);
  expect(listed).toMatchObject({ name: 'monitor', start: made.key.slice(0, 7), sets: ['viewer'], createdBy: 'ops', revoked: false });
  expect(listed.lastUsedAt).not.toBeNull();
  expect(JSON.stringify(listed)).not.toContain(made.key);
  now = new Date(now.getTime() + 366 * 86_400_000);
  expect((await call('GET', '/me', asKey)).statusCode).toBe(401);
  now = new Date(now.getTime() - 366 * 86_400_000);
  expect((await call('DELETE', `/api-keys/${made.id}`, asOperator)).statusCode).toBe(200);
  expect((await call('GET', '/me', asKey)).json()).toMatchObject({ status: 401, code: 'sign-in-needed' });
  expect((await call('DELETE', `/api-keys/${made.id}`, asOperator)).statusCode).toBe(404);
});

test('the operator: the local token only, named as the command line says', async () => {
  expect((await call('GET', '/me', asOperator)).json()).toMatchObject({ kind: 'operator', id: 'ops', sets: ['administrator', 'editor', 'finance', 'contributor', 'viewer'] });
  expect((await call('GET', '/me', { headers: { ...asOperator.headers, 'x-hymnsheet-operator': 'root' } })).json()).toMatchObject({ id: 'root' });
  expect((await call('GET', '/me', { headers: { ...asOperator.headers, 'x-hymnsheet-operator': 'a b<script>' } })).json()).toMatchObject({ id: 'ops' });
  expect((await call('GET', '/me', { headers: { authorization: 'Bearer local-token-of-this-workspac', 'x-hymnsheet-operator': 'root' } })).statusCode).toBe(401);
});

test('a person is invited, joins, and may do what their posts are granted while they hold them', async () => {
  const invited = (await call('POST', '/sign-ins', { body: { person: 'carl' }, ...asOperator })).json();
  expect(invited).toMatchObject({ signIn: { person: 'carl', email: 'carl@example.org', state: 'invited' }, link: { url: expect.stringContaining('/invitation#') } });
  expect((await call('POST', '/sign-ins', { body: { person: 'nobody' }, ...asOperator })).json()).toMatchObject({ status: 422, value: 'nobody', at: { path: 'person' } });
  expect((await call('POST', '/sign-ins', { body: { person: 'carl', email: ada.email }, ...asOperator })).json()).toMatchObject({ status: 422, at: { path: 'email' } });
  expect((await call('POST', '/auth/link/accept', { body: { token: tokenOf(invited.link.url), password } })).json()).toEqual({ email: 'carl@example.org' });
  const cookie = await cookieOf('carl@example.org');
  const sets = async () => (await call('GET', '/me', { headers: { cookie } })).json().sets;
  expect(await sets()).toEqual([]);
  const asked = async () => (await call('GET', '/me', { headers: { cookie } })).json().ask;
  expect(await asked()).toEqual([ada.name]);

  const grant = (body: object) => call('POST', '/grants', { body, ...asOperator });
  expect((await grant({ holder: { kind: 'post', id: 'no-such-post' }, set: 'viewer' })).json()).toMatchObject({ status: 422, value: 'no-such-post' });
  expect((await grant({ holder: { kind: 'post', id: 'coo' }, set: 'viewer', from: '2020-01-01T00:00:00Z' })).json()).toMatchObject({ status: 422, at: { path: 'from' } });
  const to = new Date(now.getTime() + 3_600_000).toISOString();
  expect((await grant({ holder: { kind: 'post', id: 'coo' }, set: 'finance', to })).statusCode).toBe(201);
  const viewer = (await grant({ holder: { kind: 'post', id: 'coo' }, set: 'viewer' })).json();
  expect((await sets()).sort()).toEqual(['finance', 'viewer']);
  expect(await asked()).toEqual([]);
  now = new Date(now.getTime() + 3_600_001);
  expect(await sets()).toEqual(['viewer']);
  expect((await call('DELETE', `/grants/${viewer.id}`, asOperator)).json()).toMatchObject({ id: viewer.id, to: now.toISOString() });
  expect(await sets()).toEqual([]);
  await grant({ holder: { kind: 'post', id: 'coo' }, set: 'viewer' });
  const left = register.holdings.find((h) => h.person === 'carl');
  if (left !== undefined) left.to = now;
  expect(await sets()).toEqual([]);
  register.holdings.push({ person: 'carl', post: 'coo', deputy: true, from: now, to: null });
  expect((await call('GET', '/me', { headers: { cookie } })).json()).toMatchObject({ sets: ['viewer'], posts: [{ post: 'coo', deputy: true }] });
  const listed = (await call('GET', '/grants?limit=2', asOperator)).json();
  expect(listed.items).toHaveLength(2);
  const rest = (await call('GET', `/grants?limit=500&cursor=${listed.next}`, asOperator)).json();
  expect(rest.items.length + 2).toBe(listed.total);
});

test('the last grant that makes an administrator cannot be ended', async () => {
  const grants = (await call('GET', '/grants', asOperator)).json().items;
  const last = grants.find((g: { set: string; holder: { kind: string } }) => g.set === 'administrator' && g.holder.kind === 'post');
  expect((await call('DELETE', `/grants/${last.id}`, asOperator)).json()).toMatchObject({ status: 422, value: 'administrator' });
  const other = (await call('POST', '/grants', { body: { holder: { kind: 'post', id: 'coo' }, set: 'administrator' }, ...asOperator })).json();
  expect((await call('DELETE', `/grants/${other.id}`, asOperator)).statusCode).toBe(200);
});

test('a changed password ends the other sessions and is on record; so is a reset', async () => {
  const first = await cookieOf('carl@example.org');
  const second = await cookieOf('carl@example.org');
  const change = (current: string) => call('POST', '/auth/password', { body: { current, next: 'another horse battery' }, headers: { cookie: first, origin } });
  expect((await change('not the password')).json()).toMatchObject({ status: 401, code: 'sign-in-failed' });
  expect((await call('POST', '/auth/password', { body: { current: password, next: 'another horse battery' } })).statusCode).toBe(401);
  expect((await change(password)).statusCode).toBe(200);
  expect((await actions()).includes('person password.change')).toBe(true);
  expect((await call('GET', '/me', { headers: { cookie: second } })).json()).toMatchObject({ signedIn: false });
  const carl = (await call('GET', '/sign-ins', asOperator)).json().items.find((u: { person: string }) => u.person === 'carl');
  expect(carl).toMatchObject({ state: 'active' });
  const link = (await call('POST', `/sign-ins/${carl.id}/reset-link`, asOperator)).json();
  await cookieOf('carl@example.org', 'another horse battery');
  expect((await call('POST', '/auth/link/accept', { body: { token: tokenOf(link.url), password } })).statusCode).toBe(200);
  await cookieOf('carl@example.org');
  expect((await call('POST', '/auth/sign-in', { body: { email: 'carl@example.org', password: 'another horse battery' } })).statusCode).toBe(401);
});

test('signing asks for the password again', async () => {
  const cookie = await cookieOf('carl@example.org');
  const { id } = (await call('GET', '/me', { headers: { cookie } })).json();
  const ctx = { db, clock, actor: { kind: 'person' as const, id, sets: new Set<never>(), posts: [] } };
  await expect(auth.reauthenticate(ctx, password)).resolves.toBeUndefined();
  await expect(auth.reauthenticate(ctx, 'wrong')).rejects.toMatchObject({ code: 'sign-in-failed' });
  await expect(auth.reauthenticate({ ...ctx, actor: { ...ctx.actor, kind: 'key' } }, password)).rejects.toMatchObject({ code: 'not-allowed' });
});

test('nobody signs for a post that they gave themselves lately: by their sign-in or by a key of theirs', async () => {
  const cookie = await cookieOf('carl@example.org');
  const { id } = (await call('GET', '/me', { headers: { cookie } })).json();
  const ctx = { db, clock, actor: { kind: 'person' as const, id, sets: new Set<never>(), posts: [{ post: 'coo', deputy: false }] } };
  const hour = 3_600_000;
  const given = (givenBy: string, hours: number, givenTo = 'carl') => { register.appointments = [{ post: 'coo', givenTo, givenBy, recordedAt: new Date(now.getTime() - hours * hour) }]; };
  const self = { may: false, why: 'gave-it-to-themselves' };
  // The sign-in is not called as the person is: comparing the two would find nothing.
  expect(id).not.toBe('carl');
  given(id, 23);
  expect(await auth.maySign(ctx, 'coo')).toEqual(self);
  given(id, 25);
  expect(await auth.maySign(ctx, 'coo')).toEqual({ may: true, deputy: false });
  const { rows: [key] } = await sql<{ id: string }>`insert into auth.apikey (id, config_id, key, reference_id, enabled, rate_limit_enabled, request_count, created_at, updated_at) values ('key-of-carl', 'default', 'hash', ${id}, true, false, 0, now(), now()) returning id`.execute(db);
  given(key!.id, 1);
  expect(await auth.maySign(ctx, 'coo')).toEqual(self);
  given('root', 1);
  expect(await auth.maySign(ctx, 'coo')).toMatchObject({ may: true });
  given(id, 1, 'dora');
  expect(await auth.maySign(ctx, 'coo')).toMatchObject({ may: true });
  expect(await auth.maySign({ ...ctx, actor: { ...ctx.actor, kind: 'key', id: 'key-of-carl' } }, 'coo')).toEqual({ may: false, why: 'not-a-person' });
  expect(await auth.maySign(ctx, 'cio')).toEqual({ may: false, why: 'does-not-hold-the-post' });
});

test('ten failures for one address, from wherever, and it waits fifteen minutes', async () => {
  const attempt = async (word: string) => (await call('POST', '/auth/sign-in', { body: { email: ada.email, password: word } })).statusCode;
  for (let i = 0; i < 10; i += 1) expect(await attempt(`wrong ${i}`)).toBe(401);
  expect(await attempt(password)).toBe(429);
  now = new Date(now.getTime() + 15 * 60_000);
  expect(await attempt(password)).toBe(200);
});

test('thirty passwords at once are as few as one after another: ten are looked at, and none of the rest', async () => {
  now = new Date(now.getTime() + 15 * 60_000);
  const from = (i: number) => ({ email: ada.email, password: i === 29 ? password : `wrong ${i}` });
  const codes = await Promise.all(Array.from({ length: 30 }, async (_, i) => (await call('POST', '/auth/sign-in', { body: from(i), remoteAddress: `198.51.100.${i}` })).statusCode));
  expect(codes.filter((c) => c === 401)).toHaveLength(10);
  expect(codes.filter((c) => c === 429)).toHaveLength(20);
  now = new Date(now.getTime() + 15 * 60_000);
});

test('one network address is limited, and cannot pretend to be another', async () => {
  const codes: number[] = [];
  for (let i = 0; i < 21; i += 1) {
    const answer = await call('POST', '/auth/sign-in', { body: { email: `nobody${i}@example.org`, password: 'x' }, remoteAddress: '10.9.9.9', headers: { 'x-forwarded-for': `10.8.0.${i}`, 'x-hymnsheet-address': `10.8.0.${i}` } });
    codes.push(answer.statusCode);
  }
  expect(codes.slice(0, 20).every((c) => c === 401)).toBe(true);
  expect(codes[20]).toBe(429);
}, 90_000);

test('an ended sign-in stops at once; nobody ends their own', async () => {
  const admin = await cookieOf(ada.email);
  const cookie = await cookieOf('carl@example.org');
  const { id } = (await call('GET', '/me', { headers: { cookie } })).json();
  const { id: self } = (await call('GET', '/me', { headers: { cookie: admin } })).json();
  const end = (who: string) => call('DELETE', `/sign-ins/${who}`, { headers: { cookie: admin, origin } });
  expect((await end(self)).json()).toMatchObject({ status: 422, value: self });
  expect((await end(id)).statusCode).toBe(200);
  expect((await end(id)).statusCode).toBe(404);
  expect((await call('GET', '/me', { headers: { cookie } })).json()).toMatchObject({ signedIn: false });
  expect((await call('POST', '/auth/sign-in', { body: { email: 'carl@example.org', password } })).statusCode).toBe(401);
});

test('expired sessions and links are deleted, others stay', async () => {
  const cookie = await cookieOf(ada.email);
  const left = async () => [(await db.selectFrom('auth.session').select('id').execute()).length, (await db.selectFrom('auth.oneTimeLink').select('id').execute()).length];
  const [sessions] = await left();
  const [tidy] = auth.jobs;
  expect(parseCrontab(`${tidy?.every} ${tidy?.name}`)).toHaveLength(1);
  await tidy?.run({}, new AbortController().signal);
  // The clock of this test runs ahead of the library's, so that some sessions may have expired; the newest has not.
  expect((await call('GET', '/me', { headers: { cookie } })).json()).toMatchObject({ signedIn: true });
  now = new Date(now.getTime() + 8 * 86_400_000);
  await tidy?.run({}, new AbortController().signal);
  expect(sessions).toBeGreaterThan(0);
  expect(await left()).toEqual([0, 0]);
});

test('no password, token or key is in the audit, and no name or address', async () => {
  const { rows } = await sql<{ text: string }>`select string_agg(to_jsonb(e)::text, ' ') as text from audit_entry e`.execute(db);
  for (const word of [password, 'hs_', ada.name, ada.email, 'Carl', 'carl@']) expect(rows[0]?.text).not.toContain(word);
});

test('our tables have every column that the library wants, with a type it can use', async () => {
  const { rows } = await sql<{ table: string; column: string; type: string }>`select table_name as table, column_name as column, data_type as type from information_schema.columns where table_schema = 'auth'`.execute(db);
  const ours = new Map(rows.map((r) => [`${r.table}.${r.column}`, r.type]));
  const fits: Record<string, string[]> = { string: ['text'], boolean: ['boolean'], number: ['integer', 'bigint'], date: ['timestamp with time zone'] };
  const wanted = Object.values(getAuthTables(openBetterAuth({ db, secret, origins: [origin] }).options)).flatMap((t) => Object.entries(t.fields).map(([name, f]) => ({ column: `${t.modelName}.${(f.fieldName ?? name).replace(/[A-Z]/g, (c) => `_${c.toLowerCase()}`)}`, type: String(f.type) })));
  expect(wanted.length).toBeGreaterThan(40);
  for (const { column, type } of wanted) expect([column, fits[type]?.includes(ours.get(column) ?? '')]).toEqual([column, true]);
});
