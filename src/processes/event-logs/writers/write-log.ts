import { rename, rm } from 'node:fs/promises';
import type { EngineConnection } from '../../../platform/event-engine/index.ts';
import { problem } from '../../../platform/errors/index.ts';
import type { Stage } from '../stage/model.ts';
import { writeCsv, writeParquet } from './tables.ts';
import { writeXes } from './xes.ts';

export type LogFormat = 'parquet' | 'xes' | 'csv';

export interface WriteLogOptions {
  readonly neutraliseFormulas?: boolean | undefined;
  readonly onEvents?: ((events: number) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

/**
 * The format that a file's name asks for. Throws a Problem that lists the names which do.
 * @example formatOf('log.xes.gz') // { format: 'xes', gzip: true }
 */
export function formatOf(path: string): { format: LogFormat; gzip: boolean } {
  const m = /\.(parquet|xes|csv)(\.gz)?$/i.exec(path);
  const format = m?.[1]?.toLowerCase() as LogFormat | undefined;
  const gzip = m?.[2] !== undefined;
  if (format === undefined || (format === 'parquet' && gzip)) throw problem('bad-input', { detail: 'The name does not say in which format to write', value: path, wanted: 'a name that ends in .parquet, .xes, .xes.gz, .csv or .csv.gz' });
  return { format, gzip };
}

/**
 * Writes the staged log of a connection to a file in the format of its name; gives the number of events. The file appears whole or not
 * at all. The engine must have been opened with the file's folder among its folders.
 */
export async function writeLog(connection: EngineConnection, stage: Stage, path: string, options: WriteLogOptions = {}): Promise<number> {
  const { format, gzip } = formatOf(path);
  const unfinished = `${path}.${process.pid}.part`;
  try {
    const events = await write(connection, stage, unfinished, format, gzip, options);
    await rename(unfinished, path);
    return events;
  } catch (error) {
    await rm(unfinished, { force: true });
    if (options.signal?.aborted === true) throw problem('cancelled', { detail: 'Writing the log was cancelled', at: { file: path } }, error);
    throw error;
  }
}

function write(connection: EngineConnection, stage: Stage, path: string, format: LogFormat, gzip: boolean, options: WriteLogOptions): Promise<number> {
  switch (format) {
    case 'csv': return writeCsv(connection, stage, path, { ...options, gzip });
    case 'parquet': return writeParquet(connection, stage, path, options);
    case 'xes': return writeXes(connection, stage, path, { ...options, gzip });
  }
}
