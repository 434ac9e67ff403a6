import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { sourceProblem } from '../csv/index.ts';
import { DEFAULT_LIMITS, type LogSource, sourceName, unpacked } from '../xes/source.ts';

export type LogFormat = 'csv' | 'xes';

/** A source as a file on disk, with its format. */
export interface LogFile {
  readonly name: string;
  readonly path: string;
  readonly format: LogFormat;
  /** What readers are given: a stream keeps its own name in messages. */
  readonly source: () => LogSource;
  close(): Promise<void>;
}

/** A source as a file: a stream is kept in `workDir` until `close`. The format is told by the content, not by the name. */
export async function logFile(source: LogSource, workDir: string, signal?: AbortSignal): Promise<LogFile> {
  const name = sourceName(source);
  try {
    return await onDisk(source, name, workDir, signal);
  } catch (error) {
    throw sourceProblem(error, name, signal);
  }
}

async function onDisk(source: LogSource, name: string, workDir: string, signal: AbortSignal | undefined): Promise<LogFile> {
  if ('path' in source) {
    const path = resolve(source.path);
    const own = { path };
    return { name, path, format: await formatOf({ path: source.path }, name, signal), source: () => (path === source.path ? own : { path: source.path }), close: async () => {} };
  }
  const path = join(workDir, `stream-${process.pid}-${basename(name).replace(/[^\w.-]/g, '_').slice(0, 80)}`);
  await pipeline(Readable.from(source.stream, { objectMode: false }), createWriteStream(path, { mode: 0o600 }), ...(signal === undefined ? [] : [{ signal }]));
  const again = (): LogSource => ({ stream: createReadStream(path), name });
  return { name, path, format: await formatOf(again(), name, signal), source: again, close: () => rm(path, { force: true }) };
}

async function formatOf(source: LogSource, name: string, signal: AbortSignal | undefined): Promise<LogFormat> {
  for await (const chunk of unpacked(source, name, DEFAULT_LIMITS, () => {}, signal)) {
    const start = Buffer.from(chunk.subarray(0, 256)).toString('utf8').replaceAll('\u0000', '').replace(/^[\ufeff\ufffd\s]+/, '');
    return start.startsWith('<') ? 'xes' : 'csv';
  }
  return /\.xes(\.gz)?$/i.test(name) ? 'xes' : 'csv';
}

/** The SHA-256 of a file, in hex. */
export async function sha256Of(path: string, signal?: AbortSignal): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20, ...(signal === undefined ? {} : { signal }) })) hash.update(chunk as Uint8Array);
  return hash.digest('hex');
}
