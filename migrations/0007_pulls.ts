import { sql, type Kysely } from 'kysely';

/** Secrets of settings, sealed; ranges of addresses that may be reached; databases that are pulled from on a schedule; batches that are tried again. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table secret (id uuid primary key, about text not null, key_id text not null, nonce bytea not null, sealed bytea not null, created_at timestamptz not null)`.execute(db);
  await sql`
    create table allowed_range (
      range text primary key,
      reason text not null,
      allowed_at timestamptz not null,
      allowed_by_kind text not null,
      allowed_by_id text not null
    )`.execute(db);
  await sql`
    create table pull (
      id text primary key,
      revision int not null,
      definition jsonb not null,
      event_log text not null,
      columns jsonb not null,
      secret uuid not null,
      state text not null check (state in ('active', 'paused', 'removed')),
      cursor text,
      failures int not null default 0,
      problem jsonb,
      last_done_at timestamptz,
      next_at timestamptz,
      created_at timestamptz not null
    )`.execute(db);
  await sql`create index pull_due on pull (next_at) where state = 'active'`.execute(db);
  await sql`
    create table pull_run (
      id uuid primary key,
      pull text not null references pull (id),
      event_log text not null,
      state text not null check (state in ('queued', 'running', 'done', 'failed', 'cancelled')),
      asked_by_kind text not null,
      asked_by_id text not null,
      queued_at timestamptz not null,
      started_at timestamptz,
      finished_at timestamptz,
      cursor_before text,
      cursor_after text,
      rows bigint,
      complete boolean,
      version text,
      report jsonb,
      rejected jsonb,
      problem jsonb
    )`.execute(db);
  await sql`create index pull_run_pull on pull_run (pull, queued_at desc, id)`.execute(db);
  await sql`create unique index pull_run_one on pull_run (pull) where state in ('queued', 'running')`.execute(db);
  await sql`create index pull_run_version on pull_run (event_log, version) where version is not null`.execute(db);
  await sql`alter table event_batch add column tries int not null default 0, add column retry_at timestamptz`.execute(db);
}
