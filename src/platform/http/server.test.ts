import { expect, test } from 'vitest';
import { z } from 'zod';
import { fixedClock } from '../clock/index.ts';
import type { Db } from '../db/index.ts';
import { problem } from '../errors/index.ts';
import type { Actor, Ctx, PermissionSet } from '../write/index.ts';
import { buildServer, pageOf, pageQuery, readCursor, readInstant, readOffset, route, writeCursor } from './index.ts';

const actor = (...sets: PermissionSet[]): Actor => ({ kind: 'person', id: 'p1', sets: new Set(sets), posts: [{ post: 'head-of-orders', deputy: false }] });
const as = (a: Actor): Ctx => ({ db: {} as Db, clock: fixedClock(new Date(0)), actor: a });

const thing = z.object({ id: z.string(), hours: z.number() });
const routes = [
  route({ method: 'GET', path: '/things', id: 'listThings', summary: 'List things', tag: 'things', sets: ['viewer'], query: pageQuery, response: pageOf(thing), handler: async (_, { query }) => ({ items: [{ id: 'a', hours: query.limit }], total: 1, next: null }) }),
  route({ method: 'PUT', path: '/things/:id', id: 'putThing', summary: 'Change a thing', tag: 'things', sets: ['editor'], ownerOf: async (_, { id }) => (id === 'mine' ? ['head-of-orders'] : ['cfo']), params: z.object({ id: z.string() }), body: thing, response: thing, handler: async (_, { body }) => body }),
  route({ method: 'GET', path: '/broken', id: 'broken', summary: 'Break', tag: 'things', sets: 'public', response: thing, handler: async () => { throw new Error('secret detail'); } }),
  route({ method: 'GET', path: '/busy', id: 'busy', summary: 'Wait', tag: 'things', sets: 'public', response: thing, handler: async () => { throw problem('busy', { detail: 'Too many' }); } }),
  route({ method: 'GET', path: '/missing', id: 'missing', summary: 'Miss', tag: 'things', sets: 'public', response: thing, handler: async () => { throw problem('not-found', { detail: 'No thing', value: 'x', wanted: 'a' }); } }),
];

async function server(who?: Actor) {
  return buildServer({ routes, version: '0', stranger: as(actor()), identify: async () => (who === undefined ? undefined : as(who)) });
}

test('strangers, sets and owners', async () => {
  expect((await (await server()).inject('/api/v1/things')).statusCode).toBe(401);
  expect((await (await server()).inject({ method: 'PUT', url: '/api/v1/things/mine', headers: { 'content-type': 'application/json' }, payload: '{not even JSON' })).statusCode).toBe(401);
  const viewer = await server(actor('viewer'));
  expect((await viewer.inject('/api/v1/things?limit=7')).json()).toEqual({ items: [{ id: 'a', hours: 7 }], total: 1, next: null });
  const put = (id: string) => viewer.inject({ method: 'PUT', url: `/api/v1/things/${id}`, payload: { id, hours: 1 } });
  expect((await put('mine')).statusCode).toBe(200);
  expect((await viewer.inject({ method: 'PUT', url: '/api/v1/things/theirs', payload: { nonsense: true } })).statusCode).toBe(403);
  expect((await viewer.inject({ method: 'PUT', url: '/api/v1/things/mine', payload: { nonsense: true } })).statusCode).toBe(422);
  expect((await put('theirs')).json()).toMatchObject({ code: 'not-allowed', wanted: 'the set editor or the post cfo' });
});

test.each([
  [{ code: '57P03', message: 'the database system is not yet accepting connections' }, 503], [{ code: '57P01', message: 'terminating connection' }, 503], [{ code: '08006', message: 'x' }, 503],
  [{ message: 'Connection terminated unexpectedly' }, 503], [{ code: 'ECONNREFUSED', syscall: 'connect', address: '127.0.0.1', message: 'x' }, 503], [{ code: 'ENOENT', syscall: 'connect', path: '/run/.s.PGSQL.5432', message: 'x' }, 503],
  [{ code: 'ENOENT', syscall: 'open', path: '/data/part', message: 'x' }, 500], [{ code: '23505', message: 'duplicate key' }, 500], [{ message: 'nothing known' }, 500],
])('%j is answered with %i', async (what, status) => {
  const app = await buildServer({ routes: [route({ method: 'GET', path: '/x', id: 'x', summary: 'x', tag: 'x', sets: 'public', response: thing, handler: async () => { throw Object.assign(new Error(what.message), what); } })], version: '0', stranger: as(actor()), identify: async () => undefined });
  const answer = await app.inject('/api/v1/x');
  expect([answer.statusCode, answer.json().code, answer.headers['retry-after']]).toEqual(status === 503 ? [503, 'database-unreachable', '10'] : [500, 'internal', undefined]);
  expect(answer.body).not.toContain('57P0');
});

