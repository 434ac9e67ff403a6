import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { problem, problems, type ProblemDetail } from '../errors/index.ts';
import type { AnyKind } from '../register/index.ts';
import { limits, type FolderFile } from './model.ts';
import { kindOf, tooLarge } from './read-folder.ts';

/**
 * The YAML files and the tables of a company folder, at most two folders deep; links, hidden folders and everything else are left alone.
 * @throws Problem `not-found` where there is no folder, `bad-input` where files are too large or too many.
 */
export async function loadFolder(dir: string, kinds: readonly AnyKind[]): Promise<FolderFile[]> {
  const found = await stat(dir).catch(() => undefined);
  if (found?.isDirectory() !== true) throw problem('not-found', { detail: found === undefined ? 'There is no such folder' : 'This is not a folder', value: dir, wanted: 'a company folder with company.yaml and its fellows' });
  const files: FolderFile[] = [];
  const errors: ProblemDetail[] = [];
  let total = 0;
  for (const path of await listFiles(dir, kinds, '', 0)) {
    const { size } = await stat(join(dir, path));
    const most = /\.csv$/i.test(path) ? limits.tableBytes : limits.yamlBytes;
    total += size;
    if (size > most) errors.push(tooLarge(path, size, most));
    else if (files.length >= limits.files || total > limits.folderBytes) throw problem('too-large', { detail: 'The folder is too large', value: path, wanted: `at most ${limits.files} files and ${limits.folderBytes / 2 ** 20} MiB of registers` });
    else files.push({ path, bytes: await readFile(join(dir, path)) });
  }
  if (errors.length > 0) throw problems('bad-input', errors);
  return files;
}

async function listFiles(dir: string, kinds: readonly AnyKind[], prefix: string, depth: number): Promise<string[]> {
  const entries = await readdir(join(dir, prefix), { withFileTypes: true });
  const lists = await Promise.all(entries.filter((e) => !e.name.startsWith('.') && e.name !== 'node_modules').map(async (e) => {
    const path = prefix === '' ? e.name : `${prefix}/${e.name}`;
    if (e.isDirectory()) return depth < 2 ? listFiles(dir, kinds, path, depth + 1) : [];
    // Another CSV may be an event log of any size: only tables of registers are read here.
    return e.isFile() && (/\.ya?ml$/i.test(path) || kindOf(path, kinds) !== undefined) ? [path] : [];
  }));
  return lists.flat().sort();
}

/** Writes `files` into `dir`, which is made where it is missing; files of other names are left alone. */
export async function saveFolder(dir: string, files: readonly { path: string; text: string }[]): Promise<void> {
  for (const { path, text } of files) {
    await mkdir(dirname(join(dir, path)), { recursive: true });
    await writeFile(join(dir, path), text);
  }
}
