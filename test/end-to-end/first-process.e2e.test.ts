import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { complaintsOf, isWrong, lookInBoth, openSite, views, visit, type Site } from './harness.ts';

// An empty workspace, in which somebody brings in a first file and says what it records.
let site: Site;
let page: Page;
beforeAll(async () => { site = await openSite({ example: false }); page = await site.page(); }, 180_000);
afterAll(async () => { await site.close(); });

const h1 = (name: string | RegExp) => page.getByRole('heading', { level: 1, name }).waitFor();
const hour = 3_600_000, day = 24 * hour;

/** Two orders on each of the last 92 days, as far as they have come by now; of ten, one is cancelled in place of sent. Nothing happens near midnight. */
function orders(now: number): string {
  const lines = ['order,step,at'];
  const first = Math.floor(now / day) * day - 92 * day + 6 * hour;
  for (let n = 0; n < 186; n++) {
    for (const [i, step] of ['Receive order', 'Pick goods', n % 10 === 0 ? 'Cancel order' : 'Send goods'].entries()) {
      const at = first + Math.floor(n / 2) * day + i * 18 * hour;
      if (at < now) lines.push(`O-${n},${step},${new Date(at).toISOString()}`);
    }
  }
  return `${lines.join('\n')}\n`;
}

async function bringIn(name: string, content: string): Promise<void> {
  await visit(page, '/sources/import');
  await page.setInputFiles('input[type=file]', { name, mimeType: 'text/csv', buffer: Buffer.from(content) });
  await page.getByRole('button', { name: 'Bring it in' }).click();
  await h1('The events are in.');
}

test('after a first import, the page asks what the process is called; every view that needs to know leads there', async () => {
  await bringIn('orders.csv', orders(Date.now()));
  await page.getByText('first import').waitFor();
  await page.getByRole('link', { name: 'Record this process' }).waitFor();
  for (const view of ['measures', 'rules', 'time']) {
    await visit(page, `/flow?log=orders&view=${view}`);
    expect(await page.getByRole('link', { name: 'Record this process' }).getAttribute('href')).toBe('/settings/new-process?log=orders');
  }
  await visit(page, '/');
  await page.getByRole('link', { name: 'Record the process behind orders' }).click();
  await h1('What is this process called, and who answers for it?');
});

test('what is missing is said at its field; a function and a post that are not there yet are named in the same form', async () => {
  const form = page.getByRole('main');
  await form.getByLabel('What is this process called?').fill('Order to cash');
  await form.getByLabel('What is one case of it?').fill('order');
  await form.getByLabel('Which function does it?').selectOption({ label: 'One that is not listed yet …' });
  await form.getByLabel('Which post answers for it?').selectOption({ label: 'One that is not listed yet …' });
  await form.getByLabel('Name of the post').fill('Head of Order Fulfilment');
  await form.getByRole('checkbox', { name: /^Send goods last in 16\d cases$/ }).check();
  await form.getByRole('checkbox', { name: /^Cancel order last in 1\d cases$/ }).check();
  await form.getByLabel('A case is on time within').fill('soon');
  await form.getByRole('button', { name: 'Record this process' }).click();
  await expect.poll(async () => form.getByLabel('Name of the function').getAttribute('aria-invalid')).toBe('true');
  await form.getByLabel('Name of the function').fill('Fulfil orders');
  await form.getByLabel('How much does the business need it?').selectOption('critical');
  await form.getByRole('button', { name: 'Record this process' }).click();
  // The function and the post are on record now, and chosen.
  await form.getByText('Wanted: a time such as 30 min, 4 h, 2 d, or PT4H.').waitFor();
  await expect.poll(async () => form.getByLabel('Which function does it?').inputValue()).toBe('fulfil-orders');
  await form.getByLabel('A case is on time within').fill('2 d');
  await form.getByRole('button', { name: 'Record this process' }).click();
  await h1('Head of Order Fulfilment answers for Order to cash, and nobody holds that post.');
  await page.waitForURL((url) => url.pathname === '/settings/processes/order-to-cash');
});

