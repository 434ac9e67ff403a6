import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { expect, test } from 'vitest';
import { drawInteger, seededRandom } from '../../maths/random/index.ts';
import { connectionTo } from '../postgres/connection.ts';
import { isAlive, parsePostmaster } from '../postgres/postmaster.ts';
import { liveServer, type LiveServer } from './index.ts';

const rounds = 20;
const writers = 8;
const seed = 20_261_109;
const victims = ['the server', 'PostgreSQL', 'both'] as const;

/** What the eight writers were told is stored. */
interface Ledger {
  readonly acknowledged: Set<string>;
  refused: number;
  url: string | undefined;
  over: boolean;
}

async function temporary(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'hs-crash-'));
  await chmod(folder, 0o711);
  return folder;
}

function startServer(dataDir: string): ChildProcess {
  const program = new URL('../../../test/harness/crash-server.ts', import.meta.url).pathname;
  return spawn(process.execPath, ['--import', 'tsx', program, dataDir], { stdio: ['ignore', 'ignore', 'inherit'] });
}

async function untilLive(dataDir: string): Promise<LiveServer> {
  for (let waited = 0; waited < 60_000; waited += 20) {
    const found = await liveServer(dataDir);
    if (found !== undefined && (await post(`${found.url}/0/${Math.round(performance.now() * 1000)}`)) === 200) return found;
    await sleep(20);
  }
  throw new Error('the server did not come back within 60 s');
}

/** The status, or 0 when there was no answer: then nothing is known, and nothing was promised. */
async function post(url: string): Promise<number> {
  return new Promise((done) => {
    const call = request(url, { method: 'POST', agent: false }, (response) => {
      response.resume();
      response.once('close', () => done(response.complete ? (response.statusCode ?? 0) : 0));
    });
    call.once('error', () => done(0));
    call.end();
  });
}

async function write(writer: number, ledger: Ledger): Promise<void> {
  for (let number = 1; !ledger.over; number += 1) {
    const { url } = ledger;
    const status = url === undefined ? 0 : await post(`${url}/${writer}/${number}`);
    if (status === 200) ledger.acknowledged.add(`${writer}/${number}`);
    else {
      ledger.refused += 1;
      await sleep(20);
    }
  }
}

async function postmasterPid(dataDir: string): Promise<number> {
  return parsePostmaster(await readFile(join(dataDir, 'postgres/cluster/postmaster.pid'), 'utf8'))?.pid ?? 0;
}

async function untilReplaced(dataDir: string, killed: number): Promise<void> {
  for (let waited = 0; waited < 60_000; waited += 10) {
    const pid = await postmasterPid(dataDir).catch(() => killed);
    if (pid !== killed && pid !== 0) return;
    await sleep(10);
  }
  throw new Error('PostgreSQL was not started again within 60 s');
}

async function stored(dataDir: string): Promise<Set<string>> {
  const postmaster = parsePostmaster(await readFile(join(dataDir, 'postgres/cluster/postmaster.pid'), 'utf8'));
  const { app } = JSON.parse(await readFile(join(dataDir, 'postgres/passwords.json'), 'utf8')) as { app: string };
  if (postmaster === undefined) throw new Error('PostgreSQL is not running');
  const client = new Client({ connectionString: connectionTo(postmaster, 'hymnsheet', app, 'hymnsheet') });
  await client.connect();
  const { rows } = await client.query<{ key: string }>(`select writer || '/' || number as key from written`).finally(() => client.end());
  return new Set(rows.map((r) => r.key));
}

test(`${rounds} rounds of kill -9 under ${writers} writers lose no acknowledged write`, { timeout: 300_000 }, async () => {
  const folder = await temporary();
  const dataDir = join(folder, 'data');
  const random = seededRandom(seed);
  const ledger: Ledger = { acknowledged: new Set(), refused: 0, url: undefined, over: false };
  let server = startServer(dataDir);
  ledger.url = (await untilLive(dataDir)).url;
  const writing = Array.from({ length: writers }, (_, i) => write(i + 1, ledger));
  const killed: string[] = [];
  try {
    for (let round = 0; round < rounds; round += 1) {
      const before = ledger.acknowledged.size;
      const victim = victims[drawInteger(random, victims.length)] ?? 'both';
      await sleep(50 + drawInteger(random, 450));
      const postgres = await postmasterPid(dataDir);
      if (victim !== 'the server') process.kill(postgres, 'SIGKILL');
      if (victim !== 'PostgreSQL') {
        server.kill('SIGKILL');
        await once(server, 'exit');
        server = startServer(dataDir);
      }
      killed.push(victim);
      // Children of a killed PostgreSQL may still answer: wait for the next one.
      if (victim !== 'the server') await untilReplaced(dataDir, postgres);
      ledger.url = (await untilLive(dataDir)).url;
      expect(await isAlive(postgres)).toBe(victim === 'the server');
      const promised = [...ledger.acknowledged];
      const kept = await stored(dataDir);
      expect(promised.filter((key) => !kept.has(key))).toEqual([]);
      expect(ledger.acknowledged.size).toBeGreaterThan(before);
    }
  } finally {
    ledger.over = true;
    await Promise.all(writing);
    server.kill('SIGTERM');
    await once(server, 'exit');
  }
  expect(new Set(killed)).toEqual(new Set(victims));
  expect(ledger.refused).toBeGreaterThan(0);
  expect(server.exitCode).toBe(0);
  await rm(folder, { recursive: true });
});
