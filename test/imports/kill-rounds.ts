import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { request } from 'node:http';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'vitest';
import { drawInteger, seededRandom, type Random } from '../../src/maths/random/index.ts';
import { killServer, startServer, stopServer, temporaryData, type Running } from '../harness/whole-server.ts';
import { growingLog, type KnownLog } from './known-log.ts';

const mapping = { case: 'case', activity: 'activity', time: 'time', attributes: [] };

// oxlint-disable-next-line typescript/no-explicit-any -- answers of several shapes, each asserted where it is read
type Answer = any;

export interface KillOrder {
  readonly rounds: number;
  readonly seed: number;
  /** Cases of the first log; the others are about as large. */
  readonly cases: number;
}

export interface KillReport {
  /** Rounds whose import was not over when the server died. */
  readonly interrupted: number;
  /** Times that the log was asked for between a restart and the end of its import. */
  readonly looks: number;
}

/**
 * Starts the program as `hymnsheet start` does, kills it (and by turns PostgreSQL) at a random moment of an import, starts it again on the
 * same data, and expects the old version or the new one, the import done in the end, and nothing half-written left.
 */
export async function killRounds({ rounds, seed, cases }: KillOrder): Promise<KillReport> {
  const data = await temporaryData();
  const { dataDir } = data;
  const random = seededRandom(seed);
  const log = growingLog(random);
  let [interrupted, looks] = [0, 0];
  let server = await startServer(dataDir);
  data.onTimeOut(() => server);
  try {
    const began = performance.now();
    await over(server, await queue(server, log.next('replace', cases), 'replace'));
    const usual = performance.now() - began;
    let before = log.known();
    await expectShown(server, [before]);
    for (let round = 0; round < rounds; round += 1) {
      const mode = drawInteger(random, 3) === 0 ? 'append' : 'replace';
      const cut = await cutOffUpload(server, dataDir);
      const id = await queue(server, log.next(mode, Math.ceil(cases * between(random, 0.8, 1.2))), mode);
      const after = log.known();
      await sleep(usual * between(random, 0.02, 0.9));
      await killServer(server, dataDir, round % 2 === 1);
      cut.destroy();
      server = await startServer(dataDir);
      if ((await get(server, `/imports/${id}`)).state !== 'done') interrupted += 1;
      looks += await untilNew(server, id, before, after);
      await expectNothingHalf(dataDir, cut.name);
      before = after;
    }
  } finally {
    await stopServer(server);
  }
  return { interrupted, looks };
}

const between = (random: Random, low: number, high: number) => low + (high - low) * random.unit();

async function ask({ url, token }: Running, path: string, init: RequestInit = {}): Promise<Answer> {
  const response = await fetch(`${url}/api/v1${path}`, { ...init, headers: { authorization: `Bearer ${token}`, ...init.headers } });
  expect(response.ok, `${path}: ${response.status}`).toBe(true);
  return response.json();
}

const get = (server: Running, path: string) => ask(server, path);

async function queue(server: Running, text: string, mode: 'replace' | 'append'): Promise<string> {
  const form = new FormData();
  form.set('file', new Blob([text]), 'orders.csv');
  const upload = await ask(server, '/uploads', { method: 'POST', body: form });
  const body = JSON.stringify({ upload: upload.id, eventLog: 'orders', zone: 'UTC', mapping, mode });
  return (await ask(server, '/imports', { method: 'POST', body, headers: { 'content-type': 'application/json' } })).id;
}

async function over(server: Running, id: string): Promise<void> {
  for (;;) {
    const run = await get(server, `/imports/${id}`);
    if (run.state === 'done') return;
    expect(run).toMatchObject({ problem: null, state: expect.stringMatching(/^(queued|running)$/) });
    await sleep(30);
  }
}

/** Asks for the log until its import is over: each answer is all of the old version or all of the new one. */
async function untilNew(server: Running, id: string, before: KnownLog, after: KnownLog): Promise<number> {
  for (let looks = 1; ; looks += 1) {
    const run = await get(server, `/imports/${id}`);
    expect(run).toMatchObject({ problem: null, state: expect.stringMatching(/^(queued|running|done)$/) });
    const { state } = run;
    await expectShown(server, state === 'done' ? [after] : [before, after]);
    if (state === 'done') return looks;
  }
}

async function expectShown(server: Running, allowed: readonly KnownLog[]): Promise<void> {
  const { events, cases, start: starts, end } = await get(server, '/event-logs/orders/summary');
  expect(allowed.map((k) => k.summary)).toContainEqual({ events, cases, start: starts, end });
  if (allowed.length > 1) return;
  const { edges } = await get(server, '/event-logs/orders/map');
  expect(Object.fromEntries(edges.map((e: { from: string; to: string; count: number }) => [`${e.from} > ${e.to}`, e.count]))).toEqual(allowed[0]?.edges);
}

/** Begins to send a file and never ends; resolves once a part of it lies in the data folder. */
async function cutOffUpload({ url, token }: Running, dataDir: string): Promise<{ name: string; destroy: () => void }> {
  const folder = join(dataDir, 'uploads');
  const known = new Set(await readdir(folder));
  const call = request(`${url}/api/v1/uploads`, { method: 'POST', headers: { authorization: `Bearer ${token}`, 'content-type': 'multipart/form-data; boundary=b' } });
  call.on('error', () => {});
  call.write(`--b\r\ncontent-disposition: form-data; name="file"; filename="cut.csv"\r\ncontent-type: text/csv\r\n\r\ncase,activity,time\n${'1,a,2026-01-01\n'.repeat(50_000)}`);
  for (;;) {
    const name = (await readdir(folder)).find((n) => !known.has(n));
    if (name !== undefined) return { name, destroy: () => call.destroy() };
    await sleep(10);
  }
}

async function expectNothingHalf(dataDir: string, cut: string): Promise<void> {
  expect(await readdir(join(dataDir, 'uploads'))).not.toContain(cut);
  expect((await readdir(join(dataDir, 'events/work'))).map((name) => name.replace(/-\d+-.*/, ''))).toEqual(['engine']);
  for (const part of await readdir(join(dataDir, 'events/parts'))) {
    expect(`${createHash('sha256').update(await readFile(join(dataDir, 'events/parts', part))).digest('hex')}.parquet`).toBe(part);
  }
}
