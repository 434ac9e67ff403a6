import { readFile } from 'node:fs/promises';
import { request } from 'node:http';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { expect } from 'vitest';
import { drawInteger, seededRandom } from '../../src/maths/random/index.ts';
import { connectionTo } from '../../src/platform/postgres/connection.ts';
import { parsePostmaster } from '../../src/platform/postgres/postmaster.ts';
import { killServer, postmasterOf, startServer, stopServer, temporaryData, type Running } from '../harness/whole-server.ts';

const writers = 8;
export const victims = ['the server', 'PostgreSQL', 'both'] as const;

export interface WriteReport {
  readonly acknowledged: number;
  /** Writes that were cut off (0) or refused, by status. */
  readonly refused: Readonly<Record<number, number>>;
  readonly killed: readonly string[];
}

/** What the writers were told is stored: the version that each write made. */
interface Ledger {
  readonly acknowledged: Set<string>;
  readonly refused: Record<number, number>;
  url: string | undefined;
  over: boolean;
}

// oxlint-disable-next-line typescript/no-explicit-any -- answers of several shapes, each asserted where it is read
type Answer = { readonly status: number; readonly body: any };

/** An answer that came whole, or status 0: then nothing is known, and nothing was promised. */
async function call(method: string, address: string, token: string, body: unknown): Promise<Answer> {
  const none = { status: 0, body: null };
  return new Promise((done) => {
    const sent = request(address, { method, agent: false, timeout: 20_000, headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' } }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', () => done(none));
      response.once('close', () => done(response.complete ? { status: response.statusCode ?? 0, body: JSON.parse(Buffer.concat(chunks).toString('utf8')) } : none));
    });
    sent.once('timeout', () => sent.destroy());
    sent.once('error', () => done(none));
    sent.end(JSON.stringify(body));
  });
}

async function must(answer: Promise<Answer>): Promise<Answer['body']> {
  const { status, body } = await answer;
  expect([200, 201], `${JSON.stringify(body)}`).toContain(status);
  return body;
}

/** One client with a key of its own: it makes records of the register and changes them, one request after another. */
async function write(writer: number, key: string, ledger: Ledger): Promise<void> {
  let last: { id: string; version: string } | undefined;
  for (let number = 1; !ledger.over; number += 1) {
    const { url } = ledger;
    if (url === undefined) {
      await sleep(20);
      continue;
    }
    const change = number % 3 === 0 ? last : undefined;
    const id = change?.id ?? `kill-${writer}-${number}`;
    const { status, body } = await call('PUT', `${url}/api/v1/functions/${id}`, key, { body: { name: `Written as number ${number}`, criticality: 'standard' }, expected: change?.version ?? null });
    if (status === 200) {
      last = { id, version: body.version };
      ledger.acknowledged.add(body.version);
    } else {
      // What was cut off may have been stored: it is left alone.
      last = undefined;
      ledger.refused[status] = (ledger.refused[status] ?? 0) + 1;
      await sleep(20);
    }
  }
}

/** Versions of records, and those that the audit names, straight from the database. */
async function stored(dataDir: string): Promise<{ versions: Set<string>; audited: Set<string> }> {
  const postmaster = parsePostmaster(await readFile(join(dataDir, 'postgres/cluster/postmaster.pid'), 'utf8'));
  const { app } = JSON.parse(await readFile(join(dataDir, 'postgres/passwords.json'), 'utf8')) as { app: string };
  if (postmaster === undefined) throw new Error('PostgreSQL is not running');
  const client = new Client({ connectionString: connectionTo(postmaster, 'hymnsheet', app, 'hymnsheet') });
  await client.connect();
  const ids = async (sql: string) => new Set((await client.query<{ id: string }>(sql)).rows.map((r) => r.id));
  try {
    // One statement each is one moment each: what commits between them is in the second only, so the audit is asked first.
    const audited = await ids(`select detail ->> 'version' as id from audit_entry where action in ('record.create', 'record.change') and subject_kind = 'function'`);
    return { audited, versions: await ids(`select version_id as id from register_version where kind = 'function'`) };
  } finally {
    await client.end();
  }
}

