import { problem } from '../../platform/errors/index.ts';
import type { EventEngine } from '../../platform/event-engine/index.ts';
import { type CsvValue, readCursor, writeCursor } from '../../platform/http/index.ts';
import { literal } from '../event-logs/stage/model.ts';
import { partPath, type Manifest } from '../event-logs/versions/index.ts';
import type { Rejected } from './model.ts';

/** A place among rejected rows: of one line there may be several, which keep the order of their part. */
export interface RejectedPlace {
  /** Its line; 0 for one without. */
  readonly at: number;
  readonly sequence: number;
}

/** Where the rejected rows of a version lie. */
export interface RejectedOf {
  readonly engine: EventEngine;
  /** The event store. */
  readonly dir: string;
  readonly manifest: Manifest;
}

/** At most `limit` rows of the last file of a version that could not be read, after a place, in the order of the file. */
export async function rejectedRows({ engine, dir, manifest }: RejectedOf, { limit, after = { at: -1, sequence: -1 } }: { limit: number; after?: RejectedPlace | undefined }): Promise<(Rejected & RejectedPlace)[]> {
  const part = manifest.sources.at(-1)?.rejected ?? null;
  if (part === null) return [];
  const c = await engine.connect();
  try {
    const path = literal(partPath(dir, part.sha256));
    const names = new Set((await c.rows<{ n: string }>(`SELECT name AS n FROM parquet_schema(${path})`)).map((r) => r.n));
    return await c.rows<Rejected & RejectedPlace>(
      `SELECT ${names.has('row') ? '"row"' : 'NULL::BIGINT AS "row"'}, line, reason, value, coalesce(line, 0) AS at, file_row_number AS sequence FROM read_parquet(${path}, file_row_number = true)
       WHERE coalesce(line, 0) > ? OR (coalesce(line, 0) = ? AND file_row_number > ?) ORDER BY coalesce(line, 0), file_row_number LIMIT ${Math.trunc(limit)}`, [after.at, after.at, after.sequence]);
  } finally {
    c.close();
  }
}

/** Rows that are held in memory at a time. */
const pageRows = 5000;

/** Every rejected row as row, line, reason and value, a page at a time. */
export async function* everyRejected(of: RejectedOf): AsyncGenerator<CsvValue[][]> {
  for (let after: RejectedPlace | undefined, page; page === undefined || page.length === pageRows; after = page.at(-1)) {
    page = await rejectedRows(of, { limit: pageRows, after });
    yield page.map(({ row, line, reason, value }) => [row, line, reason, value]);
  }
}

/** The place that a cursor of ours names. @throws Problem `bad-input` for anything else. */
export function placeOfCursor(cursor: string | undefined): RejectedPlace | undefined {
  if (cursor === undefined) return undefined;
  const [at, sequence, ...more] = readCursor(cursor);
  if (typeof at === 'number' && typeof sequence === 'number' && more.length === 0 && Number.isSafeInteger(at) && Number.isSafeInteger(sequence)) return { at, sequence };
  throw problem('bad-input', { detail: 'The cursor is not one of ours', value: cursor, wanted: '`next` of the page before, unchanged' });
}

/** The cursor after a row. */
export function cursorAfter({ at, sequence }: RejectedPlace): string {
  return writeCursor([at, sequence]);
}
