import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { testDatabase, testServer } from '../harness/database.ts';
import { lineTo } from './line.ts';

/** A database of somebody else with a table of events that grows, and how it is reached. */
export interface SourceDatabase {
  readonly connection: { readonly host: string; readonly port: number; readonly database: string; readonly user: string; readonly tls: 'none' };
  readonly password: string;
  /** Takes the line to it away, or gives it back. */
  readonly line: (up: boolean) => Promise<void>;
  readonly sql: (text: string, values?: unknown[]) => Promise<Record<string, unknown>[]>;
  readonly drop: () => Promise<void>;
}

/** The table `ticket_event`, empty, in a database of its own, and a role that may only read it. */
export async function sourceDatabase(): Promise<SourceDatabase> {
  const made = await testDatabase({ empty: true });
  const client = new Client({ connectionString: made.connectionString });
  client.on('error', () => {});
  await client.connect();
  await client.query(`create table ticket_event (id bigint generated always as identity primary key, ticket text, step text, who text, at timestamptz not null, changed timestamptz not null default clock_timestamp(), cost numeric, note text)`);
  const [role, password] = [`reader_${randomBytes(5).toString('hex')}`, `p w'${randomBytes(9).toString('base64')}`];
  const admin = new Client({ connectionString: testServer().admin });
  await admin.connect();
  await admin.query(`create role ${role} login password '${password.replaceAll("'", "''")}'`);
  await client.query(`grant select on ticket_event to ${role}`);
  const at = new URL(made.connectionString);
  const line = await lineTo(at);
  return {
    connection: { host: '127.0.0.1', port: line.port, database: at.pathname.slice(1), user: role, tls: 'none' },
    password, line: line.turn,
    sql: async (text, values = []) => (await client.query(text, values)).rows,
    drop: async () => {
      await line.turn(false);
      await client.query(`drop owned by ${role}`).catch(() => {});
      await client.end();
      await made.drop();
      await admin.query(`drop role if exists ${role}`).catch(() => {});
      await admin.end();
    },
  };
}
