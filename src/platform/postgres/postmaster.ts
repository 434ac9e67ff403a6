import { readFile, readlink } from 'node:fs/promises';
import { join } from 'node:path';

/** What `postmaster.pid` says: PostgreSQL writes it at the start, updates the state, and removes it at a clean stop. */
export interface Postmaster {
  readonly pid: number;
  readonly startedAt: number;
  readonly port: number;
  readonly socketFolder: string;
  readonly address: string;
  readonly state: 'starting' | 'ready' | 'standby' | 'stopping' | 'unknown';
}

const states = new Set(['starting', 'ready', 'standby', 'stopping']);

/**
 * Reads the text of `postmaster.pid`: lines are pid, folder, start (seconds), port, socket folder, address, shared memory, state.
 * @example parsePostmaster('42\n/d\n1700000000\n5432\n/s\n\n1 2\nready   \n')?.state // 'ready'
 */
export function parsePostmaster(text: string): Postmaster | undefined {
  const lines = text.split('\n').map((l) => l.trim());
  const pid = Number(lines[0]);
  if (!Number.isSafeInteger(pid) || pid <= 0) return undefined;
  const state = states.has(lines[7] ?? '') ? (lines[7] as Postmaster['state']) : 'unknown';
  return { pid, startedAt: Number(lines[2] ?? 0), port: Number(lines[3] ?? 0), socketFolder: lines[4] ?? '', address: lines[5] ?? '', state };
}

/** The postmaster that `postmaster.pid` in the cluster's folder names, alive or not. */
export async function readPostmaster(cluster: string): Promise<Postmaster | undefined> {
  const text = await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => '');
  return parsePostmaster(text);
}

/** Whether a process with this id exists (a zombie does not count). */
export async function isAlive(pid: number): Promise<boolean> {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  return !/^\d+ \(.*\) Z /s.test(stat);
}

/**
 * Whether the living process `pid` is a PostgreSQL process of this cluster. Each of them has the cluster as its working folder;
 * where the system does not tell, it is believed, which at worst refuses a start that a person can clear.
 */
export async function worksIn(pid: number, cluster: string): Promise<boolean> {
  const cwd = await readlink(`/proc/${pid}/cwd`).catch((error: NodeJS.ErrnoException) => (error.code === 'ENOENT' && process.platform === 'linux' ? '' : undefined));
  return cwd === undefined || cwd === cluster;
}
