import { sql, type Kysely } from 'kysely';

/** Dataset versions of event logs, which of them is current, files received, and imports. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table dataset_version (
      id text not null,
      event_log text not null,
      parent text,
      mode text not null check (mode in ('replace', 'append')),
      manifest jsonb not null,
      file_name text not null,
      file_sha256 text not null,
      reading jsonb not null,
      events bigint not null,
      cases bigint not null,
      first_event timestamptz,
      last_event timestamptz,
      report jsonb not null,
      imported_at timestamptz not null,
      imported_by_kind text not null,
      imported_by_id text not null,
      collected_at timestamptz,
      primary key (event_log, id),
      foreign key (event_log, parent) references dataset_version (event_log, id)
    )`.execute(db);
  await sql`
    create table event_log_current (
      event_log text primary key,
      version text not null,
      changed_at timestamptz not null,
      foreign key (event_log, version) references dataset_version (event_log, id)
    )`.execute(db);
  await sql`
    create table upload (
      id uuid primary key,
      name text not null,
      bytes bigint not null,
      sha256 text not null,
      created_at timestamptz not null,
      created_by_kind text not null,
      created_by_id text not null
    )`.execute(db);
  await sql`
    create table import_run (
      id uuid primary key,
      event_log text not null,
      upload uuid not null references upload (id) on delete cascade,
      mode text not null check (mode in ('replace', 'append')),
      state text not null check (state in ('queued', 'running', 'done', 'cancelled', 'failed')),
      request jsonb not null,
      version text,
      report jsonb,
      problem jsonb,
      created_at timestamptz not null,
      created_by_kind text not null,
      created_by_id text not null,
      finished_at timestamptz
    )`.execute(db);
  await sql`create index import_run_log on import_run (event_log, created_at desc)`.execute(db);
}
