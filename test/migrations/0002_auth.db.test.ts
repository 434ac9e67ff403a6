import { afterAll, beforeAll, expect, test } from 'vitest';
import { sql } from 'kysely';
import { startSealer, verifyAudit } from '../../src/platform/audit/index.ts';
import { migrate, openDb } from '../../src/platform/db/index.ts';
import { testDatabase, type TestDatabase } from '../harness/database.ts';

let database: TestDatabase;

beforeAll(async () => {
  database = await testDatabase({ empty: true });
});

afterAll(async () => {
  await database.drop();
});

test('from 0001 with audit entries: they stay, are sealed in order with the new ones, and still refuse to be changed', async () => {
  await migrate(database.connectionString, { upTo: '0001_platform' });
  const { db } = openDb(database.connectionString);
  const insert = (action: string) => sql`insert into audit_entry (at, actor_kind, actor_id, action, subject_kind, subject_id) values ('2026-01-05T08:00:00Z', 'system', 'system', ${action}, 's', 'x')`.execute(db);
  await insert('before 1');
  await insert('before 2');
  const { applied } = await migrate(database.connectionString);
  expect(applied[0]).toBe('0002_auth');
  await insert('after');
  const sealer = startSealer(db);
  await sealer.sealNow();
  await sealer.stop();
  const order = await db.selectFrom('auditSeal as s').innerJoin('auditEntry as e', 'e.id', 's.entryId').select('e.action').orderBy('s.seq').execute();
  expect(order.map((r) => r.action)).toEqual(['before 1', 'before 2', 'after']);
  expect(await verifyAudit(db)).toMatchObject({ ok: true, length: 3, unsealed: 0 });
  await expect(sql`update audit_entry set action = 'x'`.execute(db)).rejects.toThrow('only grows');
  expect((await migrate(database.connectionString)).applied).toEqual([]);
  await db.destroy();
});
