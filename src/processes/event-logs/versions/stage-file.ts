import type { EngineConnection } from '../../../platform/event-engine/index.ts';
import { problem } from '../../../platform/errors/index.ts';
import { type ColumnType, type CsvSample, type Unreadable } from '../csv/index.ts';
import { EVENT_ID, type FlatReport, flatten, type OcelReport, readOcel } from '../ocel/index.ts';
import { stageParquet } from '../parquet/index.ts';
import type { CsvMapping } from '../schemas.ts';
import type { LogFile } from './log-file.ts';
import type { DatasetVersion } from './manifest.ts';
import { type ObjectOrder, objectRelations, writeObjects } from './object-parts.ts';
import type { StagedLog } from './staged-log.ts';

/** How an object-centric log becomes cases. */
export interface OcelMapping {
  /** Each object of this type is a case. */
  readonly objectType?: string | undefined;
  readonly zone?: string | undefined;
  /** Attributes pseudonymised at import; `case` for the objects' ids. None unless given. */
  readonly personal?: readonly string[] | undefined;
}

/** What an object-centric log holds, what was found in it, and what flattening did. */
export interface FlattenedOcel extends OcelReport {
  readonly flat: FlatReport;
}

export interface StagedFile {
  readonly staged: Omit<StagedLog, 'source' | 'mapping'> & { readonly records: number };
  readonly details: { readonly zoneless: number; readonly gaps: number; readonly ambiguous: number; readonly startsDropped: number; readonly unreadable: readonly Unreadable[]; readonly ocel?: FlattenedOcel };
}

export interface StageFileOptions {
  readonly tempDir: string;
  readonly signal?: AbortSignal | undefined;
  readonly onRead?: ((bytes: number) => void) | undefined;
}

/**
 * Reads an object-centric log and flattens it into the stage tables of a connection; `added` to a version, it may refer to that one's objects.
 * Throws what `readOcel` and `flatten` throw.
 */
export async function stageOcel(c: EngineConnection, file: LogFile, mapping: OcelMapping, { addedTo = null, ...options }: StageFileOptions & { readonly addedTo?: DatasetVersion | null }): Promise<StagedFile> {
  if (file.encoding === null) throw new Error(`${file.name} is told to be object-centric, but not how it is written`);
  const objects = addedTo?.manifest.objects;
  const known = addedTo === null || objects === undefined ? undefined : objectRelations(addedTo.dir, objects.parts).objects;
  const { report, zoneless } = await readOcel(c, file.source(), file.encoding, { ...options, zone: mapping.zone, known });
  const { stage, flat, findings } = await flatten(c, report, mapping.objectType, file.name, { signal: options.signal, mayBeEmpty: objects !== undefined });
  return {
    staged: {
      stage, records: Math.max(report.events, flat.rows), events: flat.rows, personal: (mapping.personal ?? []).map((p) => (p === 'case' ? 'case' : `@${p}`)), eventId: EVENT_ID, eventIdInCase: true, caseOrder: 'rowid',
      release: async (x) => { await x.run('DROP TABLE stage_events'); },
      // What is to be a pseudonym is one in the cases only: the objects would still have the original.
      ...((mapping.personal ?? []).length > 0 ? {} : { objects: (x: EngineConnection, order: ObjectOrder) => writeObjects(x, flat.objectType, order, { signal: options.signal }) }),
    },
    details: { zoneless: zoneless.times, gaps: zoneless.gaps, ambiguous: zoneless.ambiguous, startsDropped: 0, unreadable: [], ocel: { ...report, findings: [...report.findings, ...findings], flat } },
  };
}

/** A Parquet file that the engine of the connection may read at `path`, with its first rows. */
export interface ParquetFile {
  readonly path: string;
  readonly name: string;
  readonly sample: CsvSample;
}

/** Reads a flat Parquet file into the stage tables of a connection. Throws what `stageParquet` throws, and a Problem for no mapping. */
export async function stageFlatFile(c: EngineConnection, { path, name, sample }: ParquetFile, mapping: CsvMapping | undefined, { signal, known }: { readonly signal?: AbortSignal | undefined; readonly known?: ReadonlyMap<string, ColumnType> | undefined }): Promise<StagedFile> {
  if (mapping === undefined || !('case' in mapping)) throw problem('bad-input', { detail: 'A Parquet file needs a mapping', wanted: 'the columns of case, activity and time', at: { file: name } });
  const s = await stageParquet(c, path, name, mapping, { sample, known, signal });
  return {
    staged: {
      stage: s.stage, records: s.records, events: s.records - s.rejected, personal: s.plan.personal, caseOrder: '"row"',
      eventId: mapping.eventId === undefined ? null : s.plan.attributes.find((a) => s.plan.columns[a.column] === mapping.eventId)?.name ?? null,
      release: async (x) => { for (const sql of ['DROP VIEW stage_events', 'DROP VIEW stage_cases', 'DROP TABLE csv_raw']) await x.run(sql); },
    },
    details: { zoneless: s.zoneless.times, gaps: s.zoneless.gaps, ambiguous: s.zoneless.ambiguous, startsDropped: s.startsDropped, unreadable: [] },
  };
}
