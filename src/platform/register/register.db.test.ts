import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import { testDatabase, type TestDatabase } from '../../../test/harness/database.ts';
import { openDb, type Db } from '../db/index.ts';
import { Problem } from '../errors/index.ts';
import type { Actor, Ctx, PermissionSet } from '../write/index.ts';
import { currentRecord, currentRecords, defineKind, kindsByName, nameField, pageOfRecords, recordHistory, recordVersion, refField, refTo, registerChanges } from './index.ts';

/** Two kinds of a test's own: rooms stand in houses, houses may have an owner. */
const house = defineKind({ name: 'house', plural: 'houses', file: 'houses.yaml', description: 'Houses', schema: z.strictObject({ name: nameField(), owner: z.string().optional(), floors: z.number().int().min(1).default(1) }), owner: (b) => b.owner });
const room = defineKind({
  name: 'room', plural: 'rooms', file: 'rooms.yaml', description: 'Rooms',
  schema: z.strictObject({ name: nameField(), house: refField('house'), behind: refField('room').optional() }),
  references: (b) => [...refTo('house', b.house, ['house']), ...refTo('room', b.behind, ['behind'])],
  parents: (b) => refTo('house', b.house, ['house']),
  check: (rooms) => rooms.filter((r) => rooms.some((o) => o.id === r.body.behind && o.body.behind === r.id)).map((r) => ({ level: 'error', kind: 'room', id: r.id, path: ['behind'], detail: 'Two rooms behind each other', value: r.id })),
});
const kinds = kindsByName([house, room]);
const changes = registerChanges(kinds);

let database: TestDatabase;
let db: Db;
let now = new Date();
beforeAll(async () => {
  database = await testDatabase();
  ({ db } = openDb(database.connectionString, { size: 12 }));
});
afterAll(async () => {
  await db.destroy();
  await database.drop();
});
let prefix = '';
let n = 0;
beforeEach(() => {
  prefix = `t${++n}`;
  now = new Date('2026-05-04T09:00:00Z');
});

const id = (name: string) => `${prefix}-${name}`;
const as = (...sets: PermissionSet[]): Ctx => ctx({ kind: 'person', id: 'ada', sets: new Set(sets), posts: [] });
const holding = (post: string): Ctx => ctx({ kind: 'person', id: 'ben', sets: new Set(['viewer']), posts: [{ post, deputy: false }] });
const ctx = (actor: Actor): Ctx => ({ get db() { return db; }, clock: { now: () => now }, actor });
const editor = as('editor');
const make = (kind: string, name: string, body: object) => changes.put(editor, { kind, id: id(name), body: { name, ...body }, expected: null });
const refusal = async (work: Promise<unknown>): Promise<Problem> => {
  const error = await work.then(() => undefined, (e: unknown) => e);
  expect(error).toBeInstanceOf(Problem);
  return error as Problem;
};

test('a correction supersedes; a change closes: what held then can still be asked, as it was known then', async () => {
  const first = await make('house', 'a', { floors: 1 });
  now = new Date('2026-05-05T09:00:00Z');
  const second = await changes.put(editor, { kind: 'house', id: id('a'), body: { name: 'a', floors: 2 }, expected: first.versionId });
  now = new Date('2026-05-20T09:00:00Z');
  await changes.put(editor, { kind: 'house', id: id('a'), body: { name: 'a', floors: 3 }, expected: second.versionId, from: new Date('2026-05-10T00:00:00Z') });
  const floors = async (asOf: { knownAt?: string; validAt?: string }) => (await currentRecord(db, house, id('a'), Object.fromEntries(Object.entries(asOf).map(([k, v]) => [k, new Date(v)]))))?.body.floors;
  expect(await floors({})).toBe(3);
  expect(await floors({ validAt: '2026-05-09T00:00:00Z' })).toBe(2);
  expect(await floors({ validAt: '2026-05-11T00:00:00Z' })).toBe(3);
  expect(await floors({ knownAt: '2026-05-04T10:00:00Z' })).toBe(1);
  expect(await floors({ knownAt: '2026-05-15T00:00:00Z' })).toBe(2);
  expect(await floors({ knownAt: '2026-05-15T00:00:00Z', validAt: '2026-05-12T00:00:00Z' })).toBe(2);
  expect((await recordHistory(db, house, id('a'))).map((v) => v.body.floors)).toEqual([3, 2, 1]);
  expect((await recordVersion(db, first.versionId))?.body).toEqual({ name: 'a', floors: 1 });
});

