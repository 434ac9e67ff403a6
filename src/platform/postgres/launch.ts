import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { mkdir, open, readFile, readdir, readlink, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { problem } from '../errors/index.ts';
import type { Binaries } from './binaries.ts';
import { bareEnvironment } from './cluster.ts';
import { writeDurably, type Place } from './place.ts';
import { isAlive, readPostmaster, worksIn, type Postmaster } from './postmaster.ts';
import type { SystemUser } from './system-user.ts';

/** All that is needed to start the PostgreSQL of one workspace again and again. */
export interface Launch {
  readonly place: Place;
  readonly binaries: Binaries;
  readonly user: SystemUser;
  readonly logFile: string;
  readonly settings: Readonly<Record<string, string>>;
  readonly tied: boolean;
  /** The TCP port of the last start, kept so that connection strings stay true across restarts. */
  port?: number;
}

export interface Running {
  readonly postmaster: Postmaster;
  readonly child?: ChildProcess;
  readonly adopted: boolean;
}

const startSeconds = 120;
const orphanSeconds = 3;
const logBytes = 10_000_000;

/**
 * The ready PostgreSQL of this cluster: the one that is alive (a killed parent leaves it), or a new one.
 * @throws Problem `postgres-failed` with the last words of its log
 */
export async function ensureRunning(launch: Launch): Promise<Running> {
  const { cluster } = launch.place;
  const begun = Date.now();
  let words = '';
  while (Date.now() - begun < startSeconds * 1000) {
    const found = await readPostmaster(cluster);
    if (found !== undefined && (await isAlive(found.pid))) {
      if (await worksIn(found.pid, cluster)) {
        if (found.state === 'ready') return { postmaster: found, adopted: true };
        await sleep(20);
        continue;
      }
      // The id was given to a stranger after a crash; PostgreSQL would take the stranger for itself and refuse.
      await rm(join(cluster, 'postmaster.pid'), { force: true });
    }
    const started = await startOnce(launch);
    if (typeof started !== 'string') return started;
    words = started;
    if (!/shared memory block .* still in use|lock file .* already exists|Address already in use/s.test(words)) break;
    if (Date.now() - begun > orphanSeconds * 1000) await endOrphans(cluster);
    await sleep(100);
  }
  throw problem('postgres-failed', { detail: 'PostgreSQL did not start', value: lastFailure(words), wanted: `a start within ${startSeconds} s; the whole story is in its log`, at: { file: launch.logFile } });
}

/** One attempt: the running server, or what its log says about why not. */
async function startOnce(launch: Launch): Promise<Running | string> {
  const { place, binaries, user, logFile } = launch;
  const args = await serverArguments(launch);
  await makeRoomInLog(logFile);
  const log = await open(logFile, 'a', 0o600);
  const from = (await log.stat()).size;
  try {
    const child = spawn(join(binaries.folder, 'bin', 'postgres'), args, { cwd: '/', env: bareEnvironment, detached: true, stdio: ['ignore', log.fd, log.fd], ...(user.switched ? { uid: user.uid, gid: user.gid } : {}) });
    await once(child, 'spawn').catch((cause: Error) => {
      throw problem('postgres-failed', { detail: 'PostgreSQL could not be run', value: cause.message, wanted: `a program that ${user.name} may run`, at: { file: binaries.folder } }, cause);
    });
    child.unref();
    const postmaster = await untilReady(child, place.cluster);
    return postmaster === undefined ? await wordsSince(logFile, from) : { postmaster, child, adopted: false };
  } finally {
    await log.close();
  }
}

async function untilReady(child: ChildProcess, cluster: string): Promise<Postmaster | undefined> {
  while (child.exitCode === null && child.signalCode === null) {
    const found = await readPostmaster(cluster);
    if (found?.pid === child.pid && found?.state === 'ready') return found;
    await sleep(15);
  }
  return undefined;
}

async function serverArguments(launch: Launch): Promise<string[]> {
  const { place, user } = launch;
  const tcp = needsTcp(place);
  if (tcp) launch.port ??= await freePort();
  const hba = join(place.home, 'hba.conf');
  await writeDurably(hba, tcp ? 'host all all 127.0.0.1/32 scram-sha-256\n' : 'local all all scram-sha-256\n', 0o600, user);
  const fixed: Record<string, string> = {
    listen_addresses: tcp ? '127.0.0.1' : '',
    port: String(launch.port ?? 5432),
    unix_socket_directories: tcp ? '' : `"${place.sockets.replaceAll('"', '""')}"`,
    unix_socket_permissions: '0700',
    hba_file: hba,
    password_encryption: 'scram-sha-256',
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_line_prefix: '%m [%p] ',
    logging_collector: 'off',
    ...launch.settings,
  };
  return ['-D', place.cluster, ...Object.entries(fixed).flatMap(([name, value]) => ['-c', `${name}=${value}`])];
}

/** Whether a socket below the place would pass the system's limit on the length of its path (107 bytes, 103 on macOS). */
export function needsTcp(place: Place): boolean {
  return Buffer.byteLength(join(place.sockets, '.s.PGSQL.5432')) > (process.platform === 'darwin' ? 103 : 107);
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** Ends processes of a dead postmaster that are too busy to notice; a new one cannot start beside them. */
async function endOrphans(cluster: string): Promise<void> {
  const found = await readPostmaster(cluster);
  if (found !== undefined && (await isAlive(found.pid)) && (await worksIn(found.pid, cluster))) return;
  for (const name of await readdir('/proc').catch(() => [])) {
    if (!/^\d+$/.test(name)) continue;
    const cwd = await readlink(`/proc/${name}/cwd`).catch(() => '');
    if (cwd === cluster && Number(name) !== process.pid) process.kill(Number(name), 'SIGKILL');
  }
}

async function makeRoomInLog(file: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  const size = await stat(file).then((s) => s.size, () => 0);
  if (size > logBytes) await rename(file, `${file}.1`);
}

async function wordsSince(file: string, from: number): Promise<string> {
  return (await readFile(file).catch(() => Buffer.alloc(0))).subarray(from).toString('utf8');
}

function lastFailure(words: string): string {
  const lines = words.trim().split('\n');
  return (lines.findLast((l) => /FATAL|PANIC|error/i.test(l)) ?? lines.at(-1) ?? '').replace(/^[-\d: .]+UTC \[\d+\] /, '');
}
