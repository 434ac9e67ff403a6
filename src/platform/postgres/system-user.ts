import { execFile } from 'node:child_process';
import { userInfo } from 'node:os';
import { promisify } from 'node:util';
import { problem } from '../errors/index.ts';

const run = promisify(execFile);

/** The operating-system user that PostgreSQL runs as; `switched` when that is not the user of this process. */
export interface SystemUser {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
  readonly switched: boolean;
}

export const systemUserName = 'hymnsheet';

/** The user for PostgreSQL: this process's own, or for root, which PostgreSQL refuses, the system user `hymnsheet`, made when missing. */
export async function postgresUser(): Promise<SystemUser> {
  const uid = process.getuid?.() ?? -1;
  if (uid !== 0) return { name: ownName(), uid, gid: process.getgid?.() ?? -1, switched: false };
  return (await lookUp()) ?? (await create());
}

function ownName(): string {
  try {
    return userInfo().username;
  } catch (cause) {
    throw problem('postgres-user', { detail: 'The user of this process has no name on this machine, and PostgreSQL refuses such a user', value: String(process.getuid?.()), wanted: 'a user that /etc/passwd knows' }, cause);
  }
}

async function lookUp(): Promise<SystemUser | undefined> {
  try {
    const [uid, gid] = await Promise.all(['-u', '-g'].map(async (flag) => Number((await run('id', [flag, systemUserName])).stdout.trim())));
    return { name: systemUserName, uid: uid ?? -1, gid: gid ?? -1, switched: true };
  } catch {
    return undefined;
  }
}

async function create(): Promise<SystemUser> {
  try {
    await run('useradd', ['--system', '--user-group', '--no-create-home', '--home-dir', '/var/lib/hymnsheet', '--shell', '/usr/sbin/nologin', systemUserName]);
  } catch (cause) {
    // Somebody else may have made it in the same moment.
    const found = await lookUp();
    if (found !== undefined) return found;
    throw problem('postgres-user', { detail: `PostgreSQL refuses to run as root, and the system user ${systemUserName} could not be made`, value: String((cause as Error).message).split('\n').at(-2) ?? '', wanted: `useradd --system --user-group ${systemUserName}, or an ordinary user for the whole program` }, cause);
  }
  const made = await lookUp();
  if (made === undefined) throw problem('postgres-user', { detail: `The system user ${systemUserName} was made and cannot be found`, wanted: 'an /etc/passwd that useradd writes to' });
  return made;
}

/** Whether `user` can pass through `folder` (and all above it), access lists included. */
export async function canEnter(user: SystemUser, folder: string): Promise<boolean> {
  return run('/bin/sh', ['-c', 'cd -- "$1"', 'sh', folder], { cwd: '/', ...(user.switched ? { uid: user.uid, gid: user.gid } : {}) }).then(() => true, () => false);
}
