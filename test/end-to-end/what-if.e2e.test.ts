import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { deskLog, deskMapping } from '../what-if/desk.ts';
import { complaintsOf, isWrong, lookInBoth, openSite, views, visit, type Site } from './harness.ts';

let site: Site;
const address = '/flow?log=desk&view=what-if';
beforeAll(async () => {
  site = await openSite({ example: false });
  const page = await site.page();
  await visit(page, '/sources');
  await bringIn(page);
  await page.context().close();
}, 180_000);
afterAll(async () => { await site.close(); });

/** Six people at a counter that cannot do without its till, for nine weeks. */
async function bringIn(page: Page): Promise<void> {
  const { csv } = deskLog({ people: 6, rate: 4, weeks: 9, seed: 3 });
  await page.evaluate(async ([text, mapping]) => {
    const call = async (method: string, path: string, body: object | FormData) => {
      const form = body instanceof FormData;
      const response = await fetch(`/api/v1${path}`, { method, body: form ? body : JSON.stringify(body), ...(form ? {} : { headers: { 'content-type': 'application/json' } }) });
      if (!response.ok) throw new Error(`${method} ${path}: ${await response.text()}`);
      return response.json();
    };
    const put = (path: string, body: object) => call('PUT', path, { body, expected: null });
    await put('/posts/head', { name: 'Head' });
    await put('/company', { name: 'Counter Ltd', zone: 'Europe/London', currency: 'GBP', fiscalYearStart: '04-01', posts: { ceo: 'head', coo: 'head', cio: 'head' } });
    await put('/functions/trade', { name: 'Trade', criticality: 'standard' });
    await put('/services/till', { name: 'Till system', owner: 'head', tier: 1, hours: 'always', zone: 'Europe/London' });
    await put('/processes/counter', { name: 'Counter', case: 'visit', function: 'trade', owner: 'head', zone: 'Europe/London', ends: ['Serve'], activities: [{ name: 'Serve', services: ['till'] }] });
    const file = new FormData();
    file.append('file', new Blob([text as string]), 'desk.csv');
    const upload = await call('POST', '/uploads', file);
    const { id } = await call('POST', '/imports', { upload: upload.id, eventLog: 'desk', name: 'Counter', process: 'counter', zone: 'UTC', mapping });
    for (;;) {
      const { state } = await (await fetch(`/api/v1/imports/${id}`)).json();
      if (state === 'done') return;
      if (state === 'failed') throw new Error('the log could not be imported');
      await new Promise((r) => { setTimeout(r, 50); });
    }
  }, [csv, deskMapping] as const);
}

const result = (page: Page) => page.getByRole('article', { name: 'The simulation' });

