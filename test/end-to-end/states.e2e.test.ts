import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { once } from 'node:events';
import type { Page, Route } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { complaintsOf, look, openSite, visit, type Site } from './harness.ts';

// On a busy machine; by itself the whole file takes well under a minute.
const LONG = 400_000;

let site: Site;
let claim: string;
beforeAll(async () => {
  site = await openSite();
  const page = await site.page();
  claim = /"claim":"([0-9a-f]{64})"/.exec(await (await page.request.get(`${site.app.url}/api/v1/today`)).text())?.[1] ?? 'none';
  await page.context().close();
}, 180_000);
afterAll(async () => { await site.close(); });

/** Every page and view with the answer of the API that it cannot do without. */
const places = (): readonly (readonly [string, RegExp])[] => [
  ['/', /\/today$/], [`/?figure=${claim}`, /\/claims\/[^/]+$/], ['/basics', /\/basics$/], ['/basics/wms', /\/health$/], ['/flow', /\/event-logs\?/], ['/flow?process=order-to-cash', /\/map/],
  ['/flow?view=table', /\/map/], ['/flow?view=variants', /\/variants/], ['/flow?view=measures', /\/measures$/], ['/flow?view=cases', /\/cases\?/], ['/flow?view=cases&edge=Pick+goods→Check+and+pack&from=2026-01-01T00:00:00Z', /\/map/],
  ['/flow?view=cases&case=SO-500001', /\/events$/], ['/briefs', /\/briefs\?/], ['/briefs/00000000-0000-4000-8000-000000000000', /\/briefs\//], ['/sources', /\/sources\?/], ['/sources/imports/00000000-0000-4000-8000-000000000000', /\/imports\//],
];

const bad = async (r: Route) => r.fulfill({ status: 502, contentType: 'text/html', body: '<h1>Bad gateway</h1>' });
const broken: Record<string, (route: Route) => Promise<void>> = {
  // In turn a problem that the server sends, and a proxy that has no server behind it.
  'an answer that is a failure': async (r) => (/flow|sources|cases/.test(r.request().frame().url()) ? bad(r) : r.fulfill({ status: 500, contentType: 'application/problem+json', body: JSON.stringify({ type: 'about:blank', code: 'internal', title: 'Something of ours broke', status: 500, detail: 'Something in the server did not work; it is in its log' }) })),
  'no connection': async (r) => r.abort('internetdisconnected'),
  'nothing of that name': async (r) => r.fulfill({ status: 404, contentType: 'application/problem+json', body: JSON.stringify({ type: 'about:blank', code: 'not-found', title: 'Not found', status: 404, detail: 'There is nothing of this id', wanted: 'an id of the list' }) }),
};

/** Moves within the client, as a link does: nothing is loaded again but data. A page that failed as a whole does not come back by itself: it is loaded. */
async function move(page: Page, address: string): Promise<void> {
  if (page.url() === 'about:blank' || address.includes('process=')) await page.goto(address, { waitUntil: 'commit' });
  else await page.evaluate((to) => globalThis.history.pushState({}, '', to), address);
}

/** What API calls of a page meet; all others are answered by the server. */
async function meets(page: Page, calls: RegExp, answer: (route: Route) => Promise<void>): Promise<void> {
  await page.unrouteAll();
  await page.route((url) => url.pathname.startsWith('/api/v1/') && calls.test(url.href), answer);
}

test.concurrent.each(Object.keys(broken))('with %s every page says so in a sentence and offers a way on', async (kind) => {
  const page = await site.page({ scheme: 'light', width: kind === 'no connection' ? 390 : 1440 });
  const wrong: string[] = [];
  for (const [address, calls] of places().filter(([a]) => kind !== 'nothing of that name' || /[0-9]{6}|wms|figure/.test(a))) {
    await meets(page, calls, broken[kind]!);
    await page.evaluate(() => { for (const old of document.querySelectorAll('[role=alert]')) old.classList.add('of-the-page-before'); });
    await move(page, address);
    const alert = page.locator('[role=alert]:not(.of-the-page-before)').first();
    await alert.waitFor().catch(() => wrong.push(`${address}: nothing is said`));
    const said = await alert.textContent().catch(() => '') ?? '';
    if (!/[A-Z][^.]{10,}\./.test(said)) wrong.push(`${address}: “${said}” is no sentence`);
    if (/undefined|\[object|<h1>|TypeError/.test(said)) wrong.push(`${address}: “${said}” is not for readers`);
    await page.locator('main output, [role=dialog] output').first().waitFor({ state: 'detached' }).catch(() => wrong.push(`${address}: it goes on waiting`));
    const ways = (await alert.getByRole('button', { name: 'Try again' }).count()) + (await page.locator('main a, [role=dialog] button').count());
    if (ways === 0) wrong.push(`${address}: there is no way on`);
  }
  expect(wrong).toEqual([]);
  expect(complaintsOf(page).filter((c) => /Warning|Uncaught|is not a function/.test(c))).toEqual([]);
  expect((await look(page, `broken-${kind.replaceAll(' ', '-')}`)).axe).toEqual([]);
  await page.context().close();
}, LONG);

test.concurrent('while an answer is on the way every page shows its shape, and after a while says what it waits for', async () => {
  const page = await site.page();
  await page.clock.install();
  const wrong: string[] = [];
  let release = (): void => undefined;
  for (const [address, calls] of places()) {
    release();
    const held = new Promise<void>((go) => { release = go; });
    await meets(page, calls, async (r) => { await held; await r.continue().catch(() => undefined); });
    await move(page, address);
    await page.locator('output', { hasText: /^Loading \S/ }).last().waitFor().catch(() => wrong.push(`${address}: nothing is shown`));
    await page.clock.fastForward(7000);
    await page.getByText(/^Still waiting for \S/).last().waitFor().catch(() => wrong.push(`${address}: nothing is said`));
    await page.getByRole('button', { name: 'Ask again' }).last().waitFor().catch(() => wrong.push(`${address}: there is no way on`));
  }
  expect(wrong).toEqual([]);
  // Its first heading comes with the page.
  expect((await look(page, 'waiting')).axe.filter((rule) => !rule.startsWith('page-has-heading-one'))).toEqual([]);
  release();
  await page.unrouteAll();
  await page.getByRole('button', { name: 'Ask again' }).click().catch(() => undefined);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.context().close();
}, LONG);

test.concurrent('“Try again” asks again, and the page comes', async () => {
  const page = await site.page();
  await meets(page, /\/me$/, broken['no connection']!);
  await page.goto('/basics', { waitUntil: 'commit' });
  await page.getByRole('alert').waitFor();
  await meets(page, /\/basics$/, broken['an answer that is a failure']!);
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.getByRole('heading', { level: 1, name: 'This page cannot be shown now.' }).waitFor();
  await page.unrouteAll();
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.getByRole('heading', { level: 1, name: /is down/ }).waitFor();
  expect(await page.getByRole('alert').count()).toBe(0);
  await page.context().close();
});

const none = { items: [], total: 0, next: null };
const nothing: readonly (readonly [RegExp, unknown])[] = [[/\/basics$/, { functions: [], claims: [] }], [/\/event-logs\?/, none], [/\/briefs\?/, none], [/\/sources\?/, none]];
const empty: readonly (readonly [string, string])[] = [
  ['/', 'There is nothing to say yet.'], ['/basics', 'No services are on record.'], ['/flow', 'No process has been recorded yet.'], ['/flow?process=order-to-cash', 'There are no events of “order-to-cash” yet.'],
  ['/briefs', 'No brief has been kept yet.'], ['/sources', 'Nothing has been brought in yet.'],
];

test.concurrent('where there is nothing yet every page says so, and what to do next', async () => {
  const page = await site.page();
  const sheet = (await (await page.request.get(`${site.app.url}/api/v1/today`)).json()) as object;
  const blank = { ...sheet, headline: { parts: [{ text: 'There is nothing to say yet.' }], plain: 'There is nothing to say yet.', claims: [] }, lead: [], actions: [], charts: [], sections: [], empty: { why: 'Nothing is measured yet.', next: [{ label: 'Bring in an event log', to: '/sources/import' }] } };
  for (const [calls, answer] of [...nothing, [/\/today$/, blank] as const]) await page.route((url) => url.pathname.startsWith('/api/v1/') && calls.test(url.href), async (r) => r.fulfill({ json: answer }));
  const wrong: string[] = [];
  for (const [address, headline] of empty) {
    await move(page, address);
    await page.getByRole('heading', { level: 1, name: headline }).waitFor();
    if (await page.locator('main a, main button').count() === 0) wrong.push(`${address}: there is no way on`);
    wrong.push(...(await look(page, `empty-${address.replaceAll(/\W+/g, '-')}`)).axe);
  }
  await page.unrouteAll();
  await visit(page, '/flow?process=order-to-cash&from=2030-01-01T00:00:00Z');
  await page.getByRole('heading', { level: 1, name: 'No case fits these filters.' }).waitFor();
  expect(wrong).toEqual([]);
  await page.context().close();
}, LONG);

/** Presses a key until what has the focus is as wanted; says where it went instead. */
async function pressUntil(page: Page, key: string, wanted: string, most: number): Promise<void> {
  const been: string[] = [];
  for (let i = 0; i < most; i += 1) {
    if (await page.locator(':focus').evaluateAll((found, selector) => found.some((e) => e.matches(selector)), wanted)) return;
    been.push(await page.evaluate(() => document.activeElement?.textContent?.slice(0, 20) ?? ''));
    await page.keyboard.press(key);
  }
  throw new Error(`${key} never came to ${wanted}, but to ${been.join(' | ')}`);
}

test('by keyboard alone: from a path on the map to its cases, into the events of one, and back to where it was', async () => {
  const page = await site.page();
  await visit(page, '/flow?process=order-to-cash');
  await page.locator('svg [data-key^="n "]').first().waitFor();
  await pressUntil(page, 'Tab', 'svg [data-key]', 40);
  await pressUntil(page, 'ArrowDown', 'svg [data-key^="e "]', 6);
  await page.keyboard.press('Enter');
  await page.waitForURL(/edge=/);
  const [from, to] = (new URL(page.url()).searchParams.get('edge') ?? '').split('→');
  await page.getByRole('complementary', { name: 'What is selected' }).getByText(`From “${from}” to “${to}”`).waitFor();
  // The focus stays on the path, with its ring, and Tab leads to what can be done with it.
  expect(await page.locator(':focus').getAttribute('aria-pressed')).toBe('true');
  await pressUntil(page, 'Tab', 'aside a', 8);
  expect(await page.locator(':focus').textContent()).toBe('Its cases');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 2, name: `Cases that went from ${from} to ${to}` }).waitFor();
  await expect.poll(async () => page.evaluate(() => document.activeElement?.tagName)).toBe('H2');
  await pressUntil(page, 'Tab', 'tbody a', 8);
  const id = (await page.locator(':focus').textContent()) ?? '';
  await page.keyboard.press('Enter');
  const drawer = page.getByRole('dialog', { name: `Case ${id}` });
  const steps = await drawer.locator('tbody tr td:nth-child(2)').allTextContents().then(async (found) => (found.length > 0 ? found : (await drawer.locator('tbody tr').first().waitFor(), drawer.locator('tbody tr td:nth-child(2)').allTextContents())));
  expect(steps.some((step, i) => step.startsWith(from ?? '?') && (steps[i + 1] ?? '').startsWith(to ?? '?'))).toBe(true);
  await expect.poll(async () => drawer.evaluate((d) => d.contains(document.activeElement))).toBe(true);
  for (let i = 0; i < 4; i += 1) await page.keyboard.press('Tab');
  expect(await drawer.evaluate((d) => d.contains(document.activeElement))).toBe(true);
  await page.keyboard.press('Escape');
  await drawer.waitFor({ state: 'detached' });
  await expect.poll(async () => page.evaluate(() => document.activeElement?.textContent)).toBe(id);
  await page.keyboard.press('Alt+ArrowLeft');
  await page.context().close();
});

