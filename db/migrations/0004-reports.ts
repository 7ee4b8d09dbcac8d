import { type Kysely, sql } from "kysely";

/**
 * Reports, their threads and photos. Each row names the organisations it is for, so that a policy never asks
 * another table; composite keys keep those names the same as the report's.
 */
export async function up(db: Kysely<unknown>) {
  await sql`set local role app_owner`.execute(db);
  await sql`
    create table reports (
      id uuid primary key default gen_random_uuid(),
      code text not null unique,
      batch_id uuid not null,
      parcel_id uuid not null,
      pickup_request_id uuid not null references pickup_requests,
      seller_org_id uuid not null,
      seller_name text not null,
      courier_id text not null references couriers,
      courier_served boolean not null,
      resi text not null,
      origin_city text not null,
      zone text not null,
      category_filed text not null,
      category_reckoned text not null,
      status text not null check (status in ('open', 'resolved', 'cancelled')),
      resolution text,
      resolved_at timestamptz,
      waiting_on text not null check (waiting_on in ('seller', 'courier', 'support', 'nobody')),
      waiting_since timestamptz not null,
      due_at timestamptz not null default 'infinity',
      due_kind text check (due_kind in ('pickup', 'promise')),
      filed_by_user_id uuid not null,
      filed_by_name text not null,
      filed_at timestamptz not null,
      last_entry_at timestamptz not null,
      last_line jsonb not null,
      readiness jsonb,
      unique (id, seller_org_id, courier_id),
      foreign key (parcel_id, seller_org_id, courier_id) references parcels (id, seller_org_id, courier_id),
      check ((status = 'open') = (resolved_at is null)),
      check (status = 'open' or (waiting_on = 'nobody' and due_at = 'infinity'))
    )`.execute(db);
  await sql`create unique index reports_one_open on reports (parcel_id) where status = 'open'`.execute(
    db,
  );
  await sql`create index reports_parcel on reports (parcel_id, filed_at desc)`.execute(db);
  await sql`create index reports_resi on reports (resi)`.execute(db);
  // What the sweep looks through: a handful, however many reports there are.
  await sql`create index reports_promotable on reports (parcel_id) where status = 'open' and category_reckoned in ('belum_pickup', 'gagal_pickup')`.execute(
    db,
  );
  // Which couriers a seller can filter by, without reading the seller's reports.
  await sql`create index reports_seller_courier on reports (seller_org_id, courier_id)`.execute(db);
  await sql`create index reports_batch on reports (batch_id)`.execute(db);
  for (const [name, owner] of [
    ["seller", "seller_org_id, "],
    ["courier", "courier_id, "],
    ["all", ""],
  ] as const) {
    const index = (kind: string, columns: string, where = "") =>
      sql`create index ${sql.raw(`reports_${name}_${kind} on reports (${owner}${columns}) ${where}`)}`.execute(
        db,
      );
    // Nothing is due in a closed report, so late and soon are plain ranges of due_at.
    await index("due", "due_at, id");
    await index("turn", "waiting_on, due_at, id", "where status = 'open'");
    await index("newest", "filed_at desc, id desc");
    await index("activity", "last_entry_at desc, id desc");
    await index("done", "last_entry_at desc, id desc", "where status <> 'open'");
  }
  await sql`
    create table report_streams (
      report_id uuid not null,
      audience text not null check (audience in ('everyone', 'seller', 'courier', 'support')),
      seller_org_id uuid not null,
      courier_id text not null,
      last_seq integer not null default 0,
      primary key (report_id, audience),
      foreign key (report_id, seller_org_id, courier_id) references reports (id, seller_org_id, courier_id)
    )`.execute(db);
  await sql`
    create table entries (
      id uuid primary key default gen_random_uuid(),
      report_id uuid not null,
      audience text not null,
      seq integer not null,
      seller_org_id uuid not null,
      courier_id text not null,
      kind text not null check (kind in ('message', 'instruction', 'event')),
      author_side text not null check (author_side in ('seller', 'courier', 'support', 'system')),
      author_user_id uuid,
      author_name text not null,
      client_id uuid,
      fingerprint text,
      body text not null default '',
      event jsonb,
      created_at timestamptz not null,
      unique (report_id, audience, seq),
      check (audience = 'everyone' or audience = author_side),
      check ((author_side = 'system') = (author_user_id is null)),
      foreign key (report_id, seller_org_id, courier_id) references reports (id, seller_org_id, courier_id)
    )`.execute(db);
  await sql`create unique index entries_client on entries (report_id, author_user_id, client_id) where client_id is not null`.execute(
    db,
  );
  await sql`
    create table instructions (
      id uuid primary key default gen_random_uuid(),
      report_id uuid not null,
      entry_id uuid not null unique references entries,
      seller_org_id uuid not null,
      courier_id text not null,
      code text not null,
      from_side text not null,
      to_side text not null,
      detail text not null default '',
      due_at timestamptz,
      state text not null check (state in ('open', 'acknowledged', 'done', 'declined', 'expired')),
      state_at timestamptz not null,
      window_start timestamptz,
      window_end timestamptz,
      courier_name text,
      courier_phone text,
      courier_plate text,
      foreign key (report_id, seller_org_id, courier_id) references reports (id, seller_org_id, courier_id)
    )`.execute(db);
  await sql`create index instructions_report on instructions (report_id)`.execute(db);
  await sql`
    create table uploads (
      id uuid primary key default gen_random_uuid(),
      owner_org_id uuid not null,
      owner_user_id uuid not null,
      owner_side text not null,
      purpose text not null,
      full_key text not null,
      thumb_key text not null,
      width integer not null,
      height integer not null,
      bytes integer not null,
      original_sha256 text not null,
      captured_at text,
      received_at timestamptz not null,
      unique (id, owner_user_id, full_key, thumb_key)
    )`.execute(db);
  await sql`create index uploads_owner on uploads (owner_user_id, received_at desc)`.execute(db);
  await sql`
    create table photos (
      id uuid primary key default gen_random_uuid(),
      report_id uuid not null,
      entry_id uuid not null references entries,
      audience text not null,
      seller_org_id uuid not null,
      courier_id text not null,
      upload_id uuid not null,
      owner_user_id uuid not null,
      position smallint not null,
      purpose text not null,
      full_key text not null,
      thumb_key text not null,
      width integer not null,
      height integer not null,
      bytes integer not null,
      original_sha256 text not null,
      captured_at text,
      received_at timestamptz not null,
      foreign key (report_id, seller_org_id, courier_id) references reports (id, seller_org_id, courier_id),
      foreign key (upload_id, owner_user_id, full_key, thumb_key) references uploads (id, owner_user_id, full_key, thumb_key)
    )`.execute(db);
  await sql`create index photos_entry on photos (entry_id, position)`.execute(db);
  await sql`
    create table read_marks (
      report_id uuid not null,
      user_id uuid not null,
      seller_org_id uuid not null,
      courier_id text not null,
      everyone_seq integer not null default 0,
      notes_seq integer not null default 0,
      primary key (report_id, user_id),
      foreign key (report_id, seller_org_id, courier_id) references reports (id, seller_org_id, courier_id)
    )`.execute(db);
  await sql`reset role`.execute(db);
}
