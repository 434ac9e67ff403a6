import { isUtf8 } from 'node:buffer';
import { problem } from '../../../platform/errors/index.ts';
import { guessDelimiter, headOf } from './delimiter.ts';
import { fieldsOf } from './records.ts';
import { refuseSwallowed } from './unclosed.ts';

const MOST_COLUMNS = 4096;

/** The head of a delimited file: its columns and first rows, each as long as the header. */
export interface CsvSample {
  readonly delimiter: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/**
 * Looks at the head (UTF-8) of a delimited file; `whole` where it is all of the file.
 * Throws a Problem: empty, a header without rows, columns of one name, a first line without an end, not text, a quote that is never closed,
 * a delimiter that is not one character.
 * @example sampleCsv(Buffer.from('case,activity\n1,a\n'), { name: 'log.csv', whole: true }).columns // ['case', 'activity']
 */
export function sampleCsv(head: Uint8Array, { name, whole, delimiter, rows = 1000 }: { name: string; whole: boolean; delimiter?: string | undefined; rows?: number }): CsvSample {
  const bytes = withoutMark(head);
  refuseBinary(bytes, name);
  const separator = delimiter === undefined ? guessDelimiter(bytes, whole) : checkedDelimiter(delimiter);
  const { records: [header, ...records], unclosed } = headOf(bytes, separator, whole, rows + 1);
  // In a part of a file a quote may yet close, unless nothing but it is there.
  if (whole || records.length === 0) refuseSwallowed(unclosed, name);
  if (header === undefined) {
    if (!whole) throw problem('bad-input', { detail: 'The first line does not end', value: `${bytes.length} bytes without a line break`, wanted: 'a header line of column names', at: { file: name, line: 1 } });
    throw problem('bad-input', { detail: 'The file is empty', wanted: 'a header line of column names and one row for each event', at: { file: name } });
  }
  const split = fieldsOf(header, separator);
  if ('reason' in split) throw problem('bad-input', { detail: `The header cannot be read: ${split.reason}`, value: split.value, wanted: 'a header line of column names', at: { file: name, line: 1 } });
  const columns = columnNames(split.fields, name);
  if (records.length === 0) {
    const detail = whole ? 'There is a header but no row' : 'The first row does not end';
    throw problem('bad-input', { detail, value: header.slice(0, 200), wanted: 'one row for each event below the header', at: { file: name, line: 2 } });
  }
  return { delimiter: separator, columns, rows: records.map((r) => fieldsOf(r, separator)).flatMap((f) => ('fields' in f && f.fields.length === columns.length ? [f.fields] : [])) };
}

/** A delimiter, once it is certain that it can part fields. @throws Problem `bad-input` */
export function checkedDelimiter(delimiter: string): string {
  if (delimiter.length === 1 && delimiter > '\0' && delimiter < '\u0080' && !'"\r\n'.includes(delimiter)) return delimiter;
  throw problem('bad-input', { detail: 'The delimiter is not one character', value: delimiter, wanted: 'one ASCII character that is no quote, as ; or | or \\t for a tab' });
}

/** The bytes without a byte order mark of UTF-8. */
export function withoutMark(head: Uint8Array): Uint8Array {
  return head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf ? head.subarray(3) : head;
}

function columnNames(fields: readonly string[], name: string): string[] {
  if (fields.length > MOST_COLUMNS) throw problem('too-large', { detail: 'The header has too many columns', value: String(fields.length), wanted: `at most ${MOST_COLUMNS}`, at: { file: name, line: 1 } });
  const names = fields.map((f, i) => (f.trim() === '' ? `column ${i + 1}` : f.trim()));
  const twice = names.find((n, i) => names.indexOf(n) !== i);
  if (twice !== undefined) throw problem('bad-input', { detail: 'Two columns have the same name', value: twice, wanted: 'a name of its own for each column', at: { file: name, line: 1, column: names.lastIndexOf(twice) + 1 } });
  return names;
}

function refuseBinary(bytes: Uint8Array, name: string): void {
  const start = bytes.subarray(0, 4096);
  if (start[0] === 0x50 && start[1] === 0x4b) throw problem('bad-input', { detail: 'The file is a ZIP archive or a spreadsheet, not delimited text', value: 'PK…', wanted: 'CSV or TSV, plain or gzip', at: { file: name, line: 1 } });
  if (start.includes(0)) throw problem('bad-input', { detail: 'The file is not text', value: `byte 0x00 at ${start.indexOf(0)}`, wanted: 'CSV or TSV in UTF-8, or the encoding named', at: { file: name, line: 1 } });
}

/** Whether bytes that may end inside a character are UTF-8. */
export function looksUtf8(bytes: Uint8Array): boolean {
  for (let cut = 0; cut < 4 && cut <= bytes.length; cut++) if (isUtf8(bytes.subarray(0, bytes.length - cut))) return true;
  return false;
}
