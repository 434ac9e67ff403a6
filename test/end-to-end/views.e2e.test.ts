import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { complaintsOf, isWrong, lookInBoth, openSite, views, visit, type Site } from './harness.ts';

let site: Site;
let page: Page;
beforeAll(async () => { site = await openSite(); page = await site.page(); }, 180_000);
afterAll(async () => { await site.close(); });

const flow = '/flow?process=order-to-cash';

test('slow or fast: a sentence, ranked effects, and each row opens its cases', async () => {
  await visit(page, `${flow}&view=differences`);
  await page.getByRole('heading', { level: 2, name: /^Of what is known when a case starts, this goes most with being slow: it begins on a Friday\./ }).waitFor();
  await page.getByText(/things were looked at.* about 10% may be chance.*whether one leads to the other is not known/).waitFor();
  for (const part of ['Known when a case starts', 'Done on the way']) await page.getByRole('heading', { level: 3, name: part }).waitFor();
  // No filter is about weekdays: the figure itself opens its cases.
  const friday = page.getByRole('row').filter({ hasText: 'Begins on a Friday' }).getByRole('link').last();
  const cases = await friday.textContent();
  await friday.click();
  await page.getByRole('heading', { name: `Cases in which this holds: Begins on a Friday · ${cases}`, exact: true }).waitFor();
  await page.getByRole('link', { name: 'Close the list' }).click();
  await page.getByText('In working hours', { exact: true }).click();
  await page.waitForURL(/split=working/);
  await page.getByText(/^Slow cases took longer than [\d.]+\sworking\sh, the median/).waitFor();
  const row = page.getByRole('row').filter({ has: page.getByRole('link', { name: 'Region is “Scotland”' }) });
  await row.getByText(/[+−]\d+ \([+−]?\d+ to [+−]?\d+\)/).waitFor();
  await row.getByRole('link', { name: 'Region is “Scotland”' }).click();
  await page.getByRole('button', { name: 'Change the filter: region is “Scotland”' }).waitFor();
  await page.getByRole('heading', { name: /^Cases in view · [\d,]+$/ }).waitFor();
  expect(complaintsOf(page)).toEqual([]);
});

test('variants are chosen and stand side by side in an address; the cases in view stand beside all', async () => {
  await visit(page, `${flow}&view=variants`);
  await page.getByRole('checkbox', { name: 'Choose variant 1', exact: true }).check();
  await page.getByRole('checkbox', { name: 'Choose variant 4', exact: true }).check();
  await page.getByRole('link', { name: 'Compare the 2 side by side' }).click();
  await page.waitForURL(/compare=\d+&compare=\d+/);
  await page.getByRole('heading', { name: /^From the first event until “.+”, half of [AB] take more than .*; of [AB] more than / }).waitFor();
  await page.getByText(/^After “/).first().waitFor();
  await page.getByRole('table', { name: 'Steps side by side' }).getByRole('row').nth(2).waitFor();
  await visit(page, `${flow}&view=variants&attribute=region:Scotland`);
  await page.getByRole('link', { name: 'Compare the cases in view with all cases' }).click();
  await page.getByRole('heading', { name: /the cases in view .*all cases/ }).waitFor();
  expect(complaintsOf(page)).toEqual([]);
});

test('a view is saved, found again, renamed, put in a brief that verifies, and retired; weekly measures follow its filter', async () => {
  await visit(page, `${flow}&view=measures`);
  const title = page.getByRole('figure').filter({ hasText: 'Cases completed last week' }).locator('figcaption');
  const whole = await title.textContent();
  await visit(page, `${flow}&view=measures&attribute=region:Scotland`);
  await expect.poll(async () => title.textContent()).not.toBe(whole);
  await page.getByRole('button', { name: 'Save this view' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('Late in Scotland');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByRole('button', { name: 'Rename', exact: true }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('Scotland by week');
  await page.getByRole('button', { name: 'Rename it' }).click();
  const saved = page.getByRole('button', { name: 'Scotland by week', exact: true });
  await saved.waitFor();
  await visit(page, flow);
  await saved.click();
  await page.waitForURL(/view=measures.*attribute=region|attribute=region.*view=measures/);
  await page.getByRole('button', { name: 'Change the filter: region is “Scotland”' }).waitFor();

  await visit(page, '/briefs');
  await page.getByRole('button', { name: 'Keep today’s sheet' }).first().click();
  await page.getByRole('checkbox', { name: 'Scotland by week' }).check();
  await page.getByRole('button', { name: 'Keep it with this view' }).click();
  await page.waitForURL(/\/briefs\/[0-9a-f-]{36}/);
  await page.getByText(/cases are in view\. (?:Most|The largest share) of their time passes between .* In the last whole week .* cases were completed/).waitFor();
  await page.getByRole('button', { name: 'Check the figures' }).click();
  await page.getByRole('heading', { name: /^All \d+ figures come out the same/ }).waitFor();
  await page.getByRole('link', { name: 'Scotland by week' }).click();
  await page.getByRole('button', { name: 'Change the filter: region is “Scotland”' }).waitFor();
  await page.getByRole('button', { name: /^Retire/ }).click();
  await page.getByRole('button', { name: /^Retire it now/ }).click();
  await page.getByRole('button', { name: 'Save this view' }).waitFor();
  await saved.waitFor({ state: 'detached' });
  expect(complaintsOf(page)).toEqual([]);
});

test('a view that names a person is not put on record', async () => {
  const log = (await site.app.session.api.GET('/event-logs')).data!.items.find((l) => l.process === 'order-to-cash')!;
  const put = async (address: string) => (await site.app.session.api.PUT('/saved-views/{id}', { params: { path: { id: 'of-a-person' } }, body: { body: { name: 'Of a person', eventLog: log.id, view: 'map', address }, expected: null } })).error as { code: string } | undefined;
  expect((await put('attribute=resource%3Ap-0000'))?.code).toBe('bad-input');
  expect((await put('activity=Teleport'))?.code).toBe('bad-input');
  expect((await site.app.session.api.GET('/saved-views')).data?.items).toEqual([]);
});

test.each(views)('views at $width px, loaded $scheme: nothing broken in either scheme', async (view) => {
  const own = await site.page(view);
  const wrong: Record<string, unknown> = {};
  for (const [name, address] of [['differences', `${flow}&view=differences`], ['comparison', `${flow}&view=variants&compare=0&compare=4`], ['measures-filtered', `${flow}&view=measures&attribute=region:North`]] as const) {
    await visit(own, address);
    if (name === 'measures-filtered') await own.getByRole('button', { name: 'Save this view' }).click();
    for (const [scheme, found] of Object.entries(await lookInBoth(own, name, view))) if (isWrong(found)) wrong[`${name} ${scheme}`] = found;
  }
  expect(wrong).toEqual({});
  await own.context().close();
});