test('of eight who change a record at once one wins, and the others are told', async () => {
  const made = await make('house', 'a', {});
  const answers = await Promise.allSettled([1, 2, 3, 4, 5, 6, 7, 8].map((floors) => changes.put(editor, { kind: 'house', id: id('a'), body: { name: 'a', floors }, expected: made.versionId })));
  expect(answers.filter((a) => a.status === 'fulfilled').length).toBe(1);
  expect(answers.filter((a) => a.status === 'rejected').map((a) => (a.reason as Problem).code)).toEqual(Array.from({ length: 7 }, () => 'changed-meanwhile'));
  expect((await recordHistory(db, house, id('a'))).length).toBe(2);
});

test('of eight who make a record of one id at once one wins', async () => {
  const answers = await Promise.allSettled([1, 2, 3, 4, 5, 6, 7, 8].map((floors) => make('house', 'a', { floors })));
  expect(answers.filter((a) => a.status === 'fulfilled').length).toBe(1);
});

test('what is referred to must be there and cannot be retired; not even by two at the same time', async () => {
  expect((await refusal(make('room', 'r', { house: id('nowhere') }))).toJSON()).toMatchObject({ code: 'bad-input', value: id('nowhere'), at: { path: 'house' } });
  const a = await make('house', 'a', {});
  await make('room', 'r', { house: id('a') });
  expect((await refusal(changes.retire(editor, { kind: 'house', id: id('a'), expected: a.versionId }))).value).toBe(`room ${id('r')}`);
  for (let i = 0; i < 10; i++) {
    const h = await make('house', `h${i}`, {});
    const [retired, put] = await Promise.allSettled([changes.retire(editor, { kind: 'house', id: id(`h${i}`), expected: h.versionId }), make('room', `r${i}`, { house: id(`h${i}`) })]);
    expect([retired.status, put.status].sort()).toEqual(['fulfilled', 'rejected']);
  }
});

test('two changes that are each right and together wrong: the second is refused', async () => {
  await make('house', 'a', {});
  for (let i = 0; i < 5; i++) {
    const p = await make('room', `p${i}`, { house: id('a') });
    const q = await make('room', `q${i}`, { house: id('a') });
    const behind = (me: string, other: string, expected: string) => changes.put(editor, { kind: 'room', id: id(me), body: { name: me, house: id('a'), behind: id(other) }, expected });
    const both = await Promise.allSettled([behind(`p${i}`, `q${i}`, p.versionId), behind(`q${i}`, `p${i}`, q.versionId)]);
    expect(both.map((b) => b.status).sort()).toEqual(['fulfilled', 'rejected']);
  }
});

test('a retired id is not used again; the retirement can be taken back', async () => {
  const a = await make('house', 'a', {});
  now = new Date('2026-05-06T09:00:00Z');
  await changes.retire(editor, { kind: 'house', id: id('a'), expected: a.versionId });
  expect(await currentRecord(db, house, id('a'))).toBeUndefined();
  expect((await refusal(make('house', 'a', {}))).detail).toBe('A house of this id was retired on 2026-05-06');
  expect((await refusal(changes.put(editor, { kind: 'house', id: id('a'), body: { name: 'a' }, expected: a.versionId }))).code).toBe('changed-meanwhile');
  const list = async (retired: boolean) => { const page = await pageOfRecords(db, house, { limit: 10, like: prefix, retired }); return [page.items.map((r) => r.versionId), page.total]; };
  expect([await list(true), await list(false)]).toEqual([[[a.versionId], 1], [[], 0]]);
  now = new Date('2026-05-07T09:00:00Z');
  const back = await changes.reinstate(editor, { kind: 'house', id: id('a') });
  expect(back.validFrom?.toISOString()).toBe('2026-05-07T09:00:00.000Z');
  expect([await list(true), await list(false)]).toEqual([[[], 0], [[back.versionId], 1]]);
  now = new Date('2026-05-08T09:00:00Z');
  await changes.retire(editor, { kind: 'house', id: id('a'), expected: back.versionId });
  expect(await list(true)).toEqual([[back.versionId], 1]);
  await changes.reinstate(editor, { kind: 'house', id: id('a') });
  expect((await refusal(changes.reinstate(editor, { kind: 'house', id: id('a') }))).detail).toContain('is not retired');
});