test('every fault of a body says its field, the value and what was wanted; of very many the first', async () => {
  const list = route({ method: 'POST', path: '/many', id: 'many', summary: 'Many', tag: 'things', sets: 'public', body: z.object({ n: z.array(z.number()) }), response: thing, handler: async () => ({ id: 'a', hours: 1 }) });
  const app = await buildServer({ routes: [...routes, list], version: '0', stranger: as(actor()), identify: async () => as(actor('editor')) });
  const put = (await app.inject({ method: 'PUT', url: '/api/v1/things/a', payload: { hours: 'two' } })).json();
  expect(put.errors).toEqual([{ detail: 'id is missing', wanted: 'text', at: { path: 'body.id' } }, { detail: 'hours is not valid', value: 'two', wanted: 'a number', at: { path: 'body.hours' } }]);
  expect(put).toMatchObject({ status: 422, detail: 'id is missing', wanted: 'text', at: { path: 'body.id' } });
  const post = (n: unknown[]) => app.inject({ method: 'POST', url: '/api/v1/many', payload: { n } });
  const { errors } = (await post(Array.from({ length: 1000 }, () => 'x'))).json();
  expect([errors.length, errors.at(-1)]).toEqual([51, { detail: '950 more faults are not listed', at: { path: 'body' } }]);
  expect((await app.inject({ method: 'POST', url: '/api/v1/many' })).json()).toMatchObject({ status: 422, detail: 'The body is missing', wanted: 'fields with values' });
});

test('problems are RFC 9457 and say nothing about the unforeseen', async () => {
  const app = await server(actor('viewer'));
  const missing = await app.inject('/api/v1/missing');
  expect(missing.headers['content-type']).toContain('application/problem+json');
  expect(missing.json()).toMatchObject({ status: 404, code: 'not-found', value: 'x', wanted: 'a' });
  const busy = await app.inject('/api/v1/busy');
  expect([busy.statusCode, busy.headers['retry-after'], busy.json().code]).toEqual([503, '5', 'busy']);
  expect(missing.headers['retry-after']).toBeUndefined();
  const broken = await app.inject('/api/v1/broken');
  expect(broken.statusCode).toBe(500);
  expect(broken.body).not.toContain('secret detail');
  expect((await app.inject('/api/v1/things?limit=9999')).json()).toMatchObject({ status: 422, code: 'bad-input', detail: 'limit is not valid', value: '9999', wanted: '500 or less', at: { path: 'querystring.limit' } });
  expect((await app.inject('/nowhere')).json()).toMatchObject({ status: 404 });
});

test('the description is OpenAPI 3.1 with every route', async () => {
  const app = await server();
  const doc = (await app.inject('/api/v1/openapi.json')).json();
  expect(doc.openapi).toBe('3.1.0');
  expect(Object.keys(doc.paths)).toEqual(['/things', '/things/{id}', '/broken', '/busy', '/missing']);
});

test('a cursor reads back what was written and refuses anything else', () => {
  expect(readCursor(writeCursor(['b', 2]))).toEqual(['b', 2]);
  expect(() => readCursor('rubbish')).toThrow('The cursor is not one of ours');
});

test('an offset is a whole number or refused', () => {
  expect(readOffset(undefined)).toBe(0);
  expect(readOffset(writeCursor([40]))).toBe(40);
  expect(readInstant(writeCursor(['2026-01-05T00:00:00.000Z', 'x']))).toEqual({ at: new Date('2026-01-05T00:00:00.000Z'), id: 'x' });
  for (const bad of [['y', 'x'], ['2026-01-05', 3], [5, 'x'], []]) expect(() => readInstant(writeCursor(bad))).toThrow('The cursor is not one of ours');
  for (const bad of [[-1], [1.5], ['x'], []]) expect(() => readOffset(writeCursor(bad))).toThrow('The cursor is not one of ours');
});
