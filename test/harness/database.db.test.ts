import { Client } from 'pg';
import { afterAll, expect, test } from 'vitest';
import { testDatabase, withDatabase, type TestDatabase } from './database.ts';

const made: TestDatabase[] = [];
afterAll(async () => {
  for (const database of made) await database.drop();
});

async function rows(connectionString: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString });
  await client.connect();
  return client.query(sql).then((r) => r.rows as Record<string, unknown>[]).finally(() => client.end());
}

test('two test databases have the schema and do not see each other', async () => {
  const [one, two] = await Promise.all([testDatabase(), testDatabase()]);
  made.push(one, two);
  await rows(one.connectionString, 'create table only_here (a int)');
  expect(await rows(two.connectionString, `select to_regclass('only_here') as t`)).toEqual([{ t: null }]);
  expect(await rows(one.connectionString, 'select count(*) > 0 as migrated from kysely_migration')).toEqual([{ migrated: true }]);
});

test('tests work as a role that is no superuser, in UTF-8', async () => {
  const database = await testDatabase({ empty: true });
  made.push(database);
  const [facts] = await rows(database.connectionString, `select rolsuper, current_setting('server_encoding') as encoding from pg_roles where rolname = current_user`);
  expect(facts).toEqual({ rolsuper: false, encoding: 'UTF8' });
  await database.drop();
  await expect(rows(database.connectionString, 'select 1')).rejects.toThrow(/does not exist/);
  expect(withDatabase('postgresql://a:b@localhost/x?host=%2Ftmp%2Fs%20t', 'y')).toBe('postgresql://a:b@localhost/y?host=%2Ftmp%2Fs%20t');
});
