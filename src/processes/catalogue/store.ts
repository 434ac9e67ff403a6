import { sql } from 'kysely';
import type { Db, Tx } from '../../platform/db/index.ts';
import type { Actor } from '../../platform/write/index.ts';
import type { ImportReport, Mode, Reading, StagedVersion } from './model.ts';
import './tables.ts';

/** The current version of a log, or undefined before its first import. */
export async function currentVersion(db: Db | Tx, eventLog: string) {
  return db.selectFrom('eventLogCurrent as c').innerJoin('datasetVersion as v', (j) => j.onRef('v.eventLog', '=', 'c.eventLog').onRef('v.id', '=', 'c.version')).selectAll('v').where('c.eventLog', '=', eventLog).executeTakeFirst();
}

/** The current versions of all logs, by event log. */
export async function currentVersions(db: Db | Tx) {
  const rows = await db.selectFrom('eventLogCurrent as c').innerJoin('datasetVersion as v', (j) => j.onRef('v.eventLog', '=', 'c.eventLog').onRef('v.id', '=', 'c.version')).selectAll('v').execute();
  return new Map(rows.map((r) => [r.eventLog, r]));
}

/** Any version of a log, as a claim cites it. */
export async function versionOf(db: Db | Tx, eventLog: string, id: string) {
  return db.selectFrom('datasetVersion').selectAll().where('eventLog', '=', eventLog).where('id', '=', id).executeTakeFirst();
}

/** The versions of a log whose rows are still there, newest first. */
export async function keptVersions(db: Db | Tx, eventLog: string) {
  return db.selectFrom('datasetVersion').selectAll().where('eventLog', '=', eventLog).where('collectedAt', 'is', null).orderBy('importedAt', 'desc').execute();
}

/** Names a staged version in the catalogue; the same version may be there already. */
export async function addVersion(tx: Tx, v: { eventLog: string; parent: string | null; mode: Mode; fileName: string; fileSha256: string; reading: Reading; staged: StagedVersion; at: Date; by: Actor }): Promise<void> {
  await tx.insertInto('datasetVersion').values({
    id: v.staged.id, eventLog: v.eventLog, parent: v.parent === v.staged.id ? null : v.parent, mode: v.mode, manifest: JSON.stringify(v.staged.manifest), fileName: v.fileName, fileSha256: v.fileSha256,
    reading: JSON.stringify(v.reading) as unknown as Reading, events: v.staged.report.events, cases: v.staged.report.cases, firstEvent: v.staged.firstEvent, lastEvent: v.staged.lastEvent,
    report: JSON.stringify(v.staged.report) as unknown as ImportReport, importedAt: v.at, importedByKind: v.by.kind, importedById: v.by.id, collectedAt: null,
  }).onConflict((c) => c.columns(['eventLog', 'id']).doUpdateSet({ collectedAt: null })).execute();
}

/** Makes a version current where `expected` still is; false where another import was first. */
export async function flipCurrent(tx: Tx, eventLog: string, expected: string | null, version: string, at: Date): Promise<boolean> {
  if (expected === null) {
    const made = await tx.insertInto('eventLogCurrent').values({ eventLog, version, changedAt: at }).onConflict((c) => c.doNothing()).returning('version').execute();
    return made.length === 1;
  }
  const { numUpdatedRows } = await tx.updateTable('eventLogCurrent').set({ version, changedAt: at }).where('eventLog', '=', eventLog).where('version', '=', expected).executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Records a file that was received whole. */
export async function addUpload(db: Db | Tx, u: { id: string; name: string; bytes: number; sha256: string; at: Date; by: Actor }): Promise<void> {
  await db.insertInto('upload').values({ id: u.id, name: u.name, bytes: u.bytes, sha256: u.sha256, createdAt: u.at, createdByKind: u.by.kind, createdById: u.by.id }).execute();
}

/** A received file by its id, as long as it is kept. */
export async function uploadById(db: Db | Tx, id: string) {
  return db.selectFrom('upload').selectAll().where('id', '=', id).executeTakeFirst();
}

/** The last file received that had these bytes. */
export async function uploadByHash(db: Db | Tx, sha256: string) {
  return db.selectFrom('upload').selectAll().where('sha256', '=', sha256).orderBy('createdAt', 'desc').limit(1).executeTakeFirst();
}

/** Of these ids, the uploads that came since, and those that an import waits for. */
export async function uploadsStillNeeded(db: Db, ids: readonly string[], since: Date): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await db.selectFrom('upload').select('id').where(sql<boolean>`id = any(${ids}::uuid[])`)
    .where(({ or, eb, exists, selectFrom }) => or([eb('createdAt', '>=', since), exists(selectFrom('importRun').select('id').whereRef('importRun.upload', '=', 'upload.id').where('state', 'in', ['queued', 'running']))])).execute();
  return new Set(rows.map((r) => r.id));
}

/** An import by its id, whatever became of it. */
export async function importById(db: Db | Tx, id: string) {
  return db.selectFrom('importRun').selectAll().where('id', '=', id).executeTakeFirst();
}

/** Moves an import on where it is in one of `from`; false where it is not (any more). */
export async function moveImport(db: Db | Tx, id: string, from: readonly ('queued' | 'running')[], to: { state: 'running' | 'done' | 'cancelled' | 'failed'; version?: string; report?: ImportReport; problem?: Record<string, unknown>; finishedAt?: Date }): Promise<boolean> {
  const { numUpdatedRows } = await db.updateTable('importRun').set({
    state: to.state,
    ...(to.version === undefined ? {} : { version: to.version }),
    ...(to.report === undefined ? {} : { report: JSON.stringify(to.report) as unknown as ImportReport }),
    ...(to.problem === undefined ? {} : { problem: sql`${JSON.stringify(to.problem)}::jsonb` as never }),
    ...(to.finishedAt === undefined ? {} : { finishedAt: to.finishedAt }),
  }).where('id', '=', id).where('state', 'in', from).executeTakeFirst();
  return numUpdatedRows === 1n;
}
