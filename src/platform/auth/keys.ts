import { randomUUID } from 'node:crypto';
import { defaultKeyHasher } from '@better-auth/api-key';
import { generateRandomString } from 'better-auth/crypto';
import { z } from 'zod';
import { problem } from '../errors/index.ts';
import { defineWrite, type PermissionSet } from '../write/index.ts';
import { createKeyInput, idParams } from './schemas.ts';
import { addGrants, addKey, disableKey, endGrant, grantsTo, type ApiKey } from './store.ts';

/** What every key begins with, so that a leaked one can be recognised. */
const prefix = 'hs_';
/** 48 letters are about 273 bits. */
const letters = 48;

export interface NewKey extends ApiKey {
  readonly key: string;
  readonly sets: readonly PermissionSet[];
}

/** Makes an API key with its permission sets. The key is in the answer and nowhere else. */
export const createKey = defineWrite<z.output<typeof createKeyInput>, NewKey>({
  name: 'api-key.create',
  input: createKeyInput,
  sets: ['administrator'],
  run: async ({ tx, clock, actor }, { name, sets, expiresInDays }) => {
    const at = clock.now();
    const key = `${prefix}${generateRandomString(letters, 'a-z', 'A-Z')}`;
    const expiresAt = expiresInDays === null ? null : new Date(at.getTime() + expiresInDays * 86_400_000);
    const row = await addKey(tx, { id: randomUUID(), name, start: key.slice(0, 7), prefix, hash: await defaultKeyHasher(key), createdBy: actor.id, at, expiresAt });
    const distinct = [...new Set(sets)];
    await addGrants(tx, distinct.map((set) => ({ holder: { kind: 'key', id: row.id }, set, from: at, to: null, grantedBy: { kind: actor.kind, id: actor.id }, grantedAt: at })));
    return { result: { ...row, key, sets: distinct }, audit: [{ action: 'api-key.create', subjectKind: 'api-key', subjectId: row.id, detail: { sets: distinct, expiresAt } }] };
  },
});

/** Revokes an API key and ends its grants; it answers no request from then on. */
export const revokeKey = defineWrite<{ id: string }, { done: true }>({
  name: 'api-key.revoke',
  input: idParams,
  sets: ['administrator'],
  run: async ({ tx, clock }, { id }) => {
    const at = clock.now();
    if (!(await disableKey(tx, id, at))) throw problem('not-found', { detail: 'No API key that still works has this id', value: id, wanted: 'the id of a key in the list' });
    for (const grant of await grantsTo(tx, 'key', [id])) await endGrant(tx, grant.id, at);
    return { result: { done: true }, audit: [{ action: 'api-key.revoke', subjectKind: 'api-key', subjectId: id }] };
  },
});
