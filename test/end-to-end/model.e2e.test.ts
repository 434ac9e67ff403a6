import { readFileSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { complaintsOf, isWrong, lookInBoth, openSite, views, visit, type Site } from './harness.ts';

let site: Site, dir: string;
beforeAll(async () => { site = await openSite(); dir = await mkdtemp(join(tmpdir(), 'hymnsheet-model-')); }, 180_000);
afterAll(async () => { await site.close(); await rm(dir, { recursive: true }); });

const address = '/flow?process=order-to-cash&view=model';
const drawn = async (page: Page) => { await page.locator('.djs-container [data-element-id^="task"], .djs-container .djs-shape').first().waitFor(); return page.locator('.djs-shape .djs-visual rect').count(); };
const rowsOf = async (page: Page) => page.getByRole('table', { name: /^Activities of the model/ }).getByRole('row').count();
const fileOf = async (page: Page, name: string) => {
  const file = page.waitForEvent('download');
  await page.getByRole('link', { name }).click();
  return readFileSync(await (await file).path(), 'utf8');
};

test('the model of the cases in view is said, drawn whole, told in words and downloaded; the address holds how much is left out', async () => {
  const page = await site.page();
  await visit(page, address);
  await page.getByRole('heading', { level: 2, name: /^In the model of these [\d,]+ cases .* activities/ }).waitFor();
  // Each activity of the table is a drawn task, and one more row is the head.
  await expect.poll(async () => (await drawn(page)) - (await rowsOf(page))).toBe(-1);
  const xml = await fileOf(page, 'Download as BPMN');
  expect([xml.match(/<bpmn:task /g)?.length, (await fileOf(page, 'Download as PNML')).includes('<pnml')]).toEqual([await drawn(page), true]);
  await page.getByRole('img', { name: /^Drawing of the model of/ }).waitFor();
  // All of it is in view, at a size that can be read.
  const drawing = page.getByRole('region', { name: /^Drawing of the model of/ });
  await expect.poll(async () => drawing.evaluate((e) => e.scrollWidth - e.clientWidth)).toBe(0);
  await expect.poll(async () => drawing.locator('text').first().evaluate((e) => e.getBoundingClientRect().height)).toBeGreaterThan(8);

  // By keyboard to the left: less is left out, until every case fits.
  await page.getByRole('slider', { name: /Leave out rare ways/ }).focus();
  for (let i = 0; i < 4; i++) await page.keyboard.press('ArrowLeft');
  await page.getByText('Nothing is left out: every case in view fits it.').waitFor();
  expect(new URL(page.url()).searchParams.get('noise')).toBe('0');
  await page.reload({ waitUntil: 'networkidle' });
  await page.getByText('Nothing is left out: every case in view fits it.').waitFor();
  const all = await drawn(page);
  await visit(page, `${address}&top=1`);
  await page.getByText(/ of these [\d,]+ cases all /).waitFor();
  await expect.poll(async () => drawn(page)).toBeLessThanOrEqual(all);
  expect(complaintsOf(page)).toEqual([]);
  await page.context().close();
});

test('where the drawing is wider than the page it is moved by arrow keys, and made to fit', async () => {
  const page = await site.page({ scheme: 'light', width: 390 });
  await visit(page, address);
  await drawn(page);
  const drawing = page.getByRole('region', { name: /^Drawing of the model of/ });
  await page.getByText('The drawing is wider than the page').waitFor();
  await drawing.focus();
  await page.keyboard.press('ArrowRight');
  await expect.poll(async () => drawing.evaluate((e) => e.scrollLeft)).toBeGreaterThan(0);
  await page.getByRole('group', { name: 'Size of the drawing' }).getByRole('button', { name: 'Fit' }).click();
  await page.getByText('The drawing is wider than the page').waitFor({ state: 'detached' });
  await expect.poll(async () => drawing.evaluate((e) => e.scrollWidth - e.clientWidth)).toBe(0);
  await page.context().close();
});

test('a model is kept, a file is brought in as its new version and as another; what cannot be read, or is odd, is told', async () => {
  const page = await site.page();
  await visit(page, `${address}&noise=0&top=3`);
  await page.getByLabel('Name', { exact: true }).first().fill('As it flows');
  await page.getByRole('button', { name: 'Keep it', exact: true }).click();
  await page.getByRole('link', { name: 'As it flows', exact: true }).waitFor();
  const bring = async (name: string, text: string) => {
    writeFileSync(join(dir, name), text);
    const chooser = page.waitForEvent('filechooser');
    await page.getByLabel('BPMN, PNML or a process tree').click();
    await (await chooser).setFiles(join(dir, name));
  };
  await bring('drawn.bpmn', '<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"><process id="p"><startEvent id="s"/><inclusiveGateway id="or1"/></process></definitions>');
  await page.getByText('inclusiveGateway is not supported').waitFor();
  await bring('stuck.pnml', '<pnml><net id="n"><place id="s"/><place id="e"/><place id="x"/><transition id="t"><name><text>Ship</text></name></transition><transition id="u"><name><text>Lost</text></name></transition><arc id="a" source="s" target="t"/><arc id="b" source="t" target="e"/><arc id="c" source="x" target="u"/><arc id="d" source="u" target="x"/></net></pnml>');
  await page.getByText('One part of the model can never happen: “Lost”.').waitFor();
  await bring('steps.txt', "->( 'Register', X( tau, 'Check' ), 'Ship' )");
  await page.getByText(/A process tree with three activities: “Register”, “Check” and “Ship”/).waitFor();
  await page.getByLabel('Keep it as').last().selectOption({ label: 'a new version of As it flows' });
  await page.getByRole('button', { name: 'Keep this model' }).click();
  await page.getByRole('heading', { level: 2, name: '“As it flows” has three activities' }).waitFor();
  await expect.poll(async () => drawn(page)).toBe(3);
  await page.getByText('One earlier version').click();
  await page.getByRole('listitem').filter({ hasText: 'discovered in the cases of a filter, nothing left out' }).getByRole('link').last().click();
  await page.waitForURL(/modelVersion=/);
  await page.getByText(/^A BPMN, discovered in the cases of a filter/).waitFor();
  await page.getByRole('link', { name: 'Back to the model of the cases in view' }).click();
  await page.getByRole('button', { name: 'Retire As it flows' }).click();
  await page.getByRole('button', { name: 'Retire it now As it flows' }).click();
  await page.getByText(/^None yet\./).waitFor();
  expect(complaintsOf(page).filter((c) => !c.includes('422'))).toEqual([]);
  await page.context().close();
});

test.each(views)('the model at $width px, loaded $scheme: nothing broken in either scheme', async (view) => {
  const page = await site.page(view);
  await visit(page, address);
  await drawn(page);
  const wrong = Object.fromEntries(Object.entries(await lookInBoth(page, 'model', view)).filter(([, found]) => isWrong(found)));
  expect(wrong).toEqual({});
  await page.context().close();
});
