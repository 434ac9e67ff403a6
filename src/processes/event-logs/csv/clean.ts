import { isUtf8 } from 'node:buffer';
import { open } from 'node:fs/promises';
import { fieldsOf, fieldText, LONGEST_RECORD, RecordScanner } from './records.ts';
import { chunksOf } from './source.ts';

/** A record that could not become an event: its number (the first below the header is 1), the line that it begins on, and why. */
export interface Rejection {
  readonly row: number;
  readonly line: number;
  readonly reason: string;
  readonly value: string | null;
}

export interface CleanOptions {
  readonly delimiter: string;
  readonly columns: number;
  readonly signal?: AbortSignal | undefined;
  readonly onReject: (rejection: Rejection) => void;
}

/** Keeps the bytes of the record under way across chunks, but no more of it than may be read. */
class Held {
  bytes: Uint8Array = new Uint8Array(0);
  offset = 0;
  /** The start of a record that grew too long. */
  tooLong: Uint8Array | null = null;

  add(chunk: Uint8Array): void {
    this.bytes = this.bytes.length === 0 ? chunk : Buffer.concat([this.bytes, chunk]);
  }

  /** Forgets what lies before `end`. */
  drop(end: number, all: number): void {
    const from = Math.max(end, this.offset);
    const rest = this.bytes.subarray(from - this.offset);
    if (rest.length > LONGEST_RECORD) {
      this.tooLong ??= rest.slice(0, 200);
      this.bytes = new Uint8Array(0);
      this.offset = all;
    } else {
      this.bytes = rest.slice();
      this.offset = from;
    }
  }
}

/**
 * Copies the sound records of a delimited file to `out`, header first, and reports the others: broken quoting, too few or too many
 * fields, bytes that are not UTF-8, longer than 2 MB. Memory does not grow with the file or its longest line.
 */
export async function cleanCsv(path: string, out: string, { delimiter, columns, signal, onReject }: CleanOptions): Promise<void> {
  const file = await open(out, 'w', 0o600);
  const held = new Held();
  let text: string[] = [];
  let row = -1, done = 0, seen = 0;
  const scanner = new RecordScanner(delimiter.charCodeAt(0), (start, end, line) => {
    row++;
    const long = held.tooLong !== null || end - start > LONGEST_RECORD;
    const bytes = held.tooLong ?? held.bytes.subarray(start - held.offset, Math.min(end - held.offset, start - held.offset + LONGEST_RECORD));
    held.tooLong = null;
    const { unclosed } = scanner;
    const judged = unclosed !== null ? { reason: `a quote that opens on line ${unclosed.line} is never closed`, value: textOf(bytes) }
      : long ? { reason: `longer than ${LONGEST_RECORD} bytes (${end - start})`, value: textOf(bytes) } : judge(bytes, row === 0, delimiter, columns);
    if ('text' in judged) text.push(judged.text);
    else onReject({ row, line, reason: judged.reason, value: judged.value });
    done = end;
  });
  try {
    for await (const chunk of chunksOf(path, signal)) {
      held.add(chunk);
      scanner.push(chunk);
      seen += chunk.length;
      held.drop(Math.min(seen, done + trailing(held, done)), seen);
      await file.write(text.join(''));
      text = [];
    }
    scanner.end();
    await file.write(text.join(''));
  } finally {
    await file.close();
  }
}

/** Line breaks after the last record belong to none. */
function trailing(held: Held, done: number): number {
  let n = 0;
  for (let i = done - held.offset; i >= 0 && i < held.bytes.length && (held.bytes[i] === 13 || held.bytes[i] === 10); i++) n++;
  return n;
}

function judge(bytes: Uint8Array, header: boolean, delimiter: string, columns: number): { text: string } | { reason: string; value: string } {
  if (!isUtf8(bytes)) return { reason: 'bytes that are not UTF-8', value: textOf(bytes) };
  const record = textOf(bytes, Infinity);
  const split = fieldsOf(record, delimiter);
  if ('reason' in split) return split;
  const { length } = split.fields;
  if (length !== columns && !header) return { reason: `${length} fields where the header has ${columns}`, value: record };
  return { text: `${split.fields.map((f) => fieldText(f, delimiter)).join(delimiter)}\n` };
}

function textOf(bytes: Uint8Array, most = 200): string {
  const text = new TextDecoder().decode(most === Infinity ? bytes : bytes.subarray(0, most * 4));
  return most === Infinity ? text : text.slice(0, most);
}

/** Where the n-th sound record of a file lies. */
export interface RecordPlace {
  readonly ordinal: number;
  readonly row: number;
  readonly line: number;
}

/** Numbers in rising order. */
interface Rising {
  at(i: number): number | undefined;
}

/**
 * The record number and line of the records with these ordinals (from 0) among the sound ones of a file, a piece at a time, where `rejected`
 * are the numbers of the others.
 */
export async function* locateRecords(path: string, delimiter: string, ordinals: Rising, rejected: Rising, signal?: AbortSignal): AsyncGenerator<RecordPlace[]> {
  let found: RecordPlace[] = [];
  let row = -1, ordinal = -1, next = 0, broken = 0;
  const scanner = new RecordScanner(delimiter.charCodeAt(0), (_start, _end, line) => {
    row++;
    if (row === 0) return;
    if (row === rejected.at(broken)) {
      broken++;
      return;
    }
    ordinal++;
    if (ordinal !== ordinals.at(next)) return;
    next++;
    found.push({ ordinal, row, line });
  });
  for await (const chunk of chunksOf(path, signal)) {
    scanner.push(chunk);
    if (found.length > 0) yield found;
    found = [];
    if (ordinals.at(next) === undefined) return;
  }
  scanner.end();
  if (found.length > 0) yield found;
}
