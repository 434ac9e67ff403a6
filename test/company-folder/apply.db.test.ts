import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { exportFolder, planText, readFolder, type FolderFile } from '../../src/platform/company-folder/index.ts';
import { Problem } from '../../src/platform/errors/index.ts';
import { currentRecord, currentRecords, recordHistory, registerChanges } from '../../src/platform/register/index.ts';
import { serviceKind, type Service } from '../../src/basics/services/index.ts';
import { actor, applyFiles, edited, kinds, planFiles, smallCompany, workspace, type Workspace } from './harness.ts';

let ws: Workspace;
let small: FolderFile[];
beforeEach(async () => {
  ws = await workspace();
  small = await smallCompany();
});
afterEach(() => ws.close());

const register = registerChanges(kinds);
const erp = () => currentRecord(ws.db, serviceKind, 'erp');
const tier = async () => (await erp())?.body.tier;
const setTier = (files: FolderFile[], to: number) => edited(files, 'services/core.yaml', (t) => t.replace('tier: 1\n  calendar', `tier: ${to}\n  calendar`));
const counts = async () => (await sql<{ table: string; n: number }>`select 'records' as table, count(*) as n from register_record union all select 'versions', count(*) from register_version union all select 'audit', count(*) from audit_entry union all select 'references', count(*) from register_reference`.execute(ws.db)).rows.map((r) => `${r.n} ${r.table}`);
const refusal = async (work: Promise<unknown>): Promise<Problem> => {
  const error = await work.then(() => undefined, (e: unknown) => e);
  expect(error).toBeInstanceOf(Problem);
  return error as Problem;
};

/** As somebody would in the app: the record as it is, with one field changed. */
async function changeInApp(id: string, fields: Partial<Service>, who = actor(['editor'])): Promise<void> {
  const now = await currentRecord(ws.db, serviceKind, id);
  await register.put(ws.as(who), { kind: 'service', id, body: { ...now?.body, ...fields }, expected: now?.versionId ?? null });
}

test('a folder is applied once, and again without a difference', async () => {
  const first = await applyFiles(ws.as(), small, kinds);
  expect([first.create.length, first.update.length, first.retire.length]).toEqual([22, 0, 0]);
  expect(first.findings.map((f) => [f.level, f.kind, f.value])).toEqual([['confirm', 'service', 'database-a, database-b']]);
  const after = await counts();
  expect(after).toContain('22 records');
  expect(after).toContain('23 audit');
  const second = await applyFiles(ws.as(), small, kinds);
  expect([second.create.length, second.update.length, second.unchanged.length]).toEqual([0, 0, 22]);
  expect(await counts()).toEqual(after.map((c) => c.replace('23 audit', '24 audit')));
  expect((await erp())?.body).toMatchObject({ recoveryTime: { seconds: 14_400 }, objective: { availability: { percent: 99.5 }, window: 'month' } });
  expect((await erp())?.source).toMatchObject({ file: 'services/core.yaml', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) });
});

test('a dry run writes nothing and says what would change', async () => {
  await applyFiles(ws.as(), small, kinds);
  const before = await counts();
  const { plan } = await planFiles(ws.as(), setTier(small, 2), kinds);
  expect(planText(plan)).toContain('~ service erp (services/core.yaml:2)\n    tier: 1 → 2\n');
  expect(await counts()).toEqual(before);
});

test('an update corrects: one version holds, the other is history with its own id', async () => {
  await applyFiles(ws.as(), small, kinds);
  const old = await erp();
  await applyFiles(ws.as(undefined, '2026-06-01T09:00:00Z'), setTier(small, 2), kinds);
  expect(await tier()).toBe(2);
  expect((await recordHistory(ws.db, serviceKind, 'erp')).map((v) => [v.body.tier, v.supersededAt?.toISOString() ?? null])).toEqual([[2, null], [1, '2026-06-01T09:00:00.000Z']]);
  expect((await currentRecord(ws.db, serviceKind, 'erp', { knownAt: new Date('2026-05-15T00:00:00Z') }))?.versionId).toBe(old?.versionId);
});

test('what the app changed since is refused with a three-way difference, and nothing else of the folder is applied', async () => {
  await applyFiles(ws.as(), small, kinds);
  await changeInApp('erp', { tier: 3 });
  const before = await counts();
  const folder = edited(setTier(small, 2), 'services/print.yaml', (t) => t.replace('tier: 3', 'tier: 4'));
  const refused = await refusal(applyFiles(ws.as(), folder, kinds));
  expect(refused.code).toBe('changed-meanwhile');
  expect(refused.detail).toBe('! service erp (services/core.yaml:2) was changed in the app since it was applied\n    tier: agreed 1 · folder 2 · app 3');
  expect((await planFiles(ws.as(), folder, kinds)).plan.conflicts[0]?.fields).toEqual([{ path: 'tier', base: 1, folder: 2, app: 3 }]);
  expect(await counts()).toEqual(before);
  expect(await tier()).toBe(3);
});