test('a figure gives the focus back when its lineage is closed', async () => {
  const page = await site.page();
  await visit(page, '/');
  const door = page.locator('main [data-figure]').first();
  await door.focus();
  await page.keyboard.press('Enter');
  const drawer = page.getByRole('dialog', { name: 'Where this figure comes from' });
  await drawer.getByRole('heading', { name: 'What it means' }).waitFor();
  await page.keyboard.press('Escape');
  await drawer.waitFor({ state: 'detached' });
  await expect.poll(async () => door.evaluate((d) => d === document.activeElement)).toBe(true);
  await page.context().close();
});

/** A log of many rows in a file of its own; bringing it in takes seconds. */
async function longFile(folder: string, rows: number): Promise<string> {
  const path = join(folder, 'night.csv');
  const file = createWriteStream(path);
  file.write('order_id,activity,timestamp,note\n');
  for (let i = 0; i < rows; i += 10_000) {
    const lines = Array.from({ length: 10_000 }, (_, k) => { const n = i + k; return `N-${Math.floor(n / 8)},step ${n % 8},2026-0${1 + (n % 9)}-1${n % 10}T0${n % 10}:${10 + (n % 50)}:00,${n * 7919} of the night shift`; });
    if (!file.write(`${lines.join('\n')}\n`)) await once(file, 'drain');
  }
  file.end();
  await once(file, 'finish');
  return path;
}

