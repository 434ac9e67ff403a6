import { sql } from 'kysely';
import type { Tx } from '../../platform/db/index.ts';
import { bodyHash } from '../../platform/register/index.ts';

export interface StoredVersion {
  readonly versionId: string;
  readonly body: unknown;
}

/** The name and address of a person in the version recorded last, retired people too, and those of earlier versions. */
export async function lastKnown(tx: Tx, person: string): Promise<{ name: string; email: string | null; former: string[] } | undefined> {
  const rows = await tx.selectFrom('registerVersion').select('body').where('kind', '=', 'person').where('slug', '=', person).orderBy('recordedAt', 'desc').execute();
  const [now, ...earlier] = rows.map((r) => r.body as { name: string; email?: string });
  if (now === undefined) return undefined;
  const former = new Set(earlier.flatMap((b) => (b.email === undefined ? [b.name] : [b.name, b.email])));
  return { name: now.name, email: now.email ?? null, former: [...former].filter((text) => text !== now.name && text !== now.email) };
}

/** Every version of a person's record. */
export async function versionsOf(tx: Tx, person: string): Promise<StoredVersion[]> {
  return tx.selectFrom('registerVersion').select(['versionId', 'body']).where('kind', '=', 'person').where('slug', '=', person).execute();
}

/** Every version of every record of another kind that has the person's id as a text somewhere. */
export async function versionsNaming(tx: Tx, person: string): Promise<StoredVersion[]> {
  const rows = await sql<StoredVersion>`select version_id, body from register_version where kind <> 'person' and jsonb_path_exists(body, '$.** ? (@ == $id)', jsonb_build_object('id', ${person}::text))`.execute(tx);
  return rows.rows;
}

/** Lets versions be rewritten until the end of this transaction, which nothing but an erasure does. */
export async function beginErasing(tx: Tx): Promise<void> {
  await sql`select set_config('hymnsheet.erasing', 'on', true)`.execute(tx);
}

export async function endErasing(tx: Tx): Promise<void> {
  await sql`select set_config('hymnsheet.erasing', 'off', true)`.execute(tx);
}

export async function rewrite(tx: Tx, { versionId, body }: StoredVersion): Promise<void> {
  await tx.updateTable('registerVersion').set({ body: JSON.stringify(body), bodyHash: bodyHash(body) }).where('versionId', '=', versionId).execute();
}

/** Gives a person's record another id, with its versions and with what refers to it. */
export async function renamePerson(tx: Tx, from: string, to: string): Promise<void> {
  await sql`insert into register_record (kind, slug, created_at, retired_at, applied_version) select kind, ${to}, created_at, retired_at, applied_version from register_record where kind = 'person' and slug = ${from}`.execute(tx);
  await tx.updateTable('registerVersion').set({ slug: to }).where('kind', '=', 'person').where('slug', '=', from).execute();
  await tx.updateTable('registerReference').set({ slug: to }).where('kind', '=', 'person').where('slug', '=', from).execute();
  await tx.updateTable('registerReference').set({ toSlug: to }).where('toKind', '=', 'person').where('toSlug', '=', from).execute();
  await tx.deleteFrom('registerRecord').where('kind', '=', 'person').where('slug', '=', from).execute();
}
