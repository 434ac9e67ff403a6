import { execFileSync } from 'node:child_process';
import { cp, mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { copyBinaries, completeLinks, packagedBinaries } from './binaries.ts';

async function temporary(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'hs-bin-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  return folder;
}

test('binaries installed without their links are copied with them, and run', async () => {
  const folder = await temporary();
  const packaged = await packagedBinaries();
  // As `npm ci --ignore-scripts` leaves them: only files, no links.
  await cp(packaged.folder, join(folder, 'package', 'native'), { recursive: true, verbatimSymlinks: true });
  const bare = { ...packaged, folder: join(folder, 'package', 'native') };
  const links = JSON.parse(await readFile(join(bare.folder, 'pg-symlinks.json'), 'utf8')) as { target: string }[];
  for (const { target } of links) await rm(join(folder, 'package', target), { force: true });

  const copies = await Promise.all([copyBinaries(bare, join(folder, 'one copy')), copyBinaries(bare, join(folder, 'one copy'))]);
  expect(copies.map((c) => c.folder)).toEqual([join(folder, 'one copy'), join(folder, 'one copy')]);
  expect((await readdir(folder)).sort()).toEqual(['one copy', 'package']);
  for (const program of ['postgres', 'initdb', 'pg_ctl']) {
    expect(execFileSync(join(folder, 'one copy', 'bin', program), ['--version'], { encoding: 'utf8' })).toMatch(new RegExp(`\\(PostgreSQL\\) ${packaged.major}\\.`));
  }
});

test('missing links are made in place where that is allowed', async () => {
  const folder = await temporary();
  const packaged = await packagedBinaries();
  const bare = { ...packaged, folder: join(folder, 'native') };
  await cp(packaged.folder, bare.folder, { recursive: true, verbatimSymlinks: true });
  const links = JSON.parse(await readFile(join(bare.folder, 'pg-symlinks.json'), 'utf8')) as { source: string; target: string }[];
  for (const { target } of links) await rm(join(folder, target), { force: true });
  expect(await Promise.all([completeLinks(bare), completeLinks(bare)])).toEqual([true, true]);
  expect(execFileSync(join(bare.folder, 'bin', 'postgres'), ['--version'], { encoding: 'utf8' })).toContain('PostgreSQL');
  for (const { source } of links) await rm(join(folder, source), { force: true });
  expect(await completeLinks(bare)).toBe(links.length === 0);
});

test('an unknown machine is told what to do', async () => {
  await expect(packagedBinaries('plan9-mips')).rejects.toMatchObject({ code: 'no-embedded-postgres', value: 'plan9-mips', wanted: expect.stringContaining('DATABASE_URL') });
});
