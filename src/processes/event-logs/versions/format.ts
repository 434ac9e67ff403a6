import type { OcelEncoding } from '../ocel/index.ts';

export type LogFormat = 'csv' | 'xes' | 'ocel' | 'parquet';

/** What a file of events is: its format, and for an object-centric log how that is written down. */
export interface ToldFormat {
  readonly format: LogFormat;
  readonly encoding: OcelEncoding | null;
}

/** Bytes of a file's start that are enough to tell; a comment in front may need them. */
export const TELLING = 64 << 10;

/** What may stand before an element and says nothing. */
const BESIDE = /<\?[^]*?\?>|<!--[^]*?-->|<!DOCTYPE[^>]*>/g;
/** The first element below the root: both kinds of XML log have the root <log>. */
const OCEL_XML = /^\s*<(?:[\w.-]+:)?log\b[^>]*>[^<]*<(?:[\w.-]+:)?(?:object-types|event-types|objects|events)\b/;

/**
 * The format of a file by the start of its unpacked content; by its name only where there is no content.
 * @example formatOfHead(Buffer.from('PAR1'), 'x.bin') // { format: 'parquet', encoding: null }
 */
export function formatOfHead(head: Uint8Array, name: string): ToldFormat {
  const bytes = Buffer.from(head.buffer, head.byteOffset, head.length);
  if (bytes.subarray(0, 16).toString('latin1') === 'SQLite format 3\u0000') return { format: 'ocel', encoding: 'sqlite' };
  if (bytes.subarray(0, 4).toString('latin1') === 'PAR1') return { format: 'parquet', encoding: null };
  if (head.length === 0) return { format: /\.xes(\.gz)?$/i.test(name) ? 'xes' : 'csv', encoding: null };
  const text = bytes.toString('utf8').replaceAll('\u0000', '').replace(/^[\ufeff\ufffd\s]+/, '');
  if (text.startsWith('<')) return OCEL_XML.test(text.replaceAll(BESIDE, '')) ? { format: 'ocel', encoding: 'xml' } : { format: 'xes', encoding: null };
  return /^(\{\s*(["}]|$)|\[\s*[{\]])/.test(text.slice(0, 256)) ? { format: 'ocel', encoding: 'json' } : { format: 'csv', encoding: null };
}
