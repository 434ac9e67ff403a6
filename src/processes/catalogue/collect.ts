import { sql } from 'kysely';
import { z } from 'zod';
import type { Clock } from '../../platform/clock/index.ts';
import type { Db } from '../../platform/db/index.ts';
import type { Job } from '../../platform/jobs/index.ts';
import { defineWrite, systemActor } from '../../platform/write/index.ts';
import { collectGarbage, makeFolders, type Manifest } from '../event-logs/index.ts';
import { sweepWork } from '../event-logs/versions/files.ts';
import { failAbandoned } from './imports.ts';
import { clearUploads } from './uploads.ts';

const day = 86_400_000;
/** Days that a dataset version stays after its import, though nothing needs it any more. */
const keptDays = 30;
/** The same of a version that batches over the API or a pull made: there may be one a minute. */
const foldedDays = 1;

export interface CollectParts {
  readonly db: Db;
  readonly clock: Clock;
  /** The event store. */
  readonly dir: string;
}

interface Ages {
  readonly before: Date;
  readonly foldedBefore: Date;
}

const collect = defineWrite<Ages, number>({
  name: 'dataset-version.collect',
  input: z.custom<Ages>(),
  sets: ['administrator'],
  run: async ({ tx, clock }, { before, foldedBefore }) => {
    const { rows } = await sql<{ eventLog: string; id: string }>`
      update dataset_version v set collected_at = ${clock.now()}
      where collected_at is null and (imported_at < ${before} or (imported_at < ${foldedBefore} and (exists (select from event_batch b where b.event_log = v.event_log and b.version = v.id) or exists (select from pull_run p where p.event_log = v.event_log and p.version = v.id))))
        and not exists (select from event_log_current c where c.event_log = v.event_log and c.version = v.id)
        and not exists (select from claim c, jsonb_array_elements(c.body -> 'sources') s where s ->> 'kind' = 'event-log' and s ->> 'version' = v.id)
        and not exists (select from simulation_run r where r.event_log = v.event_log and r.inputs ->> 'dataset' = v.id and r.state in ('waiting', 'running', 'done'))
      returning event_log, id`.execute(tx);
    return { result: rows.length, audit: [{ action: 'dataset-version.collect', subjectKind: 'event-store', subjectId: 'events', detail: { versions: rows.length, some: rows.slice(0, 50).map((r) => `${r.eventLog}/${r.id}`) } }] };
  },
});

/** Removes dataset versions that are not current, from which no claim or simulation was made, and that are older than 30 days (those of batches and pulls, 1 day); resolves with their number. */
export async function collectVersions({ db, clock, dir }: CollectParts): Promise<number> {
  const before = new Date(clock.now().getTime() - keptDays * day);
  const foldedBefore = new Date(clock.now().getTime() - foldedDays * day);
  const idle = await db.selectFrom('datasetVersion').select('id').where('collectedAt', 'is', null).where('importedAt', '<', foldedBefore).limit(1).executeTakeFirst();
  const collected = idle === undefined ? 0 : await collect({ db, clock, actor: systemActor }, { before, foldedBefore });
  const kept = await db.selectFrom('datasetVersion').select(['id', 'manifest']).where('collectedAt', 'is', null).execute();
  // Parts of the last day may belong to an import that is not published yet.
  await collectGarbage(dir, kept.map((v) => ({ id: v.id, manifest: v.manifest as Manifest, dir })), new Date(clock.now().getTime() - day));
  return collected;
}

/** The job that does so every night. */
export function collectVersionsJob(parts: CollectParts): Job {
  return { name: 'collect_versions', every: '41 3 * * *', run: async () => { await collectVersions(parts); } };
}

/** Clears up what a killed server left under way: files that were half received, the work of processes that are no more, and imports that never end. */
export async function clearLeftovers({ db, clock, dir }: CollectParts, dataDir: string): Promise<void> {
  await failAbandoned({ db, clock });
  await clearUploads({ db, clock, dataDir });
  await makeFolders(dir);
  await sweepWork(dir);
}
