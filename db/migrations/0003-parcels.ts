import { type Kysely, sql } from "kysely";

/** Couriers, the rules of their clock, pick-up requests, parcels and what tracking said. */
export async function up(db: Kysely<unknown>) {
  await sql`set local role app_owner`.execute(db);
  await sql`create table couriers (id text primary key, name text not null)`.execute(db);
  await sql`
    create table hubs (
      id uuid primary key default gen_random_uuid(),
      courier_id text not null references couriers,
      name text not null,
      city text not null,
      province text not null,
      unique (courier_id, name)
    )`.execute(db);
  await sql`
    create table sla_policies (
      id uuid primary key default gen_random_uuid(),
      courier_id text references couriers,
      service_kind text not null,
      province text,
      valid_from timestamptz not null,
      cutoff_local time,
      limit_days smallint not null,
      limit_local time not null,
      operating_days smallint[] not null,
      auto_cancel_days smallint,
      source text not null
    )`.execute(db);
  await sql`create unique index sla_policies_version on sla_policies (coalesce(courier_id, ''), service_kind, coalesce(province, ''), valid_from)`.execute(
    db,
  );
  await sql`
    create table holidays (
      date date not null,
      name text not null,
      kind text not null check (kind in ('libur_nasional', 'cuti_bersama')),
      primary key (date, kind)
    )`.execute(db);
  await sql`
    create table pickup_points (
      id uuid primary key default gen_random_uuid(),
      seller_org_id uuid not null,
      address_key text not null,
      street text not null default '',
      rt text not null default '',
      rw text not null default '',
      ward text not null default '',
      landmark text not null default '',
      whatsapp text not null default '',
      updated_at timestamptz not null,
      unique (seller_org_id, address_key)
    )`.execute(db);
  await sql`
    create table pickup_requests (
      id uuid primary key default gen_random_uuid(),
      seller_org_id uuid not null,
      seller_name text not null,
      courier_id text not null references couriers,
      external_id text not null unique,
      pickup_point_id uuid not null references pickup_points,
      service_kind text not null,
      requested_at timestamptz not null,
      window_start timestamptz,
      window_end timestamptz,
      contact_name text not null,
      contact_phone text not null,
      address text not null,
      village text not null,
      district text not null,
      city text not null,
      province text not null,
      postal_code text not null,
      zone text not null,
      policy_id uuid references sla_policies,
      cutoff_at timestamptz,
      deadline_at timestamptz,
      auto_cancel_at timestamptz,
      created_at timestamptz not null
    )`.execute(db);
  await sql`create index pickup_requests_seller on pickup_requests (seller_org_id, requested_at desc, id)`.execute(
    db,
  );
  await sql`
    create table parcels (
      id uuid primary key default gen_random_uuid(),
      pickup_request_id uuid not null references pickup_requests,
      seller_org_id uuid not null,
      courier_id text not null references couriers,
      resi text not null,
      order_no text not null default '',
      description text not null default '',
      stage text not null,
      stage_at timestamptz,
      custody_at timestamptz,
      failed_at timestamptz,
      final_at timestamptz,
      deadline_at timestamptz not null default 'infinity',
      awaiting_pickup boolean generated always as (custody_at is null and final_at is null) stored,
      created_at timestamptz not null,
      unique (courier_id, resi),
      unique (id, seller_org_id, courier_id)
    )`.execute(db);
  await sql`create index parcels_resi on parcels (resi)`.execute(db);
  await sql`create index parcels_request on parcels (pickup_request_id)`.execute(db);
  await sql`create index parcels_awaiting on parcels (deadline_at, id) where awaiting_pickup`.execute(
    db,
  );
  await sql`create index parcels_awaiting_courier on parcels (courier_id) where awaiting_pickup`.execute(
    db,
  );
  await sql`create index parcels_awaiting_seller on parcels (seller_org_id, pickup_request_id) where awaiting_pickup`.execute(
    db,
  );
  await sql`
    create table tracking_inbox (
      id uuid primary key default gen_random_uuid(),
      source text not null,
      identity text not null,
      body jsonb not null,
      received_at timestamptz not null,
      worked_at timestamptz,
      unique (source, identity)
    )`.execute(db);
  await sql`create index tracking_inbox_waiting on tracking_inbox (received_at) where worked_at is null`.execute(
    db,
  );
  await sql`
    create table tracking_events (
      id uuid primary key default gen_random_uuid(),
      inbox_id uuid not null references tracking_inbox,
      source text not null,
      identity text not null,
      resi text not null,
      parcel_id uuid references parcels,
      seller_org_id uuid,
      courier_id text,
      scan_courier text,
      stage text not null,
      raw_code text not null,
      raw_text text not null,
      occurred_at timestamptz,
      received_at timestamptz not null,
      unique (source, identity)
    )`.execute(db);
  await sql`create index tracking_events_parcel on tracking_events (parcel_id, received_at)`.execute(
    db,
  );
  await sql`create index tracking_events_orphans on tracking_events (resi) where parcel_id is null`.execute(
    db,
  );
  await sql`reset role`.execute(db);
}
