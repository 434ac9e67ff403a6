import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LightMyRequestResponse } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { testDatabase, type TestDatabase } from '../harness/database.ts';
import { allRoutes, kinds } from '../../src/app.ts';
import { dayIn } from '../../src/organisation/index.ts';
import type { AnyRoute } from '../../src/platform/http/index.ts';
import { permissionSets } from '../../src/platform/write/index.ts';
import { openServer, type Server } from '../../src/server.ts';
import { sample } from './sample.ts';

const password = 'correct horse battery';
let database: TestDatabase;
let folder: string;
let server: Server;
let operator: Record<string, string>;

beforeAll(async () => {
  database = await testDatabase();
  folder = await mkdtemp(join(tmpdir(), 'hymnsheet-walk-'));
  await chmod(folder, 0o711);
  server = await openServer({ dataDir: join(folder, 'workspace'), databaseUrl: database.connectionString, port: 0, throwAway: true });
  operator = { authorization: `Bearer ${server.token}` };
});

afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true, force: true });
  await database.drop();
});

type Headers = Record<string, string>;
const call = (method: string, path: string, headers: Headers, payload?: unknown): Promise<LightMyRequestResponse> =>
  server.app.http.inject({ method: method as 'GET', url: `/api/v1${path}`, headers, ...(payload === undefined ? {} : { payload: payload as object }) });
const audited = async () => (await server.app.db.selectFrom('auditEntry').select((q) => q.fn.countAll<number>().as('n')).executeTakeFirstOrThrow()).n;

async function made(answer: Promise<LightMyRequestResponse>): Promise<Record<string, never>> {
  const { statusCode, body } = await answer;
  if (statusCode >= 300) throw new Error(body);
  return JSON.parse(body);
}

const keyWith = async (...sets: string[]): Promise<Headers> => ({ authorization: `Bearer ${(await made(call('POST', '/api-keys', operator, { name: 'walk', sets })))['key']}` });

/** Somebody of the register with a session, who holds a post of their own that is granted nothing. */
async function holderOf(post: string): Promise<Headers> {
  const person = `holder-of-${post}`;
  const email = `${person}@example.org`;
  const from = dayIn(new Date(), 'UTC');
  await made(call('PUT', `/people/${person}`, operator, { body: { name: person, email }, expected: null }));
  await made(call('PUT', `/posts/${post}`, operator, { body: { name: post, holders: [{ person, from }] }, expected: null }));
  const { link } = (await made(call('POST', '/sign-ins', operator, { person }))) as unknown as { link: { url: string } };
  await made(call('POST', '/auth/link/accept', {}, { token: link.url.split('#')[1], password }));
  const signedIn = await call('POST', '/auth/sign-in', { origin: server.url }, { email, password });
  return { cookie: String(signedIn.headers['set-cookie']).split(';')[0] ?? '', origin: server.url };
}

/** The routes that the server really serves, as a request that their shapes accept. */
function requests(): { route: AnyRoute; path: string; body: unknown }[] {
  const routes = allRoutes(new Proxy({ auth: server.app.auth, secret: 'x'.repeat(32), store: '' }, { get: (parts, name) => Reflect.get(parts, name) ?? {} }) as never);
  return routes.map((route) => {
    const params = route.params === undefined ? {} : ((sample(route.params as z.ZodType) ?? {}) as Record<string, string>);
    return { route, path: route.path.replaceAll(/:(\w+)/g, (_, name: string) => params[name] ?? 'walk'), body: route.body === undefined ? undefined : (sample(route.body as z.ZodType) ?? {}) };
  });
}

