import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { problem } from '../../../platform/errors/index.ts';
import { delimited } from '../delimited.ts';
import { askedFrom, beginning, placeOf, placeText, valueText, type PulledColumn } from './model.ts';
import type { Remote } from './remote.ts';
import type { Pull } from './store.ts';

/** What one pull takes at most: what is left is taken by the next one, at once. */
export interface IncrementLimits {
  readonly rows: number;
  readonly bytes: number;
  /** So many bytes at most where it does not get on: rows that are read again because of the overlap, or that all stand at one place. */
  readonly mostBytes: number;
}

export const incrementLimits: IncrementLimits = { rows: 2_000_000, bytes: 1024 ** 3, mostBytes: 4 * 1024 ** 3 };

/** Rows of a pull in a file, and how far they go. */
export interface Increment {
  readonly rows: number;
  readonly sha256: string;
  readonly columns: readonly PulledColumn[];
  /** Null where there was no row, now or ever. */
  readonly cursor: string | null;
  readonly complete: boolean;
}

/**
 * Reads what is new in the order of the cursor and writes it to `path` as a delimited file. The cursor goes no further than the database's own
 * clock: a row dated ahead must not hide those that are yet to come.
 * @throws Problem `source-refused` for rows out of order, a cursor that is missing, or columns that are no longer there
 */
export async function readIncrement(remote: Remote, pull: Pick<Pull, 'definition' | 'columns' | 'cursor'>, path: string, { onRows, limits = incrementLimits }: { onRows: (rows: number) => void; limits?: IncrementLimits }): Promise<Increment> {
  const { definition, cursor: before } = pull;
  const known = pull.columns.find((c) => c.name === definition.cursor.column)!;
  const value = before === null ? beginning(known, definition.cursor.from) : askedFrom(known, before, definition.cursor.overlap);
  const reached = before === null ? undefined : placeOf(known, before);
  const hash = createHash('sha256');
  const file = await open(path, 'wx', 0o600);
  let [rows, bytes, columns, last, complete]: [number, number, readonly PulledColumn[], Place | undefined, boolean] = [0, 0, [], undefined, true];
  const write = async (text: string) => { hash.update(text); bytes += Buffer.byteLength(text); await file.writeFile(text); };
  try {
    for await (const piece of remote.rows(definition.query, value)) {
      if (columns.length === 0) {
        columns = piece.columns;
        refuseOther(pull, columns);
        await write(delimited(columns.map((c) => c.name)));
      }
      const at = columns.findIndex((c) => c.name === definition.cursor.column);
      for (const row of piece.rows) last = next(known, last, row[at] ?? null, rows += 1);
      if (piece.rows.length > 0) await write(piece.rows.map((row) => delimited(row.map((v, i) => valueText(columns[i]!.oid, v)))).join(''));
      onRows(rows);
      // Not before it is past where the last one ended: it would never get on.
      if ((rows >= limits.rows || bytes >= limits.bytes) && last !== undefined && (reached === undefined || last.place > reached)) { complete = false; break; }
      if (bytes >= limits.mostBytes) throw problem('source-refused', { detail: 'The rows that are read again because of the overlap are too many', value: `${rows} rows, ${Math.round(bytes / 2 ** 20)} MiB`, wanted: 'a shorter overlap' });
    }
  } finally {
    await file.close();
  }
  return { rows, sha256: hash.digest('hex'), columns, complete, cursor: furthest(known, reached, last, placeOf({ ...known, oid: 1114 }, remote.now)) };
}

interface Place {
  readonly place: bigint;
  readonly text: string;
}

function next(column: PulledColumn, last: Place | undefined, text: string | null, row: number): Place {
  if (text === null) throw problem('source-refused', { detail: `The cursor column “${column.name}” is empty in row ${row}`, wanted: `a query that leaves such rows out, with “${column.name} is not null”` });
  if (text === last?.text) return last;
  const place = placeOf(column, text);
  if (last !== undefined && place < last.place) throw problem('source-refused', { detail: `The rows are not in the order of the cursor column “${column.name}”: in row ${row} it goes back`, value: `${text} after ${last.text}`, wanted: `order by ${column.name} at the end of the query` });
  return { place, text };
}

function furthest(column: PulledColumn, reached: bigint | undefined, last: Place | undefined, now: bigint): string | null {
  if (last === undefined) return reached === undefined ? null : placeText(column, reached);
  const isTime = ![20, 21, 23].includes(column.oid);
  // An earlier end than that of the last pull is possible where rows were taken away; going back would only read them again.
  const end = isTime && last.place > now ? now : last.place;
  return placeText(column, reached !== undefined && reached > end ? reached : end);
}

/** A view may change under a query: then what was confirmed no longer holds. */
function refuseOther({ columns: known }: Pick<Pull, 'columns'>, found: readonly PulledColumn[]): void {
  const other = known.find((k) => !found.some((f) => f.name === k.name && f.oid === k.oid));
  if (other === undefined) return;
  const same = found.find((f) => f.name === other.name);
  throw problem('source-refused', { detail: same === undefined ? `The query no longer gives the column “${other.name}”` : `The column “${other.name}” has another type than when the pull was set up`, wanted: 'the query as it was, or the pull looked through and saved again' });
}
