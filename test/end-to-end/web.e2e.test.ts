import { existsSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { administrator, complaintsOf, look, openSite, shared, visit, type Site } from './harness.ts';

// A straight path is a box without width: what can be seen for certain is an activity.
const anActivity = 'svg [data-key^="n "]';
let site: Site;
let page: Page;
beforeAll(async () => { site = await openSite(); page = await site.page(); }, 180_000);
afterAll(async () => { await site.close(); });

test('signing in leads back to where the reader was going; a wrong password says so', async () => {
  const stranger = await site.stranger();
  await visit(stranger, '/basics?tier=1');
  await stranger.getByLabel('E-mail address').fill(administrator.email);
  await stranger.getByRole('textbox', { name: /^Password/ }).fill('not the password at all');
  await stranger.getByRole('button', { name: 'Sign in' }).click();
  await stranger.getByRole('alert').waitFor();
  await stranger.getByRole('textbox', { name: /^Password/ }).fill(administrator.password);
  await stranger.getByRole('button', { name: 'Sign in' }).click();
  await stranger.waitForURL((url) => url.pathname === '/basics');
  expect(new URL(stranger.url()).search).toBe('?tier=1');
  await stranger.getByRole('button', { name: 'Sign out' }).click();
  await stranger.waitForURL((url) => url.pathname === '/sign-in');
  await visit(stranger, '/');
  expect(new URL(stranger.url()).pathname).toBe('/sign-in');
  await stranger.context().close();
});

test('a figure is a door: it says what it means, then opens down to rows and their source, and closes again', async () => {
  await visit(page, '/');
  expect(await page.getByText('Shown as of').textContent()).toContain('2026');
  const door = page.locator('main [data-figure]').first();
  await door.focus();
  const tip = page.getByRole('tooltip');
  await tip.waitFor();
  expect(await tip.textContent()).toContain('opens how it was worked out');
  await page.keyboard.press('Enter');
  const drawer = page.getByRole('dialog', { name: 'Where this figure comes from' });
  await drawer.getByRole('heading', { name: 'What it means' }).waitFor();
  await drawer.getByRole('heading', { name: /^The rows/ }).waitFor();
  await drawer.getByRole('heading', { name: 'Where the rows come from' }).waitFor();
  await drawer.locator('tbody tr td').first().waitFor();
  expect(new URL(page.url()).searchParams.get('figure')).toMatch(/^[0-9a-f]{64}$/);
  const found = await look(page, 'lineage-light-1440');
  expect(found.axe).toEqual([]);
  const file = page.waitForEvent('download');
  await drawer.getByRole('link', { name: 'Download as CSV' }).click();
  expect((await file).suggestedFilename()).toMatch(/\.csv$/);
  await page.keyboard.press('Escape');
  await drawer.waitFor({ state: 'detached' });
  expect(new URL(page.url()).search).toBe('');
});

test('the address of an opened figure can be sent to a colleague', async () => {
  await visit(page, '/');
  await page.locator('main [data-figure]').first().click();
  await page.getByRole('dialog').waitFor();
  const colleague = await site.page({ scheme: 'dark', width: 390 });
  await colleague.goto(page.url());
  await colleague.getByRole('dialog').getByRole('heading', { name: 'What it means' }).waitFor();
  expect((await look(colleague, 'lineage-dark-390')).axe).toEqual([]);
  await colleague.context().close();
});

test('services are found by name, state and tier, and one opens', async () => {
  await visit(page, '/basics');
  const rows = page.locator('main tbody tr');
  await rows.first().waitFor();
  const all = await rows.count();
  await page.getByLabel('State').selectOption('down');
  await page.waitForURL(/state=down/);
  await expect.poll(async () => rows.count()).toBeLessThan(all);
  await rows.first().getByRole('link').first().click();
  await page.getByRole('heading', { level: 1, name: /has been down since/ }).waitFor();
  await page.getByRole('heading', { name: 'What needs it' }).waitFor();
});

test('the map: detail by slider, arrow keys, a path and its cases, all of it in the address', async () => {
  await visit(page, '/flow?process=order-to-cash');
  const items = page.locator('svg [data-key]');
  await page.locator(anActivity).first().waitFor();
  const before = await items.count();
  const slider = page.getByRole('slider', { name: /Activities/ });
  await slider.focus();
  await page.keyboard.press('ArrowLeft');
  await page.waitForURL(/activities=\d+/);
  await expect.poll(async () => items.count()).toBeLessThan(before);
  // Keys that follow one another faster than the address changes all count.
  const at = async () => Number(await slider.getAttribute('aria-valuenow'));
  const from = await at();
  await slider.evaluate(async (thumb) => {
    for (let i = 0; i < 4; i++) {
      thumb.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowLeft', bubbles: true }));
      await new Promise((next) => { setTimeout(next); });
    }
  });
  await page.waitForURL(new RegExp(`activities=${from - 4}\\b`));
  await expect.poll(at).toBe(from - 4);
  // The map is laid out beside the page: what has the focus is to be on the new one.
  await page.getByRole('group', { name: `Process map: ${from - 4} activities` }).waitFor();
  await page.locator('svg [data-key^="n "]').first().focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.waitForURL(/(node|edge)=/);
  await page.getByText('How long').click();
  await page.waitForURL(/show=time/);
  await page.getByRole('complementary', { name: 'What is selected' }).getByRole('link', { name: 'Its cases' }).click();
  await page.waitForURL(/view=cases/);
  await page.locator('main tbody tr').first().getByRole('link').click();
  const one = page.getByRole('dialog', { name: /^Case / });
  await one.locator('tbody tr').first().waitFor();
  expect(complaintsOf(page).filter((c) => !c.startsWith('401'))).toEqual([]);
});

test('the map, its table and the API tell the same figures', async () => {
  await visit(page, '/flow?process=order-to-cash&view=table');
  const table = page.getByRole('table', { name: /^Paths of/ });
  await table.waitFor();
  const [from, to, count] = await table.locator('tbody tr', { hasNotText: '(' }).first().locator('td').allTextContents();
  const logs = (await (await page.request.get(`${site.app.url}/api/v1/event-logs`)).json()) as { items: { id: string; process: string | null }[] };
  const log = logs.items.find((l) => l.process === 'order-to-cash');
  const map = (await (await page.request.get(`${site.app.url}/api/v1/event-logs/${log?.id}/map`)).json()) as { edges: { from: string; to: string; count: number }[] };
  expect(map.edges.find((e) => e.from === from && e.to === to)?.count.toLocaleString('en-GB')).toBe(count);
});

test('filters narrow what is in view, show as chips and come off again', async () => {
  await visit(page, '/flow?process=order-to-cash&view=cases');
  const total = async () => (await page.getByRole('heading', { name: /^Cases in view/ }).textContent()) ?? '';
  const all = await total();
  await page.getByRole('button', { name: '+ filter' }).click();
  await page.getByLabel('Took at least, days').fill('5');
  await page.getByRole('button', { name: 'Apply' }).click();
  await page.waitForURL(/minSeconds=432000/);
  await expect.poll(total).not.toBe(all);
  await page.getByRole('link', { name: 'Remove the filter: Lasted 5 days or more' }).click();
  await expect.poll(total).toBe(all);
});

test('the cases of a variant are as many as the list of variants says', async () => {
  await visit(page, '/flow?process=order-to-cash&view=variants');
  const third = page.getByRole('listitem').filter({ has: page.getByRole('link', { name: 'Only these' }) }).nth(2);
  const count = await third.locator('b').first().textContent();
  await third.getByRole('link', { name: 'Only these' }).click();
  await page.waitForURL(/variant=\d+/);
  await page.getByRole('heading', { name: `Cases in view · ${count}` }).waitFor();
  await expect.poll(async () => page.getByRole('link', { name: 'Remove the filter: One variant' }).count()).toBe(1);
});

test('a brief is kept, checked, and handed on as PDF, Markdown and JSON', async () => {
  await visit(page, '/');
  const headline = await page.getByRole('heading', { level: 1 }).textContent();
  await page.getByRole('button', { name: 'Keep as a brief' }).click();
  await page.waitForURL(/\/briefs\/.+/);
  await page.getByRole('heading', { level: 1, name: headline ?? '' }).waitFor();
  for (const [name, ending] of [['PDF', '.pdf'], ['Markdown', '.md'], ['JSON', '.json']] as const) {
    const file = page.waitForEvent('download');
    await page.getByRole('link', { name, exact: true }).click();
    expect((await file).suggestedFilename().endsWith(ending)).toBe(true);
  }
  await page.getByRole('button', { name: 'Check the figures' }).click();
  await page.getByRole('heading', { name: /^All \d+ figures come out the same/ }).waitFor({ timeout: 60_000 });
  expect((await look(page, 'brief-light-1440')).axe).toEqual([]);
  await page.emulateMedia({ media: 'print' });
  expect(await page.getByRole('navigation', { name: 'Main' }).isVisible()).toBe(false);
  await look(page, 'brief-print');
  await page.emulateMedia({ media: 'screen' });
});

test('a file comes in by the wizard: guessed, shown, confirmed, reported with the rows that were refused', async () => {
  const rows = ['order_id;activity;timestamp;user', ...Array.from({ length: 40 }, (_, i) => `O-${Math.floor(i / 4)};${['take', 'pick', 'pack', 'ship'][i % 4]};2026-03-${String(1 + (i % 27)).padStart(2, '0')} 0${i % 9}:15;clerk ${i % 3}`), 'O-99;take;not a time;clerk 1'];
  await visit(page, '/sources/import');
  await page.setInputFiles('input[type=file]', { name: 'small-orders.csv', mimeType: 'text/csv', buffer: Buffer.from(rows.join('\n')) });
  await page.getByRole('heading', { level: 1, name: 'Is this what the columns mean?' }).waitFor();
  expect(await page.getByLabel('Case', { exact: true }).inputValue()).toBe('order_id');
  expect(await page.getByLabel('Activity', { exact: true }).inputValue()).toBe('activity');
  // One of its times is none, so that which column has them is for a person to say.
  await page.getByLabel('Time', { exact: true }).selectOption('timestamp');
  expect((await look(page, 'confirm-light-1440')).axe).toEqual([]);
  await page.getByRole('button', { name: 'Bring it in' }).click();
  await page.getByRole('heading', { level: 1, name: 'The events are in.' }).waitFor({ timeout: 60_000 });
  const refused = page.getByRole('table', { name: 'Rows that were refused' });
  await refused.getByText('not a time').waitFor();
  await expect.poll(async () => refused.locator('tbody tr').count()).toBe(1);
  expect((await look(page, 'report-light-1440')).axe).toEqual([]);
  await page.getByRole('link', { name: 'See how work flows' }).click();
  await page.locator('svg [data-key="n take"]').waitFor();
});

test('a file that is no log is refused with one clear problem', async () => {
  await visit(page, '/sources/import');
  await page.setInputFiles('input[type=file]', { name: 'empty.csv', mimeType: 'text/csv', buffer: Buffer.from('a,a\n') });
  const problem = page.getByRole('alert');
  await problem.waitFor();
  expect((await problem.textContent())?.length).toBeGreaterThan(20);
  expect((await look(page, 'refused-light-1440')).axe).toEqual([]);
});

const real = `${shared}logs/receipt.xes.gz`;
test.skipIf(!existsSync(real))(`a real log comes in and its map is right${existsSync(real) ? '' : ' (skipped: no ../shared)'}`, async () => {
  await visit(page, '/sources/import');
  await page.setInputFiles('input[type=file]', real);
  await page.getByRole('button', { name: 'Bring it in' }).click();
  await page.getByRole('heading', { level: 1, name: 'The events are in.' }).waitFor({ timeout: 90_000 });
  await page.getByRole('link', { name: 'See how work flows' }).click();
  await page.locator(anActivity).first().waitFor();
  await page.getByRole('navigation', { name: 'Views' }).getByRole('link', { name: 'Table' }).click();
  const oracle = JSON.parse(readFileSync(`${shared}oracles/receipt/dfg.json`, 'utf8').replaceAll('NaN', 'null')) as { from: string; to: string; freq: number }[];
  await page.getByRole('table', { name: /^Paths of/ }).waitFor();
  const rows = await page.getByRole('table', { name: /^Paths of/ }).locator('tbody tr').evaluateAll((trs) => trs.map((tr) => [...tr.children].slice(0, 3).map((td) => td.textContent ?? '')));
  const shown = new Map(rows.map(([from, to, count]) => [`${from}→${to}`, Number((count ?? '').replaceAll(',', ''))]));
  for (const { from, to, freq } of oracle) expect([from, to, shown.get(`${from}→${to}`)]).toEqual([from, to, freq]);
});

test('a key is made, shown once and revoked; the chain is whole', async () => {
  await visit(page, '/settings/keys');
  await page.getByLabel('New key for').fill('Night import');
  await page.getByRole('button', { name: 'Make a key' }).click();
  await page.getByText('It is shown now and never again').waitFor();
  const row = page.getByRole('row', { name: /Night import/ });
  await row.getByRole('button').click();
  await row.getByRole('button', { name: /Revoke it now/ }).click();
  await row.getByText('revoked').waitFor();
  await visit(page, '/settings/audit');
  await page.getByRole('button', { name: 'Check', exact: true }).click();
  expect(await page.locator('output', { hasText: 'The chain is whole.' }).textContent()).toMatch(/\d+ entries were read again/);
});

test('by keyboard alone: skip link, menu on a narrow screen, colours that stay chosen', async () => {
  await visit(page, '/');
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Skip to the page');
  await page.keyboard.press('Enter');
  await expect.poll(async () => page.evaluate(() => document.activeElement?.id)).toBe('main');
  const narrow = await site.page({ scheme: 'light', width: 390 });
  await visit(narrow, '/');
  const menu = narrow.getByRole('button', { name: 'Menu' });
  await menu.focus();
  await narrow.keyboard.press('Enter');
  await narrow.getByRole('radio', { name: 'Dark' }).check({ force: true });
  await narrow.getByRole('link', { name: 'Sources' }).click();
  await narrow.getByRole('heading', { level: 1 }).waitFor();
  await expect.poll(async () => narrow.evaluate(() => document.activeElement?.tagName)).toBe('H1');
  await narrow.reload();
  await expect.poll(async () => narrow.evaluate(() => document.documentElement.dataset['mantineColorScheme'])).toBe('dark');
  await narrow.context().close();
});

test('times name their zone where it is not the reader’s', async () => {
  const away = await site.page({ scheme: 'light', width: 1440, zone: 'America/New_York' });
  await visit(away, '/');
  expect(await away.getByText('yours is').textContent()).toContain('Times are those of Europe/London; yours is America/New York.');
  await away.context().close();
});

test('the first load stays below 250 kB of script and style, gzipped', async () => {
  const fresh = await site.page();
  const sizes = new Map<string, number>();
  fresh.on('response', async (response) => {
    const path = new URL(response.url()).pathname;
    if (/\.(js|css)$/.test(path) && !path.includes('chart')) sizes.set(path, 0);
  });
  await visit(fresh, '/sign-in');
  const folder = fileURLToPath(new URL('../../dist/web', import.meta.url));
  const total = [...sizes.keys()].reduce((sum, path) => sum + gzipSync(readFileSync(folder + path)).length, 0);
  expect(sizes.size).toBeGreaterThan(2);
  expect(total).toBeLessThan(250_000);
  process.stdout.write(`first load: ${(total / 1000).toFixed(0)} kB gzipped in ${sizes.size} files\n`);
  await fresh.context().close();
});
