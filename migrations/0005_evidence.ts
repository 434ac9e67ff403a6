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
  await sql`create trigger claim_stays before update or truncate on claim for each statement execute function refuse_change()`.execute(db);
  // Erasing a person replaces their name in briefs too; it sets hymnsheet.erasing for its own transaction.
  await sql`
    create function keep_brief() returns trigger language plpgsql as $$
    begin
      if coalesce(current_setting('hymnsheet.erasing', true), '') <> 'on' or (new.id, new.created_at, new.created_by_kind) is distinct from (old.id, old.created_at, old.created_by_kind) then
        raise exception 'a brief stays as it was sent' using errcode = 'restrict_violation';
      end if;
      return new;
    end $$`.execute(db);
  await sql`create trigger brief_stays before update on brief for each row execute function keep_brief()`.execute(db);
}
