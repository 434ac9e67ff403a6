import { z } from 'zod';
import { figureTime } from '../../organisation/index.ts';
import type { Db } from '../../platform/db/index.ts';
import { problem } from '../../platform/errors/index.ts';
import { openEngine, type EngineConnection } from '../../platform/event-engine/index.ts';
import { emit, queueJob, type Job, type Subscription } from '../../platform/jobs/index.ts';
import { keepOnlyPseudonyms } from '../../platform/personal/index.ts';
import { currentRecord, currentRecords } from '../../platform/register/index.ts';
import { defineWrite, systemActor } from '../../platform/write/index.ts';
import { makeFolders, type DatasetVersion, type Manifest } from '../event-logs/index.ts';
import { holdsOld, pseudonymsIn, withoutOldCases } from '../event-logs/versions/retention.ts';
import { eventLogKind } from '../log-register/index.ts';
import { lockBatches, waitingPseudonyms } from './batches/index.ts';
import { collectVersions, type CollectParts } from './collect.ts';
import { monthsBefore } from './model-retention.ts';
import { eventLogPublished } from './publish.ts';
import { addVersion, currentVersion, flipCurrent, keptVersions } from './store.ts';

/** What became of one log. */
export interface RetentionResult {
  readonly cases: number;
  readonly events: number;
  /** Versions that held old cases, whose rows are no more. */
  readonly destroyed: readonly string[];
}

const nothing: RetentionResult = { cases: 0, events: 0, destroyed: [] };

/**
 * Drops the whole cases of a log that have had no event for as many months as its record says: a version without them becomes current,
 * and every version that held one is destroyed with its rows. A log in which every case is old has no version any more.
 * @throws Problem `changed-meanwhile` where an import became current meanwhile: the same again then
 */
export async function retainLog(parts: CollectParts, eventLog: string, signal?: AbortSignal): Promise<RetentionResult> {
  const { db, clock, dir } = parts;
  const months = (await currentRecord(db, eventLogKind, eventLog))?.body.keepMonths;
  if (months === undefined) return nothing;
  const { asOf } = await figureTime(db, clock);
  const before = monthsBefore(asOf, months);
  const { parts: partsFolder, work } = await makeFolders(dir);
  const engine = await openEngine({ tempDir: work, folders: [partsFolder, work] });
  const c = await engine.connect();
  try {
    const plan = await planOf(parts, c, eventLog, before, signal);
    if (plan.destroyed.length === 0) return nothing;
    await retain({ db, clock, actor: systemActor }, { ...plan, eventLog, months, before });
    return { cases: plan.cases, events: plan.events, destroyed: plan.destroyed };
  } finally {
    c.close();
    await engine.close();
  }
}

interface Plan extends RetentionResult {
  readonly expected: string | null;
  /** The version to become current; null where no case is left, undefined where the current one stays. */
  readonly next: DatasetVersion | null | undefined;
  /** Pseudonyms that are left in some version. */
  readonly pseudonyms: readonly string[];
}

async function planOf({ db, dir }: CollectParts, c: EngineConnection, eventLog: string, before: Date, signal: AbortSignal | undefined): Promise<Plan> {
  const current = await currentVersion(db, eventLog);
  const versions = (await keptVersions(db, eventLog)).map((v): DatasetVersion => ({ id: v.id, manifest: v.manifest as Manifest, dir }));
  const old: string[] = [];
  for (const v of versions) if (await holdsOld(c, v, before, { signal })) old.push(v.id);
  const now = versions.find((v) => v.id === current?.id);
  const left = now === undefined || !old.includes(now.id) ? undefined : await withoutOldCases(c, now, before, { signal });
  const next = left?.version;
  const pseudonyms = new Set<string>();
  for (const v of [...versions.filter((x) => !old.includes(x.id)), ...(next == null ? [] : [next])]) for (const p of await pseudonymsIn(c, v)) pseudonyms.add(p);
  return { expected: current?.id ?? null, next, cases: left?.cases ?? 0, events: left?.events ?? 0, destroyed: old, pseudonyms: [...pseudonyms] };
}

