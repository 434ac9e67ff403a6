import { sql, type Kysely } from 'kysely';

/** Simulations of event logs: what was asked, from which inputs, how far it is, and what came of it; every difference with its distribution. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table simulation_run (
      id uuid primary key,
      event_log text not null,
      state text not null check (state in ('waiting', 'running', 'done', 'cancelled', 'failed', 'interrupted')),
      request jsonb not null,
      inputs jsonb not null,
      inputs_hash text not null,
      study jsonb,
      problem jsonb,
      created_at timestamptz not null,
      created_by_kind text not null,
      created_by_id text not null,
      started_at timestamptz,
      finished_at timestamptz
    )`.execute(db);
  await sql`create index simulation_run_of_log on simulation_run (event_log, created_at desc, id desc)`.execute(db);
  await sql`create index simulation_run_checked on simulation_run (event_log, inputs_hash, created_at desc) where state = 'done'`.execute(db);
  await sql`create index simulation_run_under_way on simulation_run (id) where state in ('waiting', 'running')`.execute(db);
  await sql`
    create table simulation_difference (
      run uuid not null references simulation_run (id),
      measure text not null,
      position int not null,
      quantity text not null,
      unit text not null,
      before_change float8,
      after_change float8,
      estimate float8,
      lo float8,
      hi float8,
      level float8 not null,
      n int not null,
      draws float8[] not null,
      method text not null,
      method_version int not null,
      seed bigint not null,
      usable boolean not null,
      primary key (run, measure)
    )`.execute(db);
}
