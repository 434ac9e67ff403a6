import { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';
import { type Patience, sendStream } from './stream.ts';

export type CsvValue = string | number | null;

/**
 * A CSV cell that no spreadsheet runs as a formula.
 * @example csvCell('=1+1') // "'=1+1"
 */
export function csvCell(value: CsvValue): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const safe = /^[=+\-@\t\r\n＝＋－＠]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/**
 * Sends rows as a CSV file while they come, no faster than the reader takes them; resolves when the last has gone or the reader has, as `sendStream` says. What
 * fails before the first row is an answer of its own; later the file breaks off, and the reader's program says so.
 */
export async function sendCsv(reply: FastifyReply, name: string, head: readonly string[], rows: AsyncIterable<readonly (readonly CsvValue[])[]>, patience?: Patience): Promise<void> {
  const chunks = rows[Symbol.asyncIterator]();
  const first = await chunks.next();
  const lines = Readable.from(linesOf(head, first, chunks), { objectMode: false, highWaterMark: 1 << 16 });
  await sendStream(reply.type('text/csv; charset=utf-8').header('content-disposition', `attachment; filename="${name}"`), lines, patience);
}

/** A signal that fires when the reader of an answer goes away before its end: nobody needs the work any more. */
export function goneSignal(reply: FastifyReply): AbortSignal {
  const gone = new AbortController();
  reply.raw.once('close', () => { if (!reply.raw.writableFinished) gone.abort(); });
  return gone.signal;
}

const PIECE = 1 << 16;

async function* linesOf(head: readonly string[], first: IteratorResult<readonly (readonly CsvValue[])[]>, rest: AsyncIterator<readonly (readonly CsvValue[])[]>): AsyncGenerator<string> {
  const text = (rows: readonly (readonly CsvValue[])[]) => rows.map((row) => `${row.map(csvCell).join(',')}\r\n`).join('');
  try {
    yield `${head.map(csvCell).join(',')}\r\n`;
    for (let chunk = first; chunk.done !== true; chunk = await rest.next()) {
      const lines = text(chunk.value);
      // In pieces of which one can see how fast they are taken.
      for (let at = 0; at < lines.length; at += PIECE) yield lines.slice(at, at + PIECE);
    }
  } finally {
    // A reader who goes away leaves the rows half read: their source is told.
    await rest.return?.();
  }
}
