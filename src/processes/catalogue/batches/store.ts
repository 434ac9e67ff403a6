import { sql } from 'kysely';
import type { Db, Tx } from '../../../platform/db/index.ts';
import type { Actor } from '../../../platform/write/index.ts';
import type { AttributeType, Types } from './model.ts';
import type { PushedEvent } from './schemas.ts';
import type { Fold } from './tables.ts';
import './tables.ts';

/** Lets one write at a time accept batches of a log, or forget pseudonyms of it: batches keep the order in which they were acknowledged. */
export async function lockBatches(tx: Tx, eventLog: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`event-batches:${eventLog}`}, 0))`.execute(tx);
}

const shown = ['eventLog', 'key', 'bodyHash', 'events', 'state', 'version', 'fold', 'problem', 'acceptedAt', 'foldedAt', 'seq', 'tries', 'retryAt'] as const;

/** A batch without its events. */
export async function batchByKey(db: Db | Tx, eventLog: string, key: string) {
  return db.selectFrom('eventBatch').select(shown).where('eventLog', '=', eventLog).where('key', '=', key).executeTakeFirst();
}

export type BatchRow = NonNullable<Awaited<ReturnType<typeof batchByKey>>>;

/** Batches of a log, the newest first, and how many there are. */
export async function listBatches(db: Db, eventLog: string, { state, limit, before }: { state?: BatchRow['state'] | undefined; limit: number; before?: number | undefined }): Promise<{ rows: BatchRow[]; total: number }> {
  const all = db.selectFrom('eventBatch').where('eventLog', '=', eventLog).$if(state !== undefined, (q) => q.where('state', '=', state!));
  const { n } = await all.select((q) => q.fn.countAll<number>().as('n')).executeTakeFirstOrThrow();
  return { total: Number(n), rows: await all.select(shown).$if(before !== undefined, (q) => q.where('seq', '<', before!)).orderBy('seq', 'desc').limit(limit).execute() };
}

export interface NewBatch {
  readonly eventLog: string;
  readonly key: string;
  readonly bodyHash: string;
  readonly body: readonly PushedEvent[];
  readonly types: Types;
  readonly pseudonyms: readonly string[];
  readonly at: Date;
  readonly by: Actor;
}

/** Puts a batch in line; its primary key is (event log, key), so a second of the same key is an error. */
export async function addBatch(tx: Tx, b: NewBatch): Promise<void> {
  await sql`
    insert into event_batch (event_log, key, body_hash, events, body, types, pseudonyms, state, accepted_at, accepted_by_kind, accepted_by_id)
    values (${b.eventLog}, ${b.key}, ${b.bodyHash}, ${b.body.length}, ${JSON.stringify(b.body)}::jsonb, ${JSON.stringify(Object.fromEntries(b.types))}::jsonb, ${[...b.pseudonyms]}::text[], 'waiting', ${b.at}, ${b.by.kind}, ${b.by.id})`.execute(tx);
}

/** Types of attributes that batches of a log bring which are not in it yet. */
export async function waitingTypes(tx: Tx, eventLog: string): Promise<[string, AttributeType][]> {
  const { rows } = await sql<{ name: string; type: AttributeType }>`
    select distinct on (t.key) t.key as name, t.value as type from event_batch b, jsonb_each_text(b.types) t where b.event_log = ${eventLog} and b.state = 'waiting' order by t.key, b.seq`.execute(tx);
  return rows.map((r) => [r.name, r.type]);
}

/** Pseudonyms of batches of a log that are not in it yet. */
export async function waitingPseudonyms(tx: Tx, eventLog: string): Promise<string[]> {
  const { rows } = await sql<{ p: string }>`select distinct unnest(pseudonyms) as p from event_batch where event_log = ${eventLog} and state = 'waiting'`.execute(tx);
  return rows.map((r) => r.p);
}

/** How often batches of a log were folded since an instant. */
export async function foldsSince(tx: Tx, eventLog: string, since: Date): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(distinct version)::int as n from event_batch where event_log = ${eventLog} and version is not null and folded_at > ${since}`.execute(tx);
  return rows[0]?.n ?? 0;
}

