import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readFile, readdir, rename, rm, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import type { EngineConnection } from '../../../platform/event-engine/index.ts';
import { problem } from '../../../platform/errors/index.ts';
import { literal } from '../stage/model.ts';
import { type DatasetVersion, type Manifest, manifestId, partsOf, type PartRef } from './manifest.ts';

/** Folders of an event store: immutable parts and manifests by hash, and work under way. */
export interface StoreFolders {
  readonly parts: string;
  readonly manifests: string;
  readonly work: string;
}

/** The folders of an event store in its directory. */
export function foldersOf(dir: string): StoreFolders {
  return { parts: join(dir, 'parts'), manifests: join(dir, 'manifests'), work: join(dir, 'work') };
}

/** Makes them where they are missing, for nobody else to read. */
export async function makeFolders(dir: string): Promise<StoreFolders> {
  const folders = foldersOf(dir);
  for (const folder of Object.values(folders)) await mkdir(folder, { recursive: true, mode: 0o700 });
  return folders;
}

/** Where a part lies, by the hash of its bytes. */
export function partPath(dir: string, sha256: string): string {
  return join(foldersOf(dir).parts, `${sha256}.parquet`);
}

let written = 0;

/** Writes the parts of one version. */
export class PartWriter {
  private readonly dir: string;
  private readonly signal: AbortSignal | undefined;
  private readonly finishing: Promise<PartRef>[] = [];

  constructor(dir: string, signal?: AbortSignal) {
    this.dir = dir;
    this.signal = signal;
  }

  /**
   * Writes the rows of a query as one part under a temporary name. What is left to do (its hash, fsync, its final name) goes on by itself
   * while the session turns to other things: wait for `part`.
   */
  async write(c: EngineConnection, query: string, bucket = 0): Promise<{ part: Promise<PartRef> }> {
    const temporary = join(foldersOf(this.dir).work, `part-${process.pid}-${written++}.parquet`);
    try {
      const rows = await c.run(`COPY (${query}) TO ${literal(temporary)} (FORMAT parquet, COMPRESSION zstd, COMPRESSION_LEVEL 1, PARQUET_VERSION v2)`, [], { signal: this.signal });
      const part = this.finish(temporary, rows, bucket);
      // Whoever waits for it hears of a failure; until then it is nobody's.
      part.catch(() => {});
      this.finishing.push(part);
      return { part };
    } catch (error) {
      await rm(temporary, { force: true });
      throw error;
    }
  }

  /** All parts have their names or have failed. */
  async settled(): Promise<void> {
    await Promise.allSettled(this.finishing);
  }

  private async finish(temporary: string, rows: number, bucket: number): Promise<PartRef> {
    try {
      const { sha256, bytes } = await digest(temporary);
      await settle(temporary, partPath(this.dir, sha256), bytes);
      return { sha256, bytes, rows, bucket };
    } finally {
      await rm(temporary, { force: true });
    }
  }
}

async function digest(path: string): Promise<{ sha256: string; bytes: number }> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) {
    hash.update(chunk as Uint8Array);
    bytes += (chunk as Uint8Array).length;
  }
  return { sha256: hash.digest('hex'), bytes };
}

/** Gives a file its final name once its bytes are durable; one that is there already, as long as it, has the same bytes and is only touched. */
async function settle(temporary: string, final: string, bytes: number): Promise<void> {
  await fsync(temporary);
  if ((await stat(final).catch(() => undefined))?.size === bytes && (await touched(final))) return;
  await rename(temporary, final);
}

async function touched(path: string): Promise<boolean> {
  // A fresh time keeps the collector away from a part that is about to be cited again.
  const now = new Date();
  return utimes(path, now, now).then(() => true, () => false);
}

async function fsync(path: string): Promise<void> {
  const file = await open(path, 'r');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Writes a manifest under its id, last of all: before it is there, the version does not exist. */
export async function writeManifest(dir: string, manifest: Manifest): Promise<DatasetVersion> {
  const [id, text] = [manifestId(manifest), JSON.stringify(manifest)];
  const { manifests, parts, work } = foldersOf(dir);
  // The names of the parts are to outlive a power cut before a manifest cites them.
  await fsync(parts);
  const temporary = join(work, `manifest-${process.pid}-${written++}.json`);
  const file = await open(temporary, 'w', 0o600);
  try {
    await file.writeFile(text);
  } finally {
    await file.close();
  }
  await settle(temporary, join(manifests, `${id}.json`), Buffer.byteLength(text));
  await fsync(manifests);
  await rm(temporary, { force: true });
  return { id, manifest, dir };
}

/**
 * A version by its id, as it was written.
 * @throws Problem `not-found`, or `internal` where the file is not what its name says.
 */
export async function readVersion(dir: string, id: string): Promise<DatasetVersion> {
  const path = join(foldersOf(dir).manifests, `${id}.json`);
  const text = await readFile(path, 'utf8').catch(() => undefined);
  if (text === undefined || !/^[0-9a-f]{64}$/.test(id)) throw problem('not-found', { detail: 'There is no such dataset version', value: id, wanted: 'the id of a version that has not been collected' });
  const manifest = JSON.parse(text) as Manifest;
  if (manifestId(manifest) !== id) throw problem('internal', { detail: 'The manifest of a dataset version was changed', value: id, wanted: 'a manifest with this hash' });
  return { id, manifest, dir };
}

/** Removes work that processes left which are no more: names carry the id of the process that made them. */
export async function sweepWork(dir: string): Promise<void> {
  const { work } = foldersOf(dir);
  const began = Date.now() - process.uptime() * 1000;
  for (const name of await readdir(work).catch(() => [])) {
    const pid = Number(/^[a-z]+-(\d+)-/.exec(name)?.[1] ?? NaN);
    const path = join(work, name);
    // A container may give every process the same id: then what is older than this process is not its own.
    const stale = pid === process.pid ? ((await stat(path).catch(() => undefined))?.mtimeMs ?? began) < began : Number.isSafeInteger(pid) && !alive(pid);
    if (stale) await rm(path, { recursive: true, force: true });
  }
}

function alive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Removes parts and manifests that no version in `keep` needs and nothing has touched since `before`, and work left by the dead; gives the names removed. */
export async function collectGarbage(dir: string, keep: readonly DatasetVersion[], before: Date): Promise<string[]> {
  const folders = foldersOf(dir);
  const needed = new Set(keep.flatMap(({ id, manifest: m }) => [`${id}.json`, ...partsOf(m).map((p) => `${p.sha256}.parquet`)]));
  const removed: string[] = [];
  // Work is swept by who does it, not by age: a server that has been up for long has an old folder there.
  await sweepWork(dir);
  for (const folder of [folders.parts, folders.manifests]) {
    for (const name of await readdir(folder).catch(() => [])) {
      const path = join(folder, name);
      const found = await stat(path).catch(() => undefined);
      if (needed.has(name) || found === undefined || found.mtime >= before) continue;
      await rm(path, { recursive: true, force: true });
      removed.push(name);
    }
  }
  return removed;
}
