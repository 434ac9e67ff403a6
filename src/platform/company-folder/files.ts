import { mkdir, readdir, readFile, realpath, stat, writeFile } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import { problem, problems, type ProblemDetail } from '../errors/index.ts';
import type { AnyKind } from '../register/index.ts';
import { limits, type FolderFile } from './model.ts';
import { kindOf, tooLarge } from './read-folder.ts';

/**
 * The YAML files and the tables of a company folder, at most two folders deep; hidden folders and everything else are left alone. A link
 * inside the folder is as good as what it leads to.
 * @throws Problem `not-found` where there is no folder or nothing of a company in it, `bad-input` where files are too large or too many, or
 * links lead out of the folder.
 */
export async function loadFolder(dir: string, kinds: readonly AnyKind[]): Promise<FolderFile[]> {
  const found = await stat(dir).catch(() => undefined);
  if (found?.isDirectory() !== true) throw problem('not-found', { detail: found === undefined ? 'There is no such folder' : 'This is not a folder', value: dir, wanted: 'a company folder with company.yaml and its fellows' });
  const files: FolderFile[] = [];
  const listed: Listed = { paths: [], errors: [] };
  await listFiles(dir, kinds, '', listed);
  let total = 0;
  for (const path of listed.paths.sort()) {
    const { size } = await stat(join(dir, path));
    const most = /\.csv$/i.test(path) ? limits.tableBytes : limits.yamlBytes;
    total += size;
    if (size > most) listed.errors.push(tooLarge(path, size, most));
    else if (files.length >= limits.files || total > limits.folderBytes) throw problem('too-large', { detail: 'The folder is too large', value: path, wanted: `at most ${limits.files} files and ${limits.folderBytes / 2 ** 20} MiB of registers` });
    else files.push({ path, bytes: await readFile(join(dir, path)) });
  }
  if (listed.errors.length > 0) throw problems('bad-input', listed.errors);
  if (files.length === 0) throw problem('not-found', { detail: 'There is nothing of a company in this folder', value: dir, wanted: `files such as ${kinds.slice(0, 4).map((k) => k.file).join(', ')}` });
  return files;
}

interface Listed {
  readonly paths: string[];
  readonly errors: ProblemDetail[];
}

async function listFiles(dir: string, kinds: readonly AnyKind[], prefix: string, listed: Listed): Promise<void> {
  for (const e of await readdir(join(dir, prefix), { withFileTypes: true })) {
    if (e.name.startsWith('.') || e.name === 'node_modules') continue;
    const path = prefix === '' ? e.name : `${prefix}/${e.name}`;
    // Another CSV may be an event log of any size: only tables of registers are read here.
    const wanted = /\.ya?ml$/i.test(path) || kindOf(path, kinds) !== undefined;
    const found = e.isSymbolicLink() ? await linked(dir, path, wanted || holdsRecords(path, kinds), listed) : e;
    if (found?.isDirectory() === true && path.split('/').length <= 2) await listFiles(dir, kinds, path, listed);
    else if (found?.isFile() === true && wanted) listed.paths.push(path);
  }
}

/** Whether a folder of this path would hold records, one file or several a kind. */
function holdsRecords(path: string, kinds: readonly AnyKind[]): boolean {
  return kinds.some((k) => k.shape !== 'single' && k.file.startsWith(`${path}.`));
}

/** What a link leads to; nothing where it would not be read, or must not be. */
async function linked(dir: string, path: string, wanted: boolean, listed: Listed) {
  if (!wanted) return undefined;
  const place = await placeOf(dir, path);
  if (place === 'inside') return stat(join(dir, path));
  listed.errors.push(place === 'outside' ? leadsOut(path) : { detail: 'This link leads nowhere', value: path, wanted: 'a file inside the company folder', at: { file: path } });
  return undefined;
}

/** Whether a path of a company folder stays inside it, whatever links it goes through. */
export async function placeOf(dir: string, path: string): Promise<'inside' | 'outside' | 'nowhere'> {
  const [root, real] = await Promise.all([realpath(dir), realpath(join(dir, path)).catch(() => undefined)]);
  if (real === undefined) return 'nowhere';
  return real.startsWith(root.endsWith(sep) ? root : `${root}${sep}`) ? 'inside' : 'outside';
}

/** The fault of a link that leads out of the folder. */
export function leadsOut(path: string, at: string = path): ProblemDetail {
  return { detail: 'This leads out of the company folder', value: path, wanted: 'a file inside it, not a link to elsewhere', at: { file: at } };
}

/**
 * Writes `files` into `dir`, which is made where it is missing; files of other names are left alone.
 * @throws Problem `bad-input` where a link in the folder leads out of it
 */
export async function saveFolder(dir: string, files: readonly { path: string; text: string }[]): Promise<void> {
  await mkdir(dir, { recursive: true });
  for (const { path, text } of files) {
    await refuseOutside(dir, path);
    await mkdir(dirname(join(dir, path)), { recursive: true });
    await writeFile(join(dir, path), text);
  }
}

async function refuseOutside(dir: string, path: string): Promise<void> {
  for (const part of [path, dirname(path)]) if (part !== '.' && (await placeOf(dir, part)) === 'outside') throw problems('bad-input', [leadsOut(part)]);
}
