import { CamelCasePlugin, Kysely, PostgresDialect, type Transaction } from 'kysely';
import { Pool, TypeOverrides, types as known } from 'pg';
import type { Tables } from './tables.ts';

export type { Tables } from './tables.ts';
export { migrate } from './migrate.ts';

export type Db = Kysely<Tables>;
export type Tx = Transaction<Tables>;

// int8 as a number: no count or microsecond of ours passes 2^53. Dates without a time stay text: they have no instant.
const types = new TypeOverrides();
types.setTypeParser(known.builtins.INT8, (text) => Number(text));
types.setTypeParser(known.builtins.DATE, (text) => text);

/**
 * A pool of at most `size` connections as typed SQL; table and column names are camelCase here and snake_case there.
 * `onError` hears of connections lost (a restart of the server), which the pool replaces.
 */
export function openDb(connectionString: string, { size = 10, onError = () => {} }: { size?: number; onError?: (error: Error) => void } = {}): { db: Db; pool: Pool } {
  const pool = new Pool({ connectionString, max: size, types, connectionTimeoutMillis: 10_000, idleTimeoutMillis: 60_000 });
  pool.on('error', (error: Error & { client?: unknown }) => {
    // The pool hangs the whole connection on it, with what PostgreSQL takes for the right to cancel: no business of a log.
    delete error.client;
    onError(error);
  });
  // The pool hears only idle connections: one lost between two statements of a transaction would end the process.
  pool.on('connect', (client) => client.on('error', onError));
  return { db: new Kysely<Tables>({ dialect: new PostgresDialect({ pool }), plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })] }), pool };
}
