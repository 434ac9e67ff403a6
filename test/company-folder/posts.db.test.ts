import { afterEach, beforeEach, expect, test } from 'vitest';
import { appointments, holdings, postKind, registeredPeople, vacantPosts } from '../../src/organisation/index.ts';
import { currentRecord } from '../../src/platform/register/index.ts';
import { actor, applyFiles, edited, kinds, smallCompany, workspace, type Workspace } from './harness.ts';

let ws: Workspace;
beforeEach(async () => { ws = await workspace(); });
afterEach(() => ws.close());

const at = (text: string) => new Date(text);
const appoint = (name: string, email: string, when = '2026-05-04T09:00:00Z') =>
  ws.db.transaction().execute((tx) => registeredPeople(ws.db).appointAdministrator({ ...ws.as(actor(['administrator']), when), tx }, { name, email }));

test('who holds what is read from the register, by the company’s days', async () => {
  await applyFiles(ws.as(), await smallCompany(), kinds);
  expect(await holdings(ws.db, 'ben', at('2025-12-31T23:59:00Z'))).toEqual([]);
  expect(await holdings(ws.db, 'ben', at('2026-01-01T00:00:00Z'))).toEqual([{ post: 'operations-director', deputy: false }]);
  // 30 June 23:30 UTC is 1 July in London, the delegation's first day.
  expect(await holdings(ws.db, 'cy', at('2026-06-30T22:30:00Z'))).toEqual([]);
  expect(await holdings(ws.db, 'cy', at('2026-06-30T23:30:00Z'))).toEqual([{ post: 'operations-director', deputy: true }]);
  expect(await holdings(ws.db, 'nobody', at('2026-01-01T00:00:00Z'))).toEqual([]);
  expect(await vacantPosts(ws.db, at('2026-05-04T00:00:00Z'))).toEqual(['technology-director']);
});

test('appointments say by whom and when', async () => {
  const small = await smallCompany();
  await applyFiles(ws.as(actor(['administrator'], [], 'root')), small, kinds);
  const cioNow = edited(small, 'posts.yaml', (t) => t.replace('name: Technology director\n', 'name: Technology director\n  holders: [{ person: ada, from: 2026-05-05 }]\n'));
  await applyFiles(ws.as(actor(['administrator'], [], 'ada'), '2026-05-05T10:00:00Z'), cioNow, kinds);
  expect(await appointments(ws.db, 'technology-director')).toEqual([{ post: 'technology-director', givenTo: 'ada', givenBy: 'ada', recordedAt: at('2026-05-05T10:00:00Z') }]);
  expect(await registeredPeople(ws.db).appointments('technology-director')).toEqual(await appointments(ws.db, 'technology-director'));
});

test('the first administrator gets a record and a post; the same address is found again', async () => {
  expect(await appoint('Zoë O’Hara', 'Zoe@Small.example')).toEqual({ person: 'zoe-ohara', post: 'administrator' });
  expect(await holdings(ws.db, 'zoe-ohara', at('2026-05-04T09:00:00Z'))).toEqual([{ post: 'administrator', deputy: false }]);
  expect(await appoint('Zoe', 'zoe@small.example')).toEqual({ person: 'zoe-ohara', post: 'administrator' });
  expect(await appoint('Zoë O’Hara', 'other@small.example')).toEqual({ person: 'zoe-ohara-2', post: 'administrator-2' });
  expect((await currentRecord(ws.db, postKind, 'administrator-2'))?.body.holders).toEqual([{ person: 'zoe-ohara-2', from: '2026-05-04' }]);
});

test('whoever takes over a vacant post of administrator is added to its holders', async () => {
  const small = await smallCompany();
  const ended = edited(small, 'posts.yaml', (t) => `${t}administrator:\n  name: Administrator\n  holders: [{ person: cy, from: 2024-01-01, to: 2025-12-31 }]\n`);
  await applyFiles(ws.as(), ended, kinds);
  expect(await appoint('Ben', 'ben@small.example')).toEqual({ person: 'ben', post: 'administrator' });
  expect(await holdings(ws.db, 'ben', at('2026-05-04T09:00:00Z'))).toEqual([{ post: 'administrator', deputy: false }, { post: 'operations-director', deputy: false }]);
});
