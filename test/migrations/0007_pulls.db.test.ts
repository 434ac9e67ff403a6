import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { migrate, openDb } from '../../src/platform/db/index.ts';
import { testDatabase, type TestDatabase } from '../harness/database.ts';

let database: TestDatabase;

beforeAll(async () => { database = await testDatabase({ empty: true }); });
afterAll(async () => { await database.drop(); });

test('from 0006 with a batch that waits: it waits on, tried never; a pull has one run at a time', async () => {
  await migrate(database.connectionString, { upTo: '0006_event_batches' });
  const { db } = openDb(database.connectionString);
  await sql`insert into event_batch (event_log, key, body_hash, events, body, types, pseudonyms, state, accepted_at, accepted_by_kind, accepted_by_id) values ('orders', 'k', 'h', 1, '[]', '{}', '{}', 'waiting', now(), 'system', 'system')`.execute(db);
  expect((await migrate(database.connectionString)).applied[0]).toBe('0007_pulls');
  expect((await sql`select key, state, tries, retry_at as "retryAt" from event_batch`.execute(db)).rows).toEqual([{ key: 'k', state: 'waiting', tries: 0, retryAt: null }]);
  await sql`insert into pull (id, revision, definition, event_log, columns, secret, state, created_at) values ('p', 1, '{}', 'orders', '[]', gen_random_uuid(), 'active', now())`.execute(db);
  const run = () => sql`insert into pull_run (id, pull, event_log, state, asked_by_kind, asked_by_id, queued_at) values (gen_random_uuid(), 'p', 'orders', 'queued', 'system', 'system', now())`.execute(db);
  await run();
  await expect(run()).rejects.toThrow(/pull_run_one/);
  await sql`update pull_run set state = 'done'`.execute(db);
  await run();
  expect((await migrate(database.connectionString)).applied).toEqual([]);
  await db.destroy();
});
