import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { migrations } from '../../migrations/index.ts';
import { migrate, openDb } from '../../src/platform/db/index.ts';
import { testDatabase, type TestDatabase } from '../harness/database.ts';

let database: TestDatabase;

beforeAll(async () => { database = await testDatabase({ empty: true }); });
afterAll(async () => { await database.drop(); });

test('before it with an imported log: that stays, and simulations of it can be kept with their distributions', async () => {
  const before = Object.keys(migrations).sort().filter((name) => name < '0009').at(-1)!;
  await migrate(database.connectionString, { upTo: before });
  const { db } = openDb(database.connectionString);
  await sql`insert into dataset_version (id, event_log, mode, manifest, file_name, file_sha256, reading, events, cases, report, imported_at, imported_by_kind, imported_by_id) values ('v1', 'orders', 'replace', '{}', 'orders.csv', 'x', '{}', 7, 2, '{}', now(), 'system', 'system')`.execute(db);
  expect((await migrate(database.connectionString)).applied).toContain('0009_simulations');
  expect(await db.selectFrom('datasetVersion').select(['id', 'events']).execute()).toEqual([{ id: 'v1', events: 7 }]);
  const run = '00000000-0000-4000-8000-000000000001';
  await sql`insert into simulation_run (id, event_log, state, request, inputs, inputs_hash, created_at, created_by_kind, created_by_id) values (${run}, 'orders', 'done', '{}', '{}', 'h', now(), 'system', 'system')`.execute(db);
  const add = (id: string) => sql`insert into simulation_difference (run, measure, position, quantity, unit, level, n, draws, method, method_version, seed, usable) values (${id}, 'm', 0, 'q', 'h', 0.8, 2, '{1.5,2.5}', 'x', 1, 1, true)`.execute(db);
  await add(run);
  expect(await sql`select draws, estimate from simulation_difference`.execute(db)).toMatchObject({ rows: [{ draws: [1.5, 2.5], estimate: null }] });
  // No distribution without the run that it is of, and one for each measure.
  await expect(add('00000000-0000-4000-8000-000000000002')).rejects.toThrow(/foreign key/);
  await expect(add(run)).rejects.toThrow(/simulation_difference_pkey/);
  expect((await migrate(database.connectionString)).applied).toEqual([]);
  await db.destroy();
});
