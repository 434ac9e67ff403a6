import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { Problem, problem } from '../../../platform/errors/index.ts';
import { queueJob, type Job } from '../../../platform/jobs/index.ts';
import { currentRecord } from '../../../platform/register/index.ts';
import { defineWrite, systemActor, type Actor } from '../../../platform/write/index.ts';
import { makeFolders, type Manifest } from '../../event-logs/versions/index.ts';
import { eventLogKind } from '../../log-register/index.ts';
import { importers, type ImportParts } from '../imports.ts';
import type { Reading, StagedVersion } from '../model.ts';
import { eventsDir } from '../places.ts';
import { publish, type KeepPseudonyms } from '../publish.ts';
import { currentVersion } from '../store.ts';
import { foldJob } from './accept.ts';
import { settledBy, typesOf, withoutRepeats, type AttributeType } from './model.ts';
import { rowsFile } from './rows-file.ts';
import { batchesFolded, batchesWaitOn, batchFailed, beginBatches, forgetBatches, logsWaiting, putBack, type Begun } from './store.ts';
import type { Fold } from './tables.ts';

/** Events that one fold takes in; what is left is folded after it. */
const eventsAtOnce = 100_000;
/** How often a batch is begun that never ends: one that the server dies of must not stop it for ever. */
const mostBegun = 8;
/** Seconds after which a batch that could not be folded is tried again: what stood in its way may be gone. After the last it has failed. */
export const retrySeconds = [60, 600, 3600] as const;
const dayMs = 86_400_000;
/** Days that a batch is known by its key. */
const keptDays = 30;

/** Folds batches that wait: when they come, and every five minutes what was left over; forgets old ones every night. */
export function foldJobs(parts: ImportParts): Job[] {
  return [
    { name: foldJob, run: (payload, signal) => foldBatches(parts, (payload as { eventLog: string }).eventLog, signal) },
    { name: 'fold_left_over', every: '*/5 * * * *', run: async () => {
      for (const eventLog of await logsWaiting(parts.db, parts.clock.now())) await parts.db.transaction().execute((tx) => queueJob(tx, foldJob, { eventLog }, { queueName: 'imports', jobKey: `${foldJob}:${eventLog}`, jobKeyMode: 'preserve_run_at' }));
    } },
    { name: 'forget_batches', every: '27 3 * * *', run: async () => { await forgetBatches(parts.db, new Date(parts.clock.now().getTime() - keptDays * dayMs)); } },
  ];
}

/** Folds every batch of a log that waits into it, in the order of acceptance. What cannot be folded has failed and says why; the others go on. */
export async function foldBatches(parts: ImportParts, eventLog: string, signal: AbortSignal): Promise<void> {
  for (;;) {
    const begun = await beginBatches(parts.db, eventLog, eventsAtOnce, parts.clock.now());
    const spent = begun.filter((b) => b.attempts > mostBegun);
    const why = problem('internal', { detail: `Folding this batch was begun ${mostBegun} times and never ended; the server’s log says more`, wanted: 'the batch in smaller ones, each with a key of its own' });
    for (const batch of spent) await fail(parts, eventLog, batch, why, null);
    const left = begun.filter((b) => !spent.includes(b));
    // Where the server died of them before, they are taken one by one: the others are not to fail with the one.
    const groups = left.some((b) => b.attempts > 2) ? left.map((b) => [b]) : [left];
    for (const group of groups) await foldSome(parts, eventLog, group, signal);
    // What comes in meanwhile has queued a fold of its own.
    if (begun.reduce((n, b) => n + b.body.length, 0) < eventsAtOnce) return;
  }
}

async function foldSome(parts: ImportParts, eventLog: string, batches: readonly Begun[], signal: AbortSignal): Promise<void> {
  if (batches.length === 0) return;
  try {
    await foldTogether(parts, eventLog, batches, signal);
  } catch (error) {
    if (!(error instanceof Problem) || signal.aborted || ['cancelled', 'changed-meanwhile'].includes(error.code)) {
      await batchesWaitOn(parts.db, eventLog, batches.map((b) => b.key), problem('internal', { detail: 'Folding broke off and is tried again; the server’s log says more' }));
      throw error;
    }
    const [first, ...more] = batches;
    if (more.length === 0) return fail(parts, eventLog, first!, error, retrySeconds[first!.tries] ?? null);
    const half = Math.ceil(batches.length / 2);
    await foldSome(parts, eventLog, batches.slice(0, half), signal);
    await foldSome(parts, eventLog, batches.slice(half), signal);
  }
}

