import { type Kysely, sql } from "kysely";
import { pastRowSecurity } from "./past-row-security.ts";

const states = sql.raw(`'pending', 'waiting', 'ready', 'erased'`);

/**
 * Row first, then objects, then ready; a device's own id makes a repetition the same upload. Processes from before
 * this write the row last, so what says nothing of its state is ready.
 */
async function trackUploads(db: Kysely<unknown>) {
  await sql`
    alter table uploads
      add client_id uuid,
      add state text not null default 'ready' check (state in (${states})),
      add placeholder text,
      add advice text[] not null default '{}',
      add label jsonb,
      add similar_to uuid`.execute(db);
  await sql`create unique index uploads_client on uploads (owner_user_id, client_id) where client_id is not null`.execute(
    db,
  );
  await sql`create index uploads_unfinished on uploads (received_at) where state in ('pending', 'waiting')`.execute(
    db,
  );
  // A key names one object; reconciling asks which keys are known.
  await sql`create unique index uploads_key on uploads (full_key collate "C")`.execute(db);
  await sql`
    alter table photos
      add placeholder text,
      add state text not null default 'ready' check (state in (${states}))`.execute(db);
  await sql`create index photos_upload on photos (upload_id)`.execute(db);
  await sql`create index photos_waiting on photos (report_id) where state = 'waiting'`.execute(db);
}

/** What a photo says of itself is for those who decide; the parties see the picture alone. */
async function makeEvidence(db: Kysely<unknown>) {
  await sql`
    create table photo_evidence (
      upload_id uuid primary key references uploads on delete cascade,
      owner_org_id uuid not null,
      original_sha256 text not null,
      perceptual_hash bit(64),
      hash_bands smallint[],
      captured_at text,
      device text,
      reduced boolean not null default false,
      distance_m integer,
      received_at timestamptz not null,
      original_key text,
      original_bytes integer,
      original_until timestamptz,
      check ((original_key is null) = (original_until is null)),
      check ((perceptual_hash is null) = (hash_bands is null))
    )`.execute(db);
  await sql`create index photo_evidence_sha on photo_evidence (original_sha256)`.execute(db);
  await sql`create index photo_evidence_bands on photo_evidence using gin (hash_bands)`.execute(db);
  await sql`create index photo_evidence_originals on photo_evidence (original_until) where original_key is not null`.execute(
    db,
  );
  await sql`create unique index photo_evidence_original_key on photo_evidence (original_key collate "C")`.execute(
    db,
  );
  await pastRowSecurity(db, ["uploads"], async () => {
    await sql`
      insert into photo_evidence (upload_id, owner_org_id, original_sha256, captured_at, received_at)
      select id, owner_org_id, original_sha256, captured_at, received_at from uploads`.execute(db);
  });
  // Nobody reads them from here on; processes from before this, which may run beside newer ones, still write them.
  await sql`alter table photos alter column original_sha256 drop not null`.execute(db);
}

/** Where objects cannot be written their bytes wait here, so that nothing uploaded hangs on one device. */
async function makeHeldObjects(db: Kysely<unknown>) {
  await sql`
    create table held_objects (
      key text primary key,
      upload_id uuid not null references uploads on delete cascade,
      bytes bytea not null,
      held_at timestamptz not null
    )`.execute(db);
  // Pictures are compressed already.
  await sql`alter table held_objects alter column bytes set storage external`.execute(db);
  await sql`create index held_objects_upload on held_objects (upload_id)`.execute(db);
}

/** The same proof in two reports of different resi. */
async function makeRepeats(db: Kysely<unknown>) {
  await sql`
    create table proof_repeats (
      photo_id uuid not null references photos,
      report_id uuid not null references reports,
      twin_photo_id uuid not null references photos,
      twin_report_id uuid not null references reports,
      distance smallint not null,
      found_at timestamptz not null,
      primary key (report_id, twin_report_id)
    )`.execute(db);
  await sql`create index proof_repeats_twin on proof_repeats (twin_report_id)`.execute(db);
  // The system may note something down for CS alone.
  await sql`alter table entries drop constraint entries_check`.execute(db);
  await sql`
    alter table entries add constraint entries_audience check (
      audience in ('everyone', author_side) or (audience = 'support' and author_side = 'system')
    )`.execute(db);
}

/** Only the system writes here, and only CS reads; of the bytes that wait only the system knows. */
async function secure(db: Kysely<unknown>) {
  for (const table of ["photo_evidence", "held_objects", "proof_repeats"]) {
    const name = sql.ref(table);
    await sql`alter table ${name} enable row level security`.execute(db);
    await sql`alter table ${name} force row level security`.execute(db);
    await sql`grant select, insert, update, delete on ${name} to app_system`.execute(db);
    await sql`create policy system_all on ${name} to app_system using (true) with check (true)`.execute(
      db,
    );
  }
  for (const table of ["photo_evidence", "proof_repeats"]) {
    const name = sql.ref(table);
    await sql`grant select on ${name} to app_support`.execute(db);
    await sql`create policy support_select on ${name} for select to app_support using (true)`.execute(
      db,
    );
  }
}

/** Where the parcels wait, to tell how far from there a photo was taken. */
async function placePickupPoints(db: Kysely<unknown>) {
  await sql`
    alter table pickup_requests
      add latitude double precision check (latitude between -90 and 90),
      add longitude double precision check (longitude between -180 and 180),
      add check ((latitude is null) = (longitude is null))`.execute(db);
}

export async function up(db: Kysely<unknown>) {
  await sql`set local role app_owner`.execute(db);
  await trackUploads(db);
  await makeEvidence(db);
  await makeHeldObjects(db);
  await makeRepeats(db);
  await secure(db);
  await placePickupPoints(db);
  await sql`reset role`.execute(db);
}
