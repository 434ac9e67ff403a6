import type { ActorKind } from '../audit/index.ts';
import type { Db, Tx } from '../db/index.ts';
import type { Actor } from '../write/index.ts';
import { parseRange, type Range } from './ranges.ts';

interface AllowedRangeTable {
  range: string;
  reason: string;
  allowedAt: Date;
  allowedByKind: ActorKind;
  allowedById: string;
}

declare module '../db/tables.ts' {
  interface Tables {
    allowedRange: AllowedRangeTable;
  }
}

/** Ranges that an administrator allowed, in their order. */
export async function listRanges(db: Db | Tx): Promise<AllowedRangeTable[]> {
  return db.selectFrom('allowedRange').selectAll().orderBy('range').execute();
}

/** The same, to compare with. */
export async function allowedRanges(db: Db | Tx): Promise<Range[]> {
  return (await listRanges(db)).flatMap((r) => parseRange(r.range) ?? []);
}

export async function addRange(tx: Tx, { range, reason, at, by }: { range: string; reason: string; at: Date; by: Actor }): Promise<void> {
  await tx.insertInto('allowedRange').values({ range, reason, allowedAt: at, allowedByKind: by.kind, allowedById: by.id }).onConflict((c) => c.column('range').doUpdateSet({ reason, allowedAt: at, allowedByKind: by.kind, allowedById: by.id })).execute();
}

export async function removeRange(tx: Tx, range: string): Promise<boolean> {
  const { numDeletedRows } = await tx.deleteFrom('allowedRange').where('range', '=', range).executeTakeFirst();
  return numDeletedRows === 1n;
}
