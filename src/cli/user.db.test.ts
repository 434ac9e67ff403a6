import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { heard, type Heard } from '../../test/harness/command.ts';
import { testDatabase, type TestDatabase } from '../../test/harness/database.ts';
import { openServer, type Server } from '../server.ts';
import { registerUser } from './user.ts';
import { registerVerify } from './verify.ts';

let database: TestDatabase;
let folder: string;
let server: Server;

beforeAll(async () => {
  database = await testDatabase();
  folder = await mkdtemp(join(tmpdir(), 'hymnsheet-user-'));
  await chmod(folder, 0o711);
  server = await openServer({ dataDir: join(folder, 'workspace'), databaseUrl: database.connectionString, port: 0, throwAway: true });
});

afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true, force: true });
  await database.drop();
});

/** Runs a command line as a person would. */
async function hymnsheet(...argv: string[]): Promise<Heard> {
  const program = new Command('hymnsheet');
  registerUser(program);
  registerVerify(program);
  return heard(program, [...argv, '--data', join(folder, 'workspace')]);
}

async function json(...argv: string[]) {
  const { code, out } = await hymnsheet(...argv, '--json');
  expect(code).toBe(0);
  return JSON.parse(out);
}

test('user reset-admin prints a link of the live server, by which somebody becomes administrator', async () => {
  const { code, out } = await hymnsheet('user', 'reset-admin');
  expect(code).toBe(0);
  const url = new URL(out.split('\n')[0] ?? '');
  expect(url.origin).toBe(server.url);
  const accepted = await fetch(`${server.url}/api/v1/auth/link/accept`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ token: url.hash.slice(1), password: 'correct horse battery', name: 'Ada Example', email: 'ada@example.org' }) });
  expect(await accepted.json()).toEqual({ email: 'ada@example.org' });
  expect(await json('user', 'list')).toMatchObject([{ email: 'ada@example.org', state: 'active' }]);
  expect((await json('user', 'grants'))[0]).toMatchObject({ holder: { kind: 'post', id: 'administrator' }, set: 'administrator', to: null });
});

test('keys are made, listed and revoked; what is asked wrongly is refused with exit code 2', async () => {
  const made = await json('user', 'key', 'create', 'monitor', '--set', 'viewer', 'finance', '--expires-in-days', '30');
  expect(made).toMatchObject({ name: 'monitor', sets: ['viewer', 'finance'], key: expect.stringMatching(/^hs_/) });
  const me = await fetch(`${server.url}/api/v1/me`, { headers: { authorization: `Bearer ${made.key}` } });
  expect(await me.json()).toMatchObject({ kind: 'key', sets: expect.arrayContaining(['viewer', 'finance']) });
  expect(await hymnsheet('user', 'key', 'revoke', made.id)).toMatchObject({ code: 0, out: `Key ${made.id} is revoked.\n` });
  expect(await hymnsheet('user', 'key', 'create', 'x', '--set', 'king')).toMatchObject({ code: 2, out: '', err: expect.stringContaining('got “king”, wanted one of: administrator, editor, finance, contributor, viewer') });
  expect(await hymnsheet('user', 'key', 'create', 'x', '--set', 'viewer', '--expires-in-days', '0')).toMatchObject({ code: 2 });
  expect(await hymnsheet('user', 'grant', 'no-such-post', 'viewer')).toMatchObject({ code: 2, err: expect.stringContaining('no-such-post') });
  expect(await hymnsheet('user', 'end', 'nobody')).toMatchObject({ code: 2, err: expect.stringContaining('nobody') });
});

test('verify --audit: whole, and not when the head that was printed is not in it', async () => {
  const { code, length, hash } = await hymnsheet('verify', '--audit', '--json').then((h) => ({ code: h.code, ...JSON.parse(h.out) as { length: number; hash: string } }));
  expect(code).toBe(0);
  const against = (head: string) => hymnsheet('verify', '--audit', '--against', head);
  expect(await against(`${length}:${hash}`)).toMatchObject({ code: 0, out: expect.stringContaining('it continues the head that you gave') });
  expect(await against(`${length + 100}:${hash}`)).toMatchObject({ code: 1, out: expect.stringContaining('were cut off') });
  expect(await against('x')).toMatchObject({ code: 2, out: '' });
});