test('an unchanged folder does not undo a change of the app either', async () => {
  await applyFiles(ws.as(), small, kinds);
  await changeInApp('erp', { tier: 3 });
  expect((await refusal(applyFiles(ws.as(), small, kinds))).detail).toContain('tier: agreed 1 · folder 1 · app 3');
});

test('--take folder writes the folder’s, --take app keeps the app’s; the rest is applied both times', async () => {
  await applyFiles(ws.as(), small, kinds);
  await changeInApp('erp', { tier: 3 });
  const kept = await applyFiles(ws.as(), edited(setTier(small, 2), 'services/print.yaml', (t) => t.replace('tier: 3', 'tier: 4')), kinds, { take: 'app' });
  expect([kept.kept.map((c) => c.id), kept.update.map((c) => c.id), await tier()]).toEqual([['erp'], ['print'], 3]);
  const taken = await applyFiles(ws.as(), setTier(small, 2), kinds, { take: 'folder' });
  expect([taken.update.map((c) => c.id).sort(), await tier()]).toEqual([['erp', 'print'], 2]);
  expect((await applyFiles(ws.as(), setTier(small, 2), kinds)).unchanged.length).toBe(22);
});

test('where app and folder come to say the same there is no conflict, now or later', async () => {
  await applyFiles(ws.as(), small, kinds);
  await changeInApp('erp', { tier: 2 });
  expect((await applyFiles(ws.as(), setTier(small, 2), kinds)).unchanged.length).toBe(22);
  expect((await applyFiles(ws.as(), setTier(small, 4), kinds)).update.map((c) => c.id)).toEqual(['erp']);
});

test('absence never deletes; --prune retires what a folder brought, and only of kinds that it has a file for', async () => {
  await applyFiles(ws.as(), small, kinds);
  const less = edited(edited(small, 'incidents.csv', (t) => `${t.split('\n').slice(0, 2).join('\n')}\n`), 'glossary.yaml', null);
  expect((await applyFiles(ws.as(), less, kinds)).retire).toEqual([]);
  const pruned = await applyFiles(ws.as(undefined, '2026-06-01T09:00:00Z'), less, kinds, { prune: true });
  expect(pruned.retire.map((c) => c.id)).toEqual(['CHG-0007']);
  expect((await recordHistory(ws.db, { name: 'incident' }, 'CHG-0007')).map((v) => v.validTo?.toISOString())).toEqual(['2026-06-01T09:00:00.000Z']);
  const again = await refusal(applyFiles(ws.as(), small, kinds));
  expect(again.message).toContain('incidents.csv:3:1: incident CHG-0007 was retired, and ids are never used again');
});

