import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { complaintsOf, isWrong, lookInBoth, openSite, views, visit, type Site } from './harness.ts';

let site: Site;
beforeAll(async () => { site = await openSite(); }, 180_000);
afterAll(async () => { await site.close(); });

const address = '/flow?process=order-to-cash&view=time';
const lead = (page: Page) => page.getByText(/of all waiting is before/);
const rowsOf = (page: Page, name: RegExp) => page.getByRole('table', { name }).getByRole('row');
const number = (text: string | null) => Number((text ?? '').replaceAll(',', ''));
/** The rows of the file of a part. */
const fileOf = async (page: Page, part: string) => {
  const file = page.waitForEvent('download');
  await page.getByRole('link', { name: `Download as CSV: ${part}` }).click();
  return readFileSync(await (await file).path(), 'utf8').trim().split('\r\n').slice(1);
};

test('where time goes: a sentence, its hours, its rows lead to their cases, and everything follows the filters', async () => {
  const page = await site.page();
  await visit(page, address);
  expect(await lead(page).textContent()).toMatch(/^(?:Half|Nearly all|\d+%) of all waiting is before “.+”: [\d,.]+ working hours of all cases together between .+ and .+, between £.+ and £.+ of delay\./);
  await page.getByText(/Working hours are Mon–Fri 06:00–21:00 \(Europe\/London\): the calendar “Warehouses in Leeds and Reading”/).waitFor();
  const first = rowsOf(page, /^Waiting between steps/).nth(1);
  const [pair, waited] = [await first.getByRole('link').first().textContent(), number(await first.getByRole('cell').nth(1).textContent())];
  const csv = (await fileOf(page, 'Where cases wait')).map((line) => line.split(','));
  expect(csv.find((c) => `${c[0]} → ${c[1]}` === pair)?.[18]).toSatisfy((s: string) => Math.round(Number(s) / 3600) === waited);
  // All hours of the week hold more waiting than the working ones; the address keeps which are told.
  await page.getByText('All hours', { exact: true }).click();
  await page.waitForURL(/hours=elapsed/);
  await page.getByText('All hours count here').waitFor();
  const same = rowsOf(page, /^Waiting between steps/).filter({ has: page.getByRole('link', { name: pair ?? '', exact: true }) });
  await expect.poll(async () => number(await same.getByRole('cell').nth(1).textContent())).toBeGreaterThan(waited);
  for (const part of ['How long steps wait and take', 'What is done again', 'Hand-overs', 'When work is done', 'Cases over time', 'Each case as a line of dots', 'Once the order is complete']) await page.getByRole('heading', { level: 2, name: part, exact: true }).waitFor();
  await page.getByRole('table', { name: /^Hand-overs between functions/ }).getByRole('cell', { name: 'Store and ship' }).first().waitFor();

  // A figure opens the very steps that it was counted from, those that waited longest first; its file has all of them.
  const times = same.getByRole('cell').last();
  const counted = number(await times.textContent());
  await times.getByRole('link').click();
  const drawer = page.getByRole('dialog', { name: `“${pair?.split(' → ')[1]}” after “${pair?.split(' → ')[0]}”` });
  await drawer.getByText(`of ${counted.toLocaleString('en-GB')}`).waitFor();
  const file = page.waitForEvent('download');
  await drawer.getByRole('link', { name: 'Download as CSV' }).click();
  expect(readFileSync(await (await file).path(), 'utf8').trim().split('\r\n')).toHaveLength(counted + 1);
  await page.keyboard.press('Escape');
  await page.waitForURL((url) => !url.searchParams.has('steps'));

  // A row leads to its cases, with one chip more; back in this view, all figures are of those cases.
  await rowsOf(page, /^Steps of .* done again/).nth(1).getByRole('link').first().click();
  await page.waitForURL(/eventually=.*view=cases|view=cases.*eventually=/);
  await page.getByRole('heading', { name: /^Cases in view · / }).waitFor();
  const cases = number(/· ([\d,]+)$/.exec((await page.getByRole('heading', { name: /^Cases in view · / }).textContent()) ?? '')?.[1] ?? '');
  await page.getByRole('navigation', { name: 'Views' }).getByRole('link', { name: 'Time', exact: true }).click();
  await lead(page).waitFor();
  await page.waitForURL(/hours=elapsed/);
  await expect.poll(async () => number(await rowsOf(page, /^Steps of .* done again/).nth(1).getByRole('cell').nth(1).textContent())).toBe(cases);
  expect(complaintsOf(page)).toEqual([]);
  await page.context().close();
});

test('the figures of a week, of hand-overs and of what is done again open as many rows as they say, within the filter', async () => {
  const page = await site.page();
  const filtered = `${address}&top=20`;
  const totalOf = async (name: RegExp) => { const h = page.getByRole('heading', { name }); await h.waitFor(); return number(/· ([\d,]+)$/.exec((await h.textContent()) ?? '')?.[1] ?? ''); };
  for (const [table, row, column, heading] of [
    [/^Cases by week/, 2, 1, /^Cases started in the week from .* · /], [/^Cases by week/, 2, 2, /^Cases completed in the week from .* · /], [/^Cases by week/, 2, -1, /^Cases in progress at the end of the week from .* · /],
    [/^Steps of .* done again/, 1, 1, /^Cases with “.*” done again · /],
  ] as const) {
    await visit(page, filtered);
    const cell = rowsOf(page, table).nth(row).getByRole('cell').nth(column);
    await cell.getByRole('link').waitFor();
    const counted = number(await cell.textContent());
    await cell.getByRole('link').click();
    expect(await totalOf(heading)).toBe(counted);
    expect(new URL(page.url()).searchParams.get('top')).toBe('20');
    const file = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Download as CSV', exact: true }).click();
    expect(readFileSync(await (await file).path(), 'utf8').trim().split('\r\n')).toHaveLength(counted + 1);
  }
  await page.getByRole('link', { name: 'All cases in view' }).click();
  await page.getByRole('heading', { name: /^Cases in view · / }).waitFor();
  await visit(page, filtered);
  const between = rowsOf(page, /^Hand-overs between functions/).nth(2);
  await between.getByRole('link').first().waitFor();
  const [handed, names] = [number(await between.getByRole('cell').nth(2).textContent()), await between.getByRole('cell').allTextContents()];
  await between.getByRole('cell').nth(2).getByRole('link').click();
  await page.getByRole('dialog', { name: `Steps from ${names[0]} to ${names[1]}` }).getByText(`of ${handed.toLocaleString('en-GB')}`).waitFor();
  expect(complaintsOf(page)).toEqual([]);
  await page.context().close();
});

test.each(views)('where time goes at $width px, loaded $scheme: nothing broken in either scheme', async (view) => {
  const page = await site.page(view);
  await visit(page, address);
  await lead(page).waitFor();
  const wrong = Object.entries(await lookInBoth(page, 'time', view)).filter(([, found]) => isWrong(found));
  expect(wrong).toEqual([]);
  expect(complaintsOf(page)).toEqual([]);
  await page.context().close();
});
