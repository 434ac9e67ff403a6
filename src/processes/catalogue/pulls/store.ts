import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Db, Tx } from '../../../platform/db/index.ts';
import type { Actor } from '../../../platform/write/index.ts';
import type { Rejected } from '../model.ts';
import type { PullReport, PullRunTable, PullTable } from './tables.ts';
import './tables.ts';

export type Pull = PullTable;
export type PullRun = PullRunTable;

const json = (value: unknown) => sql`${JSON.stringify(value)}::jsonb` as never;
const going = ['queued', 'running'] as const;

/** A pull by its id; undefined where there is none or it was removed. */
export async function pullById(db: Db | Tx, id: string): Promise<Pull | undefined> {
  return db.selectFrom('pull').selectAll().where('id', '=', id).where('state', '<>', 'removed').executeTakeFirst();
}

/** All pulls that were not removed. */
export async function listPulls(db: Db): Promise<Pull[]> {
  return db.selectFrom('pull').selectAll().where('state', '<>', 'removed').orderBy('id').execute();
}

/** Adds a pull; false where its id is taken, or was once. */
export async function addPull(tx: Tx, p: Pick<Pull, 'id' | 'definition' | 'columns' | 'secret'>, at: Date): Promise<boolean> {
  const made = await tx.insertInto('pull').values({
    id: p.id, revision: 1, definition: json(p.definition), eventLog: p.definition.eventLog, columns: json(p.columns), secret: p.secret, state: 'active', cursor: null, failures: 0, problem: null, lastDoneAt: null, nextAt: at, createdAt: at,
  }).onConflict((c) => c.doNothing()).returning('id').execute();
  return made.length === 1;
}

