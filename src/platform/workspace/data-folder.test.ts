import { chmod, chown, mkdir, mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { defaultDataDir, isWorkspace, prepareDataFolder } from './data-folder.ts';
import { identityOf } from './process-identity.ts';
import { workspaceSecret } from './secret.ts';
import { announceServer, liveServer, newServerToken, withdrawServer } from './server-file.ts';

const root = process.getuid?.() === 0;

async function temporary(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'hs-ws-'));
  if (root) await chmod(folder, 0o711);
  onTestFinished(() => rm(folder, { recursive: true }));
  return folder;
}

const modeOf = async (path: string) => ((await stat(path)).mode & 0o777).toString(8);

test('the default folder depends on who starts', () => {
  expect(defaultDataDir(1000, '/home/anna')).toBe('/home/anna/hymnsheet-data');
  expect(defaultDataDir(0, '/root')).toBe('/var/lib/hymnsheet/default');
});

test('a new folder is private and says what it is, and keeps its id', async () => {
  const dataDir = join(await temporary(), 'a', 'b');
  const first = await prepareDataFolder(dataDir);
  expect(await modeOf(dataDir)).toBe(root ? '710' : '700');
  expect(await modeOf(join(dataDir, 'workspace.json'))).toBe('600');
  expect(await isWorkspace(dataDir)).toBe(true);
  expect(await prepareDataFolder(dataDir)).toEqual(first);
  expect(first).toMatchObject({ format: 1, id: expect.stringMatching(/^[0-9a-f-]{36}$/) });
});

test('an empty folder is taken, one with other things is not', async () => {
  const folder = await temporary();
  expect(await isWorkspace(folder)).toBe(false);
  await writeFile(join(folder, 'thesis.doc'), 'x');
  await expect(prepareDataFolder(folder)).rejects.toMatchObject({ code: 'bad-input', value: 'thesis.doc', at: { file: folder } });
  expect(await readdir(folder)).toEqual(['thesis.doc']);
  await rm(join(folder, 'thesis.doc'));
  await prepareDataFolder(folder);
});

test('a file in the way, a newer layout and a torn marker are refused', async () => {
  const folder = await temporary();
  await writeFile(join(folder, 'file'), '');
  await expect(prepareDataFolder(join(folder, 'file'))).rejects.toMatchObject({ code: 'bad-input', at: { file: join(folder, 'file') } });
  await mkdir(join(folder, 'newer'));
  await writeFile(join(folder, 'newer', 'workspace.json'), '{"format":99,"id":"x"}');
  await expect(prepareDataFolder(join(folder, 'newer'))).rejects.toMatchObject({ code: 'schema-too-new', value: 'layout 99', wanted: expect.stringContaining('layout 1') });
  await writeFile(join(folder, 'newer', 'workspace.json'), '{"form');
  await expect(prepareDataFolder(join(folder, 'newer'))).rejects.toMatchObject({ code: 'postgres-incomplete' });
});

test.runIf(root)('a folder of another user is refused', async () => {
  const folder = await temporary();
  await chown(folder, 4242, 4242);
  await expect(prepareDataFolder(folder)).rejects.toMatchObject({ code: 'postgres-owner', value: 'user id 4242' });
});

test('the secret is made once, whole and private', async () => {
  const folder = await temporary();
  const secrets = await Promise.all([1, 2, 3].map(() => workspaceSecret(folder, undefined)));
  expect(new Set(secrets).size).toBe(1);
  expect(Buffer.from(secrets[0] ?? '', 'base64url')).toHaveLength(32);
  expect(await modeOf(join(folder, 'secret.key'))).toBe('600');
  expect(await readdir(folder)).toEqual(['secret.key']);
  await chmod(join(folder, 'secret.key'), 0o644);
  expect(await workspaceSecret(folder, '')).toBe(secrets[0]);
  expect(await modeOf(join(folder, 'secret.key'))).toBe('600');
});

test('a given secret is used, a short one refused without being shown', async () => {
  const folder = await temporary();
  expect(await workspaceSecret(folder, 'x'.repeat(32))).toBe('x'.repeat(32));
  expect(await readdir(folder)).toEqual([]);
  await expect(workspaceSecret(folder, 'hunter2')).rejects.toMatchObject({ code: 'bad-input', value: '7 characters', at: { file: 'HYMNSHEET_SECRET' } });
});

test('a live server is found, a dead one is not', async () => {
  const folder = await temporary();
  expect(await liveServer(folder)).toBeUndefined();
  expect(await liveServer(join(folder, 'nowhere'))).toBeUndefined();
  const token = newServerToken();
  await announceServer(folder, { url: 'http://127.0.0.1:4680', token });
  expect(await modeOf(join(folder, 'server.json'))).toBe('600');
  expect(await liveServer(folder)).toEqual({ url: 'http://127.0.0.1:4680', token, pid: process.pid });
  const text = await readFile(join(folder, 'server.json'), 'utf8');
  await writeFile(join(folder, 'server.json'), text.replace(String((await identityOf(process.pid))?.started), '1'));
  expect(await liveServer(folder)).toBeUndefined();
  await withdrawServer(folder);
  expect(await readdir(folder)).toEqual([]);
});
