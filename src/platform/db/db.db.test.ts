import { afterAll, beforeAll, expect, test } from 'vitest';
import { testDatabase, type TestDatabase } from '../../../test/harness/database.ts';
import { openDb } from './index.ts';

let database: TestDatabase;
beforeAll(async () => { database = await testDatabase(); });
afterAll(async () => { await database.drop(); });

test('a lost connection is told without what is secret of it, and replaced', async () => {
  const heard: Error[] = [];
  const { db, pool } = openDb(database.connectionString, { size: 2, onError: (error) => heard.push(error) });
  const [idle, other] = [await pool.connect(), await pool.connect()];
  const { rows: [own] } = await idle.query<{ pid: number }>('select pg_backend_pid() as pid');
  idle.release();
  await other.query('select pg_terminate_backend($1)', [own?.pid]);
  await expect.poll(() => heard.length).toBeGreaterThan(0);
  expect(heard[0]?.message).toContain('terminating connection');
  for (const error of heard) expect(Object.keys(error)).not.toContain('client');
  expect((await pool.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
  other.release();
  await db.destroy();
});