type Retain = Plan & { readonly eventLog: string; readonly months: number; readonly before: Date };

const retain = defineWrite<Retain, void>({
  name: 'event-log.retain',
  input: z.custom<Retain>(),
  sets: ['administrator'],
  run: async ({ tx, clock }, { eventLog, expected, next, destroyed, cases, events, pseudonyms, months, before }) => {
    const at = clock.now();
    if (next !== undefined && !(await becomesCurrent(tx, eventLog, expected!, next, at))) {
      throw problem('changed-meanwhile', { detail: 'An import into this event log finished first', value: eventLog, wanted: 'the same again, on what is current now' });
    }
    await tx.updateTable('datasetVersion').set({ collectedAt: at }).where('eventLog', '=', eventLog).where('id', 'in', [...destroyed]).execute();
    // Batches that are accepted meanwhile wait for this, and have their pseudonyms after it.
    await lockBatches(tx, eventLog);
    const forgotten = await keepOnlyPseudonyms(tx, eventLog, [...pseudonyms, ...await waitingPseudonyms(tx, eventLog)]);
    if (next != null) await emit(tx, eventLogPublished, { eventLog, version: next.id });
    return { result: undefined, audit: [{ action: 'event-log.retain', subjectKind: 'event-log', subjectId: eventLog, detail: { keepMonths: months, before: before.toISOString(), cases, events, version: next?.id ?? null, destroyed: [...destroyed], pseudonyms: forgotten } }] };
  },
});

/** The version without old cases in the place of the one that it came from, with that one's file and time of import. */
async function becomesCurrent(tx: Parameters<typeof flipCurrent>[0], eventLog: string, expected: string, next: DatasetVersion | null, at: Date): Promise<boolean> {
  if (next === null) return (await tx.deleteFrom('eventLogCurrent').where('eventLog', '=', eventLog).where('version', '=', expected).executeTakeFirst()).numDeletedRows === 1n;
  const from = await currentVersion(tx, eventLog);
  if (from?.id !== expected) return false;
  const { counts, firstEvent, lastEvent } = next.manifest;
  await addVersion(tx, {
    eventLog, parent: null, mode: 'replace', fileName: from.fileName, fileSha256: from.fileSha256, reading: from.reading, at: from.importedAt, by: { ...systemActor, kind: from.importedByKind, id: from.importedById },
    staged: { id: next.id, manifest: next.manifest, firstEvent: new Date(firstEvent / 1000), lastEvent: new Date(lastEvent / 1000), report: { ...from.report, events: counts.events, cases: counts.cases }, personal: [] },
  });
  return flipCurrent(tx, eventLog, expected, next.id, at);
}

const one = 'retain_event_log';

/**
 * Retention as it comes round: every night each log that has a limit, and a log whenever it has a new version. It stands in the line of the
 * imports, so that neither reads what the other destroys.
 */
export function retention(parts: CollectParts): { readonly jobs: Job[]; readonly subscriptions: Subscription[] } {
  const queue = (db: Db, eventLog: string) => db.transaction().execute((tx) => queueJob(tx, one, { eventLog }, { queueName: 'imports', jobKey: `${one}:${eventLog}` }));
  return {
    jobs: [
      { name: one, run: async (payload, signal) => {
        const { destroyed } = await retainLog(parts, (payload as { eventLog: string }).eventLog, signal);
        if (destroyed.length > 0) await collectVersions(parts);
      } },
      { name: 'retain_event_logs', every: '11 2 * * *', run: async () => {
        for (const log of await currentRecords(parts.db, eventLogKind)) if (log.body.keepMonths !== undefined) await queue(parts.db, log.id);
      } },
    ],
    subscriptions: [{ event: eventLogPublished, subscriber: 'retention', handle: async (payload) => {
      const { eventLog } = payload as { eventLog: string };
      if ((await currentRecord(parts.db, eventLogKind, eventLog))?.body.keepMonths !== undefined) await queue(parts.db, eventLog);
    } }],
  };
}
