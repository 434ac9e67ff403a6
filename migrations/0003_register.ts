import { sql, type Kysely } from 'kysely';

/**
 * Registers: every record by kind and slug (for ever: a slug is never reused), its versions, and what the current ones refer to.
 * A version's content never changes; it is only closed (things changed from an instant on) or superseded (it was corrected).
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table register_record (
      kind text not null,
      slug text not null,
      created_at timestamptz not null,
      retired_at timestamptz,
      applied_version uuid,
      primary key (kind, slug)
    )`.execute(db);
  await sql`
    create table register_version (
      version_id uuid primary key default gen_random_uuid(),
      kind text not null,
      slug text not null,
      body jsonb not null,
      body_hash text not null,
      valid_from timestamptz,
      valid_to timestamptz,
      recorded_at timestamptz not null,
      closed_at timestamptz,
      superseded_at timestamptz,
      recorded_by_kind text not null,
      recorded_by_id text not null,
      source jsonb not null,
      foreign key (kind, slug) references register_record,
      check ((valid_to is null) = (closed_at is null)),
      check (valid_from <= valid_to)
    )`.execute(db);
  await sql`create unique index register_version_open on register_version (kind, slug) where superseded_at is null and valid_to is null`.execute(db);
  await sql`create index register_version_history on register_version (kind, slug, recorded_at)`.execute(db);
  await sql`alter table register_record add foreign key (applied_version) references register_version`.execute(db);
  await sql`
    create table register_reference (
      kind text not null,
      slug text not null,
      to_kind text not null,
      to_slug text not null,
      primary key (kind, slug, to_kind, to_slug),
      foreign key (kind, slug) references register_record,
      foreign key (to_kind, to_slug) references register_record
    )`.execute(db);
  await sql`create index register_reference_to on register_reference (to_kind, to_slug)`.execute(db);
  // Erasing a person (their name, and the id made of it, in every version) is the one exception; it sets hymnsheet.erasing for its own transaction.
  await sql`
    create function keep_register_version() returns trigger language plpgsql as $$
    begin
      if tg_op = 'DELETE' then
        raise exception 'versions of records are kept' using errcode = 'restrict_violation';
      end if;
      if (new.version_id, new.kind, new.valid_from, new.recorded_at, new.recorded_by_kind, new.recorded_by_id, new.source)
        is distinct from (old.version_id, old.kind, old.valid_from, old.recorded_at, old.recorded_by_kind, old.recorded_by_id, old.source)
        or (old.valid_to is not null and new.valid_to is distinct from old.valid_to)
        or (old.superseded_at is not null and new.superseded_at is distinct from old.superseded_at)
        or ((new.slug, new.body, new.body_hash) is distinct from (old.slug, old.body, old.body_hash) and coalesce(current_setting('hymnsheet.erasing', true), '') <> 'on')
      then
        raise exception 'a version of a record is never changed' using errcode = 'restrict_violation';
      end if;
      return new;
    end $$`.execute(db);
  await sql`create trigger register_version_kept before update or delete on register_version for each row execute function keep_register_version()`.execute(db);
}
