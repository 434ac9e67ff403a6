import { execFile } from 'node:child_process';
import { readFile, readlink } from 'node:fs/promises';
import { hostname } from 'node:os';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A process that cannot be mistaken for a later one with the same id: `started` is its start, `realm` where the id means anything. */
export interface ProcessIdentity {
  readonly pid: number;
  readonly started: string;
  readonly host: string;
  readonly boot: string;
  readonly realm: string;
}

/** What the process with this id is, as far as this process can see it; undefined when there is none. */
export async function identityOf(pid: number): Promise<ProcessIdentity | undefined> {
  const started = process.platform === 'linux' ? await startedLinux(pid) : await startedElsewhere(pid);
  return started === undefined ? undefined : { pid, started, ...(await here()) };
}

/** `dead` and `alive` are certain; `elsewhere` is a process of another machine or container, whose id says nothing here. */
export async function stateOf(identity: ProcessIdentity): Promise<'alive' | 'dead' | 'elsewhere'> {
  const { host, boot, realm } = await here();
  if (identity.host === host && identity.boot !== boot) return 'dead';
  if (identity.boot !== boot || identity.realm !== realm) return 'elsewhere';
  const now = await identityOf(identity.pid);
  return now?.started === identity.started ? 'alive' : 'dead';
}

async function here(): Promise<Pick<ProcessIdentity, 'host' | 'boot' | 'realm'>> {
  const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8').catch(() => '');
  const realm = await readlink('/proc/self/ns/pid').catch(() => '');
  return { host: hostname(), boot: boot.trim(), realm };
}

async function startedLinux(pid: number): Promise<string | undefined> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  return startTicks(stat);
}

/**
 * The start of a process in clock ticks since boot, from `/proc/<pid>/stat` (field 22); undefined for a zombie or no process.
 * The name in brackets may hold spaces and brackets itself.
 * @example startTicks('7 (a) b) S 1 7 7 0 -1 0 0 0 0 0 0 0 0 0 20 0 1 0 4242 0 0') // '4242'
 */
export function startTicks(stat: string): string | undefined {
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return fields[0] === 'Z' ? undefined : fields[19];
}

async function startedElsewhere(pid: number): Promise<string | undefined> {
  return run('ps', ['-o', 'lstart=', '-p', String(pid)], { env: { LC_ALL: 'C', TZ: 'UTC' } }).then((r) => r.stdout.trim() || undefined, () => undefined);
}
