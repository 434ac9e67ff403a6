import { isUtf8 } from 'node:buffer';
import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { createGunzip, type ZlibOptions } from 'node:zlib';
import { problem } from '../../../platform/errors/index.ts';

const CHUNK = 1 << 18, UNPACKED = 1 << 19, HEAD = 1024;

/** Bounds against files that unpack into far more than they should. */
export interface SourceLimits {
  /** Unpacked bytes; default 64 GiB. */
  maxBytes: number;
  /** Unpacked bytes for each packed one; default 500 (real logs pack 10 to 100 times). */
  maxRatio: number;
  /** Unpacked bytes from which the ratio counts; default 64 MiB. */
  ratioFrom: number;
}
export const DEFAULT_LIMITS: SourceLimits = { maxBytes: 64 * 2 ** 30, maxRatio: 500, ratioFrom: 64 << 20 };

/** Where a log is read from: a file, or bytes that come by themselves with a name for messages. */
export type LogSource = { path: string } | { stream: AsyncIterable<Uint8Array>; name: string };

/** The name that messages give the source. */
export function sourceName(source: LogSource): string {
  return 'path' in source ? source.path : source.name;
}

/**
 * The document of a source as UTF-8 bytes without byte order mark: gunzipped where it is gzip, decoded where it declares another
 * encoding. Throws a Problem for a cut-off or damaged gzip, bytes that are not text, an unknown encoding, or too much data.
 */
export async function* utf8Chunks(source: LogSource, limits: SourceLimits, onRead: (bytes: number) => void, lineAtEnd: () => number, signal?: AbortSignal): AsyncGenerator<Uint8Array> {
  const name = sourceName(source);
  yield* toUtf8(unpacked(source, name, limits, onRead, signal), name, lineAtEnd);
}

/** The bytes of a source, gunzipped where they are gzip, within the limits; throws a Problem for a cut-off, damaged or suspicious gzip. */
export async function* unpacked(source: LogSource, name: string, limits: SourceLimits, onRead: (bytes: number) => void, signal?: AbortSignal): AsyncGenerator<Uint8Array> {
  let packedBytes = 0;
  const counted = async function* (): AsyncGenerator<Uint8Array> {
    for await (const chunk of opened(source)) {
      signal?.throwIfAborted();
      packedBytes += chunk.length;
      onRead(packedBytes);
      yield chunk;
    }
  };
  const [head, rest] = await peek(counted(), 2);
  const gzip = head[0] === 0x1f && head[1] === 0x8b;
  let bytes = 0;
  for await (const chunk of gzip ? gunzipped(rest, name) : rest) {
    signal?.throwIfAborted();
    bytes += chunk.length;
    if (bytes > limits.maxBytes) throw problem('too-large', { detail: 'The file unpacks to too many bytes', value: `more than ${bytes}`, wanted: `at most ${limits.maxBytes}`, at: { file: name } });
    if (gzip && bytes > limits.ratioFrom && bytes > packedBytes * limits.maxRatio) {
      throw problem('too-large', { detail: 'The file unpacks to suspiciously many bytes', value: `${Math.round(bytes / packedBytes)} times its size`, wanted: `at most ${limits.maxRatio} times`, at: { file: name } });
    }
    yield chunk;
  }
}

function opened(source: LogSource): AsyncIterable<Uint8Array> {
  return 'path' in source ? createReadStream(source.path, { highWaterMark: CHUNK }) : source.stream;
}

async function* gunzipped(packed: AsyncIterable<Uint8Array>, name: string): AsyncGenerator<Uint8Array> {
  const input = Readable.from(packed, { objectMode: false });
  // Room for several chunks, so that unpacking goes on in its own thread while a chunk is scanned.
  const gunzip = createGunzip({ chunkSize: UNPACKED, readableHighWaterMark: 4 * UNPACKED } as ZlibOptions);
  // pipe() leaves the failure of its source to the caller, who must hear of it.
  input.on('error', (error) => gunzip.destroy(error));
  try {
    yield* input.pipe(gunzip) as AsyncIterable<Uint8Array>;
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'Z_BUF_ERROR') throw problem('bad-input', { detail: 'The gzip file is cut off', wanted: 'a whole gzip file', at: { file: name } }, error);
    if (code?.startsWith('Z_') === true) throw problem('bad-input', { detail: 'The gzip file is damaged', value: (error as Error).message, wanted: 'a whole gzip file', at: { file: name } }, error);
    throw error;
  } finally {
    input.destroy();
  }
}

/** The first bytes (at least `n` where there are so many), and everything from the start. */
async function peek(chunks: AsyncIterable<Uint8Array>, n: number): Promise<[Uint8Array, AsyncIterable<Uint8Array>]> {
  const iterator = chunks[Symbol.asyncIterator]();
  let head: Uint8Array = new Uint8Array(0);
  while (head.length < n) {
    const next = await iterator.next();
    if (next.done === true) break;
    head = head.length === 0 ? next.value : Buffer.concat([head, next.value]);
  }
  const all = async function* (): AsyncGenerator<Uint8Array> {
    try {
      if (head.length > 0) yield head;
      for (let next = await iterator.next(); next.done !== true; next = await iterator.next()) yield next.value;
    } finally {
      await iterator.return?.();
    }
  };
  return [head, all()];
}

