import { pageQuery, readCursor, readInstant, route, writeCursor, type AnyRoute } from '../http/index.ts';
import type { Ctx } from '../write/index.ts';
import { endGrantNow, grantSet } from './grants.ts';
import { requireSameOrigin, type IdentifyParts } from './identify.ts';
import { createKey, revokeKey } from './keys.ts';
import { acceptLink, createSetupLink, inspectLink, type OneTimeLink } from './links.ts';
import * as s from './schemas.ts';
import { changePassword, signIn, signOut, type SessionParts } from './session.ts';
import { endSignIn, invite, resetLink } from './sign-ins.ts';
import { administratorPosts, anySignIn, grantsTo, listGrants, listKeys, listSignIns, signInById, type ApiKey, type Grant, type SignIn } from './store.ts';
import { setsAt } from './model.ts';

export interface AuthRouteParts extends IdentifyParts {
  readonly session: () => SessionParts;
}

const tag = 'sign-in';
const administrator = ['administrator'] as const;

/** Sign-in, one-time links, API keys, who can sign in, and permission grants. */
export function authRoutes(parts: AuthRouteParts): AnyRoute[] {
  return [...sessionRoutes(parts), ...linkRoutes(parts), ...keyRoutes(), ...signInRoutes(parts), ...grantRoutes(parts)];
}

function sessionRoutes(parts: AuthRouteParts): AnyRoute[] {
  return [
    route({ method: 'GET', path: '/me', id: 'getMe', summary: 'Who is signed in, with which posts and permission sets', tag, sets: 'public', response: s.meSchema, handler: (ctx) => me(parts, ctx) }),
    route({
      method: 'POST', path: '/auth/sign-in', id: 'signIn', summary: 'Sign in with address and password; the session is a cookie', tag, sets: 'public', body: s.signInInput, response: s.doneSchema,
      handler: async (_, { body, request, reply }) => { await signIn(parts.session(), body, request, reply); return { done: true as const }; },
    }),
    route({
      method: 'POST', path: '/auth/sign-out', id: 'signOut', summary: 'End this session', tag, sets: 'public', response: s.doneSchema,
      handler: async (_, { request, reply }) => { await signOut(parts.session(), request, reply); return { done: true as const }; },
    }),
    route({
      method: 'POST', path: '/auth/password', id: 'changePassword', summary: 'Change your own password and end your other sessions', tag, sets: 'public', body: s.changePasswordInput, response: s.doneSchema,
      handler: async ({ actor }, { body, request, reply }) => { await changePassword(parts.session(), actor, body, request, reply); return { done: true as const }; },
    }),
  ];
}

async function me({ people }: AuthRouteParts, { db, clock, actor }: Ctx) {
  const signedIn = actor.kind !== 'system';
  const known = actor.kind === 'person' ? await signInById(db, actor.id) : undefined;
  return {
    signedIn, needsSetUp: !signedIn && !(await anySignIn(db)), kind: actor.kind === 'system' ? null : actor.kind, id: signedIn ? actor.id : null,
    person: known?.person ?? null, name: known?.name ?? null, email: known?.email ?? null, sets: [...actor.sets], posts: actor.posts.map((p) => ({ ...p })),
    ask: actor.kind === 'person' && actor.sets.size === 0 ? [...(await people.holdersOf(await administratorPosts(db, clock.now()), clock.now()))] : [],
  };
}

function linkRoutes(parts: AuthRouteParts): AnyRoute[] {
  return [
    route({
      method: 'POST', path: '/auth/link/inspect', id: 'inspectLink', summary: 'What a one-time link is for', tag, sets: 'public', body: s.inspectInput, response: s.linkSchema,
      handler: async (ctx, { body }) => { const { purpose, email, expiresAt } = await inspectLink(ctx, body.token); return { purpose, email, expiresAt: expiresAt.toISOString() }; },
    }),
    route({
      method: 'POST', path: '/auth/link/accept', id: 'acceptLink', summary: 'Use a one-time link: choose a password, and for a set-up become the administrator', tag, sets: 'public', body: s.acceptInput, response: s.acceptedSchema,
      handler: (ctx, { body, request }) => { if (request.headers.origin !== undefined) requireSameOrigin(parts, request); return acceptLink(ctx, parts.people, body); },
    }),
    route({
      method: 'POST', path: '/auth/set-up-link', id: 'createSetupLink', summary: 'Make a one-time link that makes an administrator of whoever has it: for the first one, or one who lost the password', tag, sets: administrator, response: s.newLinkSchema, status: 201,
      handler: async (ctx) => linkOut(await createSetupLink(ctx, { origin: parts.session().origin })),
    }),
  ];
}

