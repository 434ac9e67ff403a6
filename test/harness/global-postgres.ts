import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { startPostgres } from '../../src/platform/postgres/index.ts';
import type { TestServer } from './database.ts';

// What a crash would lose is thrown away anyway; everything else is as in production.
const hasty = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '300' };

/** One PostgreSQL for the whole run: HYMNSHEET_TEST_DATABASE_URL (a role that may create databases), or an embedded one in a temporary folder. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env['HYMNSHEET_TEST_DATABASE_URL'];
  if (given !== undefined && given !== '') {
    project.provide('testServer', { admin: given, app: given });
    return async () => {};
  }
  const dataDir = await mkdtemp(join(tmpdir(), 'hymnsheet-test-'));
  // As root, PostgreSQL's own user has to pass through.
  if (process.getuid?.() === 0) await chmod(dataDir, 0o711);
  const server = await startPostgres({ dataDir, settings: hasty, tied: true });
  project.provide('testServer', { admin: server.adminConnectionString, app: server.connectionString });
  return async () => {
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
}

declare module 'vitest' {
  export interface ProvidedContext {
    testServer: TestServer;
  }
}
