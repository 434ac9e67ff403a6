import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { connectionTo } from './connection.ts';
import { needsTcp } from './launch.ts';
import { placeAt } from './place.ts';
import { isAlive, parsePostmaster, readPostmaster, worksIn } from './postmaster.ts';

test('postmaster.pid is read line by line', () => {
  expect(parsePostmaster('42\n/d\n1700000000\n5432\n/s\n\n1 2\nready   \n')).toEqual({ pid: 42, startedAt: 1_700_000_000, port: 5432, socketFolder: '/s', address: '', state: 'ready' });
  expect(parsePostmaster('42\n/d\n1700000000\n')?.state).toBe('unknown');
  expect(parsePostmaster('42\n/d\n1\n5432\n\n127.0.0.1\n1 2\nstarting\n')).toMatchObject({ state: 'starting', address: '127.0.0.1' });
  expect(parsePostmaster('')).toBeUndefined();
  expect(parsePostmaster('-5\n')).toBeUndefined();
});

test.runIf(process.platform === 'linux')('a living process is told from a dead one, and a stranger from PostgreSQL', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'hs-pm-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  expect(await isAlive(process.pid)).toBe(true);
  expect(await isAlive(2 ** 22 + 1)).toBe(false);
  expect(await worksIn(process.pid, process.cwd())).toBe(true);
  expect(await worksIn(process.pid, folder)).toBe(false);
  await writeFile(join(folder, 'postmaster.pid'), `${process.pid}\n`);
  expect((await readPostmaster(folder))?.pid).toBe(process.pid);
  await mkdir(join(folder, 'empty'));
  expect(await readPostmaster(join(folder, 'empty'))).toBeUndefined();
});

test('connection strings keep spaces and odd characters', () => {
  const socket = { pid: 1, startedAt: 0, port: 5432, socketFolder: '/a b', address: '', state: 'ready' } as const;
  expect(connectionTo(socket, 'u', 'p', 'd')).toBe('postgresql://u:p@localhost/d?host=%2Fa%20b&port=5432');
  expect(connectionTo({ ...socket, address: '127.0.0.1', port: 7 }, 'u', 'p/@', 'd')).toBe('postgresql://u:p%2F%40@127.0.0.1:7/d');
});

test('a path too long for a socket is served over TCP', () => {
  expect(needsTcp(placeAt('/var/lib/hymnsheet/default/postgres'))).toBe(false);
  expect(needsTcp(placeAt(`/home/${'x'.repeat(90)}`))).toBe(true);
});
