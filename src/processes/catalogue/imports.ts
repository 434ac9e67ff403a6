import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { sql } from 'kysely';
import { z } from 'zod';
import { Problem, problem } from '../../platform/errors/index.ts';
import { queueJob, type Job } from '../../platform/jobs/index.ts';
import { sharePseudonyms } from '../../platform/personal/index.ts';
import type { Clock } from '../../platform/clock/index.ts';
import type { Db } from '../../platform/db/index.ts';
import { defineWrite, systemActor, type Actor, type Ctx, type WriteCtx } from '../../platform/write/index.ts';
import type { EventFiles } from './event-files.ts';
import type { ImportProgress, ImportReport, ImportRequest, Mode, Reading } from './model.ts';
import { publish, type KeepPseudonyms } from './publish.ts';
import { currentVersion, importById, moveImport, uploadById, versionOf } from './store.ts';
import { findUpload, uploadPath } from './uploads.ts';

export interface ImportParts {
  readonly db: Db;
  readonly clock: Clock;
  readonly dataDir: string;
  readonly files: EventFiles;
  readonly keepPseudonyms: KeepPseudonyms;
}

const job = 'import';
/** How often an import is begun that never ends: a file that the server dies of must not stop it for ever. */
const mostBegun = 6;
/** Who may bring events into a log. */
export const importers = ['administrator', 'editor', 'contributor'] as const;

/** An import as it is asked for; `current` is the version that the log had then. */
export interface QueuedImport {
  readonly upload: string;
  readonly eventLog: string;
  readonly mode: Mode;
  readonly reading: Reading;
  readonly current: string | null;
  /** The version whose objects are flattened anew; the upload is then where they came from. */
  readonly from?: ImportRequest['from'];
}

/** Imports of this process: how far they are, and how they are cancelled. */
export class Imports {
  readonly #parts: ImportParts;
  readonly #running = new Map<string, { progress: ImportProgress; cancel: AbortController }>();

  constructor(parts: ImportParts) {
    this.#parts = parts;
  }

  /** Queues the import of an upload into a log; it runs if and only if this write commits. */
  readonly queue = defineWrite<QueuedImport, string>({
    name: 'import.create',
    input: z.custom<QueuedImport>(),
    sets: importers,
    run: async ({ tx, actor, clock }, { upload, eventLog, mode, reading, current, from }) => {
      const request: ImportRequest = { reading, ...(from === undefined ? {} : { from }), ...(mode === 'replace' ? { replaces: current } : {}) };
      const id = randomUUID();
      await tx.insertInto('importRun').values({ id, eventLog, upload, mode, state: 'queued', request: JSON.stringify(request) as never, version: null, report: null, problem: null, createdAt: clock.now(), createdByKind: actor.kind, createdById: actor.id, finishedAt: null }).execute();
      await queueJob(tx, job, { id }, { queueName: 'imports', maxAttempts: mostBegun, jobKey: id });
      return { result: id, audit: [{ action: 'import.create', subjectKind: 'import', subjectId: id, detail: { eventLog, upload, mode, ...(from === undefined ? {} : { from }) } }] };
    },
  });

  progress(id: string): ImportProgress | undefined {
    return this.#running.get(id)?.progress;
  }

  /** Cancels an import that has not become current; false where it is over. */
  async cancel(ctx: Ctx, id: string): Promise<boolean> {
    const moved = await cancelImport(ctx, { id });
    this.#running.get(id)?.cancel.abort();
    return moved;
  }

  /** The job that runs queued imports, one after another. A run that a killed server left is begun again: staging is repeatable. */
  readonly job: Job = { name: job, run: (payload, signal) => this.#run((payload as { id: string }).id, signal) };

  async #run(id: string, stopping: AbortSignal): Promise<void> {
    const { db, clock } = this.#parts;
    if (!(await moveImport(db, id, ['queued', 'running'], { state: 'running' }))) return;
    const cancel = new AbortController();
    this.#running.set(id, { progress: { bytesRead: 0, bytes: 0, share: null, step: 'starting' }, cancel });
    try {
      await this.#stageAndPublish(id, AbortSignal.any([stopping, cancel.signal]), cancel);
    } catch (error) {
      // Stopping the server is no failure of the import: the job is tried again when it is back.
      if (stopping.aborted && !cancel.signal.aborted) throw error;
      const known = error instanceof Problem ? error : problem('internal', { detail: 'The import broke; the server’s log says more' }, error);
      await moveImport(db, id, ['running'], { state: known.code === 'cancelled' ? 'cancelled' : 'failed', problem: known.toJSON(), finishedAt: clock.now() });
      if (!(error instanceof Problem)) throw error;
    } finally {
      this.#running.delete(id);
    }
  }

