import { Client, escapeLiteral } from 'pg';
import { setTimeout as sleep } from 'node:timers/promises';
import { problem } from '../errors/index.ts';
import { adminRole, type Passwords } from './cluster.ts';
import type { Postmaster } from './postmaster.ts';

/** The role and the database of the program; the role owns the database and nothing else. */
export const appRole = 'hymnsheet';

/**
 * A connection string to the server that `postmaster` describes, by its socket where it has one.
 * @example connectionTo({ pid: 1, startedAt: 0, port: 5432, socketFolder: '/a b', address: '', state: 'ready' }, 'u', 'p', 'd') // 'postgresql://u:p@localhost/d?host=%2Fa%20b&port=5432'
 */
export function connectionTo(postmaster: Postmaster, role: string, password: string, database: string): string {
  const who = `${encodeURIComponent(role)}:${encodeURIComponent(password)}`;
  if (postmaster.address !== '') return `postgresql://${who}@${postmaster.address}:${postmaster.port}/${encodeURIComponent(database)}`;
  return `postgresql://${who}@localhost/${encodeURIComponent(database)}?host=${encodeURIComponent(postmaster.socketFolder)}&port=${postmaster.port}`;
}

/** Makes the program's role and database when they are missing, as the administrator role. */
export async function provision(admin: string, passwords: Passwords): Promise<void> {
  const client = await connectPatiently(admin);
  try {
    // A failing statement would otherwise leave the password in the log.
    await client.query('set log_min_error_statement = panic');
    // Starts that meet here would else both find nothing.
    await client.query('select pg_advisory_lock(4680)');
    const role = await client.query('select 1 from pg_roles where rolname = $1', [appRole]);
    if (role.rowCount === 0) await client.query(`create role ${appRole} login nosuperuser nocreatedb nocreaterole noreplication password ${escapeLiteral(passwords.app)}`);
    const database = await client.query('select 1 from pg_database where datname = $1', [appRole]);
    if (database.rowCount === 0) await client.query(`create database ${appRole} owner ${appRole}`);
    await client.query(`revoke connect, temporary on database ${appRole}, ${adminRole} from public`);
  } finally {
    await client.end();
  }
}

async function connectPatiently(connectionString: string, withinMs = 15_000): Promise<Client> {
  for (let waited = 0; ; waited += 100) {
    const client = new Client({ connectionString, application_name: 'hymnsheet supervisor' });
    client.on('error', () => {});
    try {
      await client.connect();
      return client;
    } catch (cause) {
      if (waited >= withinMs) throw problem('database-unreachable', { detail: 'PostgreSQL runs and cannot be reached', value: (cause as Error).message, wanted: 'a connection by its administrator role' }, cause);
      await sleep(100);
    }
  }
}
