import { chmod, cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { heard } from '../../test/harness/command.ts';
import { testDatabase, type TestDatabase } from '../../test/harness/database.ts';
import { openServer, type Server } from '../server.ts';
import { registerApply } from './apply.ts';
import { registerExport } from './export.ts';

let database: TestDatabase;
let root: string;
let server: Server;
const company = () => join(root, 'company');

beforeAll(async () => {
  database = await testDatabase();
  root = await mkdtemp(join(tmpdir(), 'hymnsheet-apply-'));
  await chmod(root, 0o711);
  await cp(join(import.meta.dirname, '../../test/company-folder/small'), company(), { recursive: true });
  // No events here: the folder of registers is what this is about.
  await rm(join(company(), 'event-logs.yaml'));
  server = await openServer({ dataDir: join(root, 'workspace'), databaseUrl: database.connectionString, port: 0, throwAway: true });
});

afterAll(async () => {
  await server.close();
  await rm(root, { recursive: true, force: true });
  await database.drop();
});

async function hymnsheet(...argv: string[]) {
  const program = new Command('hymnsheet');
  registerApply(program);
  registerExport(program);
  return heard(program, [...argv, '--data', join(root, 'workspace')]);
}

const edit = async (file: string, change: (text: string) => string) => writeFile(join(company(), file), change(await readFile(join(company(), file), 'utf8')));

test('apply shows the difference and writes it; a dry run only shows; export applies without a difference', async () => {
  const dry = await hymnsheet('apply', company(), '--dry-run');
  expect(dry).toMatchObject({ code: 0, err: '' });
  expect(dry.out).toContain('+ service erp (services/core.yaml:2)');
  expect(dry.out).toMatch(/21 new, 0 changed, 0 retired, 0 unchanged, 1 to confirm\n$/);
  expect((await hymnsheet('apply', company())).out).toBe(dry.out);
  expect((await hymnsheet('apply', company())).out).toMatch(/0 new, 0 changed, 0 retired, 21 unchanged, 1 to confirm\n$/);

  const out = join(root, 'exported');
  expect(await hymnsheet('export', out)).toMatchObject({ code: 0, out: expect.stringMatching(/^Wrote \d+ files to /) });
  expect((await readdir(out)).sort()).toEqual(['calendars.yaml', 'company.yaml', 'functions.yaml', 'glossary.yaml', 'incidents.csv', 'measures.yaml', 'people.yaml', 'posts.yaml', 'processes.yaml', 'schemas', 'services.yaml', 'suppliers.yaml']);
  expect(JSON.parse((await hymnsheet('apply', out, '--prune', '--json')).out)).toMatchObject({ create: [], update: [], retire: [], conflicts: [], unchanged: 21 });
  expect(await hymnsheet('export', out)).toMatchObject({ code: 2, err: expect.stringContaining('The folder is not empty') });
  expect((await hymnsheet('export', out, '--force')).code).toBe(0);
});

test('faults name file, line, value and what was wanted, all of them, and exit 2', async () => {
  await edit('services/print.yaml', (t) => t.replace('tier: 3', 'teir: 3'));
  await edit('processes.yaml', (t) => t.replace('target: PT48H', 'target: 2 months'));
  const { code, err } = await hymnsheet('apply', company());
  expect(code).toBe(2);
  expect(err.split('\n')).toEqual([
    'hymnsheet: processes.yaml:11:11: process order-to-cash: target is not valid: got “2 months”, wanted a time such as 30 min, 4 h, 2 d, or PT4H',
    'hymnsheet: services/print.yaml:1:1: service print: tier is missing: wanted a number',
    'hymnsheet: services/print.yaml:4:1: service print: teir is not a field: got “teir”, wanted tier',
    '',
  ]);
  await edit('services/print.yaml', (t) => t.replace('teir: 3', 'tier: 3'));
  await edit('processes.yaml', (t) => t.replace('target: 2 months', 'target: PT48H'));
  expect(await hymnsheet('apply', join(root, 'nowhere'))).toMatchObject({ code: 2, err: expect.stringContaining('There is no such folder') });
  expect((await hymnsheet('apply', company(), '--take', 'both')).code).toBe(2);
});

test('a conflict exits 1 with the three sides; --take settles it', async () => {
  const headers = { authorization: `Bearer ${server.token}`, 'content-type': 'application/json' };
  const at = `${server.url}/api/v1/services/print`;
  const now = (await (await fetch(at, { headers })).json()) as { version: string; body: object };
  expect((await fetch(at, { method: 'PUT', headers, body: JSON.stringify({ body: { ...now.body, tier: 1 }, expected: now.version }) })).status).toBe(200);
  await edit('services/print.yaml', (t) => t.replace('tier: 3', 'tier: 2'));
  const refused = await hymnsheet('apply', company());
  expect(refused).toMatchObject({ code: 1, out: '' });
  expect(refused.err).toContain('tier: agreed 3 · folder 2 · app 1');
  expect(await hymnsheet('apply', company(), '--dry-run')).toMatchObject({ code: 1, out: expect.stringContaining('1 in conflict') });
  expect((await hymnsheet('apply', company(), '--take', 'app')).out).toContain('= service print (kept as the app has it)');
  expect((await hymnsheet('apply', company(), '--take', 'folder')).out).toContain('~ service print (services/print.yaml:1)\n    tier: 1 → 2\n');
});

test('an event log whose file is nowhere is refused before anything is written', async () => {
  await mkdir(join(root, 'other'));
  await cp(company(), join(root, 'other'), { recursive: true });
  await cp(join(import.meta.dirname, '../../test/company-folder/small/event-logs.yaml'), join(root, 'other/event-logs.yaml'));
  const { code, err, out } = await hymnsheet('apply', join(root, 'other'));
  expect([code, out]).toEqual([2, '']);
  expect(err).toContain('The file of the event log orders is not there: got “logs/orders.csv.gz”');
});

test('an event file that a link takes out of the folder is refused by name, and a folder that is none before any server is asked', async () => {
  await mkdir(join(root, 'other/logs'), { recursive: true });
  await writeFile(join(root, 'elsewhere.csv'), 'case,activity,time\n1,a,2026-01-01\n');
  await symlink('../../elsewhere.csv', join(root, 'other/logs/orders.csv.gz'));
  const { code, err, out } = await hymnsheet('apply', join(root, 'other'));
  expect([code, out, err]).toEqual([2, '', 'hymnsheet: event-logs.yaml: This leads out of the company folder: got “logs/orders.csv.gz”, wanted a file inside it, not a link to elsewhere\n']);
  await mkdir(join(root, 'empty'));
  expect(await hymnsheet('apply', join(root, 'empty'))).toMatchObject({ code: 2, out: '', err: expect.stringContaining('There is nothing of a company in this folder') });
});
