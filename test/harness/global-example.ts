import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exampleWorkspace, makeExample } from './server.ts';

/** Loads the example company once for the whole run; each site of the browser tests works on a copy. */
export default async function setup(): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'hymnsheet-example-'));
  // As root, PostgreSQL's own user has to pass through.
  if (process.getuid?.() === 0) await chmod(folder, 0o711);
  const data = join(folder, 'data');
  await makeExample(data);
  process.env[exampleWorkspace] = data;
  return async () => {
    delete process.env[exampleWorkspace];
    await rm(folder, { recursive: true, force: true });
  };
}
