import { createHash, randomBytes } from 'node:crypto';
import { chmod, chown, mkdir, readFile, realpath, rename, stat, writeFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { problem } from '../errors/index.ts';
import { canEnter, type SystemUser } from './system-user.ts';

/** Where all of PostgreSQL's part goes when the process is root. */
export const rootFolder = '/var/lib/hymnsheet';
export const locationFile = 'postgres.location';

/** The folders and files of PostgreSQL's part of one workspace. */
export interface Place {
  readonly home: string;
  readonly cluster: string;
  readonly sockets: string;
  readonly passwords: string;
}

/** The layout of PostgreSQL's part below its home folder. */
export function placeAt(home: string): Place {
  return { home, cluster: join(home, 'cluster'), sockets: join(home, 'socket'), passwords: join(home, 'passwords.json') };
}

/**
 * The home of PostgreSQL's part of the workspace in `dataDir`: `<dataDir>/postgres`, or, when its user cannot pass through that folder,
 * a folder under /var/lib/hymnsheet that `<dataDir>/postgres.location` names. Makes the folders above the home, not the home.
 */
export async function findPlace(dataDir: string, user: SystemUser): Promise<Place> {
  const data = await realpath(dataDir);
  const named = (await readFile(join(data, locationFile), 'utf8').catch(() => '')).trim();
  if (named !== '') return placeAt(await ownedBy(resolve(named), data));
  if (!user.switched || (await exists(join(data, 'postgres'))) || (await canEnter(user, data))) return placeAt(join(data, 'postgres'));
  await makeRootFolder();
  const short = createHash('sha256').update(data).update(randomBytes(8)).digest('hex').slice(0, 8);
  const home = join(rootFolder, `${basename(data).replaceAll(/[^A-Za-z0-9._-]/g, '-')}-${short}`);
  await writeDurably(`${home}.workspace`, `${data}\n`, 0o600);
  await writeDurably(join(data, locationFile), `${home}\n`, 0o600);
  return placeAt(home);
}

/** Makes /var/lib/hymnsheet, through which every user may pass. */
export async function makeRootFolder(): Promise<void> {
  await mkdir(rootFolder, { recursive: true, mode: 0o755 });
  await chmod(rootFolder, 0o755);
}

/** A moved data folder takes its PostgreSQL part along; a copied one must not share it with the original. */
async function ownedBy(home: string, data: string): Promise<string> {
  const note = `${home}.workspace`;
  const owner = (await readFile(note, 'utf8').catch(() => '')).trim();
  if (owner === data) return home;
  const claims = owner === '' ? '' : (await readFile(join(owner, locationFile), 'utf8').catch(() => '')).trim();
  if (claims !== '' && resolve(claims) === home) {
    throw problem('workspace-copied', { detail: 'This data folder is a copy, and its PostgreSQL part belongs to the original', value: data, wanted: `work in ${owner}, or make the copy with hymnsheet backup and restore` });
  }
  await writeDurably(note, `${data}\n`, 0o600);
  return home;
}

let halves = 0;

/** A name for the making of `path`, which a rename ends; it tells whose it is, so that a dead process's can be cleared away. */
export function halfName(path: string): string {
  halves += 1;
  return `${path}.${process.pid}.${halves}.new`;
}

/** The process that made a name of `halfName` for `path`, if it is one. */
export function makerOf(name: string, path: string): number | undefined {
  const maker = name.startsWith(`${path}.`) ? /^(\d+)\.\d+\.new$/.exec(name.slice(path.length + 1))?.[1] : undefined;
  return maker === undefined ? undefined : Number(maker);
}

/** Writes a small file so that it is there whole or not at all, and for `user` when one is given. */
export async function writeDurably(file: string, text: string, mode: number, user?: SystemUser): Promise<void> {
  const half = halfName(file);
  await writeFile(half, text, { mode, flush: true });
  await chmod(half, mode);
  if (user?.switched) await chown(half, user.uid, user.gid);
  await rename(half, file);
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(() => true, () => false);
}
