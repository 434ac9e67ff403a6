import { randomBytes } from 'node:crypto';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { identityOf, stateOf, type ProcessIdentity } from './process-identity.ts';

export const serverFile = 'server.json';

/** How a command of the same user reaches the live server of a workspace. */
export interface LiveServer {
  readonly url: string;
  readonly token: string;
  readonly pid: number;
}

/** A token for the commands of this user, 256 bits. */
export function newServerToken(): string {
  return randomBytes(32).toString('base64url');
}

/** Says, in a file that only this user can read, how this process's server is reached. */
export async function announceServer(dataDir: string, { url, token }: Pick<LiveServer, 'url' | 'token'>): Promise<void> {
  const file = join(dataDir, serverFile);
  const half = `${file}.${randomBytes(6).toString('hex')}.new`;
  await writeFile(half, `${JSON.stringify({ url, token, process: await identityOf(process.pid) })}\n`, { mode: 0o600 });
  await rename(half, file);
}

/** The live server of this workspace, or undefined; what a killed server left does not count. */
export async function liveServer(dataDir: string): Promise<LiveServer | undefined> {
  const found = await readAnnouncement(dataDir);
  if (found === undefined || (await stateOf(found.process)) !== 'alive') return undefined;
  return { url: found.url, token: found.token, pid: found.process.pid };
}

/** Takes back this process's announcement. */
export async function withdrawServer(dataDir: string): Promise<void> {
  const found = await readAnnouncement(dataDir);
  if (found?.process.pid === process.pid) await rm(join(dataDir, serverFile), { force: true });
}

async function readAnnouncement(dataDir: string): Promise<{ url: string; token: string; process: ProcessIdentity } | undefined> {
  const text = await readFile(join(dataDir, serverFile), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return '';
    throw error;
  });
  try {
    const value = JSON.parse(text) as { url?: unknown; token?: unknown; process?: ProcessIdentity } | null;
    return typeof value?.url === 'string' && typeof value.token === 'string' && typeof value.process?.pid === 'number' ? { url: value.url, token: value.token, process: value.process } : undefined;
  } catch {
    return undefined;
  }
}
