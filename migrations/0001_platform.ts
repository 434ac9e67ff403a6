import { sql, type Kysely } from 'kysely';

/** Audit entries and their chain: both only ever grow, and the database itself refuses anything else. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table audit_entry (
      id bigint generated always as identity primary key,
      at timestamptz not null,
      actor_kind text not null check (actor_kind in ('person', 'key', 'operator', 'system')),
      actor_id text not null,
      action text not null,
      subject_kind text not null,
      subject_id text not null,
      detail jsonb not null default '{}'
    )`.execute(db);
  await sql`create index audit_entry_subject on audit_entry (subject_kind, subject_id, id)`.execute(db);
  await sql`
    create table audit_seal (
      seq bigint primary key,
      entry_id bigint not null unique,
      hash bytea not null
    )`.execute(db);
  await sql`
    create function refuse_change() returns trigger language plpgsql as $$
    begin
      raise exception '% only grows', tg_table_name using errcode = 'restrict_violation';
    end $$`.execute(db);
  for (const table of ['audit_entry', 'audit_seal']) {
    await sql`create trigger ${sql.id(`${table}_grows`)} before update or delete or truncate on ${sql.table(table)} for each statement execute function refuse_change()`.execute(db);
  }
}
