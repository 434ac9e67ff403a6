import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { lockHolder, takeLock } from './lock.ts';
import { identityOf, startTicks, stateOf } from './process-identity.ts';

const quick = { beatMs: 50, watchMs: 400 };

async function temporary(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'hs-lock-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  return folder;
}

async function sleeper() {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
  await once(child, 'spawn');
  onTestFinished(() => void child.kill('SIGKILL'));
  const identity = await identityOf(child.pid ?? 0);
  if (identity === undefined) throw new Error('the child has no identity');
  return { identity, kill: async () => void (child.kill('SIGKILL'), await once(child, 'exit')) };
}

test('a process is known by its start, not by its id alone', async () => {
  expect(startTicks('7 (a) b) S 1 7 7 0 -1 0 0 0 0 0 0 0 0 0 20 0 1 0 4242 0 0')).toBe('4242');
  expect(startTicks('7 (x) Z 1 7 7 0 -1 0 0 0 0 0 0 0 0 0 20 0 1 0 4242 0 0')).toBeUndefined();
  const { identity, kill } = await sleeper();
  expect(await stateOf(identity)).toBe('alive');
  expect(await stateOf({ ...identity, started: '1' })).toBe('dead');
  expect(await stateOf({ ...identity, boot: 'before the power cut' })).toBe('dead');
  expect(await stateOf({ ...identity, realm: 'pid:[1]' })).toBe('elsewhere');
  expect(await stateOf({ ...identity, host: 'other', boot: 'other' })).toBe('elsewhere');
  await kill();
  expect(await stateOf(identity)).toBe('dead');
});

test('a lock is held by one, given back, and leaves nothing', async () => {
  const folder = await temporary();
  const file = join(folder, 'lock');
  const lock = await takeLock(file);
  expect(await takeLock(file)).toMatchObject({ holder: { pid: process.pid } });
  expect(await lockHolder(file)).toMatchObject({ pid: process.pid });
  if ('release' in lock) await lock.release();
  expect(await lockHolder(file)).toBeUndefined();
  expect(await readdir(folder)).toEqual([]);
});

test('a killed holder loses it to exactly one of many', async () => {
  const file = join(await temporary(), 'lock');
  const { identity, kill } = await sleeper();
  await writeFile(file, JSON.stringify(identity));
  expect(await takeLock(file)).toMatchObject({ holder: { pid: identity.pid } });
  await kill();
  const taken = await Promise.all(Array.from({ length: 12 }, () => takeLock(file)));
  expect(taken.filter((l) => 'release' in l)).toHaveLength(1);
  expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({ pid: process.pid });
});

test('one killed in the middle of taking over does not stop the next', async () => {
  const folder = await temporary();
  const { identity, kill } = await sleeper();
  await kill();
  for (const name of ['lock', 'lock.next', 'lock.next.next']) await writeFile(join(folder, name), JSON.stringify({ ...identity, started: name }));
  const taken = await Promise.all(Array.from({ length: 12 }, () => takeLock(join(folder, 'lock'))));
  expect(taken.filter((l) => 'release' in l)).toHaveLength(1);
  expect(await readdir(folder)).toEqual(['lock']);
});

test('a torn lock file is taken over', async () => {
  const file = join(await temporary(), 'lock');
  await writeFile(file, '{"pid": 1');
  expect('release' in (await takeLock(file))).toBe(true);
});

test('a holder in another container is believed while it touches its lock', async () => {
  const file = join(await temporary(), 'lock');
  const me = await identityOf(process.pid);
  await writeFile(file, JSON.stringify({ ...me, realm: 'pid:[1]' }));
  const beating = setInterval(() => void utimes(file, new Date(), new Date()), 50);
  expect(await takeLock(file, quick)).toMatchObject({ holder: { realm: 'pid:[1]' } });
  clearInterval(beating);
  expect('release' in (await takeLock(file, quick))).toBe(true);
});

test('the holder touches its lock', async () => {
  const file = join(await temporary(), 'lock');
  const lock = await takeLock(file, quick);
  const me = JSON.parse(await readFile(file, 'utf8')) as object;
  await writeFile(file, JSON.stringify({ ...me, realm: 'pid:[1]' }));
  expect(await lockHolder(file, quick)).toBeDefined();
  if ('release' in lock) await lock.release();
  expect(await lockHolder(file, quick)).toBeUndefined();
});
