import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { loadFolder, placeOf, saveFolder } from '../../src/platform/company-folder/index.ts';
import { kinds } from './harness.ts';

let root: string;
const dir = () => join(root, 'company');
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'hymnsheet-folder-'));
  await mkdir(join(dir(), 'parts'), { recursive: true });
  await writeFile(join(root, 'secrets.yaml'), 'password: x\n');
});
afterEach(() => rm(root, { recursive: true }));

const load = () => loadFolder(dir(), kinds.all);
const refused = (path: string, detail: string) => expect.objectContaining({ code: 'bad-input', errors: [expect.objectContaining({ detail, value: path, at: { file: path } })] });

test('a folder with nothing of a company is refused, naming what was wanted', async () => {
  await writeFile(join(dir(), 'notes.md'), 'x');
  await expect(load()).rejects.toMatchObject({ code: 'not-found', exit: 2, detail: 'There is nothing of a company in this folder', value: dir(), wanted: expect.stringContaining('company.yaml') });
  await expect(loadFolder(join(root, 'nowhere'), kinds.all)).rejects.toMatchObject({ detail: 'There is no such folder', value: join(root, 'nowhere') });
  await expect(loadFolder(join(root, 'secrets.yaml'), kinds.all)).rejects.toMatchObject({ detail: 'This is not a folder' });
});

test('links that lead out of the folder are refused by name, files and folders, also where they lead nowhere', async () => {
  await symlink('../secrets.yaml', join(dir(), 'glossary.yaml'));
  await expect(load()).rejects.toEqual(refused('glossary.yaml', 'This leads out of the company folder'));
  await rm(join(dir(), 'glossary.yaml'));
  await symlink(root, join(dir(), 'services'));
  await expect(load()).rejects.toEqual(refused('services', 'This leads out of the company folder'));
  await rm(join(dir(), 'services'));
  await symlink('nowhere.yaml', join(dir(), 'glossary.yaml'));
  await expect(load()).rejects.toEqual(refused('glossary.yaml', 'This link leads nowhere'));
});

test('a link inside the folder is what it leads to; one that nobody would read is left alone', async () => {
  await writeFile(join(dir(), 'parts/terms.txt'), 'pick: { name: Pick, meaning: Take it }\n');
  await symlink('parts/terms.txt', join(dir(), 'glossary.yaml'));
  await symlink(root, join(dir(), 'elsewhere'));
  const files = await load();
  expect(files.map((f) => [f.path, new TextDecoder().decode(f.bytes)])).toEqual([['glossary.yaml', 'pick: { name: Pick, meaning: Take it }\n']]);
  expect(await Promise.all(['parts/terms.txt', 'elsewhere/secrets.yaml', 'logs/none.csv'].map((path) => placeOf(dir(), path)))).toEqual(['inside', 'outside', 'nowhere']);
});

test('what is exported does not go through a link to elsewhere', async () => {
  await symlink('../secrets.yaml', join(dir(), 'glossary.yaml'));
  await symlink(root, join(dir(), 'services'));
  await expect(saveFolder(dir(), [{ path: 'glossary.yaml', text: 'x' }])).rejects.toEqual(refused('glossary.yaml', 'This leads out of the company folder'));
  await expect(saveFolder(dir(), [{ path: 'services/secrets.yaml', text: 'x' }])).rejects.toMatchObject({ code: 'bad-input' });
  expect(await readFile(join(root, 'secrets.yaml'), 'utf8')).toBe('password: x\n');
});