async function foldTogether(parts: ImportParts, eventLog: string, batches: readonly Begun[], signal: AbortSignal): Promise<void> {
  const { db, clock, dataDir, files, keepPseudonyms } = parts;
  const record = await currentRecord(db, eventLogKind, eventLog);
  if (record === undefined) throw problem('not-found', { detail: 'The event log was taken away after the batch was accepted', value: eventLog, wanted: 'the event log put back, and the batch once more under a new key' });
  const current = await currentVersion(db, eventLog);
  const settled = settledBy(record.body, current?.manifest as Manifest | undefined);
  const { events, repeated } = withoutRepeats(batches.map((b) => b.body));
  // Of two batches the first settles the type.
  const known = new Map<string, AttributeType>([...batches.toReversed().flatMap((b) => Object.entries(b.types)), ...settled.types]);
  const { fresh, wrong } = typesOf(events, known);
  if (wrong[0] !== undefined) throw problem('bad-input', { ...wrong[0], detail: `${wrong[0].detail} since another import` });
  const { text, mapping } = rowsFile(events, new Map([...known, ...fresh]), settled);
  const reading: Reading = { format: 'csv', zone: 'UTC', mapping };
  const fileSha256 = createHash('sha256').update(text).digest('hex');
  const fileName = batches.length === 1 ? '1 batch over the API' : `${batches.length} batches over the API`;
  const work = await mkdtemp(join((await makeFolders(eventsDir(dataDir))).work, `fold-${process.pid}-`));
  try {
    const path = join(work, 'events.csv');
    await writeFile(path, text, { mode: 0o600 });
    const mode = current === undefined ? 'replace' : 'append';
    const staged = await files.stage({ eventLog, path, fileName, fileSha256, reading, mode, current: current === undefined ? null : { id: current.id, manifest: current.manifest }, pseudonymised: true, onProgress: () => {}, signal });
    if (staged.report.rejected > 0) throw problem('bad-input', { detail: `${staged.report.rejected} events of the batch could not be read back`, wanted: 'values that a delimited file can hold' });
    const fold: Fold = { batches: batches.length, events: staged.report.unchanged ? 0 : staged.report.events - (current?.events ?? 0), duplicates: staged.report.duplicates + repeated, late: staged.report.late, newCases: staged.report.newCases, casesJoined: staged.report.casesJoined };
    await finishFold({ db, clock, actor: { ...systemActor, kind: batches.at(-1)!.acceptedByKind, id: batches.at(-1)!.acceptedById } }, { eventLog, keys: batches.map((b) => b.key), expected: current?.id ?? null, mode, fileName, fileSha256, reading, staged, fold, keepPseudonyms });
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

interface FinishFold {
  readonly eventLog: string;
  readonly keys: readonly string[];
  readonly expected: string | null;
  readonly mode: 'replace' | 'append';
  readonly fileName: string;
  readonly fileSha256: string;
  readonly reading: Reading;
  readonly staged: StagedVersion;
  readonly fold: Fold;
  readonly keepPseudonyms: KeepPseudonyms;
}

/** The version becomes current and the batches are in it, or neither. */
const finishFold = defineWrite<FinishFold, void>({
  name: 'event-log.fold',
  input: z.custom<FinishFold>(),
  sets: importers,
  run: async (ctx, f) => {
    // What stands behind the pseudonyms went on record when the batches were accepted.
    const notes = await publish(ctx, { ...f, staged: { ...f.staged, personal: [] } }, f.keepPseudonyms);
    const folded = await batchesFolded(ctx.tx, f.eventLog, f.keys, { version: f.staged.id, fold: f.fold, at: ctx.clock.now() });
    if (folded !== f.keys.length) throw problem('changed-meanwhile', { detail: 'Some of these batches are no longer waiting', value: f.eventLog });
    return { result: undefined, audit: [...notes, { action: 'event-log.fold', subjectKind: 'event-log', subjectId: f.eventLog, detail: { version: f.staged.id, ...f.fold } }] };
  },
});

async function fail({ db, clock }: ImportParts, eventLog: string, batch: Begun, why: Problem, again: number | null): Promise<void> {
  const by: Actor = { ...systemActor, kind: batch.acceptedByKind, id: batch.acceptedById };
  await failBatch({ db, clock, actor: by }, { eventLog, key: batch.key, problem: why.toJSON(), again });
}

interface FailBatch {
  readonly eventLog: string;
  readonly key: string;
  readonly problem: Record<string, unknown>;
  /** Seconds; null: not by itself. */
  readonly again: number | null;
}

const failBatch = defineWrite<FailBatch, void>({
  name: 'event-log.fold-failed',
  input: z.custom<FailBatch>(),
  sets: importers,
  run: async ({ tx, clock }, { eventLog, key, problem: why, again }) => {
    const at = again === null ? null : new Date(clock.now().getTime() + again * 1000);
    await batchFailed(tx, eventLog, key, why, at);
    if (at !== null) await queueJob(tx, foldJob, { eventLog }, { queueName: 'imports', jobKey: `${foldJob}:${eventLog}:again`, runAt: at });
    return { result: undefined, audit: [{ action: 'event-log.fold-failed', subjectKind: 'event-log', subjectId: eventLog, detail: { key, problem: String(why['detail']), again: at?.toISOString() ?? null } }] };
  },
});

/** Tries failed batches of a log once more, all or one by its key; resolves with their number. */
export const retryBatches = defineWrite<{ eventLog: string; key?: string | undefined }, number>({
  name: 'event-log.retry-batches',
  input: z.object({ eventLog: z.string(), key: z.string().optional() }),
  sets: importers,
  run: async ({ tx }, { eventLog, key }) => {
    const batches = await putBack(tx, eventLog, key);
    if (batches > 0) await queueJob(tx, foldJob, { eventLog }, { queueName: 'imports', jobKey: `${foldJob}:${eventLog}`, jobKeyMode: 'preserve_run_at', maxAttempts: 10 });
    return { result: batches, audit: [{ action: 'event-log.retry-batches', subjectKind: 'event-log', subjectId: eventLog, detail: { batches, ...(key === undefined ? {} : { key }) } }] };
  },
});
