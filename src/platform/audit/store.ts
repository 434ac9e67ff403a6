import { sql } from 'kysely';
import type { Db, Tx } from '../db/index.ts';
import type { Actor } from '../write/actor.ts';
import { emptyChain, type ActorKind, type AuditEntryTable, type AuditHead, type AuditNote, type AuditSealTable, type ChainEntry } from './model.ts';
import type { SealedEntry } from './chain.ts';

declare module '../db/tables.ts' {
  interface Tables {
    auditEntry: AuditEntryTable;
    auditSeal: AuditSealTable;
  }
}

/** Writes the entries of one write, in its transaction. */
export async function recordAudit(tx: Tx, actor: Actor, at: Date, notes: readonly AuditNote[]): Promise<void> {
  const rows = notes.map((n) => ({ at, actorKind: actor.kind, actorId: actor.id, action: n.action, subjectKind: n.subjectKind, subjectId: n.subjectId, detail: n.detail ?? {} }));
  // One statement holds at most 65,535 parameters; an applied folder can name more records than that.
  for (let i = 0; i < rows.length; i += 5000) await tx.insertInto('auditEntry').values(rows.slice(i, i + 5000)).execute();
}

const entryColumns = sql`e.id, to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at, e.actor_kind, e.actor_id, e.action, e.subject_kind, e.subject_id, e.detail`;

/** The oldest transaction that may still be running, and whether entries of transactions from `mark` on wait for their seal. */
export async function waiting(db: Db, mark: string): Promise<{ horizon: string; any: boolean }> {
  const { rows } = await sql<{ horizon: string; any: boolean }>`
    select pg_snapshot_xmin(pg_current_snapshot())::text as horizon,
      exists (select from audit_entry e where e.tx >= ${mark}::xid8 and not exists (select from audit_seal s where s.entry_id = e.id)) as any`.execute(db);
  return rows[0] ?? { horizon: '0', any: false };
}

/** Whether this transaction is now the one that seals; the lock goes with it. */
export async function tryBeSealer(tx: Tx): Promise<boolean> {
  const { rows } = await sql<{ locked: boolean }>`select pg_try_advisory_xact_lock(hashtext('hymnsheet audit sealer')) as locked`.execute(tx);
  return rows[0]?.locked === true;
}

/** A place in the order in which entries are sealed. */
export interface SealPlace {
  readonly tx: string;
  readonly id: number;
}

/** At most `limit` visible entries without a seal after a place, in the order of sealing. */
export async function unsealed(tx: Tx, after: SealPlace, limit: number): Promise<{ entry: ChainEntry; place: SealPlace }[]> {
  const { rows } = await sql<ChainEntry & { tx: string }>`
    select ${entryColumns}, e.tx::text as tx from audit_entry e
    where (e.tx, e.id) > (${after.tx}::xid8, ${after.id}) and not exists (select from audit_seal s where s.entry_id = e.id)
    order by e.tx, e.id limit ${limit}`.execute(tx);
  return rows.map(({ tx: written, ...entry }) => ({ entry, place: { tx: written, id: entry.id } }));
}

/** The last link of the chain. */
export async function lastSeal(db: Db | Tx): Promise<{ seq: number; hash: string }> {
  const last = await db.selectFrom('auditSeal').select(['seq', 'hash']).orderBy('seq', 'desc').limit(1).executeTakeFirst();
  return last === undefined ? { seq: 0, hash: emptyChain } : { seq: last.seq, hash: last.hash.toString('hex') };
}

/** Adds links to the chain's end; the unique `seq` refuses a second sealer. */
export async function addSeals(tx: Tx, seals: readonly { seq: number; entryId: number; hash: string }[]): Promise<void> {
  await sql`insert into audit_seal (seq, entry_id, hash) select * from unnest(${seals.map((s) => s.seq)}::bigint[], ${seals.map((s) => s.entryId)}::bigint[], ${seals.map((s) => Buffer.from(s.hash, 'hex'))}::bytea[])`.execute(tx);
}

/** How many entries of transactions from `mark` on wait for their seal. */
export async function countUnsealed(db: Db, mark: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*) as n from audit_entry e where e.tx >= ${mark}::xid8 and not exists (select from audit_seal s where s.entry_id = e.id)`.execute(db);
  return rows[0]?.n ?? 0;
}

/** The chain's head as it stands; it counts all entries, which takes a third of a second for a million. */
export async function head(db: Db | Tx): Promise<AuditHead> {
  const { rows } = await sql<{ length: number; hash: Buffer | null; unsealed: number }>`
    select coalesce(max(s.seq), 0) as length, (select hash from audit_seal order by seq desc limit 1) as hash,
      (select count(*) from audit_entry) - count(*) as unsealed from audit_seal s`.execute(db);
  const row = rows[0];
  return { length: row?.length ?? 0, hash: row?.hash?.toString('hex') ?? emptyChain, unsealed: row?.unsealed ?? 0 };
}

/** The chain in order of `seq`, `size` links at a time. */
export async function* chain(db: Db, size = 5000): AsyncGenerator<SealedEntry> {
  let after = 0;
  for (;;) {
    const { rows } = await sql<Omit<ChainEntry, 'id'> & { id: number | null; seq: number; entryId: number; hash: Buffer }>`
      select s.seq, s.entry_id, s.hash, ${entryColumns} from audit_seal s left join audit_entry e on e.id = s.entry_id
      where s.seq > ${after} order by s.seq limit ${size}`.execute(db);
    for (const { seq, entryId, hash, id, ...entry } of rows) yield { seq, entryId, hash: hash.toString('hex'), entry: id === null ? undefined : { id, ...entry } };
    const last = rows.at(-1);
    if (last === undefined || rows.length < size) return;
    after = last.seq;
  }
}

export interface AuditFilter {
  readonly subjectKind?: string | undefined;
  readonly subjectId?: string | undefined;
  readonly actorKind?: ActorKind | undefined;
  readonly actorId?: string | undefined;
}

export interface AuditRow {
  readonly id: number;
  readonly at: Date;
  readonly actorKind: ActorKind;
  readonly actorId: string;
  readonly action: string;
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly detail: Record<string, unknown>;
  readonly seq: number | null;
}

/** Entries newest first, at most `limit` older than entry `before`, and how many there are in all. */
export async function listEntries(db: Db, filter: AuditFilter, { limit, before }: { limit: number; before?: number | undefined }): Promise<{ items: AuditRow[]; total: number }> {
  let query = db.selectFrom('auditEntry as e');
  if (filter.subjectKind !== undefined) query = query.where('e.subjectKind', '=', filter.subjectKind);
  if (filter.subjectId !== undefined) query = query.where('e.subjectId', '=', filter.subjectId);
  if (filter.actorKind !== undefined) query = query.where('e.actorKind', '=', filter.actorKind);
  if (filter.actorId !== undefined) query = query.where('e.actorId', '=', filter.actorId);
  const { total } = await query.select((q) => q.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  const page = before === undefined ? query : query.where('e.id', '<', before);
  const items = await page.leftJoin('auditSeal as s', 's.entryId', 'e.id').select(['e.id', 'e.at', 'e.actorKind', 'e.actorId', 'e.action', 'e.subjectKind', 'e.subjectId', 'e.detail', 's.seq']).orderBy('e.id', 'desc').limit(limit).execute();
  return { items, total };
}
