import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testDatabase, type TestDatabase } from '../test/harness/database.ts';
import { createApp, type AppParts } from './app.ts';
import { openDb } from './platform/db/index.ts';
import { fixedClock } from './platform/clock/index.ts';

let database: TestDatabase;
const dataDir = mkdtempSync(join(tmpdir(), 'hymnsheet-app-'));
beforeAll(async () => { database = await testDatabase(); });
afterAll(async () => { await database.drop(); rmSync(dataDir, { recursive: true }); });

const parts = (): AppParts => ({ dataDir, connectionString: database.connectionString, secret: 'x'.repeat(32), clock: fixedClock(new Date(0)), log: pino({ level: 'silent' }), version: '1', origins: () => ['http://127.0.0.1'], https: false });

/** Sessions that others than this one have on the database. */
async function sessions(): Promise<number> {
  const { db } = openDb(database.connectionString, { size: 1 });
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`.execute(db);
  await db.destroy();
  return rows[0]!.n;
}

const engines = () => readdirSync(join(dataDir, 'events', 'work')).filter((name) => name.startsWith('engine-'));

test('an app that cannot be put together leaves nothing open; one that can leaves nothing after it is closed', async () => {
  await expect(createApp({ ...parts(), trustProxy: 'no address' })).rejects.toThrow('invalid IP address');
  expect([await sessions(), engines()]).toEqual([0, []]);
  const app = await createApp(parts());
  expect((await app.http.inject('/readyz')).statusCode).toBe(200);
  expect([await sessions() > 0, engines().length]).toEqual([true, 1]);
  await app.close();
  expect([await sessions(), engines()]).toEqual([0, []]);
});
