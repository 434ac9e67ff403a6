import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { problem } from '../../../platform/errors/index.ts';
import { EVENT_ID, flatten, refusePersonType, reportOn } from '../ocel/index.ts';
import { makeFolders } from './files.ts';
import { finish, type Imported, type ImportOrder, nothingNew, withEngine } from './import-log.ts';
import { canonicalJson, type DatasetVersion, type ObjectParts, type SourceRef } from './manifest.ts';
import { openObjects } from './object-parts.ts';
import { personalColumns } from './stage-file.ts';
import type { StagedLog } from './staged-log.ts';

export interface FlattenOrder extends Pick<ImportOrder, 'dir' | 'memoryLimit' | 'threads' | 'perBucket' | 'signal' | 'onProgress'> {
  /** The version whose objects are flattened anew; it stays as it is. */
  readonly from: DatasetVersion;
  readonly objectType: string;
  /** The version that is replaced. */
  readonly parent?: DatasetVersion | null;
}

/**
 * Makes another version of the objects of a version: its cases are the objects of another type. The objects are not written again: both versions
 * cite the same parts. Nothing personal is pseudonymised here: what was, is.
 * @throws Problem `bad-input` for a version without objects, or a type that it does not have
 */
export async function flattenVersion(order: FlattenOrder): Promise<Imported> {
  const { dir, from, objectType, parent = null, signal } = order;
  const { objects } = from.manifest;
  if (objects === undefined) throw problem('bad-input', { detail: 'The event log has no objects to be flattened', wanted: 'an event log that an object-centric file was imported into' });
  if (objects.personal !== undefined) refusePersonType(objects.personal, objectType, from.manifest.sources.at(-1)?.name ?? '');
  if (parent !== null && isSame(parent.manifest.objects, objects, objectType)) return nothingNew(parent);
  const tempDir = await mkdtemp(join((await makeFolders(dir)).work, `import-${process.pid}-`));
  try {
    return await withEngine(order, tempDir, [], async (session) => {
      const { engine, c } = await session;
      await openObjects(c, dir, objects);
      const last = from.manifest.sources.at(-1)!;
      const report = await reportOn(c, []);
      const { stage, flat, findings } = await flatten(c, report, objectType, last.name, { signal });
      await c.run('CREATE TABLE stage_rejected ("row" BIGINT, line BIGINT, what VARCHAR NOT NULL, reason VARCHAR NOT NULL, value VARCHAR, events BIGINT NOT NULL)');
      const staged: StagedLog = {
        stage, source: last, sources: roomFor(from.manifest.sources, flat.rows), mapping: { format: 'ocel', ...zoneOf(from), objectType }, events: flat.rows, personal: [], hidden: { columns: objects.personal === undefined ? [] : personalColumns(stage, objects.personal), values: [] }, eventId: EVENT_ID, eventIdInCase: true, caseOrder: 'rowid',
        release: async (x) => { await x.run('DROP TABLE stage_events'); },
        objects: async () => ({ objects: { ...objects, flattenedBy: objectType }, fresh: 0, findings: [] }),
      };
      const details = { zoneless: 0, gaps: 0, ambiguous: 0, found: [], ocel: { ...report, findings, flat } };
      return finish({ ...order, mode: 'replace' }, parent, engine, c, { staged, details }, (step, share) => order.onProgress?.({ step, share, bytesRead: last.bytes, bytes: last.bytes }));
    });
  } catch (error) {
    if (signal?.aborted === true) throw problem('cancelled', { detail: 'The import was cancelled' }, error);
    throw error;
  } finally {
    await rm(tempDir, { recursive: true, force: true });
  }
}

function isSame(have: ObjectParts | undefined, want: ObjectParts, objectType: string): boolean {
  return have !== undefined && have.flattenedBy === objectType && canonicalJson(have.parts) === canonicalJson(want.parts);
}

/** The files with as many numbers of rows as their events make now: what is appended later comes after them. */
function roomFor(sources: readonly SourceRef[], rows: number): SourceRef[] {
  const last = sources.at(-1)!;
  return [...sources.slice(0, -1), { ...last, records: Math.max(last.records, rows - last.firstRow) }];
}

function zoneOf({ manifest }: DatasetVersion): { zone?: string } {
  const { zone } = manifest.mapping;
  return typeof zone === 'string' ? { zone } : {};
}
