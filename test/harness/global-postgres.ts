import { createHash } from 'node:crypto';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import type { TestProject } from 'vitest/node';
import { startPostgres } from '../../src/platform/postgres/index.ts';
import type { TestServer } from './database.ts';

// What a crash would lose is thrown away anyway; everything else is as in production.
const hasty = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '300' };

/** One PostgreSQL for the whole run: that of HYMNSHEET_TEST_DATABASE_URL (as its superuser), or an embedded one in a temporary folder. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env['HYMNSHEET_TEST_DATABASE_URL'];
  if (given !== undefined && given !== '') {
    project.provide('testServer', { admin: given, app: await applicationRole(given) });
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

/** The role that the tests work as, on a server that is not ours: no superuser. The databases that stay as templates are its own, so it stays too. */
async function applicationRole(superuser: string): Promise<string> {
  const url = new URL(superuser);
  const [role, password] = ['hymnsheet_test', createHash('sha256').update(superuser).digest('hex')];
  const client = new Client({ connectionString: superuser });
  await client.connect();
  try {
    const { rows: [me] } = await client.query<{ rolsuper: boolean }>('select rolsuper from pg_roles where rolname = current_user');
    if (me?.rolsuper !== true) throw new Error('HYMNSHEET_TEST_DATABASE_URL must be of a superuser: the tests tamper with records as one');
    const { rowCount } = await client.query('select 1 from pg_roles where rolname = $1', [role]);
    await client.query(`${rowCount === 0 ? 'create' : 'alter'} role ${role} login nosuperuser password '${password}'`);
  } finally {
    await client.end();
  }
  url.username = role;
  url.password = password;
  return url.href;
}

declare module 'vitest' {
  export interface ProvidedContext {
    testServer: TestServer;
  }
}