  async #stageAndPublish(id: string, signal: AbortSignal, cancel: AbortController): Promise<void> {
    const { db, clock, dataDir, files, keepPseudonyms } = this.#parts;
    const run = await importById(db, id);
    if (run === undefined) throw problem('not-found', { detail: 'There is no such import', value: id });
    const { from, reading } = run.request;
    const [upload, source] = from === undefined ? [await findUpload({ db }, dataDir, run.upload), undefined] : await storedSource(db, from, run.upload);
    const current = await currentVersion(db, run.eventLog);
    refuseUnseen(run.request, upload.sha256, current);
    const common = { current: current === undefined ? null : { id: current.id, manifest: current.manifest }, signal, onProgress: (progress: ImportProgress) => { this.#running.set(id, { progress, cancel }); } };
    const staged = source === undefined || reading.format !== 'ocel'
      ? await files.stage({ ...common, eventLog: run.eventLog, path: uploadPath(dataDir, upload.id), fileName: upload.name, fileSha256: upload.sha256, reading, mode: run.mode })
      : await files.flatten({ ...common, from: source, objectType: reading.objectType }).catch(async (error: unknown) => {
        // Parts that were collected under the work are not a fault of the server.
        await storedSource(db, run.request.from!, run.upload);
        throw error;
      });
    const by: Actor = { ...systemActor, kind: run.createdByKind, id: run.createdById };
    await finish({ db, clock, actor: by }, { id, expected: current?.id ?? null, staged, run, upload, keepPseudonyms });
  }
}

/** The version whose objects are flattened anew, and the upload that they came from. */
async function storedSource(db: Db, from: NonNullable<ImportRequest['from']>, uploadId: string) {
  const [version, upload] = [await versionOf(db, from.eventLog, from.version), await uploadById(db, uploadId)];
  if (version === undefined || version.collectedAt !== null || upload === undefined) throw sourceGone(from.eventLog);
  return [upload, { id: version.id, manifest: version.manifest }] as const;
}

function sourceGone(eventLog: string): Problem {
  return problem('not-found', { detail: 'The version with the objects is not there any more', value: eventLog, wanted: 'the same again, on what is current now' });
}

/**
 * Keeps the version whose parts are cited until this write is over: collection waits for it and then finds the parts cited.
 * @throws Problem `not-found` where it was collected or destroyed meanwhile
 */
async function holdSource({ tx }: WriteCtx, { eventLog, version }: NonNullable<ImportRequest['from']>): Promise<void> {
  const row = await tx.selectFrom('datasetVersion').select('collectedAt').where('eventLog', '=', eventLog).where('id', '=', version).forShare().executeTakeFirst();
  if (row === undefined || row.collectedAt !== null) throw sourceGone(eventLog);
}

/**
 * Refuses to replace what arrived after the import was asked for: nobody who asked has seen it. The same file read the same way again
 * replaces nothing.
 */
function refuseUnseen({ reading, replaces }: ImportRequest, sha256: string, current: Awaited<ReturnType<typeof currentVersion>>): void {
  if (replaces === undefined || current === undefined || current.id === replaces) return;
  if (current.fileSha256 === sha256 && isDeepStrictEqual(current.reading, reading)) return;
  throw problem('changed-meanwhile', {
    detail: 'Another import into this event log became current after this one was asked for, and would be replaced unseen',
    value: `version ${current.id.slice(0, 12)} from ${current.fileName}, ${current.events} events, imported ${current.importedAt.toISOString()}`, wanted: 'a look at it, then this import once more, with mode replace or append', at: { path: current.eventLog },
  });
}

/** Ends imports that were begun as often as they may be and never ended, because the server stopped each time; resolves with their number. */
export async function failAbandoned({ db, clock }: Pick<ImportParts, 'db' | 'clock'>): Promise<number> {
  const why = problem('internal', { detail: `The import was begun ${mostBegun} times, and each time the server stopped before its end`, wanted: 'the import once more; if it ends so again, more memory or the file in parts' });
  const { numAffectedRows } = await sql`
    update import_run set state = 'failed', problem = ${JSON.stringify(why)}::jsonb, finished_at = ${clock.now()}
    where state in ('queued', 'running') and exists (select from graphile_worker.jobs j where j.key = import_run.id::text and j.attempts >= j.max_attempts)`.execute(db);
  return Number(numAffectedRows ?? 0);
}

/** That it was asked is on record, also where the import was over. */
const cancelImport = defineWrite<{ id: string }, boolean>({
  name: 'import.cancel',
  input: z.object({ id: z.uuid() }),
  sets: importers,
  run: async ({ tx, clock }, { id }) => {
    const cancelled = await moveImport(tx, id, ['queued', 'running'], { state: 'cancelled', finishedAt: clock.now() });
    return { result: cancelled, audit: [{ action: 'import.cancel', subjectKind: 'import', subjectId: id, detail: { cancelled } }] };
  },
});

interface Finish {
  readonly id: string;
  readonly expected: string | null;
  readonly staged: Awaited<ReturnType<EventFiles['stage']>>;
  readonly run: { readonly eventLog: string; readonly mode: Mode; readonly request: Pick<ImportRequest, 'reading' | 'from'> };
  readonly upload: { readonly name: string; readonly sha256: string };
  readonly keepPseudonyms: KeepPseudonyms;
}

const finish = defineWrite<Finish, void>({
  name: 'import.finish',
  input: z.custom<Finish>(),
  sets: importers,
  run: async (ctx, f) => {
    if (f.run.request.from !== undefined) await holdSource(ctx, f.run.request.from);
    const audit = await publish(ctx, { eventLog: f.run.eventLog, expected: f.expected, mode: f.run.mode, fileName: f.upload.name, fileSha256: f.upload.sha256, reading: f.run.request.reading, staged: f.staged }, f.keepPseudonyms);
    // Objects that are flattened again bring their people: who these are is looked up, and erased, in this log as in the other.
    if (f.run.request.from !== undefined) await sharePseudonyms(ctx.tx, f.run.request.from.eventLog, f.run.eventLog, ctx.clock.now());
    const report: ImportReport = { ...f.staged.report, unchanged: f.staged.id === f.expected };
    const { numUpdatedRows } = await ctx.tx.updateTable('importRun').set({ state: 'done', version: f.staged.id, report: JSON.stringify(report) as never, finishedAt: ctx.clock.now() }).where('id', '=', f.id).where('state', '=', 'running').executeTakeFirst();
    // Cancelled at the last moment: nothing of this write stays.
    if (numUpdatedRows !== 1n) throw problem('cancelled', { detail: 'The import was cancelled' });
    return { result: undefined, audit };
  },
});