async function untilWritten(ledger: Ledger, enough: number): Promise<void> {
  for (let waited = 0; waited < 60_000; waited += 10) {
    if (ledger.acknowledged.size >= enough) return;
    await sleep(10);
  }
  throw new Error('nothing was written for 60 s');
}

/**
 * The whole program under eight clients that write records with API keys; kill -9 of its process, of PostgreSQL, or of both at seeded random
 * moments; started again; and each time every acknowledged write is there with its audit entry, and the audit is whole and longer.
 */
export async function writeRounds({ rounds, seed }: { readonly rounds: number; readonly seed: number }): Promise<WriteReport> {
  const data = await temporaryData();
  const { dataDir } = data;
  const random = seededRandom(seed);
  let server: Running = await startServer(dataDir);
  data.onTimeOut(() => server);
  const operator = (method: string, path: string, body: unknown) => must(call(method, `${server.url}/api/v1${path}`, server.token, body));
  const ledger: Ledger = { acknowledged: new Set(), refused: {}, url: server.url, over: false };
  const keys = await Promise.all(Array.from({ length: writers }, (_, i) => operator('POST', '/api-keys', { name: `writer ${i}`, sets: ['editor'] })));
  const writing = keys.map(({ key }, i) => write(i + 1, key, ledger));
  const killed: string[] = [];
  let head = (await operator('POST', '/audit/verify', {})).head as string | undefined;
  try {
    for (let round = 0; round < rounds; round += 1) {
      const victim = victims[round < victims.length ? round : drawInteger(random, victims.length)]!;
      const before = ledger.acknowledged.size;
      await untilWritten(ledger, before + 2 * writers);
      await sleep(drawInteger(random, 400));
      const promised = [...ledger.acknowledged];
      await strike(victim);
      killed.push(victim);
      await untilWritten(ledger, ledger.acknowledged.size + 1);
      const { versions, audited } = await stored(dataDir);
      expect(promised.filter((v) => !versions.has(v) || !audited.has(v)), `${victim}, round ${round}`).toEqual([]);
      // Neither without the other: an entry of a write that is not there would be as bad.
      expect([...audited].filter((v) => !versions.has(v))).toEqual([]);
      const verified = await operator('POST', '/audit/verify', head === undefined ? {} : { against: head });
      expect(verified).toMatchObject({ ok: true, count: 0 });
      head = `${verified.length}:${verified.hash}`;
    }
    ledger.over = true;
    await Promise.all(writing);
    const { versions, audited } = await stored(dataDir);
    expect([...ledger.acknowledged].filter((v) => !versions.has(v) || !audited.has(v))).toEqual([]);
    expect([...versions].filter((v) => !audited.has(v))).toEqual([]);
  } finally {
    ledger.over = true;
    await Promise.all(writing);
    await stopServer(server);
  }
  return { acknowledged: ledger.acknowledged.size, refused: ledger.refused, killed };

  async function strike(victim: (typeof victims)[number]): Promise<void> {
    const postgres = await postmasterOf(dataDir);
    if (victim === 'PostgreSQL') {
      process.kill(postgres, 'SIGKILL');
      for (let waited = 0; (await postmasterOf(dataDir).catch(() => postgres)) === postgres; waited += 10) {
        if (waited > 60_000) throw new Error(`PostgreSQL was not started again within 60 s; the program ${server.process.exitCode === null ? 'runs' : `ended with ${server.process.exitCode}`}: ${(await readFile(`${dataDir}.log`, 'utf8')).slice(-3000)}`);
        await sleep(10);
      }
      return;
    }
    await killServer(server, dataDir, victim === 'both');
    ledger.url = undefined;
    server = await startServer(dataDir);
    ledger.url = server.url;
  }
}
