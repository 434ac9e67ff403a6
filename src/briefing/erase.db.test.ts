import { afterAll, beforeAll, expect, test } from 'vitest';
import { testDatabase, type TestDatabase } from '../../test/harness/database.ts';
import { openDb, type Db } from '../platform/db/index.ts';
import { systemActor } from '../platform/write/index.ts';
import type { Brief } from './schemas.ts';
import { addBrief, findBrief, replaceNameInBriefs } from './store.ts';

let database: TestDatabase;
let db: Db;
beforeAll(async () => { database = await testDatabase(); ({ db } = openDb(database.connectionString)); });
afterAll(async () => { await db.destroy(); await database.drop(); });

const brief = (id: string, holder: string) => ({ id, title: `For ${holder}`, createdAt: '2026-11-09T10:05:00.000Z', createdBy: holder, chain: { length: 1, hash: 'ab' }, claims: [], sheet: { headline: { plain: `${holder} acts.` }, actions: [{ post: { name: 'COO', holder } }] }, views: [] }) as unknown as Brief;
const [a, b] = ['11111111-1111-4111-8111-111111111111', '22222222-2222-4222-8222-222222222222'] as const;

test('an erased name leaves every brief that has it, whatever characters it holds; others stay as they were sent', async () => {
  const name = 'Zoë “Ace” O\'Hara \\ "Z"';
  await db.transaction().execute(async (tx) => { await addBrief(tx, brief(a, name), systemActor); await addBrief(tx, brief(b, 'Martin Selby'), systemActor); });
  expect(await db.transaction().execute((tx) => replaceNameInBriefs(tx, [name], 'erased-123'))).toBe(1);
  expect(await findBrief(db, a)).toEqual(brief(a, 'erased-123'));
  expect(await findBrief(db, b)).toEqual(brief(b, 'Martin Selby'));
  expect(JSON.stringify(await db.selectFrom('brief').selectAll().execute())).not.toContain('O\'Hara');
  await expect(db.updateTable('brief').set({ title: 'forged' }).where('id', '=', b).execute()).rejects.toThrow('a brief stays as it was sent');
});

test('a former name goes as well; words that only contain a name, and the names of fields, stay', async () => {
  const [c, d] = ['33333333-3333-4333-8333-333333333333', '44444444-4444-4444-8444-444444444444'] as const;
  const told = { ...brief(c, 'An Lee'), sheet: { ...brief(c, 'An Lee').sheet, company: 'And annual fleets of An Lee’s; plain Ansel', zone: 'An Leeuwen' } } as unknown as Brief;
  await db.transaction().execute(async (tx) => { await addBrief(tx, told, systemActor); await addBrief(tx, brief(d, 'An'), systemActor); });
  expect(await db.transaction().execute((tx) => replaceNameInBriefs(tx, ['An', 'An Lee', 'plain'], 'gone'))).toBe(2);
  expect(await findBrief(db, c)).toEqual({ ...brief(c, 'gone'), sheet: { ...brief(c, 'gone').sheet, company: 'And annual fleets of gone’s; gone Ansel', zone: 'gone Leeuwen' } });
  expect(await findBrief(db, d)).toEqual(brief(d, 'gone'));
});
