import { type Kysely, sql } from "kysely";
import { pastRowSecurity } from "./past-row-security.ts";
import { CLOSURES } from "./reference/closures.ts";
import {
  COURIER_POLICIES,
  DEFAULT_POLICIES,
  type PolicySeed,
} from "./reference/pickup-policies.ts";
import { REPLY_HOURS } from "./reference/reply-hours.ts";

const organisation = "(select current_setting('app.organisation')::uuid)";
const courier = "(select current_setting('app.courier'))";
const START = "2025-01-01T00:00:00Z";

/** Rules are never changed or deleted: a new version, or a withdrawal that says who. */
async function versionPolicies(db: Kysely<unknown>) {
  await sql`
    alter table sla_policies
      add version integer not null default 1,
      add target_days smallint not null default 0,
      add opening_local time not null default '08:00',
      add limit_minutes smallint check (limit_minutes > 0),
      add spans jsonb not null default '[]',
      add joint_leave_closes boolean not null default false,
      add warn_percent smallint not null default 80 check (warn_percent between 1 and 100),
      add warn_before_minutes smallint not null default 60 check (warn_before_minutes >= 0),
      add silent_scan_minutes smallint not null default 120 check (silent_scan_minutes > 0),
      add created_at timestamptz not null default ${sql.lit(START)},
      add created_by_name text not null default '',
      add withdrawn_at timestamptz,
      add withdrawn_by_name text,
      alter limit_days drop not null,
      alter limit_local drop not null,
      add check ((limit_minutes is null) = (limit_days is not null and limit_local is not null)),
      add check (cardinality(operating_days) > 0),
      add check ((withdrawn_at is null) = (withdrawn_by_name is null))`.execute(db);
  await sql`drop index sla_policies_version`.execute(db);
  await sql`create unique index sla_policies_from on sla_policies (coalesce(courier_id, ''), service_kind, coalesce(province, ''), valid_from) where withdrawn_at is null`.execute(
    db,
  );
  await sql`create unique index sla_policies_version on sla_policies (coalesce(courier_id, ''), service_kind, coalesce(province, ''), version)`.execute(
    db,
  );
}

const insertPolicy = (db: Kysely<unknown>, seed: PolicySeed) => {
  const { limit } = seed;
  const [days, at, minutes] =
    "minutes" in limit ? [null, null, limit.minutes] : [limit.days, limit.at, null];
  return sql`
    insert into sla_policies (courier_id, service_kind, valid_from, cutoff_local, target_days, limit_days, limit_local, limit_minutes, operating_days, auto_cancel_days, warn_before_minutes, source)
    select ${seed.courier ?? null}, ${seed.service}, ${START}, ${seed.cutoff}::time, ${seed.target}, ${days}::smallint, ${at}::time, ${minutes}::smallint, ${seed.operatingDays}::smallint[], ${seed.autoCancelDays}::smallint, ${seed.warnBeforeMinutes}, ${seed.source}
    where not exists (select from sla_policies where courier_id is not distinct from ${seed.courier ?? null} and service_kind = ${seed.service})`.execute(
    db,
  );
};

/** One table of dates: national holidays, joint leave, and the hours of a courier and region, which win over both. */
async function makeCalendar(db: Kysely<unknown>) {
  await sql`
    create table calendar_days (
      id uuid primary key default gen_random_uuid(),
      date date not null,
      kind text not null check (kind in ('libur_nasional', 'cuti_bersama', 'hours')),
      courier_id text references couriers,
      province text,
      spans jsonb not null default '[]',
      name text not null,
      created_at timestamptz not null default ${sql.lit(START)},
      created_by_name text not null default '',
      withdrawn_at timestamptz,
      withdrawn_by_name text,
      check (kind = 'hours' or (courier_id is null and province is null)),
      check ((withdrawn_at is null) = (withdrawn_by_name is null))
    )`.execute(db);
  await sql`create unique index calendar_days_one on calendar_days (coalesce(courier_id, ''), coalesce(province, ''), date, (kind = 'hours')) where withdrawn_at is null`.execute(
    db,
  );
  await sql`insert into calendar_days (date, kind, name) select distinct on (date) date, kind, name from holidays order by date, kind desc`.execute(
    db,
  );
  await sql`drop table holidays`.execute(db);
  for (const { courier: id, province, date, spans, name } of CLOSURES) {
    await sql`insert into calendar_days (date, kind, courier_id, province, spans, name) values (${date}, 'hours', ${id}, ${province}, ${JSON.stringify(spans)}, ${name})`.execute(
      db,
    );
  }
}

