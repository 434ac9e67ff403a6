import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { migrate, openDb } from '../../src/platform/db/index.ts';
import { testDatabase, type TestDatabase } from '../harness/database.ts';

let database: TestDatabase;

beforeAll(async () => { database = await testDatabase({ empty: true }); });
afterAll(async () => { await database.drop(); });

test('from 0005 with an imported log: it stays as it is, and batches can wait for it', async () => {
  await migrate(database.connectionString, { upTo: '0005_evidence' });
  const { db } = openDb(database.connectionString);
  await sql`insert into dataset_version (id, event_log, mode, manifest, file_name, file_sha256, reading, events, cases, report, imported_at, imported_by_kind, imported_by_id) values ('v1', 'orders', 'replace', '{}', 'orders.csv', 'x', '{}', 7, 2, '{}', now(), 'system', 'system')`.execute(db);
  await sql`insert into event_log_current (event_log, version, changed_at) values ('orders', 'v1', now())`.execute(db);
  expect((await migrate(database.connectionString)).applied[0]).toBe('0006_event_batches');
  expect(await db.selectFrom('datasetVersion').select(['id', 'events']).execute()).toEqual([{ id: 'v1', events: 7 }]);
  const insert = () => sql`insert into event_batch (event_log, key, body_hash, events, body, types, pseudonyms, state, accepted_at, accepted_by_kind, accepted_by_id) values ('orders', 'k', 'h', 1, '[]', '{}', '{}', 'waiting', now(), 'system', 'system')`.execute(db);
  await insert();
  // One key, one batch: also where the program forgot.
  await expect(insert()).rejects.toThrow(/event_batch_pkey/);
  expect((await migrate(database.connectionString)).applied).toEqual([]);
  await db.destroy();
});
