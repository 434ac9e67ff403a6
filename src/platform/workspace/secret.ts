import { randomBytes } from 'node:crypto';
import { chmod, link, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { problem } from '../errors/index.ts';

export const secretFile = 'secret.key';
const shortest = 32;

/**
 * The workspace's secret (at least 32 characters): HYMNSHEET_SECRET when given, else `secret.key`, made on the first start and kept 0600.
 * @throws Problem `bad-input` for a secret that is too short
 */
export async function workspaceSecret(dataDir: string, given: string | undefined): Promise<string> {
  if (given !== undefined && given !== '') return checked(given, 'HYMNSHEET_SECRET');
  const file = join(dataDir, secretFile);
  if (!(await exists(file))) await make(file);
  const { mode } = await stat(file);
  if ((mode & 0o077) !== 0) await chmod(file, 0o600);
  return checked((await readFile(file, 'utf8')).trim(), file);
}

async function make(file: string): Promise<void> {
  const half = `${file}.${randomBytes(6).toString('hex')}.new`;
  await writeFile(half, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600, flush: true });
  // Two first starts must agree on one key, whole.
  await link(half, file).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
  await rm(half, { force: true });
}

function checked(secret: string, where: string): string {
  if (secret.length >= shortest) return secret;
  throw problem('bad-input', { detail: 'The secret of the workspace is too short', value: `${secret.length} characters`, wanted: `at least ${shortest}`, at: { file: where } });
}

async function exists(file: string): Promise<boolean> {
  return stat(file).then(() => true, () => false);
}
