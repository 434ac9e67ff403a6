import type { Db, Tx } from '../db/index.ts';
import type { AnyKind } from './model.ts';
import { ownersOf, type Kinds, type LookUp } from './owners.ts';
import { readBody } from './read-body.ts';
import { currentRecord } from './read.ts';

const lookUpIn = (db: Db | Tx): LookUp => async (name, id) => (await currentRecord(db, { name }, id))?.body;

/** The posts that own a record as it holds; none where owners may not change records of its kind. */
export async function recordOwners(db: Db | Tx, kind: AnyKind, kinds: Kinds, id: string): Promise<string[]> {
  const now = kind.ownersMayChange ? await currentRecord(db, kind, id) : undefined;
  return now === undefined ? [] : ownersOf(kinds, kind.name, now.body, lookUpIn(db));
}

/**
 * The posts whose holders may put this: the owners of the record, or, of a new one, of those that it is put under. Naming oneself as owner
 * gives no right. The route and the write both ask here.
 */
export async function putOwners(db: Db | Tx, kind: AnyKind, kinds: Kinds, { id, body, expected }: { id: string; body: unknown; expected: string | null }): Promise<string[]> {
  if (expected !== null) return recordOwners(db, kind, kinds, id);
  await kind.readAhead?.(body);
  const read = readBody(kind, body);
  if ('faults' in read || !kind.ownersMayChange) return [];
  const owners = await Promise.all(kind.parents(read.body).map(async (p) => {
    const above = await lookUpIn(db)(p.kind, p.id);
    return above === undefined ? [] : ownersOf(kinds, p.kind, above, lookUpIn(db));
  }));
  return owners.flat();
}
