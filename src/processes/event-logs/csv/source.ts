import { createWriteStream } from 'node:fs';
import { type FileHandle, mkdtemp, open, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Problem, problem } from '../../../platform/errors/index.ts';
import { DEFAULT_LIMITS, type LogSource, sourceName, type SourceLimits, unpacked } from '../xes/source.ts';
import { looksUtf8 } from './sample.ts';

const HEAD = 4 << 20;
const NOT_UTF8 = 'The file is not UTF-8';

/** Whether a source was refused because its encoding was not named. */
export function isNotUtf8(error: unknown): boolean {
  return error instanceof Problem && error.detail === NOT_UTF8;
}

export interface OpenCsvOptions {
  /** Where an unpacked copy goes that the engine can read; removed by `close`. */
  readonly tempDir: string;
  readonly encoding?: string | undefined;
  readonly limits?: Partial<SourceLimits>;
  readonly onRead?: (bytes: number) => void;
  readonly signal?: AbortSignal | undefined;
}

/** Delimited text as a plain UTF-8 file. */
export interface CsvSource {
  readonly name: string;
  readonly path: string;
  readonly bytes: number;
  /** Up to 4 MiB from its start. */
  readonly head: Uint8Array;
  readonly whole: boolean;
  close(): Promise<void>;
}

/**
 * Gives a source as a plain UTF-8 file: the file itself where it is one, else an unpacked or transcoded copy in `tempDir`.
 * Throws a Problem for no such file, a cut-off or damaged gzip, an encoding that is unknown or wrong.
 */
export async function openCsv(source: LogSource, options: OpenCsvOptions): Promise<CsvSource> {
  const name = sourceName(source);
  try {
    if ('path' in source) {
      const { head, bytes } = await headOf(source.path);
      const encoding = encodingOf(head, options.encoding, name);
      const gzip = head[0] === 0x1f && head[1] === 0x8b;
      if (!gzip && encoding === 'utf-8') {
        refuseWrongEncoding(head, name);
        return { name, path: source.path, bytes, head, whole: head.length === bytes, close: async () => {} };
      }
    }
    return await spooled(source, name, options);
  } catch (error) {
    throw sourceProblem(error, name, options.signal);
  }
}

async function headOf(path: string): Promise<{ head: Uint8Array; bytes: number }> {
  const { size } = await stat(path);
  const file = await open(path);
  try {
    const head = new Uint8Array(Math.min(size, HEAD));
    let n = 0;
    for (let read = 1; read > 0 && n < head.length; n += read) ({ bytesRead: read } = await file.read(head, n, head.length - n, n));
    return { head: head.subarray(0, n), bytes: size };
  } finally {
    await file.close();
  }
}

function encodingOf(head: Uint8Array, stated: string | undefined, name: string): string {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  if (stated === undefined) return 'utf-8';
  try {
    return new TextDecoder(stated).encoding;
  } catch (error) {
    throw problem('bad-input', { detail: 'There is no such character encoding', value: stated, wanted: 'a name such as windows-1252, utf-16le or utf-8', at: { file: name } }, error);
  }
}

function refuseWrongEncoding(head: Uint8Array, name: string): void {
  if (looksUtf8(head) || head.subarray(0, 4096).includes(0)) return;
  let line = 1;
  for (let from = 0; from < head.length; ) {
    const next = head.indexOf(10, from);
    const end = next < 0 ? head.length : next;
    if (!looksUtf8(head.subarray(from, end))) break;
    from = end + 1;
    line++;
  }
  throw problem('bad-input', { detail: NOT_UTF8, value: `line ${line}`, wanted: 'UTF-8, or the encoding named, as windows-1252', at: { file: name, line } });
}

async function spooled(source: LogSource, name: string, { tempDir, encoding, limits, onRead = () => {}, signal }: OpenCsvOptions): Promise<CsvSource> {
  const folder = await mkdtemp(join(tempDir, 'unpacked-'));
  const path = join(folder, 'log.csv');
  try {
    const bytes = unpacked(source, name, { ...DEFAULT_LIMITS, ...limits }, onRead, signal);
    await pipeline(Readable.from(toUtf8(bytes, encoding, name), { objectMode: false }), createWriteStream(path, { mode: 0o600 }));
    const { head, bytes: size } = await headOf(path);
    refuseWrongEncoding(head, name);
    return { name, path, bytes: size, head, whole: head.length === size, close: () => rm(folder, { recursive: true, force: true }) };
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
}

async function* toUtf8(bytes: AsyncIterable<Uint8Array>, stated: string | undefined, name: string): AsyncGenerator<Uint8Array> {
  let decoder: TextDecoder | null | undefined;
  const decode = (chunk?: Uint8Array): Uint8Array => {
    try {
      return Buffer.from(chunk === undefined ? decoder!.decode() : decoder!.decode(chunk, { stream: true }));
    } catch (error) {
      throw problem('bad-input', { detail: `The file has bytes that are not ${decoder!.encoding}`, wanted: 'the encoding that the file is really in', at: { file: name } }, error);
    }
  };
  for await (const chunk of bytes) {
    if (decoder === undefined) {
      const encoding = encodingOf(chunk, stated, name);
      decoder = encoding === 'utf-8' ? null : new TextDecoder(encoding, { fatal: true });
    }
    yield decoder === null ? chunk : decode(chunk);
  }
  if (decoder != null) yield decode();
}

/** An error met while opening or reading a source as a problem that a person can act upon, where it is one. */
export function sourceProblem(error: unknown, name: string, signal: AbortSignal | undefined): unknown {
  if (signal?.aborted === true) return problem('cancelled', { detail: 'Reading the log was cancelled', at: { file: name } }, error);
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT') return problem('not-found', { detail: 'There is no such file', value: name, wanted: 'an event log' }, error);
  if (code === 'EISDIR') return problem('bad-input', { detail: 'This is a folder, not a file', value: name, wanted: 'an event log' }, error);
  if (code === 'EACCES') return problem('not-allowed', { detail: 'The file may not be read', value: name, wanted: 'a file that this user may read' }, error);
  return error;
}

/** The bytes of a file in chunks of one reused buffer. */
export async function* chunksOf(path: string, signal?: AbortSignal): AsyncGenerator<Uint8Array> {
  const file: FileHandle = await open(path);
  const buffer = new Uint8Array(1 << 20);
  try {
    for (;;) {
      signal?.throwIfAborted();
      const { bytesRead } = await file.read(buffer, 0, buffer.length);
      if (bytesRead === 0) return;
      yield buffer.subarray(0, bytesRead);
    }
  } finally {
    await file.close();
  }
}
