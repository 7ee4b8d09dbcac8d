import { type Kysely, sql } from "kysely";

/** better-auth's tables under our names; only the role `app_auth` may touch them. */
export async function up(db: Kysely<unknown>) {
  await sql`set local role app_owner`.execute(db);
  await sql`
    create table users (
      id uuid primary key default gen_random_uuid(),
      name text not null,
      email text not null unique,
      email_verified boolean not null default false,
      image text,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now()
    )`.execute(db);
  await sql`
    create table organizations (
      id uuid primary key default gen_random_uuid(),
      name text not null,
      slug text not null unique,
      logo text,
      metadata text,
      kind text not null check (kind in ('seller', 'courier', 'support')),
      courier_id text,
      created_at timestamptz not null default now(),
      check ((kind = 'courier') = (courier_id is not null))
    )`.execute(db);
  await sql`
    create table sessions (
      id uuid primary key default gen_random_uuid(),
      token text not null unique,
      user_id uuid not null references users on delete cascade,
      active_organization_id uuid references organizations on delete set null,
      expires_at timestamptz not null,
      ip_address text,
      user_agent text,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now()
    )`.execute(db);
  await sql`create index sessions_user on sessions (user_id)`.execute(db);
  await sql`
    create table accounts (
      id uuid primary key default gen_random_uuid(),
      account_id text not null,
      provider_id text not null,
      user_id uuid not null references users on delete cascade,
      access_token text,
      refresh_token text,
      id_token text,
      access_token_expires_at timestamptz,
      refresh_token_expires_at timestamptz,
      scope text,
      password text,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now()
    )`.execute(db);
  await sql`create index accounts_user on accounts (user_id)`.execute(db);
  await sql`
    create table verifications (
      id uuid primary key default gen_random_uuid(),
      identifier text not null,
      value text not null,
      expires_at timestamptz not null,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now()
    )`.execute(db);
  await sql`create index verifications_identifier on verifications (identifier)`.execute(db);
  await sql`
    create table members (
      id uuid primary key default gen_random_uuid(),
      organization_id uuid not null references organizations on delete cascade,
      user_id uuid not null references users on delete cascade,
      role text not null check (role in ('member', 'admin')),
      level smallint check (level in (1, 2)),
      created_at timestamptz not null default now(),
      unique (organization_id, user_id)
    )`.execute(db);
  await sql`create index members_user on members (user_id)`.execute(db);
  await sql`
    create table invitations (
      id uuid primary key default gen_random_uuid(),
      organization_id uuid not null references organizations on delete cascade,
      email text not null,
      role text,
      status text not null default 'pending',
      expires_at timestamptz not null,
      inviter_id uuid not null references users on delete cascade,
      created_at timestamptz not null default now()
    )`.execute(db);
  await sql`grant select, insert, update, delete on users, organizations, sessions, accounts, verifications, members, invitations to app_auth`.execute(
    db,
  );
  await sql`reset role`.execute(db);
}
