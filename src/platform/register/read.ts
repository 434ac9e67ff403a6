import { sql, type Selectable } from 'kysely';
import type { Db, Tx } from '../db/index.ts';
import type { KindRef } from './model.ts';
import type { RecordVersion, RegisterVersionTable } from './tables.ts';

type Reader = Db | Tx;

/** Which versions are meant: as known at `knownAt`, of what held at `validAt`; without either, what holds and is known now. */
export interface AsOf {
  readonly knownAt?: Date;
  readonly validAt?: Date;
}

/** The versions of a kind that hold, in order of id; records that were retired are left out. */
export async function currentRecords<B>(db: Reader, kind: KindRef<B>, asOf: AsOf = {}): Promise<RecordVersion<B>[]> {
  const rows = await holding(db, asOf).where('kind', '=', kind.name).orderBy(slugOrder).execute();
  return rows.map((row) => version<B>(row));
}

/** The version of one record that holds, or undefined. */
export async function currentRecord<B>(db: Reader, kind: KindRef<B>, id: string, asOf: AsOf = {}): Promise<RecordVersion<B> | undefined> {
  const row = await holding(db, asOf).where('kind', '=', kind.name).where('slug', '=', id).executeTakeFirst();
  return row === undefined ? undefined : version<B>(row);
}

/** A version by its own id, as a claim cites it. */
export async function recordVersion(db: Reader, versionId: string): Promise<RecordVersion | undefined> {
  const row = await db.selectFrom('registerVersion').selectAll().where('versionId', '=', versionId).executeTakeFirst();
  return row === undefined ? undefined : version(row);
}

/** Every version of a record, newest first: what holds, what held before, and what turned out wrong. */
export async function recordHistory<B>(db: Reader, kind: KindRef<B>, id: string): Promise<RecordVersion<B>[]> {
  const rows = await db.selectFrom('registerVersion').selectAll().where('kind', '=', kind.name).where('slug', '=', id)
    .orderBy('recordedAt', 'desc').orderBy(sql`valid_from desc nulls last`).orderBy('versionId').execute();
  return rows.map((row) => version<B>(row));
}

interface PageAsked {
  readonly limit: number;
  readonly after?: string | undefined;
  /** Words in id or name. */
  readonly like?: string | undefined;
  /** Those that were retired, as they last were, instead of those that hold. */
  readonly retired?: boolean;
}

/** A page of the records that hold, or of those that were retired, after the id `after`, and how many there are in all. */
export async function pageOfRecords<B>(db: Reader, kind: KindRef<B>, { limit, after, like, retired = false }: PageAsked): Promise<{ items: RecordVersion<B>[]; total: number; next: string | null }> {
  let query = (retired ? lastOfRetired(db) : holding(db, {})).where('kind', '=', kind.name);
  if (like !== undefined) query = query.where((eb) => eb.or([eb('slug', 'ilike', contains(like)), eb(sql<string>`coalesce(body->>'name', body->>'title')`, 'ilike', contains(like))]));
  const { total } = await query.clearSelect().select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  const page = after === undefined ? query : query.where(sql<boolean>`slug > ${after} collate "C"`);
  const rows = await page.orderBy(slugOrder).limit(limit + 1).execute();
  const items = rows.slice(0, limit).map((row) => version<B>(row));
  return { items, total, next: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
}

/** The records that refer to a record now, in order. */
export async function recordsReferringTo(db: Reader, kind: string, id: string): Promise<{ kind: string; id: string }[]> {
  const rows = await db.selectFrom('registerReference').select(['kind', 'slug']).where('toKind', '=', kind).where('toSlug', '=', id).orderBy('kind').orderBy(slugOrder).execute();
  return rows.map((r) => ({ kind: r.kind, id: r.slug }));
}

// Ids sort the same in every database, whatever its collation.
const slugOrder = sql`slug collate "C"`;

function contains(words: string): string {
  return `%${words.replace(/[\\%_]/g, (c) => `\\${c}`)}%`;
}

function holding(db: Reader, { knownAt, validAt }: AsOf) {
  const query = db.selectFrom('registerVersion').selectAll();
  if (knownAt === undefined && validAt === undefined) return query.where('supersededAt', 'is', null).where('validTo', 'is', null);
  const at = validAt ?? knownAt;
  const known = knownAt === undefined
    ? query.where('supersededAt', 'is', null)
    : query.where('recordedAt', '<=', knownAt).where((eb) => eb.or([eb('supersededAt', 'is', null), eb('supersededAt', '>', knownAt)]));
  return known
    .where((eb) => eb.or([eb('validFrom', 'is', null), eb('validFrom', '<=', at as Date)]))
    .where((eb) => eb.or([eb('validTo', 'is', null), eb('validTo', '>', at as Date), ...(knownAt === undefined ? [] : [eb('closedAt', '>', knownAt)])]));
}

/** The last version of every record that was retired. */
function lastOfRetired(db: Reader) {
  return db.selectFrom('registerVersion').selectAll().where('supersededAt', 'is', null).where(sql<boolean>`
    exists (select from register_record r where r.kind = register_version.kind and r.slug = register_version.slug and r.retired_at is not null)
    and not exists (select from register_version later where later.kind = register_version.kind and later.slug = register_version.slug and later.superseded_at is null and later.valid_to > register_version.valid_to)`);
}

function version<B>(row: Selectable<RegisterVersionTable>): RecordVersion<B> {
  return {
    kind: row.kind, id: row.slug, versionId: row.versionId, body: row.body as B, hash: row.bodyHash,
    validFrom: row.validFrom, validTo: row.validTo, recordedAt: row.recordedAt, supersededAt: row.supersededAt,
    recordedBy: { kind: row.recordedByKind, id: row.recordedById }, source: row.source,
  };
}
