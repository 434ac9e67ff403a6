import { createHash, randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Readable } from 'node:stream';
import { z } from 'zod';
import { recordAudit } from '../../platform/audit/index.ts';
import type { Clock } from '../../platform/clock/index.ts';
import type { Db } from '../../platform/db/index.ts';
import { problem } from '../../platform/errors/index.ts';
import type { Job } from '../../platform/jobs/index.ts';
import type { Ctx } from '../../platform/write/index.ts';
import { addUpload, uploadById, uploadsStillNeeded } from './store.ts';

/** Bytes that an upload may have. */
export const uploadLimit = 4 * 2 ** 30;

export interface Upload {
  readonly id: string;
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly path: string;
}

/** Where received files wait until they are imported: below the data folder, under names of our own. */
export function uploadPath(dataDir: string, id: string): string {
  return join(dataDir, 'uploads', id);
}

/** Paths of files that this process is receiving now; the catalogue does not know them yet. */
const receiving = new Set<string>();

/**
 * Receives a file as a stream, hashing it on the way; a part that is cut off leaves nothing behind.
 * @throws Problem `too-large`, `bad-input` for an empty file
 */
export async function receiveUpload(ctx: Ctx, dataDir: string, name: string, stream: Readable & { readonly truncated?: boolean }): Promise<Upload> {
  const id = randomUUID();
  const path = uploadPath(dataDir, id);
  await mkdir(join(dataDir, 'uploads'), { recursive: true, mode: 0o700 });
  const hash = createHash('sha256');
  receiving.add(path);
  try {
    await pipeline(stream, async function* hashed(source) { for await (const chunk of source) { hash.update(chunk as Buffer); yield chunk; } }, createWriteStream(path, { mode: 0o600, flags: 'wx' }));
    if (stream.truncated === true) throw problem('too-large', { detail: 'The file is too large', value: name, wanted: `at most ${uploadLimit / 2 ** 30} GiB` });
    const { size } = await stat(path);
    if (size === 0) throw problem('bad-input', { detail: 'The file is empty', value: name, wanted: 'a file with events' });
    const upload = { id, name: name.slice(0, 200), bytes: size, sha256: hash.digest('hex'), path };
    const at = ctx.clock.now();
    await ctx.db.transaction().execute(async (tx) => {
      await addUpload(tx, { ...upload, at, by: ctx.actor });
      await recordAudit(tx, ctx.actor, at, [{ action: 'upload.create', subjectKind: 'upload', subjectId: id, detail: { bytes: size, sha256: upload.sha256 } }]);
    });
    return upload;
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  } finally {
    receiving.delete(path);
  }
}

/** A received file. @throws Problem `not-found` where it never was or has been cleared away. */
export async function findUpload(ctx: Pick<Ctx, 'db'>, dataDir: string, id: string): Promise<Upload> {
  const row = await uploadById(ctx.db, id);
  const path = uploadPath(dataDir, id);
  if (row === undefined || !(await stat(path).then(() => true, () => false))) throw problem('not-found', { detail: 'There is no such upload', value: id, wanted: 'a file that was uploaded in the last day' });
  return { id: row.id, name: row.name, bytes: row.bytes, sha256: row.sha256, path };
}

/**
 * Clears away received files that no import waits for a day after they came, and at once what a killed server left half received; resolves
 * with the names removed. What was imported lives on in the event store.
 */
export async function clearUploads({ db, clock, dataDir }: ClearParts): Promise<string[]> {
  const names = (await readdir(join(dataDir, 'uploads')).catch(() => [])).filter((name) => z.uuid().safeParse(name).success);
  // In this order a file that is recorded meanwhile is seen either as under way or in the catalogue.
  const idle = names.filter((name) => !receiving.has(uploadPath(dataDir, name)));
  const needed = await uploadsStillNeeded(db, idle, new Date(clock.now().getTime() - day));
  const removed = idle.filter((name) => !needed.has(name));
  for (const name of removed) await rm(uploadPath(dataDir, name), { force: true });
  return removed;
}

const day = 86_400_000;

interface ClearParts {
  readonly db: Db;
  readonly clock: Clock;
  readonly dataDir: string;
}

/** The job that does so every hour. */
export function clearUploadsJob(parts: ClearParts): Job {
  return { name: 'clear_uploads', every: '17 * * * *', run: async () => { await clearUploads(parts); } };
}
