import { createHash, randomBytes } from 'node:crypto';
import { Client, escapeIdentifier } from 'pg';
import { inject } from 'vitest';
import { migrations } from '../../migrations/index.ts';
import { migrate } from '../../src/platform/db/index.ts';

/** Two connection strings to one server: `admin` may create databases, `app` is the role that tests work as. */
export interface TestServer {
  readonly admin: string;
  readonly app: string;
}

export interface TestDatabase {
  readonly connectionString: string;
  readonly drop: () => Promise<void>;
}

// Any number; only testers of the same server meet on it.
const templateLock = 4_680_001;

/** A database of its own for a test file, with the schema of today; `empty` leaves the migrations out. Call `drop()` in afterAll. */
export async function testDatabase({ empty = false } = {}): Promise<TestDatabase> {
  const server = testServer();
  const name = `hymnsheet_test_${randomBytes(6).toString('hex')}`;
  const template = empty ? 'template1' : await migratedTemplate(server);
  await asAdmin(server, async (admin) => {
    await admin.query(`create database ${name} template ${template} owner ${owner(server)}`);
  });
  return { connectionString: withDatabase(server.app, name), drop: () => asAdmin(server, async (admin) => void (await admin.query(`drop database if exists ${name} with (force)`))) };
}

/** The server that the global set-up of the projects `integration` and `slow` started. */
export function testServer(): TestServer {
  const server = inject('testServer') as TestServer | undefined;
  if (server === undefined) throw new Error('no test server: name the file *.db.test.ts or *.slow.test.ts, whose projects start PostgreSQL');
  return server;
}

/** The same server, another database. */
export function withDatabase(connectionString: string, database: string): string {
  const url = new URL(connectionString);
  url.pathname = `/${encodeURIComponent(database)}`;
  return url.href;
}

/** Makes the template on the first call of the run; other test files wait for it, then copy it. */
async function migratedTemplate(server: TestServer): Promise<string> {
  const name = `hymnsheet_template_${fingerprint(server)}`;
  await asAdmin(server, async (admin) => {
    await admin.query('select pg_advisory_lock($1)', [templateLock]);
    const found = await admin.query('select 1 from pg_database where datname = $1', [name]);
    if (found.rowCount !== 0) return;
    const half = `${name}_half`;
    await admin.query(`drop database if exists ${half} with (force)`);
    await admin.query(`create database ${half} owner ${owner(server)}`);
    await migrate(withDatabase(server.app, half));
    await admin.query(`alter database ${half} rename to ${name}`);
  });
  return name;
}

// A long-lived server (HYMNSHEET_TEST_DATABASE_URL) must not serve the schema of an older tree, nor one that belongs to another role.
function fingerprint(server: TestServer): string {
  const hash = createHash('sha256').update(`${owner(server)}\n`);
  for (const [name, migration] of Object.entries(migrations)) hash.update(`${name}\n${String(migration.up)}\n`);
  return hash.digest('hex').slice(0, 12);
}

function owner(server: TestServer): string {
  return escapeIdentifier(decodeURIComponent(new URL(server.app).username));
}

async function asAdmin(server: TestServer, work: (admin: Client) => Promise<void>): Promise<void> {
  const admin = new Client({ connectionString: server.admin });
  await admin.connect();
  await work(admin).finally(() => admin.end());
}
