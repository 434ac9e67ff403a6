import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { administrator, complaintsOf, look, openSite, visit, type Site } from './harness.ts';

// One company for all of it: what a test leaves is what the next one finds, as in a day of an administrator.
let site: Site;
let page: Page;
let invited: Page;
beforeAll(async () => { site = await openSite(); page = await site.page(); }, 180_000);
afterAll(async () => { await site.close(); });

const h1 = (name: string | RegExp) => page.getByRole('heading', { level: 1, name }).waitFor();
/** What the browser complained of, but for what a test provoked: refusals. */
const complaints = (of: Page) => complaintsOf(of).filter((c) => !/^4(01|04|09|10|22) |status of 4(01|04|09|10|22)/.test(c));
const password = 'seven lines and no note';

test('company settings are changed in place; what is refused is said at its field; the folder’s difference is said', async () => {
  await visit(page, '/settings/company');
  await page.getByText('This came from company.yaml').waitFor();
  await page.getByRole('button', { name: 'Change' }).click();
  await page.getByLabel('Discount rate').fill('7,5');
  await page.getByLabel('The rate is').selectOption('real');
  await page.getByRole('button', { name: 'Save' }).click();
  const base = page.getByLabel('Price base');
  await page.getByText('Wanted: a price base beside a real discount rate.').waitFor();
  await expect.poll(async () => base.getAttribute('aria-invalid')).toBe('true');
  await expect.poll(async () => base.evaluate((input) => document.activeElement === input)).toBe(true);
  expect((await look(page, 'company-refused-light-1440')).axe).toEqual([]);
  await base.fill('2026-01-01');
  await page.getByLabel('Name', { exact: true }).fill('Northgate Supplies Group');
  await page.getByRole('button', { name: 'Save' }).click();
  await h1('Northgate Supplies Group');
  await page.getByText('7.5% a year, real').waitFor();
  await page.getByText('This was changed here since company.yaml was last applied').waitFor();
});

test('a person is added; an address that is somebody else’s is refused at the address', async () => {
  await visit(page, '/settings/new-person');
  await page.getByLabel('Name', { exact: true }).fill('Zoë Park');
  await page.getByLabel('E-mail address').fill('ruth.delaney@northgate.example');
  await page.getByRole('button', { name: 'Add this person' }).click();
  await page.getByText('ruth-delaney has the same e-mail address').waitFor();
  await expect.poll(async () => page.getByLabel('E-mail address').getAttribute('aria-invalid')).toBe('true');
  await page.getByLabel('E-mail address').fill('Zoe.Park@northgate.example');
  await page.getByRole('button', { name: 'Add this person' }).click();
  await h1('Zoë Park holds no post now.');
  await page.waitForURL((url) => url.pathname === '/settings/people/zoe-park');
});

test('an invited person chooses a password; without a permission they are told whom to ask', async () => {
  await page.getByRole('button', { name: 'Invite for Zoë Park' }).click();
  const link = await page.locator('output code').textContent();
  invited = await site.stranger();
  await invited.goto(link ?? '');
  const choose = invited.getByRole('textbox', { name: /^Password/ });
  await choose.fill('short');
  await invited.getByRole('button', { name: 'Save and sign in' }).click();
  await invited.getByText('a password of at least 12 characters').waitFor();
  await expect.poll(async () => choose.getAttribute('aria-invalid')).toBe('true');
  expect(await choose.evaluate((input) => input.getAttribute('aria-describedby')?.split(' ').map((id) => document.querySelector(`[id="${id}"]`)?.textContent).join(' '))).toContain('a password of at least 12 characters');
  await choose.fill(password);
  await invited.getByRole('button', { name: 'Save and sign in' }).click();
  await invited.getByRole('heading', { level: 1, name: 'Welcome, Zoë Park.' }).waitFor();
  await invited.getByText(`Ask ${administrator.name} for one.`).waitFor();
  expect((await look(invited, 'nothing-granted-light-1440')).axe).toEqual([]);
  expect(complaints(invited)).toEqual([]);
});

