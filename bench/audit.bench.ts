// A write with its audit entry and the sealer running, against the same write without: the audit must not put writers in a queue.
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { z } from 'zod';
import { auditHead, startSealer, verifyAudit } from '../src/platform/audit/index.ts';
import { systemClock } from '../src/platform/clock/index.ts';
import { migrate, openDb, type Db } from '../src/platform/db/index.ts';
import { startPostgres } from '../src/platform/postgres/index.ts';
import { defineWrite, systemActor, type Ctx } from '../src/platform/write/index.ts';
import { median, type BenchRow } from './report.ts';

const rounds = 5;
const milliseconds = 1500;

const audited = defineWrite<{ text: string }, void>({
  name: 'bench.write', input: z.object({ text: z.string() }), sets: ['administrator'],
  run: async ({ tx }, { text }) => {
    const { rows } = await sql<{ id: string }>`insert into bench_write (text) values (${text}) returning id::text`.execute(tx);
    return { result: undefined, audit: [{ action: 'bench.write', subjectKind: 'bench', subjectId: rows[0]?.id ?? '' }] };
  },
});

const bare = ({ db }: Ctx, { text }: { text: string }) => db.transaction().execute(async (tx) => { await sql`insert into bench_write (text) values (${text}) returning id::text`.execute(tx); });

/** Writes a second by so many clients, each waiting for its commit before the next. */
async function rate(ctx: Ctx, clients: number, write: (ctx: Ctx, input: { text: string }) => Promise<void>): Promise<number> {
  const end = performance.now() + milliseconds;
  const counts = await Promise.all(Array.from({ length: clients }, async (_, c) => {
    let n = 0;
    for (; performance.now() < end; n += 1) await write(ctx, { text: `client ${c} write ${n}` });
    return n;
  }));
  return (counts.reduce((a, b) => a + b, 0) / milliseconds) * 1000;
}

/** Milliseconds from the last commit until nothing waits for its seal. */
async function sealLag(db: Db): Promise<number> {
  const start = performance.now();
  while ((await auditHead(db)).unsealed > 0) await new Promise((r) => { setTimeout(r, 10); });
  return performance.now() - start;
}

export async function run(): Promise<BenchRow[]> {
  const folder = await mkdtemp(join(tmpdir(), 'hymnsheet-bench-'));
  await chmod(folder, 0o711);
  const postgres = await startPostgres({ dataDir: join(folder, 'data') });
  try {
    await migrate(postgres.connectionString);
    const { db } = openDb(postgres.connectionString, { size: 10 });
    try {
      return await measure(db);
    } finally {
      await db.destroy();
    }
  } finally {
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function measure(db: Db): Promise<BenchRow[]> {
  await sql`create table bench_write (id bigint generated always as identity primary key, text text not null)`.execute(db);
  const ctx: Ctx = { db, clock: systemClock, actor: systemActor };
  const sealer = startSealer(db);
  const figures = { eight: [] as number[], bare: [] as number[], one: [] as number[], lag: [] as number[] };
  await rate(ctx, 8, audited);
  for (let i = 0; i < rounds; i += 1) {
    figures.bare.push(await rate(ctx, 8, bare));
    figures.eight.push(await rate(ctx, 8, audited));
    figures.lag.push(await sealLag(db));
    figures.one.push(await rate(ctx, 1, audited));
  }
  await sealer.sealNow();
  await sealer.stop();
  const checkStart = performance.now();
  const { ok, length } = await verifyAudit(db);
  if (!ok) throw new Error('the chain that the bench wrote is broken');
  const checkSeconds = (performance.now() - checkStart) / 1000;
  const ratio = median(figures.eight.map((v, i) => v / (figures.bare[i] ?? v)));
  const gain = median(figures.eight.map((v, i) => v / (figures.one[i] ?? v)));
  const lag = Math.max(...figures.lag);
  return [
    { name: 'audited writes, 8 clients', value: median(figures.eight), unit: 'writes/s' },
    { name: 'audited ÷ bare writes, 8 clients', value: ratio, unit: '×', target: '≥ 0.6', ok: ratio >= 0.6 },
    { name: 'audited writes, 8 clients ÷ 1 client', value: gain, unit: '×', target: '≥ 2', ok: gain >= 2 },
    { name: 'last commit to sealed, slowest', value: lag, unit: 'ms', target: '≤ 1,000', ok: lag <= 1000 },
    { name: 'audit chain checked', value: length / checkSeconds, unit: 'entries/s' },
  ];
}
