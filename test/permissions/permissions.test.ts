import { expect, test } from 'vitest';
import { z } from 'zod';
import { allRoutes } from '../../src/app.ts';
import { createAuth } from '../../src/platform/auth/index.ts';
import { route, type AnyRoute } from '../../src/platform/http/index.ts';
import { anySet } from '../../src/platform/write/index.ts';
import { askers, declared, relations, walkPermissions } from './walk.ts';

/** Every route of the product; they are only looked at, so what they are made from is never asked. */
function everyRoute(): AnyRoute[] {
  const nothing = {} as never;
  const secret = 'x'.repeat(32);
  const auth = createAuth({ db: nothing, clock: nothing, secret, origins: () => ['http://127.0.0.1'], people: nothing });
  return allRoutes(new Proxy({ auth, secret, store: '' }, { get: (parts, name) => Reflect.get(parts, name) ?? {} }) as never);
}

/** What may be called without signing in, and why. */
const open: Record<string, string> = {
  'GET /me': 'says whether somebody is signed in',
  'POST /auth/sign-in': 'is how one signs in',
  'POST /auth/sign-out': 'ends what there is to end',
  'POST /auth/password': 'asks for a session itself: people without a set have one too',
  'POST /auth/link/inspect': 'asks for the one-time link',
  'POST /auth/link/accept': 'asks for the one-time link',
};

/** Changes that every set may ask for, and why. */
const anybody: Record<string, string> = {
  'POST /company-folder/plan': 'writes nothing',
  'POST /company-folder/apply': 'asks for the permission on each record',
  'POST /briefs/:id/verify': 'writes nothing',
  'POST /verifications': 'writes nothing',
  'POST /process-models/check': 'writes nothing',
};

test('every route × every set × own, foreign and unowned record is answered as declared', async () => {
  const routes = everyRoute();
  const { steps, wrong } = await walkPermissions(routes);
  expect(wrong).toEqual([]);
  expect(steps).toBe(routes.length * askers.length * relations.length);
  expect(routes.length).toBeGreaterThan(60);
});

test('the walk sees a route that lets in whom it should not', async () => {
  const shape = { summary: 's', tag: 't', response: z.object({}), handler: async () => ({}) };
  const routes = [
    route({ ...shape, method: 'GET', path: '/a', id: 'a', sets: ['editor'] }),
    route({ ...shape, method: 'PUT', path: '/b/:id', id: 'b', sets: ['editor'], ownerOf: async () => [] }),
  ];
  expect(await walkPermissions(routes)).toMatchObject({ wrong: [] });
  // A declaration that answers differently each time it is read stands for a check that is not the declared one.
  let reads = 0;
  const shifty = { ...routes[0], get sets() { reads += 1; return reads % 2 === 0 ? (['editor'] as const) : anySet; } } as AnyRoute;
  expect((await walkPermissions([shifty])).wrong.length).toBeGreaterThan(0);
});

test('what is open, and what anybody may change, is listed here with its reason', () => {
  const routes = everyRoute();
  const name = (r: AnyRoute) => `${r.method} ${r.path}`;
  expect(routes.filter((r) => r.sets === 'public').map(name).sort()).toEqual(Object.keys(open).sort());
  const changes = routes.filter((r) => r.method !== 'GET' && r.sets !== 'public' && r.sets.includes('viewer'));
  expect(changes.map(name).filter((n) => !(n in anybody))).toEqual([]);
});

test('a viewer reads everything but who may sign in, keys, grants and the audit', () => {
  const hidden = everyRoute().filter((r) => r.method === 'GET' && r.sets !== 'public' && !r.sets.includes('viewer'));
  expect(hidden.map((r) => r.path).sort()).toEqual(['/api-keys', '/audit', '/grants', '/sign-ins']);
});

test('the permissions of all routes are the reviewed ones (update with `npx vitest run -u test/permissions`)', async () => {
  await expect(`${everyRoute().map(declared).sort().join('\n')}\n`).toMatchFileSnapshot('./declared.txt');
});