test('with real keys and handlers: a set that is not named is refused and nothing is written, one that is named is not refused', async () => {
  const keys = new Map<string, Headers>([['stranger', {}], ['post without a set', await holderOf('walk-nothing')]]);
  for (const set of permissionSets) keys.set(set, await keyWith(set));
  const all = requests();
  const wrong: string[] = [];
  const before = await audited();
  const walk = async (pass: 'refused' | 'let in') => {
    for (const { route, path, body } of all) for (const [name, headers] of keys) {
      const may = route.sets === 'public' || route.sets.some((s) => s === name);
      if (may !== (pass === 'let in')) continue;
      const { statusCode, body: text } = await call(route.method, path, headers, body);
      const refused = statusCode === 401 ? route.sets !== 'public' : statusCode === 403;
      if (refused === may || statusCode >= 500) wrong.push(`${route.method} ${path} by ${name}: ${statusCode} ${text.slice(0, 200)}`);
    }
  };
  await walk('refused');
  expect(await audited()).toBe(before);
  await walk('let in');
  expect(wrong).toEqual([]);
  const accepted = all.filter((r) => r.route.body !== undefined && (r.route.body as z.ZodType).safeParse(r.body).success);
  // Otherwise the walk would only meet the validation.
  expect(accepted.length / all.filter((r) => r.route.body !== undefined).length).toBeGreaterThan(0.6);
}, 120_000);

/** The least that a record of each kind with an owner says. */
const bodies: Record<string, (owner: string | undefined) => object> = {
  function: (owner) => ({ name: 'walk', criticality: 'standard', ...(owner === undefined ? {} : { owner }) }),
  process: (owner) => ({ name: 'walk', case: 'order', function: 'walk-parent', owner, zone: 'UTC' }),
  service: (owner) => ({ name: 'walk', owner, tier: 3 }),
  supplier: (owner) => ({ name: 'walk', owner }),
  incident: (owner) => ({ title: 'walk', kind: 'unplanned', impactStart: '2026-01-05T08:00:00Z', services: owner === undefined ? [] : [`walk-${owner}-service`] }),
  measure: (owner) => ({ name: 'walk', formula: 'a / b', unit: 'share', direction: 'up', ...(owner === undefined ? {} : { owner }) }),
  'process-model': (owner) => ({ name: 'walk', model: "->( 'a', 'b' )", ...(owner === undefined ? {} : { process: `walk-${owner}-process` }) }),
  'process-rule': (owner) => ({ name: 'walk', rule: { kind: 'starts-with', activity: 'a' }, ...(owner === undefined ? {} : { process: `walk-${owner}-process` }) }),
  'process-link': (owner) => ({ name: 'walk', owner, from: { process: 'walk-walk-own-process' }, to: { process: 'walk-walk-foreign-process' } }),
  'saved-view': (owner) => ({ name: 'walk', eventLog: 'walk-log', view: 'map', address: '', ...(owner === undefined ? {} : { owner }) }),
};
const walkLog = { name: 'walk', file: 'logs/walk.xes', format: 'xes', zone: 'UTC' };

test('with real sessions and records: an owner changes what is theirs, and neither another’s nor nobody’s', async () => {
  const headers = await holderOf('walk-own');
  await holderOf('walk-foreign');
  await made(call('PUT', '/functions/walk-parent', operator, { body: { name: 'parent', criticality: 'standard' }, expected: null }));
  await made(call('PUT', '/event-log-mappings/walk-log', operator, { body: walkLog, expected: null }));
  const owned = kinds.all.filter((k) => k.owned && k.ownersMayChange);
  expect(owned.map((k) => k.name).sort()).toEqual(Object.keys(bodies).sort());
  const answers: Record<string, number[]> = {};
  for (const kind of owned) {
    const body = bodies[kind.name] ?? (() => ({}));
    answers[kind.name] = [];
    for (const owner of ['walk-own', 'walk-foreign', undefined]) {
      if (owner === undefined && !kind.schema.safeParse(body(undefined)).success) continue;
      const id = `walk-${owner ?? 'nobody'}-${kind.name}`;
      const { version } = (await made(call('PUT', `/${kind.path}/${id}`, operator, { body: body(owner), expected: null }))) as unknown as { version: string };
      const changed = await call('PUT', `/${kind.path}/${id}`, headers, { body: { ...body(owner), [kind.name === 'incident' ? 'title' : 'name']: 'changed' }, expected: version });
      answers[kind.name]?.push(changed.statusCode);
    }
  }
  expect(answers).toEqual({ function: [200, 403, 403], process: [200, 403], service: [200, 403], supplier: [200, 403], measure: [200, 403, 403], incident: [200, 403], 'process-model': [200, 403], 'process-rule': [200, 403], 'process-link': [200, 403], 'saved-view': [200, 403, 403] });
});

