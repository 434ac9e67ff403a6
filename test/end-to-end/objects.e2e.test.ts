import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { convertLog } from '../../src/processes/event-logs/index.ts';
import { asJson, type TestOcel } from '../../src/processes/event-logs/ocel/testing.ts';
import { complaintsOf, isWrong, look, lookInBoth, openSite, views, visit, type Site } from './harness.ts';

let site: Site;
let page: Page;
const dir = mkdtempSync(join(tmpdir(), 'hymnsheet-objects-page-'));
beforeAll(async () => { site = await openSite({ example: false }); page = await site.page(); }, 180_000);
afterAll(async () => { await site.close(); rmSync(dir, { recursive: true }); });

const at = (day: number) => new Date(Date.UTC(2026, 2, day, 9)).toISOString();
const event = (id: string, type: string, day: number, ...objects: string[]) => ({ id, type, time: at(day), attributes: {}, objects: objects.map((o) => [o, 'of'] as const) });
const object = (id: string, type: string) => ({ id, type, attributes: [], objects: [] });
/** Ten orders of two items each; a delivery takes two orders. */
const shop: TestOcel = {
  events: Array.from({ length: 10 }, (_, i) => [event(`t${i}`, 'Take order', 1 + i, `O${i}`, `I${i}a`, `I${i}b`), event(`a${i}`, 'Pick item', 2 + i, `O${i}`, `I${i}a`), event(`b${i}`, 'Pick item', 3 + i, `O${i}`, `I${i}b`), ...(i % 2 === 0 ? [] : [event(`d${i}`, 'Deliver', 5 + i, `O${i}`, `O${i - 1}`, `D${i}`)])]).flat(),
  objects: Array.from({ length: 10 }, (_, i) => [object(`O${i}`, 'order'), object(`I${i}a`, 'item'), object(`I${i}b`, 'item'), ...(i % 2 === 0 ? [] : [object(`D${i}`, 'delivery')])]).flat(),
};

/** Whose company this is nobody has said yet. */
const complaints = (of: Page) => complaintsOf(of).filter((c) => !/api\/v1\/company$|status of 404/.test(c));

