import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { type EventEngine, openEngine } from '../../platform/event-engine/index.ts';
import { buildServer, route } from '../../platform/http/index.ts';
import { anySet, systemActor, type Ctx } from '../../platform/write/index.ts';
import { asking, idParams } from './asking.ts';
import { questionRoutes } from './routes.ts';
import { type DatasetVersion, importLog } from './versions/index.ts';

const dir = mkdtempSync(join(tmpdir(), 'hymnsheet-routes-'));
let engine: EventEngine, http: FastifyInstance, version: DatasetVersion, large: DatasetVersion;

beforeAll(async () => {
  const path = join(dir, 'log.csv');
  writeFileSync(path, `case,activity,time,org:group,cost
=1+1,register,2024-01-01T00:00:00Z,A:1,5
=1+1,decide,2024-01-01T01:00:00Z,B,
2,register,2024-02-01T00:00:00Z,B,7
2,check,2024-02-01T02:00:00Z,B,
2,decide,2024-02-03T00:00:00Z,B,
3,register,2024-03-01T00:00:00Z,,5
3,decide,2024-03-01T03:00:00Z,,
x,,2024-03-01T03:00:00Z,,
`);
  ({ version } = await importLog({ dir, source: { path }, mapping: { case: 'case', activity: 'activity', time: 'time' }, mode: 'replace' }));
  const other = join(dir, 'large.csv');
  writeFileSync(other, `case,activity,time,serial,due
1,register,2024-01-01T00:00:00Z,9007199254740993,9999-12-31T23:59:59.123456Z
1,decide,2024-01-01T01:00:00Z,-9223372036854775807,0001-01-01T00:00:00Z
2,register,2024-01-02T00:00:00Z,7,
3,register,2024-01-03T00:00:00Z,9007199254740992,2024-01-05T00:00:00Z
`);
  const attributes = [{ column: 'serial', type: 'integer' as const, of: 'event' as const }, { column: 'due', type: 'time' as const, of: 'event' as const }];
  ({ version: large } = await importLog({ dir, source: { path: other }, mapping: { case: 'case', activity: 'activity', time: 'time', attributes }, mode: 'replace' }));
  engine = await openEngine({ tempDir: dir, folders: [dir], threads: 1 });
  const ctx = { db: undefined as never, clock: { now: () => new Date() }, actor: systemActor } satisfies Ctx;
  http = await buildServer({ routes: questionRoutes({ engine, currentVersion: async (_, id) => (id === 'orders' ? version : id === 'large' ? large : undefined) }), identify: async () => ctx, stranger: ctx, version: '1' });
});
afterAll(async () => { await http.close(); await engine.close(); rmSync(dir, { recursive: true }); });

const get = async (path: string) => {
  const answer = await http.inject({ url: `/api/v1/event-logs/${path}` });
  return { status: answer.statusCode, body: String(answer.headers['content-type']).startsWith('application') ? answer.json() : answer.body };
};

test('a summary, with what was rejected', async () => {
  expect(await get('orders/summary')).toEqual({ status: 200, body: {
    events: 7, cases: 3, activities: 3, variants: 2, start: { register: 3 }, end: { decide: 3 }, firstEvent: '2024-01-01T00:00:00Z', lastEvent: '2024-03-01T03:00:00Z',
    rejected: { count: 1, examples: [{ row: 8, line: 9, reason: 'no activity: “activity” is empty', value: null }] },
  } });
});