test('with real sessions and records: a new record is put under what one owns, by the route as by the write, and under nothing else', async () => {
  const headers = await holderOf('walk-parent-own');
  await holderOf('walk-parent-foreign');
  const put = (who: Headers, path: string, body: object) => call('PUT', path, who, { body, expected: null });
  for (const post of ['walk-parent-own', 'walk-parent-foreign']) {
    await made(put(operator, `/functions/under-${post}`, { name: post, criticality: 'standard', owner: post }));
    await made(put(operator, `/services/under-${post}`, { name: post, owner: post, tier: 3 }));
  }
  // Of the processes, one's own was made a moment before.
  const processOf = (post: string | undefined) => (post === 'walk-parent-own' ? `new-${post}-process` : 'walk-walk-own-process');
  // Each kind under what somebody owns; naming oneself as owner is no reason.
  const under: Record<string, ((post: string | undefined) => object) | undefined> = {
    function: (post) => ({ name: 'new', criticality: 'standard', owner: 'walk-parent-own', ...(post === undefined ? {} : { parent: `under-${post}` }) }),
    process: (post) => ({ name: 'new', case: 'order', function: post === undefined ? 'walk-parent' : `under-${post}`, owner: 'walk-parent-own', zone: 'UTC' }),
    service: (post) => ({ name: 'new', owner: 'walk-parent-own', tier: 3, functions: post === undefined ? [] : [`under-${post}`] }),
    supplier: () => ({ name: 'new', owner: 'walk-parent-own' }),
    incident: (post) => ({ title: 'new', kind: 'unplanned', impactStart: '2026-01-05T08:00:00Z', services: [post === undefined ? 'walk-walk-own-service' : `under-${post}`] }),
    measure: () => ({ name: 'new', formula: 'a / b', unit: 'share', direction: 'up', owner: 'walk-parent-own' }),
    'process-model': (post) => ({ name: 'new', process: processOf(post), model: "->( 'a', 'b' )" }),
    'process-rule': (post) => ({ name: 'new', process: processOf(post), rule: { kind: 'starts-with', activity: 'a' } }),
    'process-link': () => ({ name: 'new', owner: 'walk-parent-own', from: { process: 'walk-walk-own-process' }, to: { process: 'walk-walk-foreign-process' } }),
    'saved-view': () => ({ name: 'new', eventLog: 'walk-log', view: 'map', address: '', owner: 'walk-parent-own' }),
  };
  const owned = kinds.all.filter((k) => k.owned && k.ownersMayChange);
  expect(owned.map((k) => k.name).sort()).toEqual(Object.keys(under).sort());
  const answers: Record<string, number[]> = {};
  for (const kind of owned) {
    answers[kind.name] = [];
    for (const post of ['walk-parent-own', 'walk-parent-foreign', undefined]) {
      const body = under[kind.name]!(post);
      const { statusCode } = await put(headers, `/${kind.path}/new-${post ?? 'nowhere'}-${kind.name}`, body);
      answers[kind.name]!.push(statusCode);
    }
  }
  expect(answers).toEqual({ function: [200, 403, 403], process: [200, 403, 403], service: [403, 403, 403], supplier: [403, 403, 403], measure: [403, 403, 403], incident: [200, 403, 403], 'process-model': [200, 403, 403], 'process-rule': [200, 403, 403], 'process-link': [403, 403, 403], 'saved-view': [403, 403, 403] });
  // What no shape can read is nobody's.
  expect((await put(headers, '/functions/new-nonsense', { parent: 7 })).statusCode).toBe(403);
});
