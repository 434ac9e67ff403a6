import { sql, type Kysely } from 'kysely';

/** Claims by their content, and briefs as they were sent: both are only ever added. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table claim (
      id text primary key check (id ~ '^[0-9a-f]{64}$'),
      key text not null,
      subject_kind text not null,
      subject_id text not null,
      measure text not null,
      body jsonb not null,
      computed_at timestamptz not null
    )`.execute(db);
  await sql`create index claim_subject on claim (subject_kind, subject_id, measure, computed_at desc)`.execute(db);
  await sql`
    create table brief (
      id uuid primary key,
      title text not null,
      headline text not null,
      created_at timestamptz not null,
      created_by_kind text not null,
      created_by_id text not null,
      body jsonb not null
    )`.execute(db);
  await sql`create index brief_created on brief (created_at desc, id)`.execute(db);
  for (const table of ['claim', 'brief']) {
    await sql`create trigger ${sql.id(`${table}_stays`)} before update or truncate on ${sql.table(table)} for each statement execute function refuse_change()`.execute(db);
  }
}
