import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { complaintsOf, isWrong, lookInBoth, openSite, views, visit, type Site } from './harness.ts';

let site: Site;
beforeAll(async () => { site = await openSite(); }, 180_000);
afterAll(async () => { await site.close(); });

const number = (text: string | null) => Number((text ?? '').replace(/[^\d]/g, ''));
const rowsOfFile = async (page: Page, link: string) => {
  const file = page.waitForEvent('download');
  await page.getByRole('link', { name: link }).click();
  return readFileSync(await (await file).path(), 'utf8').trim().split('\r\n').slice(1);
};
const total = async (page: Page, title: RegExp) => number(/· ([\d,]+)$/.exec((await page.getByRole('heading', { name: title }).textContent()) ?? '')?.[1] ?? '');

test('a rule is counted before it is recorded, recorded, opened to its cases, and ended', async () => {
  const page = await site.page();
  await visit(page, '/flow?process=order-to-cash&view=rules');
  await page.getByRole('heading', { name: /^In [\d,]+ of [\d,]+ orders “Check credit” was not followed by “Pick goods” within 8 working hours\..* kept by every case\.$/ }).waitFor();
  await page.getByRole('button', { name: 'Add a rule' }).click();
  await page.getByLabel('Wait with').selectOption('Dispatch order');
  await page.getByLabel('Until there was').selectOption('Check credit');
  const live = await page.getByText(/^In [\d,]+ of [\d,]+ orders “Dispatch order” came without “Check credit” before it\./).textContent();
  const [broken, of] = (/^In ([\d,]+) of ([\d,]+) orders/.exec(live ?? '') ?? []).slice(1).map(number);
  await page.getByLabel('Name of the rule').fill('Credit before dispatch');
  await page.getByRole('button', { name: 'Record this rule' }).click();
  const row = page.getByRole('row', { name: /Credit before dispatch/ });
  await row.waitFor();
  await row.getByText('“Dispatch order” comes only after “Check credit”.').waitFor();
  for (const [link, cases] of [[/^[\d,]+ Orders that “Credit before dispatch” is about/, of!], [/Orders that kept “Credit before dispatch”/, of! - broken!], [/^[\d,]+ Orders that broke “Credit before dispatch”/, broken!]] as const) {
    await row.getByRole('link', { name: link }).click();
    await expect.poll(async () => total(page, new RegExp(link.source.replace('^[\\d,]+ ', '')))).toBe(cases);
    expect(await rowsOfFile(page, 'Download these cases as CSV')).toHaveLength(cases);
  }
  expect((await rowsOfFile(page, 'Download as CSV')).find((line) => line.startsWith('credit-before-dispatch,'))).toContain(`,${of},${of! - broken!},${broken},0,`);
  await row.getByRole('button', { name: /^End/ }).click();
  await row.getByRole('button', { name: /^End it now/ }).click();
  await row.waitFor({ state: 'detached' });
  expect(complaintsOf(page)).toEqual([]);
  await page.context().close();
});

test('where cases leave the usual ways: a sentence, ways in words with what goes with them, and their cases; filters hold', async () => {
  const page = await site.page();
  await visit(page, '/flow?process=order-to-cash&view=fit&attribute=warehouse:Reading');
  await page.getByRole('heading', { name: /^[\d,]+ of [\d,]+ ended orders \([\d.]+%\) keep to the model\. Most often, / }).waitFor();
  const first = page.getByRole('table', { name: /^Where cases leave the model/ }).getByRole('row').nth(1);
  const cases = number(await first.getByRole('link').evaluate((link) => link.firstChild?.textContent ?? ''));
  await first.getByRole('link').click();
  await page.waitForURL(/deviation=/);
  await expect.poll(async () => total(page, /^Cases in which /)).toBe(cases);
  expect(await rowsOfFile(page, 'Download these cases as CSV')).toHaveLength(cases);
  await page.getByRole('table', { name: /^Cases in which/ }).getByRole('link').first().click();
  await page.getByRole('dialog', { name: /^Case SO-/ }).waitFor();
  expect(complaintsOf(page)).toEqual([]);
  await page.context().close();
});

test('each number of the model fit opens as many cases as it says', async () => {
  const page = await site.page();
  await visit(page, '/flow?process=order-to-cash&view=fit&attribute=warehouse:Reading');
  for (const [words, title] of [['that are compared with the model', /^Orders that are compared with the model/], ['that keep to it', /^Orders that keep to the model/], ['that leave it', /^Orders that leave the model/], ['under way, not compared', /^Orders under way, not compared/]] as const) {
    const figure = page.getByRole('main').locator('p > span').filter({ hasText: words }).getByRole('link');
    const cases = number(await figure.textContent() ?? '');
    await figure.click();
    await expect.poll(async () => total(page, title)).toBe(cases);
    expect(await rowsOfFile(page, 'Download these cases as CSV')).toHaveLength(cases);
  }
  expect(complaintsOf(page)).toEqual([]);
  await page.context().close();
});

test('a comparison is stopped, and begun again', async () => {
  const page = await site.page();
  // Held on its way, as long as one of a large log takes.
  let isHeld = true;
  await page.route('**/conformance?*', async (route) => { if (!isHeld) await route.continue(); });
  await page.goto('/flow?process=purchase-to-pay&view=fit');
  await page.getByRole('button', { name: 'Stop' }).click();
  await page.getByText('The comparison was stopped; nothing of it was kept.').waitFor();
  isHeld = false;
  await page.getByRole('button', { name: 'Compare again' }).click();
  await page.getByRole('heading', { name: /^[\d,]+ of [\d,]+ ended requisitions \([\d.]+%\) keep to the model/ }).waitFor();
  await page.getByText(/requisitions in view are still under way and not counted/).waitFor();
  expect(complaintsOf(page)).toEqual([]);
  await page.context().close();
});

test.each(views)('rules and model fit at $width px, loaded $scheme: nothing broken in either scheme', async (view) => {
  const page = await site.page(view);
  const wrong: Record<string, unknown> = {};
  const seen = async (name: string) => { for (const [scheme, found] of Object.entries(await lookInBoth(page, name, view))) if (isWrong(found)) wrong[`${name} ${scheme}`] = found; };
  await visit(page, '/flow?process=order-to-cash&view=rules&rule=packed-once');
  await page.getByRole('heading', { name: /that broke “Packed right the first time”/ }).waitFor();
  await page.getByRole('button', { name: 'Add a rule' }).click();
  await page.getByLabel('What must be so').selectOption('follows');
  await page.getByLabel('Each').selectOption('Pick goods');
  await page.getByLabel('Is followed by').selectOption('Dispatch order');
  await page.getByText(/orders that it is about kept it|was not followed by/).last().waitFor();
  await seen('rules');
  await visit(page, '/flow?process=order-to-cash&view=fit');
  await page.getByRole('table', { name: /^Where cases leave the model/ }).waitFor();
  await seen('fit');
  expect(wrong).toEqual({});
  await page.context().close();
});
