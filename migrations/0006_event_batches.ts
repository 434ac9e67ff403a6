import { sql, type Kysely } from 'kysely';

/** Batches of events that came over the API: stored when they are acknowledged, folded into a dataset version soon after. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table event_batch (
      event_log text not null,
      key text not null,
      seq bigint generated always as identity unique,
      body_hash text not null,
      events int not null,
      body jsonb,
      types jsonb not null,
      pseudonyms text[] not null,
      state text not null check (state in ('waiting', 'folded', 'failed')),
      attempts int not null default 0,
      version text,
      fold jsonb,
      problem jsonb,
      accepted_at timestamptz not null,
      accepted_by_kind text not null,
      accepted_by_id text not null,
      folded_at timestamptz,
      primary key (event_log, key)
    )`.execute(db);
  await sql`create index event_batch_waiting on event_batch (event_log, seq) where state = 'waiting'`.execute(db);
  await sql`create index event_batch_version on event_batch (event_log, version) where version is not null`.execute(db);
}
