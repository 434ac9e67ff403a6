import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, open, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import { liveServer, type LiveServer } from '../../src/platform/workspace/index.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
// `npm test` has built it a moment ago; by hand, the sources are what is meant.
const program = process.env['HYMNSHEET_TEST_BUILT'] === undefined ? ['--import', 'tsx', `${root}src/cli/main.ts`] : [`${root}dist/cli.js`];

/** The whole program, started as `hymnsheet start` does, in a process of its own. */
export interface Running extends LiveServer {
  readonly process: ChildProcess;
}

/** A data folder that is removed when the test is over, with whatever still runs on it: also where the test runs out of time. */
export async function temporaryData(): Promise<{ readonly dataDir: string; readonly onTimeOut: (server: () => Running) => void }> {
  const folder = await mkdtemp(join(tmpdir(), 'hs-kill-'));
  await chmod(folder, 0o711);
  const dataDir = join(folder, 'data');
  return {
    dataDir,
    onTimeOut: (server) => onTestFinished(async () => {
      await stopServer(server(), 'SIGKILL');
      // A PostgreSQL that was stopped has taken its file away.
      await postmasterOf(dataDir).then((pid) => process.kill(pid, 'SIGKILL')).catch(() => {});
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    }),
  };
}

export async function startServer(dataDir: string): Promise<Running> {
  // What it says while everything is killed around it is expected; it is shown where it does not come up.
  const log = await open(`${dataDir}.log`, 'a');
  const child = spawn(process.execPath, [...program, 'start', '--data', dataDir, '--port', '0'], { stdio: ['ignore', 'ignore', log.fd], env: { ...process.env, DATABASE_URL: '' } });
  await log.close();
  for (let waited = 0; waited < 90_000 && child.exitCode === null; waited += 20) {
    const live = await liveServer(dataDir);
    if (live?.pid === child.pid && live !== undefined) return { ...live, process: child };
    await sleep(20);
  }
  child.kill('SIGKILL');
  throw new Error(`the server did not come up within 90 s: ${(await readFile(`${dataDir}.log`, 'utf8')).slice(-2000)}`);
}

export async function stopServer({ process: child }: Running, signal: 'SIGTERM' | 'SIGKILL' = 'SIGTERM'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill(signal);
  await once(child, 'exit');
}

/** The process id of the PostgreSQL of a data folder. */
export async function postmasterOf(dataDir: string): Promise<number> {
  return Number((await readFile(join(dataDir, 'postgres/cluster/postmaster.pid'), 'utf8')).split('\n')[0]);
}

/** Kills the server, and where asked PostgreSQL with it, so that nothing of theirs runs any more. */
export async function killServer(server: Running, dataDir: string, withPostgres: boolean): Promise<void> {
  if (withPostgres) process.kill(await postmasterOf(dataDir), 'SIGKILL');
  server.process.kill('SIGKILL');
  await once(server.process, 'exit');
}
