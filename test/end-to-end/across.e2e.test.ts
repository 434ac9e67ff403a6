import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Truth } from '../../examples/generator/northgate/truth.ts';
import { complaintsOf, isWrong, lookInBoth, openSite, views, visit, type Site } from './harness.ts';

const truth = JSON.parse(readFileSync(join(import.meta.dirname, '../../examples/northgate/truth.json'), 'utf8')) as Truth;
const planted = truth.handOvers.find((h) => h.link === 'invoice-corrections')!;

let site: Site;
beforeAll(async () => { site = await openSite(); }, 180_000);
afterAll(async () => { await site.close(); });

const fileRows = async (page: Page, name: RegExp) => {
  const file = page.waitForEvent('download');
  await page.getByRole('link', { name }).click();
  return readFileSync(await (await file).path(), 'utf8').trim().split('\r\n').slice(1);
};

test('where cases wait between processes: the map, the planted figures, their cases, their flows; by keyboard', async () => {
  const page = await site.page();
  await visit(page, '/across');
  await page.getByRole('heading', { level: 1, name: /^By the clock most time between processes passes from .*; in working hours, from / }).waitFor();
  const edge = page.locator('[data-edge="invoice-corrections"]');
  expect(await edge.getAttribute('aria-label')).toContain(`${planted.lastMonth.handOvers} hand-overs`);
  // By keyboard: the line is a link.
  await edge.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 2, name: /^From Customer service to Order to cash/ }).waitFor();
  await page.getByRole('heading', { level: 3, name: 'Pairs of cases in October 2026' }).waitFor();
  expect(await fileRows(page, /^Download as CSV\s*: Pairs of cases/)).toHaveLength(planted.lastMonth.handOvers);
  await page.getByRole('link', { name: 'Whole record' }).click();
  await page.getByRole('heading', { level: 3, name: 'All pairs of cases' }).waitFor();
  expect(await fileRows(page, /^Download as CSV\s*: All pairs/)).toHaveLength(planted.whole.handOvers);
  await page.getByRole('link', { name: 'Still waiting' }).click();
  await page.getByRole('heading', { level: 3, name: 'Cases that still wait' }).waitFor();
  await expect.poll(async () => page.getByRole('table', { name: 'Cases that still wait' }).getByRole('row').count()).toBe(planted.senders.waiting + 1);
  // A figure opens to how it was worked out, and to its rows.
  await page.getByRole('region', { name: /^From Customer service to Order to cash/ }).locator('[data-figure]').nth(1).click();
  await page.getByText('Where this figure comes from').waitFor();
  await page.getByRole('heading', { name: /^The rows/ }).getByText(String(planted.lastMonth.handOvers)).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('link', { name: 'Flow of Customer service' }).click();
  await page.waitForURL(/\/flow\?log=contacts.*attribute=/);
  await page.getByRole('link', { name: 'Remove the filter: topic is “Invoice question”' }).waitFor();
  expect(complaintsOf(page)).toEqual([]);
  await page.context().close();
});

test('figures by function and of keys open their cases: by keyboard, as a file, as many as they say', async () => {
  const page = await site.page();
  await visit(page, '/across');
  await page.getByRole('link', { name: `${planted.lastMonth.handOvers} hand-overs from Serve customers to Manage money: open the cases` }).focus();
  await page.keyboard.press('Enter');
  const between = /^From Serve customers to Manage money: pairs of cases in October 2026/;
  await page.getByRole('heading', { level: 3, name: between }).waitFor();
  expect(await fileRows(page, /^Download as CSV\s*: From Serve customers to Manage money/)).toHaveLength(planted.lastMonth.handOvers);
  await page.getByRole('table', { name: between }).getByRole('link', { name: 'Invoice questions that need a correction' }).first().click();
  await page.getByRole('heading', { level: 2, name: /^From Customer service to Order to cash/ }).waitFor();
  await page.getByRole('link', { name: /^Close\s*these pairs of cases/ }).click();
  await expect.poll(async () => page.getByRole('heading', { level: 3, name: between }).count()).toBe(0);
  const withSeveral = page.getByText('Cases of Order to cash with several partners').locator('xpath=..').getByRole('link');
  const several = Number(await withSeveral.textContent());
  await withSeveral.click();
  await page.getByRole('heading', { level: 3, name: 'Cases of Order to cash with several partners' }).waitFor();
  const rows = await fileRows(page, /^Download as CSV\s*: Cases of Order to cash with several partners/);
  expect(rows).toHaveLength(several);
  expect(rows.map((r) => Number(r.split(',').at(-1))).every((n) => n > 1)).toBe(true);
  await page.getByTitle('The cases it counts').filter({ hasText: / hand-overs$/ }).click();
  await page.getByRole('heading', { level: 3, name: /^Within one function: pairs of cases/ }).waitFor();
  expect(complaintsOf(page)).toEqual([]);
  await page.context().close();
});

test('a link that is no more is suggested by its values, and confirmed it is measured again', async () => {
  const page = await site.page();
  await visit(page, '/across');
  const answer = await page.evaluate(async () => {
    const found = await (await fetch('/api/v1/process-links/replenishments')).json() as { version: string };
    return (await fetch('/api/v1/process-links/replenishments/retire', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ expected: found.version }) })).status;
  });
  expect(answer).toBe(200);
  await page.reload();
  await page.getByText(/All [\d,]+ values of “requisition” in Order to cash are cases of Purchase to pay/).waitFor();
  await expect.poll(async () => page.locator('[data-edge]').count()).toBe(1);
  await page.getByRole('button', { name: /^Confirm this link/ }).click();
  await page.getByLabel('What is handed over').fill('Goods for orders');
  await page.getByRole('button', { name: 'Record the link' }).click();
  await page.getByRole('table', { name: 'Hand-overs between processes' }).getByText('Goods for orders').first().waitFor();
  await page.getByText('No further key was found that two processes share.').waitFor();
  await page.locator('[data-edge^="goods-for-orders"]').first().waitFor();
  expect(complaintsOf(page)).toEqual([]);
  await page.context().close();
});

test.each(views)('across functions at $width px, loaded $scheme: nothing broken in either scheme, closed and with a hand-over open', async (view) => {
  const page = await site.page(view);
  const wrong: Record<string, unknown> = {};
  const seen = async (name: string) => { for (const [scheme, found] of Object.entries(await lookInBoth(page, name, view))) if (isWrong(found)) wrong[`${name} ${scheme}`] = found; };
  await visit(page, '/across');
  await page.locator('[data-edge]').first().waitFor();
  await seen('across');
  await visit(page, '/across?link=invoice-corrections');
  await page.getByRole('table', { name: /^Pairs of cases/ }).waitFor();
  await seen('across-open');
  // Long after the click, so that what it moves is not taken for its effect.
  await page.route(/hand-overs-by-function\/pairs/, async (r) => { await sleep(1500); await r.continue(); });
  await page.getByRole('link', { name: /hand-overs from Serve customers to Manage money: open the cases$/ }).click();
  await page.getByRole('table', { name: /^From Serve customers to Manage money/ }).waitFor();
  await seen('across-functions');
  expect(wrong).toEqual({});
  await page.context().close();
});
