import { verifyPassword } from 'better-auth/crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { problem } from '../errors/index.ts';
import type { Actor, Ctx } from '../write/index.ts';
import type { Attempts } from './attempts.ts';
import { authPath, libraryHeaders, type BetterAuth } from './better.ts';
import { passwordHash } from './store.ts';

/** Sends a request on to the library and its cookies back; resolves with the status. */
async function forward(library: BetterAuth, origin: string, path: string, body: unknown, request: FastifyRequest, reply: FastifyReply): Promise<number> {
  const headers = libraryHeaders(request);
  headers.set('content-type', 'application/json');
  const response = await library.handler(new Request(`${origin}${authPath}${path}`, { method: 'POST', headers, body: JSON.stringify(body) }));
  const cookies = response.headers.getSetCookie();
  if (cookies.length > 0) reply.header('set-cookie', cookies);
  await response.arrayBuffer();
  if (response.status === 429) throw problem('too-many-attempts', { detail: 'Too many attempts from this address of the network', wanted: `another attempt in ${response.headers.get('x-retry-after') ?? '60'} s` });
  if (response.status === 403) throw problem('cross-origin', { detail: 'The sign-in must come from our own pages', value: request.headers.origin ?? 'no Origin', wanted: origin });
  return response.status;
}

export interface SessionParts {
  readonly library: BetterAuth;
  readonly origin: string;
  readonly attempts: Attempts;
}

/** One try of a password; one that broke before the password was looked at does not count. */
async function counted<T>(attempts: Attempts, who: string, look: () => Promise<T>): Promise<T> {
  attempts.begin(who);
  try {
    return await look();
  } catch (error) {
    attempts.withdrawn(who);
    throw error;
  }
}

/** Signs in with an address and a password; the session's cookie goes into the reply. @throws Problem `sign-in-failed`, `too-many-attempts`, `cross-origin`. */
export async function signIn({ library, origin, attempts }: SessionParts, { email, password }: { email: string; password: string }, request: FastifyRequest, reply: FastifyReply): Promise<void> {
  const who = email.toLowerCase();
  const status = await counted(attempts, who, () => forward(library, origin, '/sign-in/email', { email: who, password }, request, reply));
  if (status === 200) return attempts.succeeded(who);
  throw problem('sign-in-failed', { detail: 'The address and the password do not belong together', wanted: 'the address and password of a sign-in; an administrator can send a new link' });
}

/** Ends the session of this request, if it has one. */
export async function signOut({ library, origin }: SessionParts, request: FastifyRequest, reply: FastifyReply): Promise<void> {
  await forward(library, origin, '/sign-out', {}, request, reply);
}

/** Changes the password of whoever is signed in and ends their other sessions. @throws Problem `sign-in-failed` for a wrong current password. */
export async function changePassword({ library, origin, attempts }: SessionParts, actor: Actor, { current, next }: { current: string; next: string }, request: FastifyRequest, reply: FastifyReply): Promise<void> {
  if (actor.kind !== 'person') throw problem('sign-in-needed', { detail: 'Only a person with a session has a password to change', wanted: 'a sign-in with address and password' });
  const status = await counted(attempts, actor.id, () => forward(library, origin, '/change-password', { currentPassword: current, newPassword: next, revokeOtherSessions: true }, request, reply));
  if (status === 200) return attempts.succeeded(actor.id);
  throw wrongPassword();
}

/**
 * Asks a signed-in person for the password again, as each signature does.
 * @throws Problem `not-allowed` for a key or an operator, `sign-in-failed` for a wrong password, `too-many-attempts`.
 */
export async function reauthenticate({ db, actor }: Ctx, attempts: Attempts, password: string): Promise<void> {
  if (actor.kind !== 'person') throw problem('not-allowed', { detail: 'Only a person can sign', value: actor.kind, wanted: 'a sign-in with address and password' });
  const right = await counted(attempts, actor.id, async () => {
    const hash = await passwordHash(db, actor.id);
    return hash !== null && (await verifyPassword({ hash, password }));
  });
  if (right) return attempts.succeeded(actor.id);
  throw wrongPassword();
}

function wrongPassword(): Error {
  return problem('sign-in-failed', { detail: 'This is not your password', wanted: 'the password that you signed in with' });
}