const narrowing: [query: string, cases: number][] = [
  ['from=2024-02-01T00:00:00Z', 2], ['to=2024-02-01T00:00:00Z', 1], ['activity=check', 1], ['activity=check&activity=register', 1], ['without=check', 2], ['variant=0', 2], ['variant=0&variant=1', 3], ['top=1', 2], ['start=register&end=decide', 3], ['completedFrom=2024-02-03T00:00:00Z', 2], ['completedTo=2024-02-03T00:00:00Z', 1], ['activeFrom=2024-02-02T00:00:00Z&activeTo=2024-02-02T00:00:01Z', 1], ['minSeconds=3600&maxSeconds=10800', 2],
  ['attribute=org:group:A:1', 1], ['attribute=cost:5', 2], ['attribute=cost:7&activity=check', 1], ['attribute=cost:7&attribute=cost:5', 3], ['attributeNot=cost:5', 1], ['attributeNot=org:group:B', 1],
  ['directly=register→decide', 2], ['directly=decide→register', 0], ['eventually=register→decide', 3], ['neverDirectly=register→decide', 1], ['never=check→decide', 2],
];
test.each(narrowing)('the filter %s lets %i cases pass', async (query, cases) => {
  const { body } = await get(`orders/cases?${query}`);
  expect(body).toMatchObject({ total: cases, next: null });
});

test.each(narrowing)('the figures with the filter %s are those of %i cases', async (query, cases) => {
  expect((await get(`orders/summary?${query}`)).body.cases).toBe(cases);
});

test('the map, variants and pages of cases', async () => {
  const { body } = await get('orders/map');
  expect(body.edges[0]).toEqual({ from: 'register', to: 'decide', count: 2, mean: 7200, median: 7200, p90: 10_080, p95: 10_440, min: 3600, max: 10_800, sum: 14_400 });
  expect(body).toMatchObject({ activities: [{ name: 'decide', count: 3 }, { name: 'register', count: 3 }, { name: 'check', count: 1 }], start: { register: 3 }, end: { decide: 3 } });
  expect((await get('orders/map?variant=1')).body.edges.map((e: { from: string; to: string }) => `${e.from} ${e.to}`)).toEqual(['check decide', 'register check']);
  expect((await get('orders/variants?limit=1')).body).toEqual([{ variant: 0, count: 2, activities: ['register', 'decide'] }]);
  const one = (await get('orders/cases?limit=2')).body;
  expect(one.items.map((k: { id: string }) => k.id)).toEqual(['=1+1', '2']);
  expect((await get(`orders/cases?limit=2&cursor=${one.next}`)).body).toMatchObject({ items: [{ id: '3', variant: 0, events: 2, seconds: 10_800 }], next: null });
  expect((await get('orders/map.csv?variant=1')).body).toBe('from,to,count,median,p90,p95,mean,min,max,sum\r\ncheck,decide,1,165600,165600,165600,165600,165600,165600,165600\r\nregister,check,1,7200,7200,7200,7200,7200,7200,7200\r\n');
  expect((await get('orders/activities.csv')).body).toBe('activity,events,begins,ends\r\ndecide,3,0,3\r\nregister,3,3,0\r\ncheck,1,0,0\r\n');
  expect((await get('orders/variants.csv')).body).toBe('variant,cases,activities\r\n0,2,register → decide\r\n1,1,register → check → decide\r\n');
  expect((await get('orders/cases/2/events.csv')).body).toBe('time,activity,lifecycle,resource,org:group,cost\r\n2024-02-01T00:00:00Z,register,,,B,7\r\n2024-02-01T02:00:00Z,check,,,B,\r\n2024-02-03T00:00:00Z,decide,,,B,\r\n');
  expect((await get('orders/cases.csv')).body).toBe("case,variant,first,last,events,seconds\r\n'=1+1,0,2024-01-01T00:00:00Z,2024-01-01T01:00:00Z,2,3600\r\n2,1,2024-02-01T00:00:00Z,2024-02-03T00:00:00Z,3,172800\r\n3,0,2024-03-01T00:00:00Z,2024-03-01T03:00:00Z,2,10800\r\n");
});

