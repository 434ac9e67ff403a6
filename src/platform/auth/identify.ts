import { createHash, timingSafeEqual } from 'node:crypto';
import { defaultKeyHasher } from '@better-auth/api-key';
import type { FastifyRequest } from 'fastify';
import type { Clock } from '../clock/index.ts';
import type { Db } from '../db/index.ts';
import { problem } from '../errors/index.ts';
import { permissionSets, type Actor } from '../write/index.ts';
import { libraryHeaders, type BetterAuth } from './better.ts';
import { isSameOrigin, operatorId, setsAt } from './model.ts';
import type { People } from './people.ts';
import { grantsTo, personBehind, touchKey, usableKey } from './store.ts';

/** The local token of a live workspace (server.json) and the operating-system user that the server runs as. */
export interface Operator {
  readonly token: string;
  readonly user: string;
}

export interface IdentifyParts {
  readonly db: Db;
  readonly clock: Clock;
  readonly people: People;
  readonly library: () => BetterAuth;
  readonly origins: () => readonly string[];
  readonly operator?: Operator | undefined;
}

/** The header in which a command line says which operating-system user it runs as; believed only with the local token. */
export const operatorHeader = 'x-hymnsheet-operator';
const safe = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Who sends this request: the operator of the machine, an API key, a person with a session, or nobody.
 * @throws Problem `sign-in-needed` for a key that does not work, `cross-origin` for a write by cookie from another site.
 */
export async function identifyActor(parts: IdentifyParts, request: FastifyRequest): Promise<Actor | undefined> {
  const bearer = /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
  if (bearer !== undefined) return operatorOf(parts, bearer, request) ?? (await keyOf(parts, bearer));
  if (!(request.headers.cookie ?? '').includes('hymnsheet.session_token=')) return undefined;
  const session = await parts.library().api.getSession({ headers: libraryHeaders(request) });
  if (session === null) return undefined;
  if (!safe.has(request.method)) requireSameOrigin(parts, request);
  return personOf(parts, session.user.id);
}

/** @throws Problem `cross-origin` where a request does not come from our own pages. */
export function requireSameOrigin({ origins }: Pick<IdentifyParts, 'origins'>, { headers }: FastifyRequest): void {
  const site = headers['sec-fetch-site'];
  if (isSameOrigin({ origin: headers.origin, site: typeof site === 'string' ? site : undefined }, origins())) return;
  throw problem('cross-origin', { detail: 'A change by somebody who is signed in must come from our own pages', value: headers.origin ?? 'no Origin', wanted: origins().join(' or ') });
}

function operatorOf({ operator }: IdentifyParts, bearer: string, request: FastifyRequest): Actor | undefined {
  if (operator === undefined || !sameText(bearer, operator.token)) return undefined;
  const claimed = request.headers[operatorHeader];
  return { kind: 'operator', id: operatorId(typeof claimed === 'string' ? claimed : undefined, operator.user), sets: new Set(permissionSets), posts: [] };
}

async function keyOf({ db, clock }: IdentifyParts, bearer: string): Promise<Actor> {
  const now = clock.now();
  const key = await usableKey(db, await defaultKeyHasher(bearer), now);
  if (key === undefined) throw problem('sign-in-needed', { detail: 'This API key does not work: it is unknown, revoked or expired', wanted: 'a key from Settings → Keys' });
  await touchKey(db, key, now);
  return { kind: 'key', id: key.id, sets: setsAt(await grantsTo(db, 'key', [key.id]), now), posts: [] };
}

async function personOf({ db, clock, people }: IdentifyParts, id: string): Promise<Actor | undefined> {
  const person = await personBehind(db, id);
  if (person === undefined) return undefined;
  const now = clock.now();
  const posts = person === null ? [] : await people.holdings(person, now);
  return { kind: 'person', id, sets: setsAt(await grantsTo(db, 'post', posts.map((p) => p.post)), now), posts };
}

// Digests have one length, so that the comparison takes the same time whatever was sent.
function sameText(a: string, b: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(a), digest(b));
}
