import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { complaintsOf, openSite, visit, type Site } from './harness.ts';

// Logs that say little: a single event, one event a case, and one that is of no process and names nobody.
let site: Site;
let page: Page;
beforeAll(async () => { site = await openSite({ example: false }); page = await site.page(); }, 180_000);
afterAll(async () => { await site.close(); });

const at = (hours: number) => new Date(Date.UTC(2026, 2, 1) + hours * 3_600_000).toISOString();
const range = (n: number) => Array.from({ length: n }, (_, i) => i);
const logs: Record<string, readonly string[]> = {
  single: [`S1,Receive,${at(0)}`],
  letters: range(60).map((i) => `L${i},${['Receive', 'Call', 'Letter'][i % 3]},${at(7 * i)}`),
  claims: range(80).flatMap((i) => ['Receive', 'Check', ...(i % 4 === 0 ? ['Reject', 'Appeal'] : ['Approve']), 'Close'].map((step, j) => `C${i},${step},${at(5 * i + j * (1 + (i % 5)))}`)),
};
const flow = ['map', 'table', 'variants', 'cases', 'time', 'differences', 'measures', 'model', 'fit', 'rules', 'what-if'];
const nonsense = /\bNaN\b|\bundefined\b|\bnull\b|Infinity|\[object|At most 0 |\b1 (?:cases|events|processes|steps|days|ways|times|activities|paths|ended|different|were)\b|Something went wrong|There is no page/;

/** Whose company this is nobody has said yet. */
const complaints = () => complaintsOf(page).filter((c) => !/api\/v1\/company$|status of 404/.test(c));

test.each(Object.keys(logs))('every view of “%s” says what can be said of it, and nothing else', async (log) => {
  await visit(page, '/sources/import');
  await page.setInputFiles('input[type=file]', { name: `${log}.csv`, mimeType: 'text/csv', buffer: Buffer.from(`case,activity,time\n${logs[log]!.join('\n')}\n`) });
  await page.getByRole('button', { name: 'Bring it in' }).click();
  await page.getByRole('heading', { level: 1, name: 'The events are in.' }).waitFor();
  const wrong: Record<string, string | undefined> = {};
  for (const view of flow) {
    await visit(page, `/flow?log=${log}&view=${view}`);
    const said = nonsense.exec(await page.locator('main').innerText());
    if (said !== null) wrong[view] = said[0];
  }
  expect(wrong).toEqual({});
  expect(complaints()).toEqual([]);
});

test('cases of one event each are told as that', async () => {
  await visit(page, '/flow?log=letters&view=time');
  await page.getByText('No case in view has a second step, so nothing waits between steps.').waitFor();
  await page.getByText('No case was in progress at the end of a day.').waitFor();
  await visit(page, '/flow?log=letters&view=differences');
  await page.getByRole('heading', { name: /^None of the \d+ complete cases took longer than 0\ss, so there are no slow ones to compare\.$/ }).waitFor();
  expect(complaints()).toEqual([]);
});
