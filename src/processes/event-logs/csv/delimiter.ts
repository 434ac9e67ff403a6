import { fieldsOf, RecordScanner } from './records.ts';

const CANDIDATES = [',', ';', '\t', '|'];

/** The records of the head of a text that are complete there, as texts. */
export function headRecords(head: Uint8Array, delimiter: string, whole: boolean, most: number): string[] {
  return headOf(head, delimiter, whole, most).records;
}

/** The same, with a quote that is still open where the head, or all of the text, ends. */
export function headOf(head: Uint8Array, delimiter: string, whole: boolean, most: number): { records: string[]; unclosed: RecordScanner['unclosed'] } {
  const spans: [number, number][] = [];
  const scanner = new RecordScanner(delimiter.charCodeAt(0), (start, end) => void spans.push([start, end]));
  scanner.push(head);
  const complete = spans.length;
  scanner.end();
  const text = new TextDecoder();
  return { records: spans.slice(0, Math.min(most, whole ? spans.length : complete)).map(([start, end]) => text.decode(head.subarray(start, end))), unclosed: scanner.unclosed };
}

/**
 * The delimiter under which the records of the head agree best on a number of fields; a comma where none does.
 * @example guessDelimiter(Buffer.from('a;b\n1;2,5\n'), true) // ';'
 */
export function guessDelimiter(head: Uint8Array, whole: boolean): string {
  let best = { delimiter: ',', score: 0 };
  for (const delimiter of CANDIDATES) {
    const counts = headRecords(head, delimiter, whole, 200).map((record) => {
      const split = fieldsOf(record, delimiter);
      return 'fields' in split ? split.fields.length : 0;
    });
    const columns = counts[0] ?? 0;
    if (columns < 2) continue;
    const agree = counts.filter((n) => n === columns).length / counts.length;
    const score = agree * agree * (1 + Math.log2(columns) / 10);
    if (score > best.score) best = { delimiter, score };
  }
  return best.delimiter;
}
