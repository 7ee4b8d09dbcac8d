import { type Kysely, sql } from "kysely";
import { pastRowSecurity } from "./past-row-security.ts";

/** Rows of tracking with what they were looked up by, what support made of unknown ones, and a log of deliveries. */
export async function up(db: Kysely<unknown>) {
  await sql`set local role app_owner`.execute(db);
  await sql`
    create table tracking_mappings (
      id uuid primary key default gen_random_uuid(),
      vocabulary text not null,
      match text not null check (match in ('code', 'text')),
      value text not null check (value <> ''),
      meaning text not null,
      created_at timestamptz not null,
      created_by_name text not null,
      withdrawn_at timestamptz,
      withdrawn_by_name text,
      check ((withdrawn_at is null) = (withdrawn_by_name is null))
    )`.execute(db);
  await sql`create unique index tracking_mappings_one on tracking_mappings (vocabulary, match, value) where withdrawn_at is null`.execute(
    db,
  );
  await sql`alter table tracking_events rename column stage to meaning`.execute(db);
  await sql`
    alter table tracking_events
      add vocabulary text not null default '',
      add plain_code text not null default '',
      add plain_text text not null default '',
      add occurred_local text,
      add pulled boolean not null default false,
      add mapping_id uuid references tracking_mappings`.execute(db);
  // The page of what nobody understands reads this and nothing else.
  await sql`create index tracking_events_unknown on tracking_events (vocabulary, plain_code, plain_text, received_at desc) where meaning = 'unknown'`.execute(
    db,
  );
  await sql`create index tracking_events_mapping on tracking_events (mapping_id) where mapping_id is not null`.execute(
    db,
  );
  await sql`
    alter table tracking_inbox
      add kind text not null default 'webhook' check (kind in ('webhook', 'pull')),
      add resi text,
      add attempts integer not null default 0,
      add next_try_at timestamptz not null default '-infinity',
      add problem text,
      add row_count integer,
      add unknown_count integer`.execute(db);
  await sql`drop index tracking_inbox_waiting`.execute(db);
  await sql`create index tracking_inbox_waiting on tracking_inbox (next_try_at, received_at) where worked_at is null`.execute(
    db,
  );
  await sql`create index tracking_inbox_newest on tracking_inbox (received_at desc, id desc)`.execute(
    db,
  );
  await sql`create index tracking_inbox_problem on tracking_inbox (received_at desc, id desc) where problem is not null`.execute(
    db,
  );
  await pastRowSecurity(db, ["tracking_events"], async () => {
    await sql`update tracking_events set vocabulary = source, plain_code = upper(regexp_replace(raw_code, '[^[:alnum:]]', '', 'g'))`.execute(
      db,
    );
  });
  await sql`alter table reports add track_at timestamptz not null default 'infinity'`.execute(db);
  await pastRowSecurity(db, ["reports"], async () => {
    await sql`update reports set track_at = filed_at where status = 'open'`.execute(db);
  });
  await sql`create index reports_track on reports (track_at) where status = 'open'`.execute(db);
  await sql`grant select on tracking_mappings to app_support`.execute(db);
  await sql`grant select, insert, update on tracking_mappings to app_system`.execute(db);
  await sql`reset role`.execute(db);
}