async function makeReplyHours(db: Kysely<unknown>) {
  await sql`
    create table reply_hours (
      id uuid primary key default gen_random_uuid(),
      side text not null check (side in ('seller', 'courier', 'support')),
      courier_id text references couriers,
      valid_from timestamptz not null default ${sql.lit(START)},
      days smallint[] not null check (cardinality(days) > 0),
      open_minute smallint not null check (open_minute between 0 and 1439),
      close_minute smallint not null check (close_minute between 1 and 1440),
      zone text not null,
      target_minutes smallint check (target_minutes > 0),
      source text not null,
      created_at timestamptz not null default ${sql.lit(START)},
      created_by_name text not null default '',
      withdrawn_at timestamptz,
      withdrawn_by_name text,
      check (open_minute < close_minute),
      check (courier_id is null or side = 'courier'),
      check ((withdrawn_at is null) = (withdrawn_by_name is null))
    )`.execute(db);
  await sql`create unique index reply_hours_from on reply_hours (side, coalesce(courier_id, ''), valid_from) where withdrawn_at is null`.execute(
    db,
  );
  for (const one of REPLY_HOURS) {
    await sql`insert into reply_hours (side, days, open_minute, close_minute, zone, target_minutes, source) values (${one.side}, ${one.days}::smallint[], ${one.open}, ${one.close}, ${one.zone}, ${one.targetMinutes}, ${one.source})`.execute(
      db,
    );
  }
}

/** What the clock said, kept with the request: a later change of rules never rewrites a verdict. */
async function keepExplanations(db: Kysely<unknown>) {
  await sql`alter table pickup_requests add clock jsonb, add warn_at timestamptz, add rescheduled_to timestamptz`.execute(
    db,
  );
  await sql`alter table parcels add checked_at timestamptz, add sla_next_at timestamptz not null default 'infinity'`.execute(
    db,
  );
  await sql`update parcels set sla_next_at = deadline_at where awaiting_pickup`.execute(db);
  await sql`alter table reports add category_by text not null default 'rule' check (category_by in ('rule', 'support')), add category_note text not null default ''`.execute(
    db,
  );
  await sql`alter table reports add deadline_at timestamptz not null default 'infinity'`.execute(
    db,
  );
  await sql`update reports r set deadline_at = p.deadline_at from parcels p where p.id = r.parcel_id`.execute(
    db,
  );
  // A deadline of its own, so that the sweep finds the reports to promote without reading the others.
  await sql`drop index reports_promotable`.execute(db);
  await sql`create index reports_promotable on reports (deadline_at) where status = 'open' and category_reckoned in ('belum_pickup', 'gagal_pickup')`.execute(
    db,
  );
  // What the sweep reads: in the order of the moments, and nothing that is not awaited.
  await sql`create index parcels_sla_next on parcels (sla_next_at) where awaiting_pickup and sla_next_at < 'infinity'`.execute(
    db,
  );
}