test('the attributes that cases can be chosen by, and their values, the most frequent first', async () => {
  expect((await get('orders/choices')).body).toEqual({ activities: ['check', 'decide', 'register'], attributes: [{ name: 'cost', personal: false }, { name: 'org:group', personal: false }] });
  expect((await get('orders/attributes/org:group/values')).body).toEqual({ items: ['B', 'A:1'] });
  expect((await get('orders/attributes/cost/values?limit=1')).body).toEqual({ items: ['5'] });
  expect((await get('large/attributes/due/values')).body.items).toHaveLength(3);
  expect(await get('orders/attributes/weight/values')).toMatchObject({ status: 422, body: { value: 'weight' } });
});

test('the events of a case, and problems that say what was wanted', async () => {
  expect((await get('orders/cases/2/events')).body.items[0]).toEqual({ activity: 'register', time: '2024-02-01T00:00:00Z', lifecycle: null, resource: null, attributes: { 'org:group': 'B', cost: 7 } });
  expect(await get('orders/cases/9/events')).toMatchObject({ status: 404, body: { code: 'not-found', value: '9' } });
  expect(await get('nothing/summary')).toMatchObject({ status: 404 });
  expect(await get('orders/summary?attribute=weight:5')).toMatchObject({ status: 422, body: { value: 'weight', wanted: expect.stringContaining('cost') } });
  expect(await get('orders/map?activity=nothing')).toMatchObject({ status: 422, body: { value: 'nothing', wanted: expect.stringContaining('register') } });
  expect(await get('orders/map?variant=7')).toMatchObject({ status: 422, body: { value: '7', detail: expect.stringContaining('no variant') } });
  expect(await get('orders/map?directly=register')).toMatchObject({ status: 422, body: { value: 'register', wanted: 'from→to' } });
  expect(await get('orders/summary?from=yesterday')).toMatchObject({ status: 422 });
});

test('whole numbers and instants that no number holds exactly are given, and asked for, exactly', async () => {
  const attributes = async (id: string) => (await get(`large/cases/${id}/events`)).body.items.map((e: { attributes: unknown }) => e.attributes);
  expect(await attributes('1')).toEqual([{ serial: '9007199254740993', due: '9999-12-31T23:59:59.123456Z' }, { serial: '-9223372036854775807', due: '0001-01-01T00:00:00Z' }]);
  expect(await attributes('2')).toEqual([{ serial: 7, due: null }]);
  expect(await attributes('3')).toEqual([{ serial: '9007199254740992', due: '2024-01-05T00:00:00Z' }]);
  const asked = async (value: string) => (await get(`large/cases?attribute=serial:${value}`)).body.items.map((k: { id: string }) => k.id);
  expect([await asked('9007199254740993'), await asked('9007199254740992'), await asked('7'), await asked('7.0'), await asked('7.4'), await asked('seven')]).toEqual([['1'], ['3'], ['2'], ['2'], [], []]);
  expect((await get('large/map')).status).toBe(200);
  expect((await get('large/summary')).body).toMatchObject({ cases: 3, events: 4 });
});

test('a question that takes too long is ended, and says so', async () => {
  const ask = asking({ engine, currentVersion: async () => version, seconds: 0.3 });
  const ctx = { db: undefined as never, clock: { now: () => new Date() }, actor: systemActor } satisfies Ctx;
  const slow = route({ method: 'GET', path: '/slow/:id', id: 'slow', summary: 'slow', tag: 'slow', sets: anySet, params: idParams, response: z.object({ n: z.number() }), handler: (c, input) => ask(c, 'orders', input, async (connection, _, signal) => ({ n: (await connection.rows<{ n: number }>('SELECT count(*)::INTEGER AS n FROM range(1000000) a, range(1000000) b WHERE a.range % 7 = b.range % 5', [], { signal }))[0]!.n })) });
  const server = await buildServer({ routes: [slow], identify: async () => ctx, stranger: ctx, version: '1' });
  const answer = await server.inject({ url: '/api/v1/slow/x' });
  await server.close();
  expect([answer.statusCode, answer.json().code, answer.json().detail]).toEqual([422, 'too-long', 'Working this out took longer than 0.3 seconds']);
});