test('first what it is fit for, then a change of people: its differences, its draws as a file, and an address that a colleague can open', async () => {
  const page = await site.page();
  await visit(page, address);
  await page.getByRole('heading', { name: 'What it is fit for is not known yet' }).waitFor();
  await page.getByRole('button', { name: 'Check it now' }).click();
  await page.getByRole('heading', { name: /^Fit to compare changes/ }).waitFor();
  await page.getByText(/weeks, which it was not made from, half of the cases took/).waitFor();

  await page.getByLabel('Change 1', { exact: true }).last().selectOption('people');
  await page.getByLabel('People', { exact: true }).fill('2');
  await page.getByRole('button', { name: 'Simulate' }).click();
  await result(page).getByText('2 people more at “Serve”').waitFor();
  const said = result(page).getByText(/^Waiting for people: .* less a week[.;]/);
  await said.waitFor();
  expect(new URL(page.url()).searchParams.get('run')).toMatch(/^[0-9a-f-]{36}$/);
  // Six people are enough to show figures about; two more of them have less to do.
  const cells = await result(page).getByRole('table', { name: /^Hours of work/ }).getByRole('row').nth(1).getByRole('cell').allTextContents();
  expect([cells[0], cells[1], Number(cells[3]?.replace('%', '')) < Number(cells[2]?.replace('%', ''))]).toEqual(['Serve', '6', true]);
  // Simulated as today and the difference make what is simulated with the change, beside what was measured.
  const figures = await result(page).getByRole('table', { name: 'With and without the changes' }).getByRole('row').nth(3).getByRole('cell').allTextContents();
  const [measured = Number.NaN, today = Number.NaN, changed, by = Number.NaN] = figures.slice(-5, -1).map((text) => Number(text.replaceAll(',', '').replace('−', '-')));
  expect([figures.length, figures[0]?.includes('checked:'), measured > 0, Math.round((today + by) * 100) / 100]).toEqual([6, true, true, changed]);
  const file = page.waitForEvent('download');
  await result(page).getByRole('link', { name: 'Download every difference as CSV' }).click();
  const lines = readFileSync(await (await file).path(), 'utf8').trim().split('\r\n');
  expect([lines[0], lines.length]).toEqual(['measure,quantity,unit,basis,draw,difference,check,usable,from,until,changes,dataset,seed,method', 1 + 4 * 40]);

  const colleague = await site.page();
  await visit(colleague, page.url());
  await result(colleague).getByText((await said.textContent()) ?? 'nothing', { exact: true }).waitFor();
  const listed = await colleague.getByRole('table', { name: 'Simulations of this log' }).getByRole('row').allTextContents();
  expect(listed.slice(1).map((text) => /^(2 people more at “Serve”|Only the check)/.exec(text)?.[1])).toEqual(['2 people more at “Serve”', 'Only the check']);
  expect(listed[1]).toContain('Ada Verwey');
  expect([complaintsOf(page), complaintsOf(colleague)]).toEqual([[], []]);
  await colleague.context().close();
  await page.context().close();
});

test('two changes at once, a service among them; what does not fit is refused with what was wanted; a long one is cancelled', async () => {
  const page = await site.page();
  await visit(page, address);
  await page.getByLabel('Change 1', { exact: true }).last().selectOption('stop-service');
  await page.getByLabel('From when').fill('2020-01-06T10:00');
  // A browser would keep the form back for an instant outside its field’s ends; who calls the API is told the same.
  await page.locator('form[aria-label="What if"]').evaluate((form: HTMLFormElement) => { form.noValidate = true; });
  await page.getByRole('button', { name: 'Simulate' }).click();
  await page.getByRole('alert').getByText('The stop lies outside the weeks that are simulated.').waitFor();
  await page.getByLabel('From when').fill('2026-03-09T10:00');
  await page.getByRole('button', { name: '+ and another change' }).click();
  await page.getByLabel('Change 2', { exact: true }).last().selectOption('arrivals');
  await page.getByRole('button', { name: 'Simulate' }).click();
  await result(page).getByText('Till system is down for 4 hours from Monday 9 March 2026, 10:00, which stops “Serve”').waitFor();
  await result(page).getByText('10% more cases come').waitFor();
  await result(page).getByText(/^Waiting for people: .* more a week[.;]/).waitFor();

  await page.getByText('How long and how often it is simulated').click();
  await page.getByLabel('Weeks after the log').selectOption('26');
  await page.getByLabel('Each with and without the changes').selectOption('500');
  await page.getByRole('button', { name: 'Simulate' }).click();
  await result(page).getByRole('button', { name: 'Cancel' }).click();
  await result(page).getByText('This simulation was cancelled; nothing of it was kept.').waitFor();
  expect(complaintsOf(page).filter((c) => !c.includes('422'))).toEqual([]);
  await page.context().close();
});

test.each(views)('at $width px, loaded $scheme: nothing broken in either scheme', async (view) => {
  const page = await site.page(view);
  const wrong: Record<string, unknown> = {};
  const seen = async (name: string) => { for (const [scheme, found] of Object.entries(await lookInBoth(page, name, view))) if (isWrong(found)) wrong[`${name} ${scheme}`] = found; };
  await visit(page, address);
  await page.getByRole('link', { name: '2 people more at “Serve”' }).first().click();
  await result(page).getByRole('table', { name: /^With and without/ }).waitFor();
  await seen('what-if');
  expect(wrong).toEqual({});
  await page.context().close();
});