test('then there are weekly measures, rules and a sheet of today', async () => {
  await page.getByRole('link', { name: 'See it week by week' }).click();
  await page.getByText(/^Share of cases on time last week: 100%/).first().waitFor();
  await page.getByText(/^Cases completed last week: 14/).first().waitFor();
  await visit(page, '/flow?log=orders&view=rules');
  await page.getByRole('button', { name: 'Try a rule' }).waitFor();
  await visit(page, '/');
  await expect.poll(async () => page.getByRole('main').textContent()).toContain('14 orders were completed last week.');
  expect(await page.getByRole('main').textContent()).toContain('100% were done within the agreed 2 days.');
});

test('a process is changed in place: what the form does not show stays', async () => {
  await visit(page, '/settings/processes/order-to-cash');
  await page.getByRole('button', { name: 'Change' }).click();
  await page.getByLabel('Working hours').selectOption({ label: 'Certain days, from – to' });
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Mon–Fri 09:00–17:00').waitFor();
  const { data } = await site.app.session.api.GET('/processes/{id}', { params: { path: { id: 'order-to-cash' } } });
  expect(data?.body).toMatchObject({ owner: 'head-of-order-fulfilment', ends: ['Send goods', 'Cancel order'], target: { seconds: 172_800 }, hours: { friday: ['09:00-17:00'] } });
  expect(data?.history).toHaveLength(2);
});

test('what was agreed anew holds since a day, which is not to come; what held before stays on record', async () => {
  const process = async () => (await site.app.session.api.GET('/processes/{id}', { params: { path: { id: 'order-to-cash' } } })).data;
  await visit(page, '/settings/processes/order-to-cash');
  await page.getByRole('button', { name: 'Change' }).click();
  await page.getByLabel('A case is on time within').fill('3 d');
  await page.getByLabel('Since when is it so?').fill('2999-01-01');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Wanted: today or a day before; record the change when it holds.').waitFor();
  await page.getByLabel('Since when is it so?').fill('2026-01-05');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('So since').waitFor();
  const zone = (await process())!.body.zone;
  const [now, before] = (await process())!.history;
  expect(new Date(now!.validFrom!).toLocaleString('sv-SE', { timeZone: zone })).toBe('2026-01-05 00:00:00');
  expect([now!.body.target, before!.body.target, before!.validTo, before!.supersededAt]).toEqual([{ seconds: 259_200 }, { seconds: 172_800 }, now!.validFrom, null]);
});

test('a process is retired once nothing names it, is found among the retired, and is taken back; all of it is in the audit', async () => {
  await visit(page, '/settings/processes/order-to-cash');
  const retire = page.getByRole('button', { name: /^Retire/ });
  await retire.click();
  await retire.click();
  await page.getByText(/^process order-to-cash is still needed by event-log orders\./).waitFor();
  await page.getByRole('button', { name: 'Change' }).click();
  await page.getByLabel('Which event log records it?').selectOption({ label: 'None yet' });
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('No event log records it yet').waitFor();
  await retire.click();
  await retire.click();
  await h1(/^Order to cash was retired on /);
  await visit(page, '/settings/processes');
  await page.getByText('One process was retired').click();
  await page.getByRole('link', { name: 'Order to cash' }).click();
  await page.getByRole('button', { name: 'Take Order to cash back' }).click();
  await page.getByRole('button', { name: 'Change' }).waitFor();
  const audit = async () => (await site.app.session.api.GET('/audit', { params: { query: { limit: 20 } } })).data?.items.map((e) => e.action);
  expect(await audit()).toEqual(expect.arrayContaining(['record.retire', 'record.reinstate']));
});

test.each(views)('the pages of processes can be read, $scheme at $width', async (view) => {
  const shown = await site.page(view);
  const wrong: string[] = [];
  for (const address of ['/settings/processes', '/settings/new-process?log=orders', '/settings/processes/order-to-cash']) {
    await visit(shown, address);
    const found = await lookInBoth(shown, `process-${address.replaceAll(/\W+/g, '-')}`, view);
    for (const [scheme, f] of Object.entries(found)) if (isWrong(f)) wrong.push(`${address} ${scheme} ${JSON.stringify(f)}`);
  }
  expect(wrong).toEqual([]);
  // The company is not on record, which the server says with 404.
  expect(complaintsOf(shown).filter((c) => !/404/.test(c))).toEqual([]);
  await shown.context().close();
});