async function makeLedgers(db: Kysely<unknown>) {
  await sql`
    create table sla_events (
      id uuid primary key default gen_random_uuid(),
      parcel_id uuid not null,
      report_id uuid references reports,
      seller_org_id uuid not null,
      courier_id text not null,
      clock text not null check (clock in ('pickup', 'reply')),
      kind text not null check (kind in ('warn', 'breach')),
      holder text not null,
      due_at timestamptz not null,
      at timestamptz not null,
      recorded_at timestamptz not null,
      unique (parcel_id, clock, kind, due_at),
      foreign key (parcel_id, seller_org_id, courier_id) references parcels (id, seller_org_id, courier_id)
    )`.execute(db);
  await sql`
    create table report_turns (
      report_id uuid not null,
      seq integer not null,
      seller_org_id uuid not null,
      courier_id text not null,
      holder text not null check (holder in ('seller', 'courier', 'support', 'nobody')),
      since timestamptz not null,
      primary key (report_id, seq),
      foreign key (report_id, seller_org_id, courier_id) references reports (id, seller_org_id, courier_id)
    )`.execute(db);
  await sql`alter table reports add reply_due_at timestamptz not null default 'infinity', add reply_next_at timestamptz not null default 'infinity'`.execute(
    db,
  );
  await sql`create index reports_reply_next on reports (reply_next_at) where reply_next_at < 'infinity'`.execute(
    db,
  );
  await sql`
    insert into report_turns (report_id, seq, seller_org_id, courier_id, holder, since)
    select id, 1, seller_org_id, courier_id, case when courier_served then 'courier' else 'support' end, filed_at from reports`.execute(
    db,
  );
  await sql`
    insert into report_turns (report_id, seq, seller_org_id, courier_id, holder, since)
    select r.id, 2, r.seller_org_id, r.courier_id, r.waiting_on, greatest(r.waiting_since, r.filed_at)
    from reports r join report_turns t on t.report_id = r.id where t.holder <> r.waiting_on`.execute(
    db,
  );
}

/** Who changed a rule, when, and what it moved; nobody may rewrite it. */
const makeSettingsLog = (db: Kysely<unknown>) =>
  sql`
    create table settings_changes (
      id uuid primary key default gen_random_uuid(),
      at timestamptz not null,
      user_id uuid not null,
      user_name text not null,
      subject text not null check (subject in ('policy', 'calendar', 'reply_hours', 'code')),
      row_id uuid not null,
      action text not null check (action in ('added', 'withdrawn')),
      summary jsonb not null,
      moved integer not null
    )`.execute(db);

async function secure(db: Kysely<unknown>) {
  for (const table of ["sla_events", "report_turns"]) {
    await sql`alter table ${sql.ref(table)} enable row level security`.execute(db);
    await sql`alter table ${sql.ref(table)} force row level security`.execute(db);
    // Append-only: not even the system may change what is written.
    await sql`grant select, insert on ${sql.ref(table)} to app_system`.execute(db);
    await sql`create policy system_all on ${sql.ref(table)} to app_system using (true) with check (true)`.execute(
      db,
    );
    for (const [side, rule] of [
      ["seller", `seller_org_id = ${organisation}`],
      ["courier", `courier_id = ${courier}`],
      ["support", "true"],
    ] as const) {
      const role = sql.ref(`app_${side}`);
      await sql`create policy ${sql.ref(`${side}_select`)} on ${sql.ref(table)} for select to ${role} using (${sql.raw(rule)})`.execute(
        db,
      );
      await sql`grant select on ${sql.ref(table)} to ${role}`.execute(db);
      if (table !== "report_turns") continue;
      await sql`create policy ${sql.ref(`${side}_insert`)} on ${sql.ref(table)} for insert to ${role} with check (${sql.raw(rule)})`.execute(
        db,
      );
      await sql`grant insert on ${sql.ref(table)} to ${role}`.execute(db);
    }
  }
  await sql`grant update (category_reckoned, category_by, category_note) on reports to app_support`.execute(
    db,
  );
  await sql`grant update (deadline_at, reply_due_at, reply_next_at) on reports to app_seller, app_courier, app_support`.execute(
    db,
  );
  await sql`grant select on calendar_days, reply_hours to app_seller, app_courier, app_support`.execute(
    db,
  );
  await sql`grant select on settings_changes to app_support`.execute(db);
  await sql`grant select, insert on settings_changes to app_system`.execute(db);
  await sql`revoke delete on sla_policies from app_system`.execute(db);
  await sql`grant select, insert, update on calendar_days, reply_hours to app_system`.execute(db);
}

export async function up(db: Kysely<unknown>) {
  await sql`set local role app_owner`.execute(db);
  await versionPolicies(db);
  for (const seed of [...DEFAULT_POLICIES, ...COURIER_POLICIES]) await insertPolicy(db, seed);
  await makeCalendar(db);
  await makeReplyHours(db);
  await pastRowSecurity(db, ["pickup_requests", "parcels", "reports"], async () => {
    await keepExplanations(db);
    await makeLedgers(db);
  });
  await makeSettingsLog(db);
  await secure(db);
  await sql`reset role`.execute(db);
}
