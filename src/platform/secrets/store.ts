import { randomUUID } from 'node:crypto';
import type { Db, Tx } from '../db/index.ts';
import { problem } from '../errors/index.ts';
import type { SecretBox } from './box.ts';

interface SecretTable {
  id: string;
  about: string;
  keyId: string;
  nonce: Buffer;
  sealed: Buffer;
  createdAt: Date;
}

declare module '../db/tables.ts' {
  interface Tables {
    secret: SecretTable;
  }
}

/** Stores a secret, sealed; resolves with its id. */
export async function putSecret(tx: Tx, box: SecretBox, { text, about, at }: { text: string; about: string; at: Date }): Promise<string> {
  const id = randomUUID();
  await tx.insertInto('secret').values({ id, about, ...box.seal(text, about), createdAt: at }).execute();
  return id;
}

/** A stored secret as it was. @throws Problem `not-found`, `secret-unreadable` */
export async function openSecret(db: Db | Tx, box: SecretBox, id: string, about: string): Promise<string> {
  const row = await db.selectFrom('secret').selectAll().where('id', '=', id).executeTakeFirst();
  if (row === undefined) throw problem('not-found', { detail: 'The secret is no longer stored', value: about, wanted: 'the secret typed in again' });
  return box.open(row, about);
}

/** Destroys a stored secret. */
export async function dropSecret(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('secret').where('id', '=', id).execute();
}
