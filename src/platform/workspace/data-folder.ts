import { randomUUID } from 'node:crypto';
import { chmod, chown, mkdir, readFile, readdir, stat, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { problem } from '../errors/index.ts';
import { canEnter, postgresUser, rootFolder } from '../postgres/index.ts';

export const markerFile = 'workspace.json';

/** The layout of data folders that this program writes. */
export const dataFormat = 1;

/** What a data folder says of itself: the layout's version, and an id that copies share and other workspaces do not. */
export interface Marker {
  readonly format: number;
  readonly id: string;
}

/**
 * The data folder when none is named: `hymnsheet-data` below the working folder, for root /var/lib/hymnsheet/default.
 * @example defaultDataDir(1000, '/home/anna') // '/home/anna/hymnsheet-data'
 */
export function defaultDataDir(uid = process.getuid?.() ?? -1, cwd = process.cwd()): string {
  return uid === 0 ? join(rootFolder, 'default') : resolve(cwd, 'hymnsheet-data');
}

/**
 * Makes the data folder private, or checks the one that is there: a workspace of this user, or an empty folder.
 * @throws Problem `bad-input` for a folder with other things in it, `postgres-owner` for another user's, `schema-too-new` for a newer layout
 */
export async function prepareDataFolder(dataDir: string): Promise<Marker> {
  const made = await makeFolder(dataDir);
  await checkOwner(dataDir);
  const marker = await readMarker(dataDir);
  if (marker !== undefined) return marker;
  if (!made) await checkEmpty(dataDir);
  const fresh: Marker = { format: dataFormat, id: randomUUID() };
  // Another start of the same moment may have been first.
  await writeFile(join(dataDir, markerFile), `${JSON.stringify(fresh)}\n`, { mode: 0o600, flag: 'wx', flush: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
  return (await readMarker(dataDir)) ?? fresh;
}

/** Whether `dataDir` holds a workspace. */
export async function isWorkspace(dataDir: string): Promise<boolean> {
  return stat(join(dataDir, markerFile)).then(() => true, () => false);
}

async function makeFolder(dataDir: string): Promise<boolean> {
  try {
    const first = await makeEach(dataDir);
    if (first === undefined) return false;
    await letPostgresPass(dataDir, first);
    return true;
  } catch (cause) {
    const { code, message } = cause as NodeJS.ErrnoException;
    throw problem('bad-input', { detail: 'The data folder cannot be made', value: code ?? message, wanted: 'a folder that this user may write to', at: { file: dataDir } }, cause);
  }
}

/** Makes a folder and those above it one by one, and gives the first that was missing: where none can be made (/proc), a recursive mkdir never ends. */
async function makeEach(folder: string): Promise<string | undefined> {
  const missing: string[] = [];
  for (let at = folder; !(await stat(at).then(() => true, () => false)) && at !== dirname(at); at = dirname(at)) missing.unshift(at);
  for (const at of missing) await mkdir(at, { mode: 0o700 }).catch((error: NodeJS.ErrnoException) => { if (error.code !== 'EEXIST') throw error; });
  if (!(await stat(folder)).isDirectory()) throw Object.assign(new Error('not a folder'), { code: 'ENOTDIR' });
  return missing[0];
}

/** For root, PostgreSQL's own user may pass through the folders that were made here, and nobody else may. */
async function letPostgresPass(dataDir: string, first: string): Promise<void> {
  if (process.getuid?.() !== 0) return;
  const user = await postgresUser();
  if (first === rootFolder) await chmod(first, 0o755);
  else if (!(await canEnter(user, dirname(first)))) return;
  for (let folder = resolve(dataDir); folder.length >= first.length && folder !== rootFolder; folder = dirname(folder)) {
    await chown(folder, 0, user.gid);
    await chmod(folder, 0o710);
  }
}

async function checkOwner(dataDir: string): Promise<void> {
  const { uid } = await stat(dataDir);
  const me = process.getuid?.() ?? uid;
  if (uid !== me) throw problem('postgres-owner', { detail: 'This data folder belongs to another user of this machine', value: `user id ${uid}`, wanted: `user id ${me}, or another --data; start as the user that made it`, at: { file: dataDir } });
}

async function readMarker(dataDir: string): Promise<Marker | undefined> {
  const file = join(dataDir, markerFile);
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (text === undefined) return undefined;
  const marker = parseMarker(text);
  if (marker === undefined) throw problem('postgres-incomplete', { detail: 'The data folder does not say what it is', value: text, wanted: 'the file that the first start wrote; restore it from a backup', at: { file } });
  if (marker.format > dataFormat) throw problem('schema-too-new', { detail: 'The data folder was written by a newer Hymnsheet', value: `layout ${marker.format}`, wanted: `layout ${dataFormat} or older; install the newer version`, at: { file } });
  return marker;
}

function parseMarker(text: string): Marker | undefined {
  try {
    const value = JSON.parse(text) as Partial<Marker> | null;
    return typeof value?.format === 'number' && typeof value.id === 'string' ? { format: value.format, id: value.id } : undefined;
  } catch {
    return undefined;
  }
}

async function checkEmpty(dataDir: string): Promise<void> {
  const names = (await readdir(dataDir)).filter((name) => !name.startsWith('.') && name !== 'lost+found' && name !== markerFile);
  if (names.length > 0) throw problem('bad-input', { detail: 'The data folder has other things in it', value: names.slice(0, 3).join(', '), wanted: 'a workspace, or an empty or new folder', at: { file: dataDir } });
}