test('a post is added and held; a set is given to it, and its holder lands on Today', async () => {
  await visit(page, '/settings/new-post');
  await page.getByLabel('Name of the post').fill('Head of Returns');
  await page.getByLabel('Reports to').selectOption('coo');
  await page.getByRole('button', { name: 'Add this post' }).click();
  await h1('Head of Returns is vacant.');
  await page.getByRole('button', { name: 'Appoint a holder' }).click();
  await page.getByLabel('Who').selectOption({ label: 'Zoë Park' });
  await page.getByLabel('First day', { exact: true }).fill('2020-01-06');
  await page.getByText('Zoë Park begins on 6 Jan 2020.').waitFor();
  await page.getByRole('button', { name: 'Appoint', exact: true }).click();
  await h1('Zoë Park is Head of Returns.');
  await page.getByRole('button', { name: 'Give a permission set' }).click();
  await page.getByRole('button', { name: 'Give', exact: true }).click();
  await page.getByText('Head of Returns will be able to read everything and change nothing. Give it?').waitFor();
  await page.getByRole('button', { name: 'Yes, give it' }).click();
  await page.getByText('may read everything and change nothing.').first().waitFor();
  await page.getByRole('button', { name: /^Take away/ }).waitFor();
  await invited.getByRole('button', { name: 'Look again' }).click();
  await invited.getByRole('navigation', { name: 'Main' }).waitFor();
  await invited.waitForURL((url) => url.pathname === '/');
  await visit(invited, '/settings/posts/coo');
  await invited.getByRole('heading', { level: 1, name: /is Chief Operating Officer\.$/ }).waitFor();
  await expect.poll(async () => invited.getByRole('main').getByRole('button').count()).toBe(0);
  await visit(invited, '/settings/permissions');
  await invited.getByText('There is no such page, or it is not yours to see.').waitFor();
  expect(complaints(invited)).toEqual([]);
});

test('a successor is appointed: the sentence before, the terms after; a term that overlaps is refused', async () => {
  await visit(page, '/settings/posts/coo');
  await h1('Ruth Delaney is Chief Operating Officer.');
  await page.getByRole('button', { name: 'Appoint a successor' }).click();
  const successor = page.getByRole('region', { name: 'Appoint a successor' });
  await successor.getByLabel('Who').selectOption({ label: 'Paul Thirsk' });
  await successor.getByLabel('First day', { exact: true }).fill('2019-01-01');
  await successor.getByRole('button', { name: 'Appoint', exact: true }).click();
  await successor.getByText('one holder at a time').waitFor();
  await successor.getByLabel('First day', { exact: true }).fill('2099-03-01');
  await successor.getByText('Ruth Delaney ends on 28 Feb 2099; Paul Thirsk begins on 1 Mar 2099.').waitFor();
  await successor.getByRole('button', { name: 'Appoint', exact: true }).click();
  const holders = page.getByRole('table', { name: 'Holders, latest first' });
  await holders.getByRole('row', { name: 'Paul Thirsk from 1 Mar 2099 to come' }).waitFor();
  await holders.getByRole('row', { name: 'Ruth Delaney 2 Mar 2026 – 28 Feb 2099' }).waitFor();
  await page.getByRole('button', { name: 'Let somebody stand in' }).click();
  const standIn = page.getByRole('region', { name: 'Let somebody stand in' });
  await standIn.getByLabel('Who').selectOption({ label: 'Jane Hollis' });
  await standIn.getByLabel('First day', { exact: true }).fill('2098-07-14');
  await standIn.getByLabel('Last day', { exact: true }).fill('2098-07-01');
  await standIn.getByRole('button', { name: 'Record the delegation' }).click();
  await standIn.getByText('Wanted: a last day on or after the first.').waitFor();
  await standIn.getByLabel('Last day', { exact: true }).fill('2098-07-28');
  await standIn.getByRole('button', { name: 'Record the delegation' }).click();
  await page.getByRole('row', { name: 'Jane Hollis 14 Jul 2098 – 28 Jul 2098' }).waitFor();
  expect((await look(page, 'post-light-1440')).axe).toEqual([]);
});

test('somebody else was faster: nothing typed is lost, theirs comes in, and both are saved', async () => {
  await visit(page, '/settings/people/jane-hollis');
  await page.getByLabel('Name', { exact: true }).fill('Jane Hollis-Ward');
  const { api } = site.app.session;
  const path = { params: { path: { id: 'jane-hollis' } } };
  const { data } = await api.GET('/people/{id}', path);
  await api.PUT('/people/{id}', { ...path, body: { body: { name: 'Jane Hollis', email: 'j.hollis@northgate.example' }, expected: data?.version ?? null } });
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('alert').getByText('Somebody changed this meanwhile.').waitFor();
  expect(await page.getByLabel('Name', { exact: true }).inputValue()).toBe('Jane Hollis-Ward');
  expect((await look(page, 'overtaken-light-1440')).axe).toEqual([]);
  await page.getByRole('button', { name: 'Bring in their change' }).click();
  await page.getByText('Their change is in; yours is still here.').waitFor();
  expect(await page.getByLabel('E-mail address').inputValue()).toBe('j.hollis@northgate.example');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Jane Hollis-Ward is Head of Customer Service.').waitFor();
  expect((await api.GET('/people/{id}', path)).data?.body).toEqual({ name: 'Jane Hollis-Ward', email: 'j.hollis@northgate.example' });
});

