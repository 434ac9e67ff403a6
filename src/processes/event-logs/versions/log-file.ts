import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { sourceProblem } from '../csv/index.ts';
import { DEFAULT_LIMITS, type LogSource, sourceName, unpacked } from '../xes/source.ts';
import { formatOfHead, TELLING, type ToldFormat } from './format.ts';

/** A source as a file on disk, with its format. */
export interface LogFile extends ToldFormat {
  readonly name: string;
  readonly path: string;
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
    return { name, path, ...(await formatOf({ path: source.path }, name, signal)), source: () => (path === source.path ? own : { path: source.path }), close: async () => {} };
  }
  const path = join(workDir, `stream-${process.pid}-${basename(name).replace(/[^\w.-]/g, '_').slice(0, 80)}`);
  await pipeline(Readable.from(source.stream, { objectMode: false }), createWriteStream(path, { mode: 0o600 }), ...(signal === undefined ? [] : [{ signal }]));
  const again = (): LogSource => ({ stream: createReadStream(path), name });
  return { name, path, ...(await formatOf(again(), name, signal)), source: again, close: () => rm(path, { force: true }) };
}

async function formatOf(source: LogSource, name: string, signal: AbortSignal | undefined): Promise<ToldFormat> {
  let head: Uint8Array = new Uint8Array(0);
  for await (const chunk of unpacked(source, name, DEFAULT_LIMITS, () => {}, signal)) {
    head = head.length === 0 ? chunk.subarray(0, TELLING) : Buffer.concat([head, chunk.subarray(0, TELLING - head.length)]);
    if (head.length >= TELLING) break;
  }
  return formatOfHead(head, name);
}

/** The SHA-256 of a file, in hex. */
export async function sha256Of(path: string, signal?: AbortSignal): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20, ...(signal === undefined ? {} : { signal }) })) hash.update(chunk as Uint8Array);
  return hash.digest('hex');
}