test('--prune leaves what was made in the app, and asks about what was changed there', async () => {
  await applyFiles(ws.as(), small, kinds);
  await register.put(ws.as(), { kind: 'service', id: 'mail', body: { name: 'Mail', owner: 'technology-director', tier: 3 }, expected: null });
  const noPrint = edited(edited(small, 'services/print.yaml', null), 'services/core.yaml', (t) => t.replace(/ {4}- \{ service: print.*\n/, ''));
  await changeInApp('print', { tier: 2 });
  expect((await refusal(applyFiles(ws.as(), noPrint, kinds, { prune: true }))).detail).toContain('service print is not in the folder, but the app changed it');
  const done = await applyFiles(ws.as(), noPrint, kinds, { prune: true, take: 'folder' });
  expect(done.retire.map((c) => c.id)).toEqual(['print']);
  expect((await currentRecords(ws.db, serviceKind)).map((r) => r.id)).toEqual(['database-a', 'database-b', 'erp', 'mail', 'network']);
});

test('pruning what others need is refused, naming who needs it', async () => {
  await applyFiles(ws.as(), small, kinds);
  const refused = await refusal(applyFiles(ws.as(), edited(small, 'services/print.yaml', null), kinds, { prune: true }));
  expect(refused.message).toContain('services/core.yaml:10:18: service erp still needs service print, which the folder leaves out');
});

test('all or nothing: a fault anywhere, or a failure of what is written alongside, leaves the workspace as it was', async () => {
  const bad = edited(edited(small, 'measures.yaml', (t) => t.replace('order-to-cash', 'order-to-crash')), 'services/print.yaml', (t) => t.replace('technology-director', 'nobody'));
  const refused = await refusal(applyFiles(ws.as(), bad, kinds));
  expect(refused.errors.map((e) => [e.at?.file, e.at?.line, e.value])).toEqual([['services/print.yaml', 3, 'nobody'], ['measures.yaml', 7, 'order-to-crash']]);
  const alongside = async () => { throw new Error('the disk is full'); };
  await expect(applyFiles(ws.as(), small, kinds, { alongside })).rejects.toThrow('the disk is full');
  expect(await counts()).toEqual(['0 records', '0 versions', '0 audit', '0 references']);
});

test('a saved view that chooses cases by what its event log says are people is refused, whatever the column is called', async () => {
  const view = (address: string, mapping = 'resource: clerk') => [...edited(small, 'event-logs.yaml', (t) => t.replace('resource: clerk', mapping)), { path: 'saved-views.yaml', bytes: new TextEncoder().encode(`late: { name: Late, eventLog: orders, view: map, address: "${address}" }\n`) }];
  const hidden = 'resource: clerk, personal: [clerk, "case:buyer"], attributes: [{ column: clerk, type: text }, { column: "case:buyer", type: text, of: case }, { column: agent, name: who, type: text }]';
  for (const [address, mapping, value] of [['attribute=clerk%3Aann', undefined, 'clerk'], ['attributeNot=buyer%3Abob&activity=Ship', hidden, 'buyer'], ['attribute=who%3Aann', hidden.replace('clerk, "case:buyer"', 'agent'), 'who']] as const) {
    const refused = await refusal(applyFiles(ws.as(), view(address, mapping), kinds));
    expect(refused.errors.map((e) => [e.at?.file, e.value])).toEqual([['saved-views.yaml', value]]);
  }
  await applyFiles(ws.as(), view('attribute=clerkship%3Aann&attribute=who%3Aann', hidden), kinds);
});

test('holders of posts need the administrator; an owner may change what it owns and no more', async () => {
  await applyFiles(ws.as(), small, kinds);
  const newHolder = edited(small, 'posts.yaml', (t) => t.replace('- { person: ben, from: 2026-01-01 }', '- { person: ada, from: 2026-01-01 }'));
  expect((await refusal(applyFiles(ws.as(actor(['editor'])), newHolder, kinds))).code).toBe('not-allowed');
  await applyFiles(ws.as(actor(['editor'])), setTier(small, 2), kinds);
  const owner = actor(['viewer'], ['technology-director']);
  await applyFiles(ws.as(owner), setTier(small, 3), kinds);
  expect(await tier()).toBe(3);
  expect((await refusal(applyFiles(ws.as(actor(['viewer'], ['operations-director'])), setTier(small, 4), kinds))).wanted).toBe('the set administrator or the set editor or the post technology-director');
  await applyFiles(ws.as(), setTier(newHolder, 3), kinds);
});

test('the plan that was shown is the one that is applied', async () => {
  await applyFiles(ws.as(), small, kinds);
  const { fingerprint } = await planFiles(ws.as(), setTier(small, 2), kinds);
  await changeInApp('print', { tier: 1 });
  await changeInApp('print', { tier: 3 });
  await applyFiles(ws.as(), setTier(small, 2), kinds, { expected: fingerprint });
  const next = await planFiles(ws.as(), setTier(small, 3), kinds);
  await changeInApp('erp', { tier: 2, name: 'Orders' });
  expect((await refusal(applyFiles(ws.as(), setTier(small, 3), kinds, { expected: next.fingerprint, take: 'folder' }))).detail).toBe('The workspace changed since the plan was shown');
});

test('an export applies without a difference, here and to an empty workspace', async () => {
  await applyFiles(ws.as(), small, kinds);
  const files = (await exportFolder(ws.db, kinds)).map(({ path, text }) => ({ path, bytes: new TextEncoder().encode(text) }));
  expect(readFolder(files, kinds.all).errors).toEqual([]);
  expect((await applyFiles(ws.as(), files, kinds, { prune: true })).unchanged.length).toBe(22);
  const other = await workspace();
  await applyFiles(other.as(), files, kinds);
  expect(await exportFolder(other.db, kinds)).toEqual(await exportFolder(ws.db, kinds));
  await other.close();
});

test('eight who apply at once leave one of their folders whole', async () => {
  await applyFiles(ws.as(), small, kinds);
  const tiers = [1, 2, 3, 4, 1, 2, 3, 4];
  const folder = (n: number) => edited(setTier(small, n), 'services/print.yaml', (t) => t.replace('tier: 3', `tier: ${n}`));
  await Promise.all(tiers.map((n) => applyFiles(ws.as(), folder(n), kinds)));
  const print = await currentRecord(ws.db, serviceKind, 'print');
  expect(print?.body.tier).toBe(await tier());
  const open = await sql<{ n: number }>`select count(*) as n from register_version where superseded_at is null and valid_to is null`.execute(ws.db);
  expect(open.rows[0]?.n).toBe(22);
});