/** Takes the oldest batches that wait and whose time has come, up to so many events, and counts that they were begun. */
export async function beginBatches(db: Db, eventLog: string, mostEvents: number, now: Date) {
  const { rows } = await sql<{ key: string; seq: number; body: PushedEvent[]; types: Record<string, AttributeType>; attempts: number; tries: number; acceptedByKind: Actor['kind']; acceptedById: string }>`
    update event_batch b set attempts = attempts + 1
    from (select key, sum(events) over (order by seq) - events as before from event_batch where event_log = ${eventLog} and state = 'waiting' and (retry_at is null or retry_at <= ${now})) w
    where b.event_log = ${eventLog} and b.key = w.key and w.before < ${mostEvents}
    returning b.key, b.seq, b.body, b.types, b.attempts, b.tries, b.accepted_by_kind, b.accepted_by_id`.execute(db);
  return rows.sort((a, b) => Number(a.seq) - Number(b.seq));
}

export type Begun = Awaited<ReturnType<typeof beginBatches>>[number];

/** Records that batches are in a version; their events are kept no longer than that. */
export async function batchesFolded(tx: Tx, eventLog: string, keys: readonly string[], { version, fold, at }: { version: string; fold: Fold; at: Date }): Promise<number> {
  const { numAffectedRows } = await sql`
    update event_batch set state = 'folded', body = null, pseudonyms = '{}', problem = null, retry_at = null, version = ${version}, fold = ${JSON.stringify(fold)}::jsonb, folded_at = ${at}
    where event_log = ${eventLog} and key = any(${[...keys]}::text[]) and state = 'waiting'`.execute(tx);
  return Number(numAffectedRows ?? 0);
}

/** Records why a batch is not in the log, and when it is tried again; without a time, not by itself. */
export async function batchFailed(tx: Tx, eventLog: string, key: string, problem: Record<string, unknown>, retryAt: Date | null): Promise<void> {
  await sql`update event_batch set state = ${retryAt === null ? 'failed' : 'waiting'}, tries = tries + 1, attempts = 0, retry_at = ${retryAt}, problem = ${JSON.stringify(problem)}::jsonb where event_log = ${eventLog} and key = ${key} and state = 'waiting'`.execute(tx);
}

/** Records why batches are not in the log yet; they are tried again, and that this try ended does not count against them. */
export async function batchesWaitOn(db: Db, eventLog: string, keys: readonly string[], problem: unknown): Promise<void> {
  await sql`update event_batch set attempts = greatest(attempts - 1, 0), problem = ${JSON.stringify(problem)}::jsonb where event_log = ${eventLog} and key = any(${[...keys]}::text[]) and state = 'waiting'`.execute(db);
}

/** Lets failed batches of a log wait once more, all or one by its key; resolves with their number. */
export async function putBack(tx: Tx, eventLog: string, key: string | undefined): Promise<number> {
  const { numUpdatedRows } = await tx.updateTable('eventBatch').set({ state: 'waiting', tries: 0, attempts: 0, retryAt: null }).where('eventLog', '=', eventLog).where('state', '=', 'failed').$if(key !== undefined, (q) => q.where('key', '=', key!)).executeTakeFirst();
  return Number(numUpdatedRows);
}

/** Logs with batches that wait and whose time has come. */
export async function logsWaiting(db: Db, now: Date): Promise<string[]> {
  return (await db.selectFrom('eventBatch').select('eventLog').distinct().where('state', '=', 'waiting').where(({ or, eb }) => or([eb('retryAt', 'is', null), eb('retryAt', '<=', now)])).execute()).map((r) => r.eventLog);
}

interface NotIn {
  readonly waiting: number;
  readonly retrying: number;
  readonly nextTryAt: Date | null;
  readonly failed: number;
  readonly why: string | null;
}

/** Of each log, how many batches wait, are tried again and have failed, and why the last one did. */
export async function batchesNotIn(db: Db): Promise<Map<string, NotIn>> {
  const { rows } = await sql<NotIn & { eventLog: string }>`
    select event_log, count(*) filter (where state = 'waiting' and retry_at is null)::int as waiting, count(*) filter (where state = 'waiting' and retry_at is not null)::int as retrying, min(retry_at) filter (where state = 'waiting') as next_try_at, count(*) filter (where state = 'failed')::int as failed, (array_agg(problem ->> 'detail' order by seq desc) filter (where problem is not null))[1] as why
    from event_batch where state <> 'folded' group by event_log`.execute(db);
  return new Map(rows.map((r) => [r.eventLog, r]));
}

/** Forgets batches that were accepted before an instant and wait no longer; resolves with their number. */
export async function forgetBatches(db: Db, before: Date): Promise<number> {
  const { numAffectedRows } = await sql`delete from event_batch where state <> 'waiting' and accepted_at < ${before}`.execute(db);
  return Number(numAffectedRows ?? 0);
}
