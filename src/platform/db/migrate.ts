import { runMigrations as migrateJobs } from 'graphile-worker';
import { Kysely, Migrator, NO_MIGRATIONS, PostgresDialect, type Migration } from 'kysely';
import { Pool } from 'pg';
import { migrations as ours } from '../../../migrations/index.ts';
import { problem } from '../errors/index.ts';

/**
 * Brings the database to this program's schema, forward only, under the migrator's lock; a newer schema than the program is refused.
 * `migrations` and `upTo` are for tests that start from an earlier schema.
 * @throws Problem `schema-too-new` naming both versions.
 */
export async function migrate(connectionString: string, { migrations = ours, upTo }: { migrations?: Record<string, Migration>; upTo?: string } = {}): Promise<{ applied: string[]; version: string }> {
  const pool = new Pool({ connectionString, max: 2 });
  // A connection lost while idle or in use: the next query says so.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
  try {
    await refuseNewer(pool, Object.keys(migrations));
    await migrateJobs({ pgPool: pool });
    const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } });
    const { error, results } = upTo === undefined ? await migrator.migrateToLatest() : await migrator.migrateTo(upTo);
    if (error !== undefined) throw error;
    return { applied: (results ?? []).map((r) => r.migrationName), version: upTo ?? Object.keys(migrations).sort().at(-1) ?? String(NO_MIGRATIONS) };
  } finally {
    await db.destroy();
  }
}

async function refuseNewer(pool: Pool, known: readonly string[]): Promise<void> {
  const exists = await pool.query<{ t: string | null }>(`select to_regclass('public.kysely_migration')::text as t`);
  if (exists.rows[0]?.t == null) return;
  const { rows } = await pool.query<{ name: string }>('select name from kysely_migration order by name desc limit 1');
  const newest = rows[0]?.name;
  const ours = [...known].sort().at(-1) ?? '';
  if (newest !== undefined && newest > ours) {
    throw problem('schema-too-new', { detail: 'The database was written by a newer Hymnsheet', value: newest, wanted: `a schema no newer than ${ours}; install the newer version` });
  }
}
