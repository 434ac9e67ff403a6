import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { heard, type Heard } from '../../test/harness/command.ts';
import { testDatabase, type TestDatabase } from '../../test/harness/database.ts';
import { openServer, type Server } from '../server.ts';
import { registerBrief } from './brief.ts';
import { registerImport } from './import.ts';

let database: TestDatabase, folder: string, server: Server;
beforeAll(async () => {
  database = await testDatabase();
  folder = await mkdtemp(join(tmpdir(), 'hymnsheet-brief-'));
  await chmod(folder, 0o711);
  server = await openServer({ dataDir: join(folder, 'workspace'), databaseUrl: database.connectionString, port: 0, throwAway: true, publicUrl: 'https://sheet.example.org' });
}, 60_000);
afterAll(async () => { await server.close(); await rm(folder, { recursive: true, force: true }); await database.drop(); });

/** Runs a command line as a person would. */
async function hymnsheet(...argv: string[]): Promise<Heard> {
  const program = new Command('hymnsheet');
  registerBrief(program);
  registerImport(program);
  return heard(program, [...argv, '--data', join(folder, 'workspace')]);
}

const save = async (id: string, name: string) => fetch(`${server.url}/api/v1/saved-views/${id}`, { method: 'PUT', headers: { authorization: `Bearer ${server.token}`, 'content-type': 'application/json' }, body: JSON.stringify({ expected: null, body: { name, eventLog: 'orders', view: 'cases', address: 'activity=ship' } }) });

test('saved views come into a brief by name or id, with their whole address where the server has a public one', async () => {
  await writeFile(join(folder, 'orders.csv'), 'order,step,when\n1,take,2026-03-02T09:00:00Z\n1,ship,2026-03-03T09:00:00Z\n2,take,2026-03-02T09:00:00Z\n');
  expect(await hymnsheet('import', join(folder, 'orders.csv'), '--log', 'orders', '--zone', 'UTC')).toMatchObject({ code: 0 });
  expect(await hymnsheet('brief', '--view', 'Shipped')).toMatchObject({ code: 2, err: expect.stringMatching(/There is no saved view of this name: got “Shipped”, wanted a view that was saved on the page How work flows; there is none yet/) });
  for (const [id, name] of [['shipped-1', 'Shipped'], ['twin-1', 'Twin'], ['twin-2', 'Twin']] as const) expect((await save(id, name)).ok).toBe(true);

  const out = join(folder, 'brief.md');
  expect(await hymnsheet('brief', '--output', out, '--view', 'Shipped', '--view', 'twin-2')).toEqual({ code: 0, out: '', err: '' });
  const text = await readFile(out, 'utf8');
  expect(text).toContain('**[Shipped](<https://sheet.example.org/flow?log=orders&view=cases&activity=ship>)** ');
  expect(text.match(/\(<https:/g)).toHaveLength(2);
  expect(await hymnsheet('brief', '--view', 'Twin')).toMatchObject({ code: 2, err: expect.stringContaining('Several saved views have this name: got “Twin”, wanted an id, one of twin-1, twin-2') });
  expect(await hymnsheet('brief', '--view', 'Gone')).toMatchObject({ code: 2, err: expect.stringContaining('got “Gone”, wanted one of “Shipped”, “Twin”') });
}, 60_000);
