import { sql } from 'kysely';
import type { Tx } from '../db/index.ts';
import type { Actor } from '../write/index.ts';
import { bodyHash } from './canonical.ts';
import type { AnyKind } from './model.ts';
import type { RecordSource } from './tables.ts';

/** A record that is about to be written. */
export interface NewVersion {
  readonly kind: AnyKind;
  readonly id: string;
  readonly body: unknown;
  readonly source: RecordSource;
  /** Null: since ever. */
  readonly validFrom: Date | null;
}

const chunk = 2000;

/** Changes of records wait for each other only where they meet: all wait while a company folder is applied, those of one kind for each other. */
export async function lockForChange(tx: Tx, kind: string): Promise<void> {
  await sql`lock table register_record in row exclusive mode`.execute(tx);
  await sql`select pg_advisory_xact_lock(4681, hashtext(${kind}))`.execute(tx);
}

/** Nothing else changes a register until this transaction ends; reading goes on. */
export async function lockAll(tx: Tx): Promise<void> {
  await sql`lock table register_record in share row exclusive mode`.execute(tx);
}

/** Inserts records that never were; false where one of them was (its id is not reused). */
export async function insertRecords(tx: Tx, records: readonly { kind: string; id: string }[], at: Date): Promise<boolean> {
  let inserted = 0;
  for (let i = 0; i < records.length; i += chunk) {
    const rows = records.slice(i, i + chunk).map((r) => ({ kind: r.kind, slug: r.id, createdAt: at }));
    const done = await tx.insertInto('registerRecord').values(rows).onConflict((c) => c.doNothing()).returning('slug').execute();
    inserted += done.length;
  }
  return inserted === records.length;
}

/** Inserts versions and gives their ids and hashes in the same order. */
export async function insertVersions(tx: Tx, versions: readonly NewVersion[], actor: Actor, at: Date): Promise<{ versionId: string; hash: string }[]> {
  const made: { versionId: string; hash: string }[] = [];
  for (let i = 0; i < versions.length; i += chunk) {
    const rows = versions.slice(i, i + chunk).map((v) => ({
      versionId: crypto.randomUUID(), kind: v.kind.name, slug: v.id, body: JSON.stringify(v.body), bodyHash: bodyHash(v.body),
      validFrom: v.validFrom, recordedAt: at, recordedByKind: actor.kind, recordedById: actor.id, source: JSON.stringify(v.source) as unknown as RecordSource,
    }));
    await tx.insertInto('registerVersion').values(rows).execute();
    made.push(...rows.map((r) => ({ versionId: r.versionId, hash: r.bodyHash })));
  }
  await replaceReferences(tx, versions);
  return made;
}

async function replaceReferences(tx: Tx, versions: readonly NewVersion[]): Promise<void> {
  await removeReferences(tx, versions.map((v) => ({ kind: v.kind.name, id: v.id })));
  const rows = versions.flatMap((v) => {
    const targets = new Map(v.kind.references(v.body).map((r) => [`${r.kind} ${r.id}`, r]));
    return [...targets.values()].map((r) => ({ kind: v.kind.name, slug: v.id, toKind: r.kind, toSlug: r.id }));
  });
  for (let i = 0; i < rows.length; i += chunk) await tx.insertInto('registerReference').values(rows.slice(i, i + chunk)).execute();
}

/** A retired record refers to nothing. */
export async function removeReferences(tx: Tx, records: readonly { kind: string; id: string }[]): Promise<void> {
  for (const [kind, ids] of byKind(records)) await tx.deleteFrom('registerReference').where('kind', '=', kind).where(sql<boolean>`slug = any(${ids})`).execute();
}

/** Supersedes open versions (they were wrong); the count tells whether all of them were still open. */
export async function supersede(tx: Tx, versionIds: readonly string[], at: Date): Promise<number> {
  if (versionIds.length === 0) return 0;
  const done = await tx.updateTable('registerVersion').set({ supersededAt: at }).where(sql<boolean>`version_id = any(${versionIds}::uuid[])`).where('supersededAt', 'is', null).where('validTo', 'is', null).executeTakeFirst();
  return Number(done.numUpdatedRows);
}

/** Ends open versions at `validTo` (things changed); the count tells whether all of them were still open. */
export async function closeVersions(tx: Tx, versionIds: readonly string[], validTo: Date, at: Date): Promise<number> {
  if (versionIds.length === 0) return 0;
  const done = await tx.updateTable('registerVersion').set({ validTo, closedAt: at }).where(sql<boolean>`version_id = any(${versionIds}::uuid[])`).where('supersededAt', 'is', null).where('validTo', 'is', null).executeTakeFirst();
  return Number(done.numUpdatedRows);
}

/** Marks records as retired, or as back where `at` is null. */
export async function setRetired(tx: Tx, records: readonly { kind: string; id: string }[], at: Date | null): Promise<void> {
  for (const [kind, ids] of byKind(records)) await tx.updateTable('registerRecord').set({ retiredAt: at }).where('kind', '=', kind).where(sql<boolean>`slug = any(${ids})`).execute();
}

/** Remembers the versions that a company folder agrees with. */
export async function setApplied(tx: Tx, applied: readonly { kind: string; id: string; versionId: string }[]): Promise<void> {
  for (let i = 0; i < applied.length; i += chunk) {
    const part = applied.slice(i, i + chunk);
    await sql`update register_record r set applied_version = a.version
      from unnest(${part.map((a) => a.kind)}::text[], ${part.map((a) => a.id)}::text[], ${part.map((a) => a.versionId)}::uuid[]) as a (kind, slug, version)
      where r.kind = a.kind and r.slug = a.slug`.execute(tx);
  }
}

/** Locks the records that a body refers to against being retired, and gives those that are missing or retired. */
export async function missingTargets(tx: Tx, targets: readonly { kind: string; id: string }[]): Promise<Set<string>> {
  const missing = new Set(targets.map((t) => `${t.kind} ${t.id}`));
  for (const [kind, ids] of byKind(targets)) {
    const found = await tx.selectFrom('registerRecord').select('slug').where('kind', '=', kind).where(sql<boolean>`slug = any(${ids})`).where('retiredAt', 'is', null).forShare().execute();
    for (const { slug } of found) missing.delete(`${kind} ${slug}`);
  }
  return missing;
}

/** The record's row, locked, or undefined where there never was one. */
export async function lockRecord(tx: Tx, kind: string, id: string): Promise<{ retiredAt: Date | null } | undefined> {
  return tx.selectFrom('registerRecord').select('retiredAt').where('kind', '=', kind).where('slug', '=', id).forUpdate().executeTakeFirst();
}

function byKind(records: readonly { kind: string; id: string }[]): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const { kind, id } of records) {
    const ids = groups.get(kind);
    if (ids === undefined) groups.set(kind, [id]);
    else ids.push(id);
  }
  return groups;
}
