import type { EngineConnection } from '../../../platform/event-engine/index.ts';
import { problem } from '../../../platform/errors/index.ts';
import type { Pseudonymiser } from '../../../platform/personal/index.ts';
import { type ColumnType, type CsvSample } from '../csv/index.ts';
import { EVENT_ID, type FlatReport, flatten, type OcelPersons, type OcelReport, readOcel, refusePersonType, shownTypes } from '../ocel/index.ts';
import { stageParquet } from '../parquet/index.ts';
import type { CsvMapping } from '../schemas.ts';
import type { Stage } from '../stage/model.ts';
import { type Found, foundInColumns } from './found.ts';
import type { LogFile } from './log-file.ts';
import type { DatasetVersion } from './manifest.ts';
import { type ObjectOrder, objectRelations, writeObjects } from './object-parts.ts';
import type { StagedLog } from './staged-log.ts';

/** How an object-centric log becomes cases. */
export interface OcelMapping {
  /** Each object of this type is a case. */
  readonly objectType?: string | undefined;
  readonly zone?: string | undefined;
  /** Object types and attributes pseudonymised at import; those with the usual names of people unless given. */
  readonly personal?: OcelPersons | undefined;
}

/** What an object-centric log holds, what was found in it, and what flattening did. */
export interface FlattenedOcel extends OcelReport {
  readonly flat: FlatReport;
}

export interface StagedFile {
  readonly staged: Omit<StagedLog, 'source' | 'mapping'> & { readonly records: number };
  readonly details: { readonly zoneless: number; readonly gaps: number; readonly ambiguous: number; readonly found: readonly Found[]; readonly ocel?: FlattenedOcel };
}

export interface StageFileOptions {
  readonly tempDir: string;
  readonly signal?: AbortSignal | undefined;
  readonly onRead?: ((bytes: number) => void) | undefined;
  /** Nobody said the zone of times that carry none: one that does is refused. */
  readonly zoneUnsaid?: boolean | undefined;
}

/**
 * Reads an object-centric log and flattens it into the stage tables of a connection; `added` to a version, it may refer to that one's objects.
 * Throws what `readOcel` and `flatten` throw.
 */
export async function stageOcel(c: EngineConnection, file: LogFile, mapping: OcelMapping, { addedTo = null, pseudonym, zoneUnsaid, ...options }: StageFileOptions & { readonly addedTo?: DatasetVersion | null; readonly pseudonym?: Pseudonymiser | undefined }): Promise<StagedFile> {
  if (file.encoding === null) throw new Error(`${file.name} is told to be object-centric, but not how it is written`);
  const objects = addedTo?.manifest.objects;
  const known = addedTo === null || objects === undefined ? undefined : objectRelations(addedTo.dir, objects.parts).objects;
  const hide = pseudonym === undefined ? undefined : { persons: mapping.personal ?? (addedTo === null ? undefined : objects?.personal), pseudonym };
  const { report, zoneless, hidden } = await readOcel(c, file.source(), file.encoding, { ...options, zone: zoneUnsaid === true ? null : mapping.zone, known, hide });
  const personal = together(objects?.personal, hidden.persons);
  if (mapping.objectType !== undefined) refusePersonType(personal, mapping.objectType, file.name);
  const { stage, flat, findings } = await flatten(c, report, mapping.objectType, file.name, { signal: options.signal, mayBeEmpty: objects !== undefined });
  return {
    staged: {
      stage, records: Math.max(report.events, flat.rows), events: flat.rows, personal: [], hidden: { columns: personalColumns(stage, personal), values: hidden.values.map((v) => ({ column: 'objects', ...v })) }, eventId: EVENT_ID, eventIdInCase: true, caseOrder: 'rowid',
      release: async (x) => { await x.run('DROP TABLE stage_events'); },
      objects: async (x: EngineConnection, order: ObjectOrder) => {
        const written = await writeObjects(x, flat.objectType, order, { signal: options.signal });
        return personal.objectTypes.length + personal.attributes.length === 0 ? written : { ...written, objects: { ...written.objects, personal } };
      },
    },
    details: { zoneless: zoneless.times, gaps: zoneless.gaps, ambiguous: zoneless.ambiguous, found: [], ocel: { ...report, objectTypes: Object.fromEntries(shownTypes(Object.entries(report.objectTypes).map(([name, objects]) => ({ name, objects })), personal).map((t) => [t.name, t.objects])), findings: [...report.findings, ...findings], flat } },
  };
}

function together(a: OcelPersons | undefined, b: OcelPersons): OcelPersons {
  const both = (of: keyof OcelPersons) => [...new Set([...(a?.[of] ?? []), ...b[of]])].sort();
  return { objectTypes: both('objectTypes'), attributes: both('attributes') };
}

/** The columns of cases and events that have values of people; a name that differs only in case from another has a number. */
export function personalColumns({ eventAttributes, caseAttributes }: Stage, { attributes }: OcelPersons): string[] {
  const theirs = new Set(attributes.map((a) => a.toLowerCase()));
  return [...eventAttributes, ...caseAttributes].filter(({ name }) => theirs.has(name.toLowerCase()) || theirs.has(name.toLowerCase().replace(/ \(\d+\)$/, ''))).map(({ name }) => `@${name}`);
}

/** A Parquet file that the engine of the connection may read at `path`, with its first rows. */
export interface ParquetFile {
  readonly path: string;
  readonly name: string;
  readonly sample: CsvSample;
}

/** Reads a flat Parquet file into the stage tables of a connection. Throws what `stageParquet` throws, and a Problem for no mapping. */
export async function stageFlatFile(c: EngineConnection, { path, name, sample }: ParquetFile, mapping: CsvMapping | undefined, options: { readonly signal?: AbortSignal | undefined; readonly known?: ReadonlyMap<string, ColumnType> | undefined; readonly zoneUnsaid?: boolean | undefined }): Promise<StagedFile> {
  if (mapping === undefined || !('case' in mapping)) throw problem('bad-input', { detail: 'A Parquet file needs a mapping', wanted: 'the columns of case, activity and time', at: { file: name } });
  const s = await stageParquet(c, path, name, mapping, { sample, ...options });
  return {
    staged: {
      stage: s.stage, records: s.records, events: s.records - s.rejected, personal: s.plan.personal, caseOrder: '"row"',
      eventId: mapping.eventId === undefined ? null : s.plan.attributes.find((a) => s.plan.columns[a.column] === mapping.eventId)?.name ?? null,
      release: async (x) => { for (const sql of ['DROP VIEW stage_events', 'DROP VIEW stage_cases', 'DROP TABLE csv_raw']) await x.run(sql); },
    },
    details: { zoneless: s.zoneless.times, gaps: s.zoneless.gaps, ambiguous: s.zoneless.ambiguous, found: foundInColumns([], s.startsDropped, []) },
  };
}