async function* toUtf8(bytes: AsyncIterable<Uint8Array>, name: string, lineAtEnd: () => number): AsyncGenerator<Uint8Array> {
  const [head, all] = await peek(bytes, HEAD);
  const { encoding, skip } = encodingOf(head, name);
  refuseWhatIsNotXml(head, encoding, skip, name);
  yield* encoding === 'utf-8' ? checked(all, skip, name, lineAtEnd) : transcoded(all, encoding, name);
}

function encodingOf(head: Uint8Array, name: string): { encoding: string; skip: number } {
  const [a, b, c] = head;
  if (a === 0xef && b === 0xbb && c === 0xbf) return { encoding: 'utf-8', skip: 3 };
  if ((a === 0xff && b === 0xfe) || (a === 0x3c && b === 0)) return { encoding: 'utf-16le', skip: 0 };
  if ((a === 0xfe && b === 0xff) || (a === 0 && b === 0x3c)) return { encoding: 'utf-16be', skip: 0 };
  const declared = /^<\?xml[^>]*?\sencoding\s*=\s*["']([^"']*)["']/.exec(Buffer.from(head).toString('latin1'))?.[1] ?? 'utf-8';
  try {
    const { encoding } = new TextDecoder(declared);
    // A file that can be read as ASCII so far cannot be UTF-16, whatever it says.
    if (!encoding.startsWith('utf-16')) return { encoding: /^(us-)?ascii$/i.test(declared) ? 'utf-8' : encoding, skip: 0 };
  } catch {
    // Falls through to the refusal.
  }
  throw problem('bad-input', { detail: 'The declared encoding cannot be right or is not known', value: declared, wanted: 'UTF-8, or the encoding that the file is really in', at: { file: name, line: 1 } });
}

function refuseWhatIsNotXml(head: Uint8Array, encoding: string, skip: number, name: string): void {
  const start = new TextDecoder(encoding).decode(head.subarray(skip)).trimStart();
  if (start === '' || start.startsWith('<')) return;
  const zip = start.startsWith('PK');
  throw problem('bad-input', { detail: zip ? 'The file is a ZIP archive, not a log' : 'The file is not XML', value: zip ? 'PK…' : start.slice(0, 40), wanted: 'an XES log as XML, plain or gzip', at: { file: name, line: 1 } });
}

async function* transcoded(bytes: AsyncIterable<Uint8Array>, encoding: string, name: string): AsyncGenerator<Uint8Array> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  const decode = (chunk?: Uint8Array): Uint8Array => {
    try {
      return Buffer.from(chunk === undefined ? decoder.decode() : decoder.decode(chunk, { stream: true }), 'utf8');
    } catch (error) {
      throw problem('bad-input', { detail: `The file says that it is ${encoding}, but has bytes that are not`, wanted: 'the encoding that the file is really in', at: { file: name } }, error);
    }
  };
  for await (const chunk of bytes) yield decode(chunk);
  yield decode();
}

/** Passes chunks on once they are known to be UTF-8; a character cut by a chunk's end is checked with the next one. */
async function* checked(bytes: AsyncIterable<Uint8Array>, skip: number, name: string, lineAtEnd: () => number): AsyncGenerator<Uint8Array> {
  let cut: Uint8Array = new Uint8Array(0);
  let first = true;
  for await (const raw of bytes) {
    const chunk = first ? raw.subarray(skip) : raw;
    first = false;
    const whole = cut.length > 0 ? Buffer.concat([cut, chunk]) : chunk;
    const end = wholeCharacters(whole);
    if (!isUtf8(whole.subarray(0, end))) {
      const good = goodStart(whole);
      yield whole.subarray(0, good);
      throw notUtf8(whole[good]!, name, lineAtEnd());
    }
    cut = whole.subarray(end);
    yield whole.subarray(0, end);
  }
  if (cut.length > 0) throw notUtf8(cut[0]!, name, lineAtEnd());
}

/** The length without a character that the end cuts. */
function wholeCharacters(b: Uint8Array): number {
  const from = Math.max(0, b.length - 3);
  for (let i = b.length - 1; i >= from; i--) {
    const c = b[i]!;
    if (c < 0x80) return b.length;
    if (c >= 0xc0) return b.length - i < (c >= 0xf0 ? 4 : c >= 0xe0 ? 3 : 2) ? i : b.length;
  }
  return b.length;
}

/** The length of the longest start that is UTF-8, by halving. */
function goodStart(b: Uint8Array): number {
  let low = 0, high = b.length;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (isUtf8(b.subarray(0, wholeCharacters(b.subarray(0, middle))))) low = middle;
    else high = middle - 1;
  }
  return wholeCharacters(b.subarray(0, low));
}

function notUtf8(byte: number, name: string, line: number): Error {
  return problem('bad-input', {
    detail: 'The file is not UTF-8 here', value: `byte 0x${byte.toString(16)}`, at: { file: name, line },
    wanted: 'UTF-8, or a declaration of the encoding, as <?xml version="1.0" encoding="ISO-8859-1"?>',
  });
}
