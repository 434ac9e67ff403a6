import type { FastifyInstance } from 'fastify';
import { fixedClock } from '../../src/platform/clock/index.ts';
import { buildServer, type AnyRoute } from '../../src/platform/http/index.ts';
import { permissionSets, type Actor, type Ctx, type PermissionSet } from '../../src/platform/write/index.ts';

/** Whose the record in the address is, seen from whoever asks. */
export const relations = ['own', 'foreign', 'unowned'] as const;
export type Relation = (typeof relations)[number];

/** Who asks: a stranger, or an actor who holds the post `mine`. */
export interface Asker {
  readonly name: string;
  readonly actor: Actor | undefined;
}

export interface Step {
  readonly route: AnyRoute;
  readonly asker: Asker;
  readonly relation: Relation;
}

const mine = [{ post: 'mine', deputy: false }];
const actor = (kind: Actor['kind'], sets: readonly PermissionSet[], posts: Actor['posts'] = mine): Actor => ({ kind, id: 'walker', sets: new Set(sets), posts });

/** A stranger, each set alone as person and as key, no set at all as holder and as deputy, and the operator. */
export const askers: readonly Asker[] = [
  { name: 'stranger', actor: undefined },
  ...permissionSets.flatMap((set) => [{ name: `person with ${set}`, actor: actor('person', [set]) }, { name: `key with ${set}`, actor: actor('key', [set]) }]),
  { name: 'holder without a set', actor: actor('person', []) },
  { name: 'deputy without a set', actor: actor('person', [], [{ post: 'mine', deputy: true }]) },
  { name: 'person without set or post', actor: actor('person', [], []) },
  { name: 'key without a set', actor: actor('key', []) },
  { name: 'operator', actor: actor('operator', permissionSets, []) },
];

/** The status that a route's declaration promises, worked out from DESIGN §3 and not from the code that keeps it. */
export function declaredAnswer({ route, asker, relation }: Step): 'in' | 401 | 403 {
  if (route.sets === 'public') return 'in';
  if (asker.actor === undefined) return 401;
  for (const set of route.sets) if (asker.actor.sets.has(set)) return 'in';
  const owns = route.ownerOf !== undefined && relation === 'own' && asker.actor.kind === 'person' && asker.actor.posts.some((p) => p.post === 'mine');
  return owns ? 'in' : 403;
}

/** Walks every route × every asker × own, foreign and unowned record, and resolves with the steps that were answered otherwise than declared. */
export async function walkPermissions(routes: readonly AnyRoute[]): Promise<{ steps: number; wrong: string[] }> {
  let now: Step | undefined;
  const ctx = (a: Actor): Ctx => ({ db: undefined as never, clock: fixedClock(new Date(0)), actor: a });
  const server = await buildServer({
    version: '0', stranger: ctx(actor('system', [], [])),
    routes: routes.map((r) => probe(r, () => now?.relation ?? 'unowned')),
    identify: async () => (now?.asker.actor === undefined ? undefined : ctx(now.asker.actor)),
  });
  const wrong: string[] = [];
  let steps = 0;
  for (const route of routes) for (const asker of askers) for (const relation of relations) {
    now = { route, asker, relation };
    const { statusCode } = await ask(server, route);
    const declared = declaredAnswer(now);
    steps += 1;
    if (statusCode !== (declared === 'in' ? 299 : declared)) wrong.push(`${route.method} ${route.path} by ${asker.name} on ${relation}: ${statusCode}, declared ${declared}`);
  }
  await server.close();
  return { steps, wrong };
}

/** The route with its permission as declared, and a handler that only says that it was reached. */
function probe(r: AnyRoute, relation: () => Relation): AnyRoute {
  const { params: _, query: __, body: ___, upload: ____, status: _____, headers: ______, ...rest } = r;
  const owner = { own: ['mine'], foreign: ['theirs'], unowned: [] };
  return {
    ...rest,
    ...(r.ownerOf === undefined ? {} : { ownerOf: async () => owner[relation()] }),
    response: { file: 'text/plain', description: 'reached' },
    handler: async (_ctx, { reply }) => { void reply.status(299).send('reached'); },
  };
}

function ask(server: FastifyInstance, { method, path }: AnyRoute) {
  return server.inject({ method, url: `/api/v1${path.replaceAll(/:\w+/g, 'x')}` });
}

/** A route's permission as one line for people to review. */
export function declared({ method, path, sets, ownerOf }: AnyRoute): string {
  return `${method} ${path}: ${sets === 'public' ? 'public' : sets.length === permissionSets.length ? 'any set' : sets.join(', ')}${ownerOf === undefined ? '' : ', or the owning post'}`;
}