test('an object-centric file comes in by the wizard: told by its content, what is wrong with it listed, a type chosen by what it gives', async () => {
  const bad = JSON.parse(asJson(shop)) as { events: { relationships: object[] }[] };
  bad.events[0]!.relationships.push({ objectId: 'nowhere', qualifier: 'of' });
  await visit(page, '/sources/import');
  await page.setInputFiles('input[type=file]', { name: 'shop.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(bad, null, 1)) });
  await page.getByRole('heading', { level: 1, name: 'This log is about objects of several types.' }).waitFor();
  const types = page.getByRole('table', { name: 'Object types, and what each would give' });
  expect(await types.locator('tbody tr').evaluateAll((rows) => rows.map((r) => [...r.children].map((c) => c.textContent)))).toEqual([['item', '20', '40', '20'], ['order', '10', '40', '10'], ['delivery', '5', '5', '5']]);
  const found = page.getByRole('table', { name: 'Found in the file' });
  expect(await found.locator('tbody tr').first().locator('td').allTextContents()).toEqual(['1', 'relations of events to objects that are not in the log', 'Left out', 't0 → nowhere', expect.stringMatching(/^line\s\d+$/)]);
  await page.getByText('Say which objects are the cases.').waitFor();
  expect((await look(page, 'objects-confirm-light-1440')).axe).toEqual([]);
  await types.getByRole('radio', { name: 'order' }).check();
  await page.getByRole('button', { name: 'Bring it in' }).click();
  await page.getByRole('heading', { level: 1, name: 'The events are in.' }).waitFor();
  expect(await page.getByText('The file has 35 events').textContent()).toBe('The file has 35 events of 35 objects, in 85 relations. Each of 10 objects of the type “order” is a case. 5 events are in several cases, one in 2: such an event is counted once for each case, so that 35 events make 40.');
  await page.getByRole('table', { name: 'Found in the file' }).getByText('t0 → nowhere').waitFor();
  expect((await look(page, 'objects-report-light-1440')).axe).toEqual([]);
});

test('the wizard says who seems to be a person, takes another word for it, and lets nobody be a case', async () => {
  const staffed = { events: shop.events.map((e) => ({ ...e, attributes: { clerk: 'Sue Low', seller: 'Sue Low' }, objects: [...e.objects, ['Tom Bay', 'by'] as const] })), objects: [...shop.objects, object('Tom Bay', 'employee')] };
  await visit(page, '/sources/import');
  await page.setInputFiles('input[type=file]', { name: 'staffed.json', mimeType: 'application/json', buffer: Buffer.from(asJson(staffed)) });
  const types = page.getByRole('group', { name: 'Object types whose objects are people' }), attributes = page.getByRole('group', { name: 'Attributes whose values are people' });
  await types.waitFor();
  expect([await types.getByRole('checkbox', { name: 'employee' }).isChecked(), await types.getByRole('checkbox', { name: 'order' }).isChecked(), await attributes.getByRole('checkbox', { name: 'clerk' }).isChecked(), await attributes.getByRole('checkbox', { name: 'seller' }).isChecked()]).toEqual([true, false, true, false]);
  await page.getByRole('radio', { name: 'employee' }).check();
  await page.getByText('“employee” is ticked as people, and a person is not a case.').waitFor();
  await page.getByRole('radio', { name: 'order' }).check();
  await attributes.getByRole('checkbox', { name: 'seller' }).check();
  expect((await look(page, 'objects-people-light-1440')).axe).toEqual([]);
  await page.getByRole('button', { name: 'Bring it in' }).click();
  await page.getByRole('heading', { level: 1, name: 'The events are in.' }).waitFor();
  await visit(page, '/flow?log=staffed&view=objects');
  await page.getByRole('img', { name: /of 3 object types/ }).waitFor();
  expect(await page.getByText(/employee|Tom Bay|Sue Low/).count()).toBe(0);
});

test('the map of objects: a line for each type, types in the address, said in words, the same in tables and files', async () => {
  await visit(page, '/flow?log=shop');
  await page.getByRole('navigation', { name: 'Views' }).getByRole('link', { name: 'Objects' }).click();
  const drawing = page.getByRole('img', { name: /^Object-centric map: 3 activities, \d+ paths of 3 object types/ });
  await drawing.waitFor();
  expect(await drawing.locator('rect').count()).toBe(3);
  expect(new Set(await drawing.locator('path[stroke-dasharray], path[data-tone]').evaluateAll((lines) => lines.map((l) => l.getAttribute('stroke-dasharray')).filter((d) => d !== null))).size).toBe(3);
  const words = page.getByRole('complementary', { name: 'How object types meet' });
  expect(await words.textContent()).toContain('“Deliver” concerns several “order” objects at once in all its events, 2 on average: counted by “order”, 5 events become 10.');
  expect(await words.textContent()).toContain('In all the “order” lives with “Pick item” it comes 2 times on average, for different “item” objects');
  const paths = page.getByRole('table', { name: 'Paths of the objects of shop' });
  const before = await paths.locator('tbody tr').count();
  await page.getByRole('checkbox', { name: /^item/ }).uncheck();
  await page.waitForURL(/type=order&type=delivery/);
  await page.getByRole('img', { name: /of 2 object types/ }).waitFor();
  await expect.poll(async () => paths.locator('tbody tr').count()).toBeLessThan(before);
  expect((await words.textContent())?.startsWith('Each “delivery” covers 2 “order” objects.')).toBe(true);
  const address = page.url();
  await page.reload({ waitUntil: 'networkidle' });
  expect([page.url(), await page.getByRole('checkbox', { name: /^item/ }).isChecked(), await page.getByRole('checkbox', { name: /^order/ }).isChecked()]).toEqual([address, false, true]);
  const file = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Download as CSV' }).first().click();
  const lines = readFileSync(await (await file).path(), 'utf8').trim().split('\r\n');
  expect(lines.slice(1)).toHaveLength(await paths.locator('tbody tr').count());
  await page.getByRole('checkbox', { name: /^order/ }).uncheck();
  await page.getByRole('checkbox', { name: /^delivery/ }).uncheck();
  await page.getByText('No object type is in view').waitFor();
  expect(complaints(page)).toEqual([]);
});

test('a log of cases only has no such view; the same objects become cases of another type', async () => {
  await visit(page, '/flow?log=shop&view=objects');
  await page.getByLabel('Each object of this type is a case').selectOption('delivery');
  expect(await page.getByLabel('Name of the event log').inputValue()).toBe('shop by delivery');
  await page.getByRole('button', { name: 'Make this event log' }).click();
  await page.getByRole('heading', { level: 1, name: 'The events are in.' }).waitFor();
  await page.getByText('Each of 5 objects of the type “delivery” is a case.').waitFor();

  const csv = join(dir, 'plain.csv'), parquet = join(dir, 'plain.parquet');
  writeFileSync(csv, 'order,step,when,amount\n1,take,2026-01-01T08:00:00Z,12.5\n1,ship,2026-01-02T08:00:00Z,\n2,take,2026-01-03T08:00:00Z,3\n');
  await convertLog({ source: { path: csv }, out: parquet, mapping: { case: 'order', activity: 'step', time: 'when' }, tempDir: dir });
  await visit(page, '/sources/import');
  await page.setInputFiles('input[type=file]', parquet);
  await page.getByRole('heading', { level: 1, name: 'Is this what the columns mean?' }).waitFor();
  expect(await page.getByLabel('Case', { exact: true }).inputValue()).toBe('case:concept:name');
  await page.getByRole('button', { name: 'Bring it in' }).click();
  await page.getByRole('heading', { level: 1, name: 'The events are in.' }).waitFor();
  await page.getByRole('link', { name: 'See how work flows' }).click();
  const tabs = page.getByRole('navigation', { name: 'Views' });
  await tabs.getByRole('link', { name: 'Cases', exact: true }).click();
  expect(await tabs.getByRole('link', { name: 'Objects' }).count()).toBe(0);
  const file = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Download their events as XES' }).click();
  const xes = gunzipSync(readFileSync(await (await file).path())).toString();
  expect([xes.match(/<trace>/g)?.length, xes.match(/<event>/g)?.length, xes.includes('<float key="amount" value="12.5"/>')]).toEqual([2, 3, true]);
  expect(complaints(page)).toEqual([]);
});

test.each(views)('objects at $width px, loaded $scheme: nothing broken in either scheme', async (view) => {
  const one = await site.page(view);
  await visit(one, '/flow?log=shop&view=objects');
  await one.getByRole('img', { name: /^Object-centric map/ }).waitFor();
  const wrong = Object.entries(await lookInBoth(one, 'objects', view)).filter(([, found]) => isWrong(found));
  expect(wrong).toEqual([]);
  await one.context().close();
});