/** Changes a pull that still is at a revision; false where somebody was first. */
export async function changePull(tx: Tx, id: string, revision: number, to: Partial<Pick<Pull, 'definition' | 'columns' | 'secret' | 'state' | 'cursor' | 'nextAt' | 'failures'>>): Promise<boolean> {
  const { definition, columns, ...plain } = to;
  const { numUpdatedRows } = await tx.updateTable('pull').set({ ...plain, revision: revision + 1, ...(definition === undefined ? {} : { definition: json(definition), eventLog: definition.eventLog }), ...(columns === undefined ? {} : { columns: json(columns) }) })
    .where('id', '=', id).where('revision', '=', revision).where('state', '<>', 'removed').executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Pauses or resumes, which is no change of what is pulled; false where there is no such pull. */
export async function setPullState(tx: Tx, id: string, state: 'active' | 'paused', nextAt: Date | null): Promise<boolean> {
  const { numUpdatedRows } = await tx.updateTable('pull').set({ state, nextAt }).where('id', '=', id).where('state', '<>', 'removed').executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Pulls whose time has come and that are not under way. */
export async function pullsDue(db: Db, now: Date): Promise<string[]> {
  const rows = await db.selectFrom('pull').select('id').where('state', '=', 'active').where('nextAt', '<=', now).where(({ not, exists, selectFrom }) => not(exists(selectFrom('pullRun').select('id').whereRef('pullRun.pull', '=', 'pull.id').where('pullRun.state', 'in', going)))).execute();
  return rows.map((r) => r.id);
}

/** Queues a run of a pull; undefined where one is queued or under way already: there is one at a time. */
export async function addRun(tx: Tx, pull: Pick<Pull, 'id' | 'eventLog'>, at: Date, by: Pick<Actor, 'kind' | 'id'>): Promise<string | undefined> {
  const [made] = await tx.insertInto('pullRun').values({
    id: randomUUID(), pull: pull.id, eventLog: pull.eventLog, state: 'queued', askedByKind: by.kind, askedById: by.id, queuedAt: at, startedAt: null, finishedAt: null, cursorBefore: null, cursorAfter: null, rows: null, complete: null, version: null, report: null, rejected: null, problem: null,
  }).onConflict((c) => c.doNothing()).returning('id').execute();
  return made?.id;
}

export async function runById(db: Db | Tx, id: string): Promise<PullRun | undefined> {
  return db.selectFrom('pullRun').selectAll().where('id', '=', id).executeTakeFirst();
}

/** Runs of a pull, the newest first. */
export async function listRuns(db: Db, pull: string, { from, limit }: { from: number; limit: number }): Promise<{ rows: PullRun[]; total: number }> {
  const { n } = await db.selectFrom('pullRun').select((q) => q.fn.countAll<number>().as('n')).where('pull', '=', pull).executeTakeFirstOrThrow();
  return { total: Number(n), rows: await db.selectFrom('pullRun').selectAll().where('pull', '=', pull).orderBy('queuedAt', 'desc').orderBy('id').offset(from).limit(limit).execute() };
}

/** Of each pull its newest run. */
export async function newestRuns(db: Db): Promise<Map<string, PullRun>> {
  const rows = await db.selectFrom('pullRun').selectAll().distinctOn('pull').orderBy('pull').orderBy('queuedAt', 'desc').orderBy('id').execute();
  return new Map(rows.map((r) => [r.pull, r]));
}

/** Runs that never ended and that no job will end: each was begun as often as may be. */
export async function abandonedRuns(db: Db): Promise<{ id: string; pull: string }[]> {
  const { rows } = await sql<{ id: string; pull: string }>`
    select id, pull from pull_run r where state in ('queued', 'running')
      and not exists (select from graphile_worker.jobs j where j.key in ('pull:' || r.id, 'pull_in:' || r.id) and (j.attempts < j.max_attempts or j.locked_at is not null))`.execute(db);
  return rows;
}

/** A run begins, also one that a killed server left; false where it is over. */
export async function beginRun(db: Db, id: string, { at, cursor }: { at: Date; cursor: string | null }): Promise<boolean> {
  const { numUpdatedRows } = await db.updateTable('pullRun').set({ state: 'running', startedAt: at, cursorBefore: cursor }).where('id', '=', id).where('state', 'in', going).executeTakeFirst();
  return numUpdatedRows === 1n;
}

export interface RunEnd {
  readonly state: 'done' | 'failed' | 'cancelled';
  readonly at: Date;
  readonly rows?: number;
  readonly complete?: boolean;
  readonly cursor?: string | null;
  readonly version?: string | null;
  readonly report?: PullReport;
  readonly rejected?: readonly Rejected[];
  readonly problem?: Record<string, unknown>;
}

/** A run ends; false where it is over already. */
export async function endRun(tx: Db | Tx, id: string, e: RunEnd): Promise<boolean> {
  const { numUpdatedRows } = await tx.updateTable('pullRun').set({
    state: e.state, finishedAt: e.at, rows: e.rows ?? null, complete: e.complete ?? null, cursorAfter: e.cursor ?? null, version: e.version ?? null,
    ...(e.report === undefined ? {} : { report: json(e.report) }), ...(e.rejected === undefined ? {} : { rejected: json(e.rejected) }), ...(e.problem === undefined ? {} : { problem: json(e.problem) }),
  }).where('id', '=', id).where('state', 'in', going).executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Cancels the run of a pull that is under way; resolves with it. */
export async function endRunOf(tx: Tx, pull: string, at: Date): Promise<string | undefined> {
  return (await tx.updateTable('pullRun').set({ state: 'cancelled', finishedAt: at }).where('pull', '=', pull).where('state', 'in', going).returning('id').executeTakeFirst())?.id;
}

/** A pull has read up to a cursor; false where it was changed since. */
export async function advance(tx: Tx, id: string, revision: number, { cursor, at, next }: { cursor: string | null; at: Date; next: Date }): Promise<boolean> {
  const { numUpdatedRows } = await tx.updateTable('pull').set({ cursor, failures: 0, problem: null, lastDoneAt: at, nextAt: next }).where('id', '=', id).where('revision', '=', revision).where('state', '<>', 'removed').executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** A pull failed: why, how often in a row, and when it is tried again. */
export async function setFailed(tx: Tx, id: string, { failures, why, next }: { failures: number; why: Record<string, unknown>; next: Date }): Promise<void> {
  await tx.updateTable('pull').set({ failures, problem: json(why), nextAt: next }).where('id', '=', id).where('state', '<>', 'removed').execute();
}

/** How many runs of a pull ended, and how many of those found nothing new, failed or were cancelled. */
export interface RunCount {
  readonly pull: string;
  readonly runs: number;
  readonly foundNothing: number;
  readonly failed: number;
  readonly cancelled: number;
}

/** Forgets runs that ended before an instant; resolves with what they were, by pull. */
export async function forgetRuns(tx: Tx, before: Date): Promise<RunCount[]> {
  const gone = await tx.deleteFrom('pullRun').where('finishedAt', '<', before).returning(['pull', 'state', 'rows']).execute();
  return [...new Set(gone.map((r) => r.pull))].sort().map((pull) => {
    const of = gone.filter((r) => r.pull === pull), n = (state: string) => of.filter((r) => r.state === state).length;
    return { pull, runs: of.length, foundNothing: of.filter((r) => r.state === 'done' && r.rows === 0).length, failed: n('failed'), cancelled: n('cancelled') };
  });
}

/** Whether a run ended before an instant. */
export async function hasOldRuns(db: Db, before: Date): Promise<boolean> {
  return (await db.selectFrom('pullRun').select('id').where('finishedAt', '<', before).limit(1).executeTakeFirst()) !== undefined;
}
