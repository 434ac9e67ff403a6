import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { folderRoutes } from '../../src/platform/company-folder/index.ts';
import { buildServer } from '../../src/platform/http/index.ts';
import { registerRoutes } from '../../src/platform/register/index.ts';
import type { Actor } from '../../src/platform/write/index.ts';
import { actor, edited, kinds, smallCompany, workspace, type Workspace } from './harness.ts';

let ws: Workspace;
let app: FastifyInstance;
let who: Actor = actor(['administrator']);
beforeAll(async () => {
  ws = await workspace();
  app = await buildServer({ routes: [...registerRoutes(kinds), ...folderRoutes(kinds)], version: '0', stranger: ws.as(actor([])), identify: async () => ws.as(who) });
});
afterAll(async () => {
  await app.close();
  await ws.close();
});

const call = async (method: 'GET' | 'PUT' | 'POST', url: string, payload?: object) => {
  const answer = await app.inject({ method, url: `/api/v1${url}`, ...(payload === undefined ? {} : { payload }) });
  return { status: answer.statusCode, body: answer.json() };
};
const sent = async (files = smallCompany()) => (await files).map((f) => ({ path: f.path, base64: Buffer.from(f.bytes).toString('base64') }));

test('a folder is planned, applied as planned, and exported', async () => {
  const planned = await call('POST', '/company-folder/plan', { files: await sent() });
  expect(planned).toMatchObject({ status: 200, body: { unchanged: 0, conflicts: [], findings: [{ kind: 'service', id: 'database-a' }] } });
  expect(planned.body.create.length).toBe(22);
  expect((await call('GET', '/services')).body.total).toBe(0);
  const applied = await call('POST', '/company-folder/apply', { files: await sent(), expected: planned.body.fingerprint });
  expect([applied.status, applied.body.fingerprint]).toEqual([200, planned.body.fingerprint]);
  const exported = await call('GET', '/company-folder');
  const again = exported.body.files.map((f: { path: string; text: string }) => ({ path: f.path, base64: Buffer.from(f.text).toString('base64') }));
  expect((await call('POST', '/company-folder/plan', { files: again })).body).toMatchObject({ unchanged: 22, create: [], update: [] });
});

test('every fault of a folder arrives with its place', async () => {
  const files = await sent(smallCompany().then((small) => edited(edited(small, 'services/print.yaml', (t) => t.replace('tier: 3', 'tier: 9')), 'company.yaml', (t) => t.replace('GBP', 'POUNDS'))));
  const { status, body } = await call('POST', '/company-folder/plan', { files });
  expect([status, body.code]).toEqual([422, 'bad-input']);
  expect(body.errors).toEqual([
    { detail: 'company: currency is not valid', value: 'POUNDS', wanted: 'an ISO 4217 currency, as GBP', at: { file: 'company.yaml', line: 3, column: 11 } },
    { detail: 'service print: tier is not valid', value: '9', wanted: '4 or less', at: { file: 'services/print.yaml', line: 4, column: 7 } },
  ]);
});

test('records are listed in pages, shown with their history, changed from the version that was seen', async () => {
  const first = await call('GET', '/services?limit=2');
  expect(first.body).toMatchObject({ total: 5, items: [{ id: 'database-a', name: 'Database A' }, { id: 'database-b' }] });
  expect((await call('GET', `/services?limit=2&cursor=${first.body.next}`)).body.items.map((i: { id: string }) => i.id)).toEqual(['erp', 'network']);
  expect((await call('GET', '/services?q=order')).body.items.map((i: { id: string }) => i.id)).toEqual(['erp']);
  const erp = (await call('GET', '/services/erp')).body;
  expect(erp.body).toMatchObject({ recoveryTime: { seconds: 14_400 }, dependencies: [{ service: 'network', strength: 'hard' }, { needs: 1 }, {}] });
  expect(erp.neededBy).toEqual([{ kind: 'incident', id: 'INC-0001' }, { kind: 'process', id: 'order-to-cash' }]);
  const changed = await call('PUT', '/services/erp', { body: { ...erp.body, tier: 2, recoveryTime: '2 h' }, expected: erp.version, from: '2026-05-04T00:00:00+01:00' });
  expect(changed).toMatchObject({ status: 200, body: { validFrom: '2026-05-03T23:00:00.000Z', body: { tier: 2, recoveryTime: { seconds: 7200 } } } });
  expect((await call('PUT', '/services/erp', { body: erp.body, expected: erp.version })).body.code).toBe('changed-meanwhile');
  expect((await call('GET', '/services/erp')).body.history.map((h: { body: { tier: number }; validTo: string | null }) => [h.body.tier, h.validTo])).toEqual([[2, null], [1, '2026-05-03T23:00:00.000Z']]);
  expect((await call('GET', '/company')).body.body).toMatchObject({ zone: 'Europe/London', discountRate: { rate: { percent: 6.5 } } });
  expect((await call('GET', '/services/none')).body).toMatchObject({ code: 'not-found', value: 'none' });
});

test('retiring and taking it back', async () => {
  const term = (await call('GET', '/terms/pick')).body;
  expect((await call('POST', '/terms/pick/retire', { expected: term.version })).body).toEqual({ retired: true });
  expect((await call('GET', '/terms')).body.total).toBe(0);
  expect((await call('GET', '/terms/pick')).body.validTo).not.toBeNull();
  expect((await call('POST', '/terms/pick/reinstate')).body).toMatchObject({ id: 'pick', validTo: null });
});

test('viewers read, owners change what is theirs, only administrators say who holds a post', async () => {
  const erp = (await call('GET', '/services/erp')).body;
  const change = () => call('PUT', '/services/erp', { body: { ...erp.body, tier: 3 }, expected: erp.version });
  who = actor(['viewer'], ['operations-director']);
  expect((await change()).status).toBe(403);
  who = actor(['viewer'], ['technology-director']);
  expect((await change()).status).toBe(200);
  who = actor(['editor']);
  const post = (await call('GET', '/posts/technology-director')).body;
  expect((await call('PUT', '/posts/technology-director', { body: post.body, expected: post.version })).status).toBe(403);
  who = actor(['administrator']);
});

test('the API describes bodies in full, and operations have one name each', async () => {
  const doc = (await app.inject('/api/v1/openapi.json')).json();
  const put = doc.paths['/services/{id}'].put;
  expect(put.requestBody.content['application/json'].schema.properties.body.required).toEqual(['name', 'owner', 'tier']);
  expect(doc.paths['/services/{id}'].get.responses['200'].content['application/json'].schema.properties.body.properties.recoveryTime.properties).toHaveProperty('seconds');
  const ids = Object.values(doc.paths as Record<string, Record<string, { operationId: string }>>).flatMap((p) => Object.values(p).map((o) => o.operationId));
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids).toEqual(expect.arrayContaining(['getCompany', 'putCompany', 'listPeople', 'getPerson', 'listServices', 'putService', 'retireService', 'listEventLogMappings', 'getEventLogMapping', 'listTerms', 'listIncidents', 'planFolder', 'applyFolder', 'exportFolder']));
});
