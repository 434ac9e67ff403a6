// A workspace as people run it: the built server in a process of its own, a log imported into it over HTTP, every kind of question asked of it,
// and its peak memory all the while. `npm run build` comes first, as what is measured is dist.
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { operatorHeader } from '../../src/platform/auth/index.ts';
import { liveServer } from '../../src/platform/workspace/index.ts';
import { EVENTS, makeCsv } from '../event-csv.ts';
import type { BenchRow } from '../report.ts';
import { timed } from './made-log.ts';

const PROGRAM = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
const LIMIT_MB = 800;
const COLUMNS = ['--case', 'case', '--activity', 'activity', '--time', 'time', '--resource', 'resource', '--zone', 'UTC', '--delimiter', ',', '--time-format', 'iso', '--no-personal'];
const NORTH = 'attribute=region:north', QUARTER = 'from=2025-02-01T00:00:00Z&to=2025-05-01T00:00:00Z';
const QUESTIONS = [
  'map', `map?${NORTH}`, `map?${QUARTER}`, 'summary', 'variants', 'variants.csv', 'cases', 'cases.csv', 'map.csv', 'attributes/region/values',
  'performance', `performance?${QUARTER}`, 'performance/over-time', 'performance/dots', 'performance/load.csv', 'performance/batches.csv', 'performance/hand-overs.csv', 'performance/steps.csv', 'compare?compare=0&compare=1', `compare?against=all&${QUARTER}`, 'differences',
  'model', 'model?noise=0', 'conformance', 'log.xes.gz',
];

interface Server {
  readonly url: string;
  readonly headers: Record<string, string>;
  readonly child: ChildProcess;
}

async function started(data: string): Promise<Server> {
  const child = spawn(process.execPath, [PROGRAM, 'start', '--data', data, '--port', '0'], { stdio: ['ignore', 'ignore', 'inherit'] });
  for (const until = Date.now() + 120_000; Date.now() < until && child.exitCode === null;) {
    const live = await liveServer(data);
    if (live !== undefined) return { url: live.url, headers: { [operatorHeader]: live.token, authorization: `Bearer ${live.token}` }, child };
    await new Promise((resolve) => { setTimeout(resolve, 200); });
  }
  throw new Error('The server did not start');
}

/** Highest memory of the process so far, in MB; only Linux says so of another process. */
function peakMb({ child }: Server): number {
  return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1]) / 1000;
}

async function ask({ url, headers }: Server, path: string): Promise<void> {
  const answer = await fetch(`${url}/api/v1/event-logs/made/${path}`, { headers });
  if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  for await (const _ of answer.body!) { /* as large as it may be, it is not kept */ }
}

/** How long another small request waits at most while some work is done, in milliseconds. */
async function longestWait({ url }: Server, work: () => Promise<unknown>): Promise<number> {
  const done = work().then(() => true);
  const pause = () => new Promise<false>((resolve) => { setTimeout(resolve, 20, false); });
  let longest = 0;
  do longest = Math.max(longest, await timed(async () => (await fetch(`${url}/healthz`)).arrayBuffer()));
  while (!await Promise.race([done, pause()]));
  return longest;
}

async function measure(server: Server, data: string, file: string): Promise<BenchRow[]> {
  const rows: BenchRow[] = [{ name: 'memory of the server before anything', value: peakMb(server), unit: 'MB' }];
  const importing = () => promisify(execFile)(process.execPath, [PROGRAM, 'import', file, '--data', data, '--log', 'made', '--name', 'Made', ...COLUMNS]);
  rows.push({ name: `import of ${EVENTS / 1e6} M events over HTTP`, value: await timed(importing), unit: 'ms' }, { name: '  peak memory until then', value: peakMb(server), unit: 'MB' });
  for (const question of QUESTIONS) {
    let wait = 0;
    const took = await timed(async () => { wait = await longestWait(server, () => ask(server, question)); });
    rows.push({ name: question, value: took, unit: 'ms' }, { name: '  another request waited at most', value: wait, unit: 'ms' }, { name: '  peak memory until then', value: peakMb(server), unit: 'MB' });
  }
  return [...rows, { name: `peak memory of the server through all of it, ${EVENTS / 1e6} M events`, value: peakMb(server), unit: 'MB', target: `≤ ${LIMIT_MB}`, ok: peakMb(server) <= LIMIT_MB }];
}

export async function run(): Promise<BenchRow[]> {
  if (!existsSync('/proc/self/status')) return [];
  const folder = mkdtempSync(join(tmpdir(), 'server-bench-'));
  try {
    const [file, data] = [join(folder, 'events.csv'), join(folder, 'data')];
    await makeCsv(file);
    const server = await started(data);
    try {
      return await measure(server, data, file);
    } finally {
      server.child.kill('SIGTERM');
      if (server.child.exitCode === null) await once(server.child, 'exit');
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