test('an import cancelled half way leaves what was there, and the page says so', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'hymnsheet-cancel-'));
  const page = await site.page();
  try {
    await visit(page, '/sources/import');
    await page.setInputFiles('input[type=file]', { name: 'shifts.csv', mimeType: 'text/csv', buffer: Buffer.from(`order_id,activity,timestamp\n${Array.from({ length: 12 }, (_, i) => `S-${i % 3},step ${i % 4},2026-05-1${i % 9}T08:15:00`).join('\n')}\n`) });
    await page.getByRole('button', { name: 'Bring it in' }).click();
    await page.getByRole('heading', { level: 1, name: 'The events are in.' }).waitFor();
    const before = await (await page.request.get(`${site.app.url}/api/v1/event-logs/shifts`)).json();

    // While the file is still on its way nothing has begun: the wizard stands where it stood.
    const long = await longFile(folder, 1_500_000);
    await visit(page, '/sources/import?log=shifts');
    const slow = await page.context().newCDPSession(page);
    await slow.send('Network.emulateNetworkConditions', { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: 2_000_000 });
    await page.setInputFiles('input[type=file]', long);
    await page.getByText(/^Sending night.csv/).waitFor();
    await page.getByRole('button', { name: 'Cancel' }).click();
    await page.getByRole('button', { name: 'Choose a file' }).waitFor();
    expect(await page.getByRole('alert').count()).toBe(0);
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Choose a file');
    await slow.detach();

    // Now all of it, and half way through it is stopped.
    await page.setInputFiles('input[type=file]', long);
    await page.getByRole('heading', { level: 1, name: 'Is this what the columns mean?' }).waitFor({ timeout: 30_000 });
    await page.getByLabel('Replace it').check();
    await page.getByRole('button', { name: 'Bring it in' }).click();
    await page.getByRole('heading', { level: 1, name: 'The events are coming in.' }).waitFor();
    await page.getByRole('button', { name: 'Cancel' }).click();
    await page.getByRole('heading', { level: 1, name: 'The import was cancelled; nothing of it was kept.' }).waitFor();
    expect((await look(page, 'cancelled')).axe).toEqual([]);
    expect(await (await page.request.get(`${site.app.url}/api/v1/event-logs/shifts`)).json()).toEqual(before);
    await page.getByRole('link', { name: 'Sources' }).first().click();
    expect(await page.getByRole('row', { name: /^shifts/ }).getByRole('cell').nth(1).textContent()).toBe('12');
  } finally {
    await page.context().close();
    await rm(folder, { recursive: true, force: true });
  }
});

test.concurrent('a part of a page that does not arrive is told, and asked for again with the page', async () => {
  const page = await site.page();
  await page.route(/\/assets\/time-view-.*\.js/, async (r) => r.abort());
  await page.goto('/flow?process=order-to-cash&view=time', { waitUntil: 'commit' });
  const alert = page.getByRole('alert').filter({ hasText: 'A part of this page is missing' });
  // It is loaded anew once by itself; then it says so.
  await page.waitForFunction(() => globalThis.sessionStorage.getItem('hymnsheet-loaded-anew') !== null);
  await alert.waitFor();
  await expect.poll(async () => alert.textContent()).toContain('the server has a newer version than this page');
  await page.unrouteAll();
  await alert.getByRole('button', { name: 'Try again' }).click();
  await page.getByRole('heading', { level: 2, name: 'Where cases wait' }).waitFor();
  await page.context().close();
}, LONG);