test('editors and owners may change, owners of what is above too; naming oneself gives no right', async () => {
  const a = await make('house', 'a', { owner: 'caretaker' });
  const r = await make('room', 'r', { house: id('a') });
  const put = (who: Ctx, kind: string, name: string, body: object, expected: string | null) => changes.put(who, { kind, id: id(name), body: { name, ...body }, expected });
  expect((await refusal(put(as('viewer'), 'house', 'a', {}, a.versionId))).wanted).toBe('the set administrator or the set editor or the post caretaker');
  expect((await refusal(put(holding('gardener'), 'room', 'r', { house: id('a') }, r.versionId))).code).toBe('not-allowed');
  await put(holding('caretaker'), 'room', 'r', { house: id('a') }, r.versionId);
  await put(holding('caretaker'), 'room', 'new', { house: id('a') }, null);
  expect((await refusal(put(holding('gardener'), 'house', 'mine', { owner: 'gardener' }, null))).code).toBe('not-allowed');
  expect(await currentRecord(db, house, id('mine'))).toBeUndefined();
});

test('every change has its audit entry, and a refused one has none', async () => {
  const a = await make('house', 'a', {});
  const b = await changes.put(editor, { kind: 'house', id: id('a'), body: { name: 'a', floors: 2 }, expected: a.versionId });
  await refusal(changes.put(editor, { kind: 'house', id: id('a'), body: { name: 'a', floors: 0 }, expected: b.versionId }));
  await changes.retire(editor, { kind: 'house', id: id('a'), expected: b.versionId });
  const entries = await db.selectFrom('auditEntry').select(['action', 'actorId', 'detail']).where('subjectId', '=', id('a')).orderBy('id').execute();
  expect(entries.map((e) => [e.action, e.detail['version'], e.detail['before']])).toEqual([['record.create', a.versionId, undefined], ['record.change', b.versionId, a.versionId], ['record.retire', b.versionId, undefined]]);
});

test('the database itself refuses to change or delete a version', async () => {
  const a = await make('house', 'a', {});
  const b = await changes.put(editor, { kind: 'house', id: id('a'), body: { name: 'a', floors: 2 }, expected: a.versionId });
  await expect(sql`update register_version set body = '{}' where version_id = ${a.versionId}`.execute(db)).rejects.toThrow('never changed');
  await expect(sql`update register_version set superseded_at = null where version_id = ${a.versionId}`.execute(db)).rejects.toThrow('never changed');
  await expect(sql`update register_version set recorded_at = now() where version_id = ${b.versionId}`.execute(db)).rejects.toThrow('never changed');
  await expect(sql`delete from register_version where version_id = ${a.versionId}`.execute(db)).rejects.toThrow('are kept');
});

test('faults of a body name field, value and what was wanted, all of them', async () => {
  const refused = await refusal(changes.put(editor, { kind: 'house', id: id('a'), body: { name: '', floors: 0, flors: 2, owner: 7 }, expected: null }));
  expect(refused.errors.map((e) => [e.at?.path, e.value, e.wanted])).toEqual([
    ['name', '', 'a name, not empty and without blanks around it'],
    ['owner', '7', 'text, in quotes'],
    ['floors', '0', '1 or more'],
    ['flors', 'flors', 'floors'],
  ]);
  expect((await refusal(changes.put(editor, { kind: 'house', id: 'No Slug', body: {}, expected: null }))).wanted).toContain('small letters');
  expect((await refusal(changes.put(editor, { kind: 'castle', id: 'x', body: {}, expected: null }))).wanted).toBe('one of: house, room');
});

test('pages are in order of id, each record once', async () => {
  for (const name of ['c', 'a', 'e', 'b', 'd']) await make('house', name, {});
  const seen: string[] = [];
  let after: string | undefined;
  for (let pages = 0; pages < 5; pages++) {
    const page = await pageOfRecords(db, house, { limit: 2, after, like: prefix });
    expect(page.total).toBe(5);
    seen.push(...page.items.map((i) => i.id));
    if (page.next === null) break;
    after = page.next;
  }
  expect(seen).toEqual(['a', 'b', 'c', 'd', 'e'].map(id));
  expect((await pageOfRecords(db, house, { limit: 9, like: `${prefix}-_` })).total).toBe(0);
  expect((await currentRecords(db, house)).length).toBeGreaterThanOrEqual(5);
});
