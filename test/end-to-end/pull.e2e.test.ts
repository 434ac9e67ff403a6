import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { answer } from '../../src/cli/session.ts';
import { startPostgres, type Postgres } from '../../src/platform/postgres/index.ts';
import { lineTo, type Line } from '../imports/line.ts';
import { complaintsOf, isWrong, lookInBoth, openSite, views, visit, type Site } from './harness.ts';

let site: Site;
let other: Postgres;
let folder: string;
let line: Line;
let client: Client;

// A second PostgreSQL, of the ticket system so to say, reached over the network.
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hymnsheet-source-'));
  await chmod(folder, 0o711);
  [site, other] = await Promise.all([openSite({ example: false }), startPostgres({ dataDir: join(folder, 'data'), tied: true, settings: { fsync: 'off' } })]);
  line = await lineTo(new URL(other.connectionString));
  client = new Client({ connectionString: other.connectionString });
  await client.connect();
  await client.query('create table ticket_event (id int generated always as identity, ticket text, step text, done_by text, done_at timestamptz, changed_at timestamptz default clock_timestamp())');
  await grow(40);
}, 180_000);

afterAll(async () => {
  await client.end();
  await line.turn(false);
  await site.close();
  await other.stop();
  await rm(folder, { recursive: true, force: true });
});

const grow = (n: number) => client.query(`insert into ticket_event (ticket, step, done_by, done_at) select 'T-' || g / 2, (array['Open', 'Close'])[1 + g % 2], 'agent ' || g % 7, now() - interval '1 day' + g * interval '1 minute' from generate_series(1, $1::int) g`, [n]);
const text = async (page: Page) => (await page.getByRole('main').textContent()) ?? '';

test('an administrator sets up a database to pull from, step by step, and sees what comes in, what is wrong with it, and how it stands', async () => {
  const page = await site.page();
  const at = new URL(other.connectionString);
  await visit(page, '/sources');
  await page.getByRole('link', { name: 'Pull from a database' }).click();
  await page.getByRole('heading', { level: 1, name: 'Where is the database?' }).waitFor();
  for (const [label, value] of [['Host', '127.0.0.1'], ['Port', String(line.port)], ['Database', at.pathname.slice(1)], ['User', decodeURIComponent(at.username)]] as const) await page.getByLabel(label, { exact: true }).fill(value);
  await page.getByRole('textbox', { name: 'Password' }).fill(decodeURIComponent(at.password));
  await page.getByLabel('On the way').selectOption('none');
  await page.getByRole('button', { name: 'Try the connection' }).click();
  // Inside: refused, and allowed there and then, with the reason on record.
  await page.getByRole('heading', { name: 'Allow this address?' }).waitFor();
  expect(await page.getByLabel('Address or range').inputValue()).toBe('127.0.0.1/32');
  await page.getByLabel('Why it is needed').fill('The ticket database');
  await page.getByRole('button', { name: 'Allow it' }).click();
  await page.getByRole('heading', { level: 1, name: 'Which rows are the events?' }).waitFor();
  await expect.poll(async () => text(page)).toMatch(/PostgreSQL 1\d.* answered in/);

  await page.getByLabel('Query', { exact: true }).fill('select id, ticket, step, done_by, done_at, changed_at from ticket_event where changed_at > $1 order by nowhere');
  await page.getByRole('button', { name: 'Show the first rows' }).click();
  await page.getByRole('alert').waitFor();
  await expect.poll(async () => page.getByRole('alert').textContent()).toContain('column "nowhere" does not exist');
  await page.getByLabel('Query', { exact: true }).fill('select id, ticket, step, done_by, done_at, changed_at from ticket_event where changed_at > $1 order by changed_at');
  await page.getByRole('button', { name: 'Show the first rows' }).click();
  await page.getByRole('heading', { level: 1, name: 'Is this what the columns mean?' }).waitFor();
  await expect.poll(async () => page.getByLabel('Column that only grows').inputValue()).toBe('changed_at');
  await page.getByLabel('Case', { exact: true }).selectOption('ticket');
  await page.getByLabel('Activity', { exact: true }).selectOption('step');
  await page.getByLabel('Time', { exact: true }).selectOption('done_at');
  await page.getByLabel('Who or what did it').selectOption('done_by');
  await page.getByLabel('Id of the event').selectOption('id');
  await page.getByRole('button', { name: 'This is what they mean' }).click();
  await page.getByLabel('Name', { exact: true }).fill('Ticket desk');
  await page.getByLabel('Minutes between pulls').fill('30');
  await page.getByRole('button', { name: 'Save, and pull now' }).click();

  await page.getByRole('heading', { level: 1, name: /^It was last read less than 2 minutes ago/ }).waitFor();
  await page.getByRole('row', { name: /40 new events/i }).waitFor();
  await grow(2);
  await page.getByRole('button', { name: 'Pull now' }).click();
  await page.getByRole('row', { name: /Two new events/ }).waitFor();
  await page.getByRole('button', { name: 'Pause' }).click();
  await page.getByRole('heading', { level: 1, name: /^It is paused/ }).waitFor();
  await page.getByRole('button', { name: 'Resume' }).click();
  await page.getByRole('heading', { level: 1, name: /^It (was last read|is being read|waits)/ }).waitFor();
  await expect.poll(async () => (await answer(site.app.session.api.GET('/pulls/{id}', { params: { path: { id: 'ticket-desk' } } }))).run?.state).toBe('done');

  // The line is cut: it says so, with when it is tried again, here and among the sources.
  await line.turn(false);
  await page.getByRole('button', { name: 'Pull now' }).click();
  await page.getByRole('heading', { level: 1, name: /^It could not be read/ }).waitFor();
  await expect.poll(async () => text(page)).toContain('It is tried again');
  await visit(page, '/sources');
  await page.getByRole('heading', { name: 'One database that is pulled from needs a look' }).waitFor();
  expect(await text(page)).not.toContain(decodeURIComponent(at.password));
  await line.turn(true);
  // Refusals are answers too, and the browser notes them; a company is not on record yet.
  expect(complaintsOf(page).filter((c) => !/422|404 \(Not Found\)|^404 .*\/company$/.test(c))).toEqual([]);
  await page.context().close();
});

test.each(views)('its pages at $width px, loaded $scheme: nothing broken in either scheme', async (view) => {
  const page = await site.page(view);
  const wrong: Record<string, unknown> = {};
  const seen = async (name: string) => { for (const [scheme, found] of Object.entries(await lookInBoth(page, `pull-${name}`, view))) if (isWrong(found)) wrong[`${name} ${scheme}`] = found; };
  for (const [name, address] of [['sources', '/sources'], ['pull', '/sources/pulls/ticket-desk'], ['networks', '/settings/networks'], ['connect', '/sources/pulls/ticket-desk/change']] as const) {
    await visit(page, address);
    await seen(name);
  }
  // On through the wizard with what is stored: the query, the columns with rows, the schedule.
  for (const [button, heading] of [['Try the connection', 'Which rows are the events?'], ['Show the first rows', 'Is this what the columns mean?'], ['This is what they mean', 'Where do they go, and when?']] as const) {
    await page.getByRole('button', { name: button }).click();
    await page.getByRole('heading', { level: 1, name: heading }).waitFor();
    await seen(`after-${button.split(' ').at(-1)}`);
  }
  expect(wrong).toEqual({});
  await page.context().close();
});
