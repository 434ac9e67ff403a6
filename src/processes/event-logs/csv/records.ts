/** Longest record that is read; longer ones are rejected, so that one endless line cannot take all memory. */
export const LONGEST_RECORD = 2_000_000;

const LF = 10, CR = 13, QUOTE = 34;
const FIELD_START = 0, PLAIN = 1, QUOTED = 2, CLOSED = 3;

/** Where a record lies: byte offsets (end without its line break) and the line that it begins on, from 1. */
export type OnRecord = (start: number, end: number, line: number) => void;

/**
 * Finds the records of delimited text by RFC 4180, chunk by chunk: a quote opens only at the start of a field, and a line break inside
 * quotes does not end a record. Blank lines are no records.
 * @example const s = new RecordScanner(44, (start, end) => spans.push([start, end])); s.push(bytes); s.end();
 */
export class RecordScanner {
  /** Records met so far, the header included. */
  records = 0;
  longest = 0;
  /** Once the bytes have ended: the line on which a quote opened that never closed, and how many lines after it it took in. */
  unclosed: { readonly line: number; readonly linesAfter: number } | null = null;
  private readonly delimiter: number;
  private readonly onRecord: OnRecord;
  private state = FIELD_START;
  private offset = 0;
  private line = 1;
  private start = 0;
  private startLine = 1;
  private quoteLine = 1;
  private previous = LF;

  constructor(delimiter: number, onRecord: OnRecord = () => {}) {
    this.delimiter = delimiter;
    this.onRecord = onRecord;
  }

  /** Takes the next bytes, of any length. */
  push(chunk: Uint8Array): void {
    if (chunk.length === 0) return;
    if (this.state !== QUOTED && !chunk.includes(QUOTE)) this.pushUnquoted(chunk);
    else this.pushAny(chunk);
    this.offset += chunk.length;
    this.previous = chunk[chunk.length - 1]!;
  }

  /** Without a quote only line breaks matter, and the engine finds these faster than any loop of ours. */
  private pushUnquoted(chunk: Uint8Array): void {
    for (let i = chunk.indexOf(LF); i >= 0; i = chunk.indexOf(LF, i + 1)) this.finish(this.offset + i, i > 0 ? chunk[i - 1]! : this.previous);
    const last = chunk[chunk.length - 1]!;
    this.state = last === LF || last === this.delimiter ? FIELD_START : PLAIN;
  }

  private pushAny(chunk: Uint8Array): void {
    const { delimiter } = this;
    const n = chunk.length;
    let { state } = this;
    for (let i = 0; i < n; i++) {
      const c = chunk[i]!;
      if (state === QUOTED) {
        if (c === QUOTE) state = CLOSED;
        else if (c === LF) this.line++;
      } else if (c === LF) {
        this.finish(this.offset + i, i > 0 ? chunk[i - 1]! : this.previous);
        state = FIELD_START;
      } else if (c === delimiter) state = FIELD_START;
      else if (c !== QUOTE) state = PLAIN;
      else if (state === CLOSED) state = QUOTED;
      else if (state === FIELD_START) {
        state = QUOTED;
        this.quoteLine = this.line;
      } else state = PLAIN;
    }
    this.state = state;
  }

  /** Tells that no more bytes follow. */
  end(): void {
    // The line break at the very end of a file begins no line.
    if (this.state === QUOTED) this.unclosed = { line: this.quoteLine, linesAfter: this.line - this.quoteLine - (this.previous === LF ? 1 : 0) };
    if (this.offset > this.start) this.finish(this.offset, this.previous);
  }

  private finish(lineBreak: number, before: number): void {
    const end = before === CR && lineBreak > this.start ? lineBreak - 1 : lineBreak;
    if (end > this.start) {
      this.records++;
      if (end - this.start > this.longest) this.longest = end - this.start;
      this.onRecord(this.start, end, this.startLine);
    }
    this.line++;
    this.start = lineBreak + 1;
    this.startLine = this.line;
  }
}

/** The fields of one record, or why it is none. */
export type Fields = { fields: string[] } | { reason: string; value: string };

/**
 * Splits one record into its fields, quotes taken off and doubled quotes halved.
 * @example fieldsOf('1,"a ""b"""', ',') // { fields: ['1', 'a "b"'] }
 */
export function fieldsOf(record: string, delimiter: string): Fields {
  const fields: string[] = [];
  for (let i = 0; ; ) {
    if (record[i] === '"') {
      const closed = closingQuote(record, i + 1);
      if (closed < 0) return { reason: 'a quote is opened and never closed', value: record.slice(i) };
      if (closed + 1 < record.length && record[closed + 1] !== delimiter) return { reason: 'text follows a closing quote', value: record.slice(i) };
      fields.push(record.slice(i + 1, closed).replaceAll('""', '"'));
      i = closed + 1;
    } else {
      const next = record.indexOf(delimiter, i);
      fields.push(record.slice(i, next < 0 ? record.length : next));
      i = next < 0 ? record.length : next;
    }
    if (i >= record.length) return { fields };
    i++;
    if (i === record.length) return { fields: [...fields, ''] };
  }
}

function closingQuote(record: string, from: number): number {
  for (let i = from; ; i += 2) {
    i = record.indexOf('"', i);
    if (i < 0 || record[i + 1] !== '"') return i;
  }
}

/**
 * One field as delimited text, quoted where that is needed.
 * @example fieldText('a,b', ',') // '"a,b"'
 */
export function fieldText(field: string, delimiter: string): string {
  return field.includes('"') || field.includes(delimiter) || /[\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
}
