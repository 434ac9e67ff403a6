import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmod, chown, mkdir, open, readFile, readdir, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { problem } from '../errors/index.ts';
import type { Binaries } from './binaries.ts';
import { halfName, makerOf, placeAt, writeDurably, type Place } from './place.ts';
import { isAlive } from './postmaster.ts';
import type { SystemUser } from './system-user.ts';

const run = promisify(execFile);

/** The passwords of the two database roles: `admin` makes roles and databases, `app` is what the program works as. */
export interface Passwords {
  readonly admin: string;
  readonly app: string;
}

export const adminRole = 'postgres';

/** What PostgreSQL's own processes see: nothing of ours leaks in (PGDATA, PGPORT, a broken locale). */
export const bareEnvironment = { PATH: '/usr/sbin:/usr/bin:/sbin:/bin', LC_ALL: 'C', TZ: 'UTC' };

/**
 * Makes the cluster of a new workspace, or checks the one that is there: made by this major version, and by this user.
 * A new one appears by one rename, so a killed start leaves a whole cluster or none.
 * @throws Problem `postgres-version`, `postgres-owner`, `postgres-incomplete` or `postgres-failed`
 */
export async function prepareCluster(place: Place, binaries: Binaries, user: SystemUser, { sync = true } = {}): Promise<Passwords> {
  await removeHalfMade(place);
  if (!(await exists(place.home))) await makeCluster(place, binaries, user, sync);
  await checkVersion(place, binaries);
  await checkOwner(place, user);
  return readPasswords(place);
}

async function makeCluster(place: Place, binaries: Binaries, user: SystemUser, sync: boolean): Promise<void> {
  const half = placeAt(halfName(place.home));
  const passwords: Passwords = { admin: randomBytes(24).toString('base64url'), app: randomBytes(24).toString('base64url') };
  const once = join(half.home, 'password.once');
  for (const folder of [half.home, half.cluster, half.sockets]) await makePrivate(folder, user);
  await writeDurably(once, `${passwords.admin}\n`, 0o600, user);
  await writeDurably(half.passwords, `${JSON.stringify(passwords)}\n`, 0o600);
  await initdb(half, once, binaries, user, sync);
  await rm(once);
  await rename(half.home, place.home).catch(async (error: NodeJS.ErrnoException) => {
    // Another start made it first: use that one.
    if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error;
    await rm(half.home, { recursive: true, force: true });
  });
  await syncFolder(dirname(place.home));
}

async function initdb(half: Place, passwordFile: string, binaries: Binaries, user: SystemUser, sync: boolean): Promise<void> {
  const args = ['-D', half.cluster, '-U', adminRole, `--pwfile=${passwordFile}`, '--auth=scram-sha-256', '--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', ...(sync ? [] : ['--no-sync'])];
  try {
    await run(join(binaries.folder, 'bin', 'initdb'), args, { cwd: '/', env: bareEnvironment, ...(user.switched ? { uid: user.uid, gid: user.gid } : {}) });
  } catch (cause) {
    await rm(half.home, { recursive: true, force: true });
    const { stderr = '', message } = cause as Error & { stderr?: string };
    throw problem('postgres-failed', { detail: 'The records could not be set up: initdb failed', value: lastLine(stderr) || message, wanted: `a folder that ${user.name} can write to, with 100 MB free`, at: { file: dirname(half.home) } }, cause);
  }
}

async function checkVersion(place: Place, binaries: Binaries): Promise<void> {
  const made = (await readFile(join(place.cluster, 'PG_VERSION'), 'utf8').catch(denied(place))).trim();
  if (made === '') throw problem('postgres-incomplete', { detail: 'The folder of the records has no database in it', value: place.cluster, wanted: 'a PostgreSQL cluster; restore it from a backup', at: { file: place.home } });
  if (made !== String(binaries.major)) throw problem('postgres-version', { detail: `The records were written by PostgreSQL ${made} and this program brings PostgreSQL ${binaries.major}`, value: made, wanted: `${binaries.major}; take a backup with the older Hymnsheet and restore it with this one`, at: { file: place.cluster } });
}

function denied(place: Place): (error: NodeJS.ErrnoException) => string {
  return (error) => {
    if (error.code !== 'EACCES') return '';
    throw problem('postgres-owner', { detail: 'This user may not read the records', value: `user id ${process.getuid?.()}`, wanted: 'the user that made them, or root', at: { file: place.home } }, error);
  };
}

async function checkOwner(place: Place, user: SystemUser): Promise<void> {
  const { uid, mode } = await stat(place.cluster);
  if (uid !== user.uid) throw problem('postgres-owner', { detail: 'The records belong to another user of this machine', value: `user id ${uid}`, wanted: `${user.name} (user id ${user.uid}); start as the user that made them`, at: { file: place.cluster } });
  // PostgreSQL refuses a folder that others can read, as an unpacked archive leaves it.
  if ((mode & 0o077) !== 0) await chmod(place.cluster, 0o700);
}

async function readPasswords(place: Place): Promise<Passwords> {
  try {
    return JSON.parse(await readFile(place.passwords, 'utf8')) as Passwords;
  } catch (cause) {
    throw problem('postgres-incomplete', { detail: 'The passwords of the records cannot be read', value: (cause as Error).message, wanted: 'the file that the first start wrote; restore it from a backup', at: { file: place.passwords } }, cause);
  }
}

/** Makes a folder that only PostgreSQL's user (and root) can enter. */
async function makePrivate(folder: string, user: SystemUser): Promise<void> {
  await mkdir(folder, { mode: 0o700 });
  if (user.switched) await chown(folder, user.uid, user.gid);
}

async function removeHalfMade(place: Place): Promise<void> {
  for (const name of await readdir(dirname(place.home))) {
    const maker = makerOf(name, basename(place.home));
    if (maker !== undefined && !(await isAlive(maker))) await rm(join(dirname(place.home), name), { recursive: true, force: true });
  }
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder);
  await handle.sync().finally(() => handle.close());
}

function lastLine(text: string): string {
  return text.trim().split('\n').findLast((l) => /error|fatal|could not/i.test(l)) ?? text.trim().split('\n').at(-1) ?? '';
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(() => true, (error: NodeJS.ErrnoException) => error.code !== 'ENOENT');
}
