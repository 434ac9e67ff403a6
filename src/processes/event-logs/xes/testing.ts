import { XesCollector } from './collector.ts';
import type { XesBatch, XesColumn, XesOptions, XesRejection, XesReport } from './model.ts';
import { XesReference } from './reference.ts';
import { XesScanner } from './scanner.ts';

export type PlainRow = Record<string, string | number | bigint | boolean>;

/** What a reader made of a document, in plain values; `failure` where it refused it. */
export interface ReadOutcome {
  events: PlainRow[];
  cases: PlainRow[];
  rejected: XesRejection[];
  report: XesReport | null;
  failure: string | null;
}

/** Reads a document given in chunks with one of the readers, for tests. */
export function readPlain(reader: 'quick' | 'reference', chunks: readonly Uint8Array[], options: Partial<XesOptions> = {}, sizes: { rows?: number; dictionaryBytes?: number } = {}): ReadOutcome {
  const batches: XesBatch[] = [];
  try {
    const collector = new XesCollector({ zone: 'UTC', classifier: null, ...options }, (batch) => batches.push(batch), sizes);
    const scanner = reader === 'quick' ? new XesScanner(collector) : new XesReference(collector);
    for (const chunk of chunks) scanner.push(chunk);
    scanner.end();
    const report = collector.finish();
    return { ...plainRows(batches), report, failure: null };
  } catch (error) {
    return { events: [], cases: [], rejected: [], report: null, failure: (error as Error).message };
  }
}

function plainRows(batches: readonly XesBatch[]): Pick<ReadOutcome, 'events' | 'cases' | 'rejected'> {
  const texts = new Map<string, string>();
  for (const { dictionary } of batches) for (const { column, firstCode, values } of dictionary) values.forEach((v, i) => texts.set(`${column} ${firstCode + i}`, v));
  const of = (table: 'events' | 'cases'): PlainRow[] => batches.filter((b) => b.table === table).flatMap((b) => Array.from({ length: b.rows }, (_, row) => plainRow(b.columns, row, texts)));
  return { events: of('events'), cases: of('cases'), rejected: batches.flatMap((b) => b.rejected) };
}

function plainRow(columns: readonly XesColumn[], row: number, texts: Map<string, string>): PlainRow {
  const plain: PlainRow = {};
  for (const { name, type, data, valid } of columns) {
    if (valid !== undefined && (valid[row >> 3]! & (1 << (row & 7))) === 0) continue;
    const value = data[row]!;
    const id = name.startsWith('@') ? `${type} ${name}` : name;
    plain[id] = type === 'code' && Number(value) >= 0 ? texts.get(`${name} ${value}`)! : type === 'boolean' ? value === 1 : value;
  }
  return plain;
}
