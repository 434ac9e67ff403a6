import { sql, type Kysely } from 'kysely';

/**
 * Sign-in, one-time links, permission grants and the key table of pseudonyms. `auth.user`, `session`, `account`, `verification` and `apikey`
 * have the columns that better-auth 1.7 reads, in snake case. That library writes sessions and passwords in transactions of its own, so the
 * database writes their audit entries: they cannot be forgotten and commit with the row.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [...chain, ...signIn, ...libraryAudit, ...permissions, ...personal]) await sql.raw(statement).execute(db);
}

// The sealer asks for entries of transactions that were not finished at its last pass; without the index it would read all of them.
const chain = [
  'alter table audit_entry add column tx xid8 not null default pg_current_xact_id()',
  'create index audit_entry_tx on audit_entry (tx, id)',
  'create index audit_entry_actor on audit_entry (actor_kind, actor_id, id)',
];

const signIn = [
  'create schema auth',
  `create table auth.user (
    id text primary key,
    name text not null,
    email text not null unique,
    email_verified boolean not null,
    image text,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    person text unique,
    ended_at timestamptz
  )`,
  `create table auth.session (
    id text primary key,
    expires_at timestamptz not null,
    token text not null unique,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null,
    ip_address text,
    user_agent text,
    user_id text not null references auth.user (id) on delete cascade
  )`,
  'create index session_by_user on auth.session (user_id)',
  `create table auth.account (
    id text primary key,
    account_id text not null,
    provider_id text not null,
    user_id text not null references auth.user (id) on delete cascade,
    access_token text,
    refresh_token text,
    id_token text,
    access_token_expires_at timestamptz,
    refresh_token_expires_at timestamptz,
    scope text,
    password text,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null
  )`,
  'create index account_user on auth.account (user_id)',
  `create table auth.verification (
    id text primary key,
    identifier text not null,
    value text not null,
    expires_at timestamptz not null,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now()
  )`,
  'create index verification_identifier on auth.verification (identifier)',
  `create table auth.apikey (
    id text primary key,
    config_id text not null,
    name text,
    start text,
    reference_id text not null,
    prefix text,
    key text not null unique,
    refill_interval integer,
    refill_amount integer,
    last_refill_at timestamptz,
    enabled boolean,
    rate_limit_enabled boolean,
    rate_limit_time_window integer,
    rate_limit_max integer,
    request_count integer,
    remaining integer,
    last_request timestamptz,
    expires_at timestamptz,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    permissions text,
    metadata text
  )`,
  'create index apikey_reference on auth.apikey (reference_id)',
  `create table auth.one_time_link (
    id uuid primary key default gen_random_uuid(),
    purpose text not null check (purpose in ('set-up', 'invitation', 'reset')),
    user_id text references auth.user (id) on delete cascade,
    token_hash bytea not null unique,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    used_at timestamptz,
    check ((purpose = 'set-up') = (user_id is null))
  )`,
];

const libraryAudit = [
  `create function auth.audit_session() returns trigger language plpgsql as $$
  begin
    if tg_op = 'INSERT' then
      insert into audit_entry (at, actor_kind, actor_id, action, subject_kind, subject_id, detail)
        values (clock_timestamp(), 'person', new.user_id, 'session.start', 'sign-in', new.user_id, jsonb_build_object('session', new.id));
    else
      insert into audit_entry (at, actor_kind, actor_id, action, subject_kind, subject_id, detail)
        values (clock_timestamp(), 'system', 'system', 'session.end', 'sign-in', old.user_id, jsonb_build_object('session', old.id));
    end if;
    return null;
  end $$`,
  'create trigger session_audited after insert or delete on auth.session for each row execute function auth.audit_session()',
  `create function auth.audit_password() returns trigger language plpgsql as $$
  begin
    insert into audit_entry (at, actor_kind, actor_id, action, subject_kind, subject_id)
      values (clock_timestamp(), 'person', new.user_id, 'password.change', 'sign-in', new.user_id);
    return null;
  end $$`,
  `create trigger password_audited after update on auth.account for each row
    when (old.password is distinct from new.password) execute function auth.audit_password()`,
];

const permissions = [
  `create table auth.permission_grant (
    id uuid primary key default gen_random_uuid(),
    holder_kind text not null check (holder_kind in ('post', 'key')),
    holder_id text not null,
    permission_set text not null check (permission_set in ('administrator', 'editor', 'finance', 'contributor', 'viewer')),
    valid_from timestamptz not null,
    valid_to timestamptz,
    granted_by_kind text not null,
    granted_by_id text not null,
    granted_at timestamptz not null,
    check (valid_to is null or valid_to >= valid_from)
  )`,
  'create index permission_grant_holder on auth.permission_grant (holder_kind, holder_id)',
];

const personal = [
  'create schema personal',
  `create table personal.pseudonym (
    event_log text not null,
    pseudonym text not null,
    original text not null,
    recorded_at timestamptz not null,
    primary key (event_log, pseudonym)
  )`,
  'create index pseudonym_original on personal.pseudonym (original)',
  // What was erased stays erased when the same rows are imported again.
  'create table personal.erased (pseudonym text primary key, erased_at timestamptz not null)',
];