test('permissions in words; the last administrator stays; what is taken away is gone at once', async () => {
  await visit(page, '/settings/permissions');
  await h1('Two posts may do something here.');
  const own = page.getByRole('row', { name: /^Administrator of Hymnsheet/ });
  await own.getByRole('button').click();
  await own.getByRole('button', { name: /^Take it away now/ }).click();
  await own.getByText('This is the last grant that makes an administrator').waitFor();
  const row = page.getByRole('row', { name: /^Head of Returns/ });
  await row.getByRole('button').click();
  await row.getByRole('button', { name: /^Take it away now/ }).click();
  await h1('One post may do something here.');
  await invited.reload();
  await invited.getByRole('heading', { level: 1, name: 'Welcome, Zoë Park.' }).waitFor();
  await expect.poll(async () => invited.getByRole('navigation', { name: 'Main' }).count()).toBe(0);
});

test('who stands behind a pseudonym is looked up, on record; erased, nobody does any more', async () => {
  const { api } = site.app.session;
  const first = (await api.GET('/event-logs/{id}/cases', { params: { path: { id: 'orders' }, query: { limit: 1 } } })).data?.items[0];
  const events = (await api.GET('/event-logs/{id}/cases/{case}/events', { params: { path: { id: 'orders', case: first?.id ?? '' } } })).data;
  const pseudonym = /p-[0-9a-f]{16}/.exec(JSON.stringify(events))?.[0] ?? '';
  expect(pseudonym).not.toBe('');
  await visit(page, '/settings/personal');
  await page.getByLabel('Event log').selectOption('orders');
  await page.getByLabel('Pseudonym', { exact: true }).fill('Ada');
  await page.getByRole('button', { name: 'Look up, on record' }).click();
  await page.getByText('a pseudonym as figures show it').waitFor();
  await page.getByLabel('Pseudonym', { exact: true }).fill(pseudonym);
  await page.getByRole('button', { name: 'Look up, on record' }).click();
  await expect.poll(async () => page.locator('output').textContent()).toMatch(new RegExp(`^${pseudonym} in .+ is .+\\. That you asked is on record\\.$`));
  await page.getByLabel('Pseudonym to erase').fill(pseudonym);
  const erase = page.getByRole('button', { name: 'Erase for good' });
  expect(await erase.isDisabled()).toBe(true);
  await page.getByLabel(`Type “${pseudonym}” to confirm`).fill(pseudonym);
  await erase.click();
  await page.getByText(`${pseudonym} leads to nobody any more: one key was destroyed.`).waitFor();
  await page.getByRole('button', { name: 'Look up, on record' }).click();
  await page.getByText(`Nobody is known behind ${pseudonym}`).waitFor();
});

test('a person is erased after their name is typed: sign-in, name and id go, the post keeps its dates', async () => {
  await visit(page, '/settings/people/zoe-park');
  await page.getByText('Erase Zoë Park for good').click();
  await page.getByLabel('Type “Zoë Park” to confirm').fill('Zoe Park');
  expect(await page.getByRole('button', { name: 'Erase for good' }).isDisabled()).toBe(true);
  expect((await look(page, 'erase-light-1440')).axe).toEqual([]);
  await page.getByLabel('Type “Zoë Park” to confirm').fill('Zoë Park');
  await page.getByRole('button', { name: 'Erase for good' }).click();
  await h1(/^erased-[0-9a-f]{12} is Head of Returns\.$/);
  await invited.reload();
  await invited.waitForURL((url) => url.pathname === '/sign-in');
  expect(JSON.stringify((await site.app.session.api.GET('/posts/{id}', { params: { path: { id: 'head-of-returns' } } })).data)).not.toContain('zoe-park');
});

test('the audit says who did what, narrowed by who and what; the chain is whole', async () => {
  await visit(page, '/settings/audit?subject=grant');
  const table = page.getByRole('table', { name: 'Audit entries, newest first' });
  await expect.poll(async () => table.locator('tbody tr').allTextContents()).toEqual([
    expect.stringMatching(/Ada Verweytook away the set viewer from the post Head of Returns/), expect.stringMatching(/Ada Verweygave the set viewer to the post Head of Returns/),
  ]);
  await page.getByLabel('About').selectOption('pseudonym');
  await table.getByText(/^looked up who stands behind p-.*, in vain$/).waitFor();
  await page.getByRole('button', { name: 'Check', exact: true }).click();
  await page.locator('output', { hasText: 'The chain is whole.' }).waitFor();
  await page.getByLabel('Against a head kept elsewhere').fill('12:ab');
  await page.getByRole('button', { name: 'Check', exact: true }).click();
  await page.getByText('This is not the head of an audit chain').waitFor();
  expect(complaints(page)).toEqual([]);
});