function keyRoutes(): AnyRoute[] {
  return [
    route({
      method: 'GET', path: '/api-keys', id: 'listApiKeys', summary: 'API keys, revoked ones as well', tag, sets: administrator, query: pageQuery, response: s.keyPage,
      handler: async ({ db, clock }, { query: { limit, cursor } }) => {
        const { items, total } = await listKeys(db, { limit, after: textCursor(cursor) });
        const grants = await grantsTo(db, 'key', items.map((k) => k.id));
        return { items: items.map((k) => keyOut(k, [...setsAt(grants.filter((g) => g.holder.id === k.id), clock.now())])), total, next: nextOf(items, limit, (k) => [k.id]) };
      },
    }),
    route({
      method: 'POST', path: '/api-keys', id: 'createApiKey', summary: 'Make an API key; it is shown once', tag, sets: administrator, body: s.createKeyInput, response: s.newKeySchema, status: 201,
      handler: async (ctx, { body }) => { const made = await createKey(ctx, body); return { ...keyOut(made, [...made.sets]), key: made.key }; },
    }),
    route({ method: 'DELETE', path: '/api-keys/:id', id: 'revokeApiKey', summary: 'Revoke an API key at once', tag, sets: administrator, params: s.idParams, response: s.doneSchema, handler: (ctx, { params }) => revokeKey(ctx, params) }),
  ];
}

function signInRoutes(parts: AuthRouteParts): AnyRoute[] {
  const inviteTo = invite(parts.people);
  return [
    route({
      method: 'GET', path: '/sign-ins', id: 'listSignIns', summary: 'People who can sign in', tag, sets: administrator, query: pageQuery, response: s.signInPage,
      handler: async ({ db }, { query: { limit, cursor } }) => {
        const { items, total } = await listSignIns(db, { limit, after: textCursor(cursor) });
        return { items: items.map(signInOut), total, next: nextOf(items, limit, (x) => [x.email]) };
      },
    }),
    route({
      method: 'POST', path: '/sign-ins', id: 'invite', summary: 'Let a person of the register sign in: a one-time link, shown once', tag, sets: administrator, body: s.inviteInput, response: s.invitedSchema, status: 201,
      handler: async (ctx, { body }) => { const made = await inviteTo(ctx, { ...body, origin: parts.session().origin }); return { signIn: signInOut(made.signIn), link: linkOut(made.link) }; },
    }),
    route({
      method: 'POST', path: '/sign-ins/:id/reset-link', id: 'createResetLink', summary: 'Make a one-time link on which somebody chooses another password', tag, sets: administrator, params: s.idParams, response: s.newLinkSchema, status: 201,
      handler: async (ctx, { params }) => linkOut(await resetLink(ctx, { ...params, origin: parts.session().origin })),
    }),
    route({ method: 'DELETE', path: '/sign-ins/:id', id: 'endSignIn', summary: 'End somebody’s sign-in and sessions at once', tag, sets: administrator, params: s.idParams, response: s.doneSchema, handler: (ctx, { params }) => endSignIn(ctx, params) }),
  ];
}

function grantRoutes({ people }: AuthRouteParts): AnyRoute[] {
  const add = grantSet(people);
  return [
    route({
      method: 'GET', path: '/grants', id: 'listGrants', summary: 'Permission sets of posts and keys, newest first, past ones as well', tag, sets: administrator, query: pageQuery, response: s.grantPage,
      handler: async ({ db }, { query: { limit, cursor } }) => {
        const { items, total } = await listGrants(db, { limit, after: grantCursor(cursor) });
        return { items: items.map(grantOut), total, next: nextOf(items, limit, (g) => [g.grantedAt.toISOString(), g.id]) };
      },
    }),
    route({ method: 'POST', path: '/grants', id: 'addGrant', summary: 'Grant a permission set to a post or a key', tag, sets: administrator, body: s.grantInput, response: s.grantSchema, status: 201, handler: async (ctx, { body }) => grantOut(await add(ctx, body)) }),
    route({ method: 'DELETE', path: '/grants/:id', id: 'endGrant', summary: 'End a grant now', tag, sets: administrator, params: s.idParams, response: s.grantSchema, handler: async (ctx, { params }) => grantOut(await endGrantNow(ctx, params)) }),
  ];
}

const iso = (d: Date | null): string | null => d?.toISOString() ?? null;
const linkOut = ({ url, expiresAt }: OneTimeLink) => ({ url, expiresAt: expiresAt.toISOString() });
const grantOut = (g: Grant) => ({ id: g.id, holder: g.holder, set: g.set, from: g.from.toISOString(), to: iso(g.to), grantedBy: g.grantedBy, grantedAt: g.grantedAt.toISOString() });
const keyOut = (k: ApiKey, sets: Grant['set'][]) => ({ id: k.id, name: k.name, start: k.start, sets, createdBy: k.createdBy, createdAt: k.createdAt.toISOString(), expiresAt: iso(k.expiresAt), lastUsedAt: iso(k.lastUsedAt), revoked: !k.enabled });
const signInOut = (u: SignIn) => ({
  id: u.id, person: u.person, name: u.name, email: u.email, state: u.endedAt !== null ? ('ended' as const) : u.hasPassword ? ('active' as const) : ('invited' as const), createdAt: u.createdAt.toISOString(), lastSignInAt: iso(u.lastSignInAt),
});

function nextOf<T>(items: readonly T[], limit: number, position: (last: T) => (string | number)[]): string | null {
  const last = items.at(-1);
  return last === undefined || items.length < limit ? null : writeCursor(position(last));
}

function textCursor(cursor: string | undefined): string | undefined {
  return cursor === undefined ? undefined : String(readCursor(cursor)[0]);
}

function grantCursor(cursor: string | undefined): { at: Date; id: string } | undefined {
  return cursor === undefined ? undefined : readInstant(cursor);
}
