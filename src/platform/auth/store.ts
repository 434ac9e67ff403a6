import { sql } from 'kysely';
import type { Db, Tx } from '../db/index.ts';
import type { PermissionSet } from '../write/index.ts';
import type { Granted, LinkPurpose } from './model.ts';
import './tables.ts';

export interface SignIn {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly person: string | null;
  readonly createdAt: Date;
  readonly endedAt: Date | null;
  readonly hasPassword: boolean;
  readonly lastSignInAt: Date | null;
}

const credential = 'credential';

function signIns(db: Db | Tx) {
  return db.selectFrom('auth.user as u').select(['u.id', 'u.name', 'u.email', 'u.person', 'u.createdAt', 'u.endedAt']).select((q) => [
    q.exists(q.selectFrom('auth.account as a').select('a.id').whereRef('a.userId', '=', 'u.id').where('a.providerId', '=', credential)).$castTo<boolean>().as('hasPassword'),
    q.selectFrom('auth.session as s').select((m) => m.fn.max('s.createdAt').as('at')).whereRef('s.userId', '=', 'u.id').as('lastSignInAt'),
  ]);
}

/** People with a sign-in by address, at most `limit` after `after`, and how many there are. */
export async function listSignIns(db: Db, { limit, after }: { limit: number; after?: string | undefined }): Promise<{ items: SignIn[]; total: number }> {
  const { total } = await db.selectFrom('auth.user').select((q) => q.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  const items = await signIns(db).$if(after !== undefined, (q) => q.where('u.email', '>', after ?? '')).orderBy('u.email').limit(limit).execute();
  return { items, total };
}

export async function signInById(db: Db | Tx, id: string): Promise<SignIn | undefined> {
  return signIns(db).where('u.id', '=', id).executeTakeFirst();
}

/** The register's person behind a sign-in that has not ended: null where it has none, undefined where there is no such sign-in. */
export async function personBehind(db: Db, id: string): Promise<string | null | undefined> {
  return (await db.selectFrom('auth.user').select('person').where('id', '=', id).where('endedAt', 'is', null).executeTakeFirst())?.person;
}

/** The persons behind actors, by actor id: behind a sign-in, ended or not, and behind a key whoever made it. */
export async function personsBehind(db: Db, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const users = db.selectFrom('auth.user').select(['id', 'person']).where('id', 'in', ids);
  const keys = db.selectFrom('auth.apikey as k').innerJoin('auth.user as u', 'u.id', 'k.referenceId').select(['k.id', 'u.person']).where('k.id', 'in', ids);
  const rows = await users.unionAll(keys).execute();
  return new Map(rows.flatMap((r) => (r.person === null ? [] : [[r.id, r.person] as const])));
}

/** Deletes sessions that have expired, with the addresses they came from, and links that stopped working; resolves with the rows deleted. */
export async function deleteExpired(db: Db, at: Date): Promise<number> {
  const sessions = await db.deleteFrom('auth.session').where('expiresAt', '<', at).executeTakeFirst();
  const links = await db.deleteFrom('auth.oneTimeLink').where('expiresAt', '<', at).executeTakeFirst();
  return Number(sessions.numDeletedRows + links.numDeletedRows);
}

/** Whether anybody can sign in, or could after following a link. */
export async function anySignIn(db: Db): Promise<boolean> {
  return (await db.selectFrom('auth.user').select('id').where('endedAt', 'is', null).limit(1).executeTakeFirst()) !== undefined;
}

/** The sign-in of a person or of an address, made or revived where there is none; resolves with its id, or undefined where the address is somebody else's. */
export async function ensureUser(tx: Tx, u: { id: string; name: string; email: string; person: string; at: Date }): Promise<string | undefined> {
  const email = u.email.toLowerCase();
  const taken = await tx.selectFrom('auth.user').select(['id', 'person']).where('email', '=', email).executeTakeFirst();
  if (taken !== undefined && taken.person !== null && taken.person !== u.person) return undefined;
  const known = taken ?? (await tx.selectFrom('auth.user').select('id').where('person', '=', u.person).executeTakeFirst());
  const row = { name: u.name, email, person: u.person, updatedAt: u.at, endedAt: null };
  if (known === undefined) await tx.insertInto('auth.user').values({ ...row, id: u.id, emailVerified: false, createdAt: u.at }).execute();
  else await tx.updateTable('auth.user').set(row).where('id', '=', known.id).execute();
  return known?.id ?? u.id;
}

/** Gives a user this password and ends their sessions. The old row goes, so that the database's own entry about changed passwords is not doubled. */
export async function setPassword(tx: Tx, { id, userId, hash, at }: { id: string; userId: string; hash: string; at: Date }): Promise<void> {
  await tx.deleteFrom('auth.account').where('userId', '=', userId).where('providerId', '=', credential).execute();
  await tx.insertInto('auth.account').values({ id, accountId: userId, providerId: credential, userId, password: hash, createdAt: at, updatedAt: at }).execute();
  await tx.deleteFrom('auth.session').where('userId', '=', userId).execute();
}

export async function passwordHash(db: Db, userId: string): Promise<string | null> {
  const row = await db.selectFrom('auth.account').select('password').where('userId', '=', userId).where('providerId', '=', credential).executeTakeFirst();
  return row?.password ?? null;
}

/** Ends a sign-in: no password, no session, no open link; false where it has ended already or never was. */
export async function endUser(tx: Tx, userId: string, at: Date): Promise<boolean> {
  const { numUpdatedRows } = await tx.updateTable('auth.user').set({ endedAt: at, updatedAt: at }).where('id', '=', userId).where('endedAt', 'is', null).executeTakeFirst();
  if (numUpdatedRows === 0n) return false;
  await tx.deleteFrom('auth.account').where('userId', '=', userId).execute();
  await tx.deleteFrom('auth.session').where('userId', '=', userId).execute();
  await tx.deleteFrom('auth.oneTimeLink').where('userId', '=', userId).where('usedAt', 'is', null).execute();
  return true;
}

/** Removes everything that names a person's sign-in; resolves with the ids removed. */
export async function eraseUser(tx: Tx, person: string): Promise<string[]> {
  const rows = await tx.deleteFrom('auth.user').where('person', '=', person).returning('id').execute();
  return rows.map((r) => r.id);
}

/** Names of people and keys by actor id, as far as they are known. */
export async function namesOf(db: Db, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const people = db.selectFrom('auth.user').select(['id', 'name']).where('id', 'in', ids);
  const rows = await people.unionAll(db.selectFrom('auth.apikey').select(['id', (q) => q.fn.coalesce('name', 'id').as('name')]).where('id', 'in', ids)).execute();
  return new Map(rows.map((r) => [r.id, r.name]));
}

export interface LinkRow {
  readonly id: string;
  readonly purpose: LinkPurpose;
  readonly userId: string | null;
  readonly email: string | null;
  readonly expiresAt: Date;
}

/** Records a link in the place of those of the same purpose and user that were not used. */
export async function addLink(tx: Tx, l: { purpose: LinkPurpose; userId: string | null; tokenHash: Buffer; at: Date; expiresAt: Date }): Promise<string> {
  await tx.deleteFrom('auth.oneTimeLink').where('purpose', '=', l.purpose).where('userId', 'is not distinct from', l.userId).where('usedAt', 'is', null).execute();
  const { id } = await tx.insertInto('auth.oneTimeLink').values({ purpose: l.purpose, userId: l.userId, tokenHash: l.tokenHash, createdAt: l.at, expiresAt: l.expiresAt, usedAt: null }).returning('id').executeTakeFirstOrThrow();
  return id;
}

/** The link of this token while it can be used. */
export async function openLink(db: Db | Tx, tokenHash: Buffer, at: Date): Promise<LinkRow | undefined> {
  return db.selectFrom('auth.oneTimeLink as l').leftJoin('auth.user as u', 'u.id', 'l.userId').select(['l.id', 'l.purpose', 'l.userId', 'l.expiresAt', 'u.email'])
    .where('l.tokenHash', '=', tokenHash).where('l.usedAt', 'is', null).where('l.expiresAt', '>', at).executeTakeFirst();
}

/** Uses a link up; false where somebody else was first, or it is too old. */
export async function spendLink(tx: Tx, id: string, at: Date): Promise<boolean> {
  const { numUpdatedRows } = await tx.updateTable('auth.oneTimeLink').set({ usedAt: at }).where('id', '=', id).where('usedAt', 'is', null).where('expiresAt', '>', at).executeTakeFirst();
  return numUpdatedRows === 1n;
}

export interface Grant extends Granted {
  readonly id: string;
  readonly holder: { readonly kind: 'post' | 'key'; readonly id: string };
  readonly grantedBy: { readonly kind: string; readonly id: string };
  readonly grantedAt: Date;
}

interface GrantRow { id: string; holderKind: 'post' | 'key'; holderId: string; permissionSet: PermissionSet; validFrom: Date; validTo: Date | null; grantedByKind: string; grantedById: string; grantedAt: Date }

const asGrant = (r: GrantRow): Grant => ({
  id: r.id, holder: { kind: r.holderKind, id: r.holderId }, set: r.permissionSet, from: r.validFrom, to: r.validTo, grantedBy: { kind: r.grantedByKind, id: r.grantedById }, grantedAt: r.grantedAt,
});

/** Grants, newest first, at most `limit` after the position `after`, and how many there are. */
export async function listGrants(db: Db, { limit, after }: { limit: number; after?: { at: Date; id: string } | undefined }): Promise<{ items: Grant[]; total: number }> {
  const { total } = await db.selectFrom('auth.permissionGrant').select((q) => q.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  const query = db.selectFrom('auth.permissionGrant').selectAll().orderBy('grantedAt', 'desc').orderBy('id', 'desc').limit(limit);
  const rows = await (after === undefined ? query : query.where((q) => q.or([q('grantedAt', '<', after.at), q.and([q('grantedAt', '=', after.at), q('id', '<', after.id)])]))).execute();
  return { items: rows.map(asGrant), total };
}

/** Every grant to these posts or to this key, past ones as well. */
export async function grantsTo(db: Db | Tx, kind: 'post' | 'key', holders: readonly string[]): Promise<Grant[]> {
  if (holders.length === 0) return [];
  const rows = await db.selectFrom('auth.permissionGrant').selectAll().where('holderKind', '=', kind).where('holderId', 'in', holders).execute();
  return rows.map(asGrant);
}

export async function addGrants(tx: Tx, grants: readonly Omit<Grant, 'id'>[]): Promise<Grant[]> {
  if (grants.length === 0) return [];
  const rows = await tx.insertInto('auth.permissionGrant').values(grants.map((g) => ({
    holderKind: g.holder.kind, holderId: g.holder.id, permissionSet: g.set, validFrom: g.from, validTo: g.to, grantedByKind: g.grantedBy.kind, grantedById: g.grantedBy.id, grantedAt: g.grantedAt,
  }))).returningAll().execute();
  return rows.map(asGrant);
}

/** Ends a grant at `at`; undefined where there is none that still runs or is to come. */
export async function endGrant(tx: Tx, id: string, at: Date): Promise<Grant | undefined> {
  const row = await tx.updateTable('auth.permissionGrant').set({ validTo: sql<Date>`greatest(${at}::timestamptz, valid_from)` }).where('id', '=', id)
    .where((q) => q.or([q('validTo', 'is', null), q('validTo', '>', at)])).returningAll().executeTakeFirst();
  return row === undefined ? undefined : asGrant(row);
}

/** How many grants to a post give the administrator's set at `at` without an end, apart from `except`; the rows stay locked in this transaction. */
export async function lastingAdministrators(tx: Tx, at: Date, except: string): Promise<number> {
  const rows = await tx.selectFrom('auth.permissionGrant').select('id').where('holderKind', '=', 'post').where('permissionSet', '=', 'administrator')
    .where('validFrom', '<=', at).where('validTo', 'is', null).orderBy('id').forUpdate().execute();
  return rows.filter((r) => r.id !== except).length;
}

/** The posts that have the administrator's set at `at`. */
export async function administratorPosts(db: Db, at: Date): Promise<string[]> {
  const rows = await db.selectFrom('auth.permissionGrant').select('holderId').distinct().where('holderKind', '=', 'post').where('permissionSet', '=', 'administrator')
    .where('validFrom', '<=', at).where((q) => q.or([q('validTo', 'is', null), q('validTo', '>', at)])).orderBy('holderId').execute();
  return rows.map((r) => r.holderId);
}

export interface ApiKey {
  readonly id: string;
  readonly name: string;
  readonly start: string;
  readonly createdBy: string;
  readonly createdAt: Date;
  readonly expiresAt: Date | null;
  readonly lastUsedAt: Date | null;
  readonly enabled: boolean;
}

const keyColumns = ['id', 'name', 'start', 'referenceId', 'createdAt', 'expiresAt', 'lastRequest', 'enabled'] as const;
const asKey = (r: { id: string; name: string | null; start: string | null; referenceId: string; createdAt: Date; expiresAt: Date | null; lastRequest: Date | null; enabled: boolean | null }): ApiKey => ({
  id: r.id, name: r.name ?? r.id, start: r.start ?? '', createdBy: r.referenceId, createdAt: r.createdAt, expiresAt: r.expiresAt, lastUsedAt: r.lastRequest, enabled: r.enabled === true,
});

export async function addKey(tx: Tx, k: { id: string; name: string; start: string; prefix: string; hash: string; createdBy: string; at: Date; expiresAt: Date | null }): Promise<ApiKey> {
  const row = await tx.insertInto('auth.apikey').values({
    id: k.id, configId: 'default', name: k.name, start: k.start, prefix: k.prefix, key: k.hash, referenceId: k.createdBy, enabled: true, rateLimitEnabled: false, requestCount: 0, expiresAt: k.expiresAt, createdAt: k.at, updatedAt: k.at,
  }).returning(keyColumns).executeTakeFirstOrThrow();
  return asKey(row);
}

/** Keys by id, revoked ones as well, at most `limit` after `after`, and how many there are. */
export async function listKeys(db: Db, { limit, after }: { limit: number; after?: string | undefined }): Promise<{ items: ApiKey[]; total: number }> {
  const { total } = await db.selectFrom('auth.apikey').select((q) => q.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  const rows = await db.selectFrom('auth.apikey').select(keyColumns).$if(after !== undefined, (q) => q.where('id', '>', after ?? '')).orderBy('id').limit(limit).execute();
  return { items: rows.map(asKey), total };
}

/** The key of this hash while it can be used. */
export async function usableKey(db: Db, hash: string, at: Date): Promise<ApiKey | undefined> {
  const row = await db.selectFrom('auth.apikey').select(keyColumns).where('key', '=', hash).where('enabled', '=', true).where((q) => q.or([q('expiresAt', 'is', null), q('expiresAt', '>', at)])).executeTakeFirst();
  return row === undefined ? undefined : asKey(row);
}

/** Notes that a key was used, at most once a minute, so that reading with a key does not write each time. */
export async function touchKey(db: Db, key: ApiKey, at: Date): Promise<void> {
  const before = new Date(at.getTime() - 60_000);
  if (key.lastUsedAt !== null && key.lastUsedAt > before) return;
  await db.updateTable('auth.apikey').set({ lastRequest: at }).where('id', '=', key.id).where((q) => q.or([q('lastRequest', 'is', null), q('lastRequest', '<=', before)])).execute();
}

/** Revokes a key; false where it is revoked already or never was. */
export async function disableKey(tx: Tx, id: string, at: Date): Promise<boolean> {
  const { numUpdatedRows } = await tx.updateTable('auth.apikey').set({ enabled: false, updatedAt: at }).where('id', '=', id).where('enabled', '=', true).executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Whether a key of this id can still be used; expired ones can be prolonged by no grant. */
export async function keyExists(tx: Tx, id: string): Promise<boolean> {
  return (await tx.selectFrom('auth.apikey').select('id').where('id', '=', id).where('enabled', '=', true).executeTakeFirst()) !== undefined;
}
