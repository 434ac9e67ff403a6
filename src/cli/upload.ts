import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { Readable } from 'node:stream';
import { problem } from '../platform/errors/index.ts';
import { asProblem, type Session } from './session.ts';

/** Sends a file to the server as a stream, and resolves with what the server saw in it. */
export async function uploadFile<T>({ url, headers }: Session, path: string): Promise<T> {
  const found = await stat(path).catch(() => undefined);
  if (found?.isFile() !== true) throw problem('not-found', { detail: 'There is no such file', value: path, wanted: 'a file that this user may read' });
  const boundary = `hymnsheet-${crypto.randomUUID()}`;
  const response = await fetch(`${url}/uploads`, {
    method: 'POST',
    headers: { ...headers, 'content-type': `multipart/form-data; boundary=${boundary}` },
    body: Readable.toWeb(Readable.from(multipart(path, boundary))) as unknown as ReadableStream,
    duplex: 'half',
  } as RequestInit);
  if (!response.ok) throw asProblem(await response.text(), response.status);
  return (await response.json()) as T;
}

async function* multipart(path: string, boundary: string): AsyncGenerator<Uint8Array> {
  const name = basename(path).replaceAll(/["\r\n]/g, '_');
  yield Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: application/octet-stream\r\n\r\n`);
  yield* createReadStream(path) as AsyncIterable<Uint8Array>;
  yield Buffer.from(`\r\n--${boundary}--\r\n`);
}
