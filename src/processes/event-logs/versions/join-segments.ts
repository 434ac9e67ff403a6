import { createHash } from 'node:crypto';
import type { EngineConnection } from '../../../platform/event-engine/index.ts';
import { literal } from '../stage/model.ts';
import { partPath, type PartWriter } from './files.ts';
import type { PartRef, SourceRef } from './manifest.ts';
import { dictionaryRelation } from './relations.ts';

/** Segments of a dictionary, and sources, that a version has at most: many small increments must not make it grow for ever. */
export const mostSegments = 32;

export interface JoinOptions {
  readonly dir: string;
  readonly parts: PartWriter;
  readonly most: number;
}

/** The segments of a dictionary; as one where they are more than `most`. Codes stay what they are. */
export async function joinDictionary(c: EngineConnection, segments: readonly PartRef[], { dir, parts, most }: JoinOptions): Promise<PartRef[]> {
  if (segments.length <= most) return [...segments];
  const written = await parts.write(c, `SELECT "column", code, value FROM ${dictionaryRelation(dir, segments)} ORDER BY "column", code`);
  return [await written.part];
}

/**
 * The sources of a version; where they are more than `most`, all but the newest half of that as one, with the rows of all and what was rejected in any.
 * A file among them that comes again is told by its events, and no longer by its bytes.
 */
export async function joinSources(c: EngineConnection, sources: readonly SourceRef[], { dir, parts, most }: JoinOptions): Promise<SourceRef[]> {
  if (sources.length <= most) return [...sources];
  const [older, newer] = [sources.slice(0, sources.length - Math.ceil(most / 2)), sources.slice(sources.length - Math.ceil(most / 2))];
  const [first, last] = [older[0]!, older.at(-1)!];
  const joined = older.reduce((n, s) => n + (s.joined ?? 1), 0);
  const hash = createHash('sha256');
  for (const s of older) hash.update(s.sha256);
  const rejected = await joinRejected(c, older.flatMap((s) => s.rejected ?? []), dir, parts);
  return [{ name: `${joined} earlier ones`, sha256: hash.digest('hex'), bytes: older.reduce((n, s) => n + s.bytes, 0), firstRow: first.firstRow, records: last.firstRow + last.records - first.firstRow, rejected, joined }, ...newer];
}

async function joinRejected(c: EngineConnection, all: readonly PartRef[], dir: string, parts: PartWriter): Promise<PartRef | null> {
  if (all.length <= 1) return all[0] ?? null;
  const paths = `[${all.map((p) => literal(partPath(dir, p.sha256))).join(', ')}]`;
  const written = await parts.write(c, `SELECT * EXCLUDE (filename, file_row_number) FROM read_parquet(${paths}, union_by_name = true, filename = true, file_row_number = true) ORDER BY list_position(${paths}, filename), file_row_number`);
  return written.part;
}
