import { z } from 'zod';
import { problem, type Problem } from '../errors/index.ts';

/** How a list is asked for: at most `limit` items after the opaque `cursor` of the page before. */
export const pageQuery = z.object({
  limit: z.coerce.number().int().min(1).max(500).default(50).describe('At most so many items, 1 to 500'),
  cursor: z.string().max(1000).optional().describe('`next` of the page before'),
});

/** A page of a list: its items, how many there are in all, and where the next page begins (null on the last). */
export function pageOf<T extends z.ZodType>(item: T) {
  return z.object({ items: z.array(item), total: z.number().int().nonnegative(), next: z.string().nullable() });
}

/**
 * The opaque text of a position in a list.
 * @example readCursor(writeCursor(['b', 2])) // ['b', 2]
 */
export function writeCursor(position: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(position)).toString('base64url');
}

/** How many items a cursor of a counted list passes over: a whole number, none without a cursor. @throws Problem `bad-input` for anything else. */
export function readOffset(cursor: string | undefined): number {
  if (cursor === undefined) return 0;
  const [offset] = readCursor(cursor);
  if (typeof offset === 'number' && Number.isSafeInteger(offset) && offset >= 0) return offset;
  throw foreign(cursor);
}

/** The position of a list by time, an instant and an id. @throws Problem `bad-input` for anything else. */
export function readInstant(cursor: string): { at: Date; id: string } {
  const [at, id] = readCursor(cursor);
  if (typeof at === 'string' && typeof id === 'string' && !Number.isNaN(Date.parse(at))) return { at: new Date(at), id };
  throw foreign(cursor);
}

/** The position that `writeCursor` wrote. @throws Problem `bad-input` for anything else. */
export function readCursor(cursor: string): (string | number)[] {
  try {
    const position: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (Array.isArray(position) && position.every((p) => typeof p === 'string' || typeof p === 'number')) return position as (string | number)[];
  } catch {
    // falls through to the one answer for every unreadable cursor
  }
  throw foreign(cursor);
}

function foreign(cursor: string): Problem {
  return problem('bad-input', { detail: 'The cursor is not one of ours', value: cursor, wanted: '`next` of the page before, unchanged' });
}
