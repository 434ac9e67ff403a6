import { createReadStream, createWriteStream } from 'node:fs';
import { open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type EngineConnection, openEngine, type RunOptions } from '../../../platform/event-engine/index.ts';
import { problem } from '../../../platform/errors/index.ts';
import type { CsvSample } from '../csv/index.ts';
import { literal, quoted } from '../stage/model.ts';
import { DEFAULT_LIMITS, unpacked } from '../xes/source.ts';
import { type ParquetColumn, readAs, textSql } from './columns.ts';

const SAMPLE = 1000;
const WANTED = 'a whole Parquet file with a row for each event';

/** A Parquet file as the engine can read it: unpacked into `tempDir` where it is gzip. */
export async function plainParquet(path: string, name: string, tempDir: string, signal?: AbortSignal): Promise<{ readonly path: string; close(): Promise<void> }> {
  const file = await open(path);
  const { buffer, bytesRead } = await file.read(Buffer.alloc(2), 0, 2, 0).finally(() => file.close());
  if (bytesRead < 2 || buffer[0] !== 0x1f || buffer[1] !== 0x8b) return { path, close: async () => {} };
  const copy = join(tempDir, `log-${process.pid}.parquet`);
  await pipeline(Readable.from(unpacked({ stream: createReadStream(path), name }, name, DEFAULT_LIMITS, () => {}, signal), { objectMode: false }), createWriteStream(copy, { mode: 0o600 }));
  return { path: copy, close: () => rm(copy, { force: true }) };
}

/** Columns of a Parquet file. Throws a Problem for one that is damaged, has no rows or two columns of one name. */
export async function parquetColumns(c: EngineConnection, path: string, name: string, options: RunOptions = {}): Promise<ParquetColumn[]> {
  try {
    const columns = await c.rows<{ column_name: string; column_type: string }>(`DESCRIBE SELECT * FROM read_parquet(${literal(path)})`, [], options);
    return columns.map(({ column_name, column_type }) => ({ name: column_name, sqlType: column_type, read: readAs(column_type) }));
  } catch (error) {
    throw damaged(error, path, name, options.signal);
  }
}

/** What the engine says of a file that it cannot read, as a Problem. */
export function damaged(error: unknown, path: string, name: string, signal: AbortSignal | undefined): unknown {
  if (signal?.aborted === true || !(error instanceof Error) || 'code' in error) return error;
  return problem('bad-input', { detail: 'The Parquet file cannot be read', value: error.message.split('\n')[0]!.replaceAll(path, name).slice(0, 200), wanted: WANTED, at: { file: name } }, error);
}

/** The first rows of a Parquet file as texts, for a guess of what its columns are. Throws what `parquetColumns` throws, and a Problem for no rows. */
export async function parquetSample(path: string, name: string, tempDir: string, options: RunOptions = {}): Promise<{ sample: CsvSample; columns: ParquetColumn[] }> {
  const engine = await openEngine({ tempDir, files: [path] });
  const c = await engine.connect();
  try {
    const columns = await parquetColumns(c, path, name, options);
    const select = columns.map((x, i) => `coalesce(${textSql(x, quoted(x.name))}, '') AS c${i}`).join(', ');
    const rows = await c.rows<Record<string, string>>(`SELECT ${select} FROM read_parquet(${literal(path)}) LIMIT ${SAMPLE}`, [], options).catch((error: unknown) => { throw damaged(error, path, name, options.signal); });
    if (rows.length === 0) throw problem('bad-input', { detail: 'There is no row in the Parquet file', value: `columns ${columns.map((x) => x.name).join(', ')}`.slice(0, 200), wanted: WANTED, at: { file: name } });
    return { columns, sample: { delimiter: ',', columns: columns.map((x) => x.name), rows: rows.map((r) => columns.map((_, i) => r[`c${i}`]!)) } };
  } finally {
    c.close();
    await engine.close();
  }
}
