import { createHash } from 'node:crypto';
import type { OcelPersons } from '../ocel/index.ts';
import type { StageAttribute, StageColumns } from '../stage/model.ts';

/** An immutable Parquet file, named for the SHA-256 of its bytes. */
export interface PartRef {
  readonly sha256: string;
  readonly bytes: number;
  readonly rows: number;
  readonly bucket: number;
}

/** A file that went into a version. `firstRow` to `firstRow + records` are the `row`s of its records. */
export interface SourceRef {
  readonly name: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly firstRow: number;
  readonly records: number;
  /** Its rejections (row, line, what, reason, value, events), all of them; null where there are none. */
  readonly rejected: PartRef | null;
  /** How many sources this one stands for, where older ones were joined. */
  readonly joined?: number;
}

export interface Counts {
  readonly events: number;
  readonly cases: number;
  readonly activities: number;
  readonly variants: number;
  /** Activity instances; of these, ends without a start and starts without an end. */
  readonly instances: number;
  readonly unpairedEnds: number;
  readonly unpairedStarts: number;
}

export type ObjectTable = 'events' | 'objects' | 'relations' | 'objectRelations' | 'eventValues' | 'objectValues' | 'types';

/** The object-centric log that the cases of a version were flattened from, whole: every event, object, relation and value. */
export interface ObjectParts {
  /** The object type whose objects are the cases of the version. */
  readonly flattenedBy: string;
  /** Types of objects that are people, and attributes whose values are: pseudonyms stand in their place. */
  readonly personal?: OcelPersons | undefined;
  /** Object types, the one with the most objects first. */
  readonly types: readonly { readonly name: string; readonly objects: number }[];
  readonly counts: { readonly events: number; readonly objects: number; readonly relations: number };
  /** Oldest first: an increment adds parts, none is ever changed. */
  readonly parts: Readonly<Record<ObjectTable, readonly PartRef[]>>;
}

export type ImportMode = 'replace' | 'append';

/** One dataset version: everything that it consists of, by hash. Its id is the hash of this. */
export interface Manifest {
  readonly format: 1;
  readonly parent: string | null;
  readonly mode: ImportMode;
  readonly sources: readonly SourceRef[];
  /** The mapping as it was used, of a delimited file or an XES log. */
  readonly mapping: Readonly<Record<string, unknown>>;
  readonly buckets: number;
  readonly columns: StageColumns;
  readonly eventAttributes: readonly StageAttribute[];
  readonly caseAttributes: readonly StageAttribute[];
  /** Columns of the dictionary whose values are pseudonyms. */
  readonly pseudonyms: readonly string[];
  readonly events: readonly PartRef[];
  readonly cases: readonly PartRef[];
  /** Null: each event is one activity instance, complete at its time. */
  readonly instances: readonly PartRef[] | null;
  readonly variants: readonly PartRef[];
  /** Segments, oldest first: codes are added, never changed. */
  readonly dictionary: readonly PartRef[];
  /** Of an object-centric log. */
  readonly objects?: ObjectParts;
  readonly counts: Counts;
  /** Microseconds since 1970 UTC. */
  readonly firstEvent: number;
  readonly lastEvent: number;
}

/** Every part that a version consists of. */
export function partsOf(m: Manifest): PartRef[] {
  return [...m.events, ...m.cases, ...(m.instances ?? []), ...m.variants, ...m.dictionary, ...m.sources.flatMap((s) => s.rejected ?? []), ...Object.values(m.objects?.parts ?? {}).flat()];
}

/** A version on disk: its id, its manifest and the folder that holds its parts. */
export interface DatasetVersion {
  readonly id: string;
  readonly manifest: Manifest;
  readonly dir: string;
}

/**
 * A value as JSON with its keys in order, so that equal values have equal text.
 * @example canonicalJson({ b: 1, a: [2] }) // '{"a":[2],"b":1}'
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const entries = Object.entries(value).filter(([, v]) => v !== undefined).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([k, v]) => `${JSON.stringify(k)}:${canonicalJson(v)}`).join(',')}}`;
}

/** The id of a manifest: the SHA-256 of its canonical JSON, in hex. */
export function manifestId(manifest: Manifest): string {
  return createHash('sha256').update(canonicalJson(manifest)).digest('hex');
}

const EVENTS_PER_BUCKET = 1_000_000;
const MOST_BUCKETS = 64;

/**
 * How many buckets a log of so many events is kept in: a power of two, one while it is small.
 * @example bucketsFor(5_000_000) // 8
 */
export function bucketsFor(events: number, perBucket = EVENTS_PER_BUCKET): number {
  let buckets = 1;
  while (buckets * perBucket < events && buckets < MOST_BUCKETS) buckets *= 2;
  return buckets;
}

/** SQL of the bucket of a case by a hash of its id that no engine or version of it can change. */
export function bucketSql(id: string, buckets: number): string {
  return buckets === 1 ? '0::UTINYINT' : `(md5_number_lower(${id}) % ${buckets})::UTINYINT`;
}
