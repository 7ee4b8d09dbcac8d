import { type Kysely, sql } from "kysely";
import { pastRowSecurity } from "./past-row-security.ts";

const person = "(select current_setting('app.user')::uuid)";
const owned = {
  seller: "seller_org_id = (select current_setting('app.organisation')::uuid)",
  courier: "courier_id = (select current_setting('app.courier'))",
  support: "true",
};
type Side = keyof typeof owned;
const SIDES = Object.keys(owned) as Side[];

const ownStream = (side: Side) => `${owned[side]} and audience in ('everyone', '${side}')`;

/** Each change of a thread that its readers can see, numbered without a gap for each stream. */
async function numberChanges(db: Kysely<unknown>) {
  await sql`alter table report_streams add column last_rev integer not null default 0`.execute(db);
  await sql`update report_streams set last_rev = last_seq`.execute(db);
  await sql`
    create table thread_changes (
      report_id uuid not null,
      audience text not null check (audience in ('everyone', 'seller', 'courier', 'support')),
      rev integer not null,
      seller_org_id uuid not null,
      courier_id text not null,
      type text not null,
      entry_id uuid references entries,
      primary key (report_id, audience, rev),
      foreign key (report_id, seller_org_id, courier_id) references reports (id, seller_org_id, courier_id)
    )`.execute(db);
  await sql`
    insert into thread_changes (report_id, audience, rev, seller_org_id, courier_id, type, entry_id)
    select report_id, audience, seq, seller_org_id, courier_id, 'entry.added', id from entries`.execute(
    db,
  );
  await sql`create index thread_changes_entry on thread_changes (entry_id, rev)`.execute(db);
}

/** What an entry said before it was edited or deleted. */
async function keepFormerTexts(db: Kysely<unknown>) {
  await sql`alter table entries add column edited_at timestamptz, add column deleted_at timestamptz`.execute(
    db,
  );
  await sql`
    create table entry_versions (
      id uuid primary key default gen_random_uuid(),
      entry_id uuid not null references entries,
      report_id uuid not null,
      audience text not null,
      seller_org_id uuid not null,
      courier_id text not null,
      author_user_id uuid not null,
      body text not null,
      written_at timestamptz not null,
      replaced_at timestamptz not null,
      deleted boolean not null default false,
      foreign key (report_id, seller_org_id, courier_id) references reports (id, seller_org_id, courier_id)
    )`.execute(db);
  await sql`create index entry_versions_entry on entry_versions (entry_id, replaced_at)`.execute(
    db,
  );
}

/**
 * One row for each stream that somebody has read: how far they have seen it, which others may know, and how
 * far they count it as read, which they may take back. `turn` counts the taking back.
 */
async function markByStream(db: Kysely<unknown>) {
  await sql`alter table read_marks rename to former_marks`.execute(db);
  await sql`alter table former_marks rename constraint read_marks_pkey to former_marks_pkey`.execute(
    db,
  );
  await sql`
    create table read_marks (
      report_id uuid not null,
      audience text not null check (audience in ('everyone', 'seller', 'courier', 'support')),
      user_id uuid not null,
      seller_org_id uuid not null,
      courier_id text not null,
      side text not null check (side in ('seller', 'courier', 'support')),
      name text not null,
      seen_seq integer not null,
      seen_at timestamptz not null,
      read_seq integer not null,
      turn integer not null default 0,
      primary key (report_id, audience, user_id),
      check (audience in ('everyone', side)),
      check (read_seq <= seen_seq),
      foreign key (report_id, seller_org_id, courier_id) references reports (id, seller_org_id, courier_id)
    )`.execute(db);
  // When somebody read is not known of before: the last entry that they had read is the earliest it can be.
  await sql`
    insert into read_marks (report_id, audience, user_id, seller_org_id, courier_id, side, name, seen_seq, seen_at, read_seq)
    select m.report_id, s.audience, m.user_id, m.seller_org_id, m.courier_id, o.kind, u.name, s.seq, e.created_at, s.seq
    from former_marks m
      join users u on u.id = m.user_id
      join lateral (select kind from members join organizations on organizations.id = organization_id
        where members.user_id = m.user_id order by members.created_at limit 1) o on true
      cross join lateral (values ('everyone', m.everyone_seq), (o.kind, m.notes_seq)) as s (audience, seq)
      join entries e on e.report_id = m.report_id and e.audience = s.audience and e.seq = s.seq
    where s.seq > 0`.execute(db);
  await sql`drop table former_marks`.execute(db);
  // Unread is counted from the entries of others: this is all that it reads of them.
  await sql`create index entries_unread on entries (report_id, audience, seq) include (author_user_id) where author_side <> 'system' and deleted_at is null`.execute(
    db,
  );
}

/** Who has a thread open. Nothing is lost with it, so it is not written ahead. */
async function makePresence(db: Kysely<unknown>) {
  await sql`
    create unlogged table presences (
      report_id uuid not null,
      connection_id text not null,
      node_id uuid not null,
      seller_org_id uuid not null,
      courier_id text not null,
      user_id uuid not null,
      side text not null,
      name text not null,
      seen_at timestamptz not null default clock_timestamp(),
      primary key (report_id, connection_id)
    )`.execute(db);
  await sql`create index presences_connection on presences (connection_id)`.execute(db);
  await sql`create index presences_node on presences (node_id)`.execute(db);
}

type Rule = (side: Side) => string;
type Rules = {
  select: Rule;
  insert?: Rule;
  delete?: Rule;
  update?: { rule: Rule; columns: string };
};

/** Of the entry that said it. */
const ofEntry = (clause: string) =>
  `exists (select from entries as e where e.id = entry_versions.entry_id and e.${clause})`;

const mine: Rule = (side) => `${ownStream(side)} and user_id = ${person}`;
const present: Rule = (side) => `${owned[side]} and user_id = ${person} and side = '${side}'`;

const RULES: Record<string, Rules> = {
  thread_changes: { select: ownStream, insert: ownStream },
  entry_versions: {
    // What was deleted stays readable for CS, who decide by the record.
    select: (side) =>
      side === "support"
        ? ownStream(side)
        : `${ownStream(side)} and ${ofEntry("deleted_at is null")}`,
    insert: (side) =>
      `${ownStream(side)} and author_user_id = ${person} and ${ofEntry(`author_user_id = ${person}`)}`,
  },
  read_marks: {
    select: ownStream,
    insert: (side) => `${mine(side)} and side = '${side}'`,
    update: { rule: mine, columns: "seen_seq, seen_at, read_seq, turn, name" },
  },
  presences: { select: (side) => owned[side], insert: present, delete: present },
};

async function secure(db: Kysely<unknown>, table: string, rules: Rules) {
  const name = sql.ref(table);
  await sql`alter table ${name} enable row level security`.execute(db);
  await sql`alter table ${name} force row level security`.execute(db);
  await sql`grant select, insert, update, delete on ${name} to app_system`.execute(db);
  await sql`create policy system_all on ${name} to app_system using (true) with check (true)`.execute(
    db,
  );
  for (const side of SIDES) {
    const allow = (verb: string, clause: string, right = verb) =>
      sql
        .raw(
          `create policy ${side}_${verb} on ${table} for ${verb} to app_${side} ${clause}; grant ${right} on ${table} to app_${side}`,
        )
        .execute(db);
    await allow("select", `using (${rules.select(side)})`);
    if (rules.insert) await allow("insert", `with check (${rules.insert(side)})`);
    if (rules.delete) await allow("delete", `using (${rules.delete(side)})`);
    if (!rules.update) continue;
    const rule = rules.update.rule(side);
    await allow(
      "update",
      `using (${rule}) with check (${rule})`,
      `update (${rules.update.columns})`,
    );
  }
}

async function allowEdits(db: Kysely<unknown>) {
  for (const side of SIDES) {
    const rule = sql.raw(`${ownStream(side)} and author_user_id = ${person} and kind = 'message'`);
    const role = sql.ref(`app_${side}`);
    await sql`create policy ${sql.ref(`${side}_update`)} on entries for update to ${role} using (${rule}) with check (${rule})`.execute(
      db,
    );
    await sql`grant update (body, edited_at, deleted_at) on entries to ${role}`.execute(db);
    await sql`grant update (last_rev) on report_streams to ${role}`.execute(db);
  }
}

/**
 * What happened, for every process to read. It commits with what it tells of; the notice carries the id only.
 * `xid` lets a reader find what committed late: an id alone is taken long before its commit.
 */
async function makeEventLog(db: Kysely<unknown>) {
  await sql`create schema events authorization app_system`.execute(db);
  await sql`set local role app_system`.execute(db);
  await sql`
    create table events.log (
      id bigint generated always as identity primary key,
      xid xid8 not null default pg_current_xact_id(),
      event jsonb not null,
      at timestamptz not null default clock_timestamp()
    )`.execute(db);
  await sql`create index log_xid on events.log (xid)`.execute(db);
  await sql`create index log_at on events.log (at)`.execute(db);
  await sql`
    create function events.tell(told jsonb) returns void
    language plpgsql security definer set search_path = pg_temp
    as $$
    declare one bigint;
    begin
      insert into events.log (event) values (told) returning id into one;
      perform pg_notify('domain_events', one::text);
    end $$`.execute(db);
  await sql`
    create function events.tell_session_gone() returns trigger
    language plpgsql security definer set search_path = pg_temp
    as $$
    begin
      perform events.tell(jsonb_build_object('type', 'session.revoked', 'sessionId', old.id));
      return null;
    end $$`.execute(db);
  await sql`
    create function events.tell_member_changed() returns trigger
    language plpgsql security definer set search_path = pg_temp
    as $$
    begin
      perform events.tell(jsonb_build_object('type', 'member.changed', 'userId', old.user_id));
      return null;
    end $$`.execute(db);
  await sql`revoke execute on all functions in schema events from public`.execute(db);
  await sql`grant usage on schema events to app_seller, app_courier, app_support, app_owner`.execute(
    db,
  );
  await sql`grant execute on function events.tell to app_seller, app_courier, app_support`.execute(
    db,
  );
  await sql`grant execute on function events.tell_session_gone, events.tell_member_changed to app_owner`.execute(
    db,
  );
  await sql`reset role`.execute(db);
}

/** Whoever ends a session or a membership, and by whatever way: every process hears of it. */
async function tellOfPeople(db: Kysely<unknown>) {
  await sql`set local role app_owner`.execute(db);
  await sql`create trigger session_gone after delete on sessions for each row execute function events.tell_session_gone()`.execute(
    db,
  );
  await sql`create trigger member_changed after update or delete on members for each row execute function events.tell_member_changed()`.execute(
    db,
  );
  await sql`reset role`.execute(db);
}

export async function up(db: Kysely<unknown>) {
  await sql`set local role app_owner`.execute(db);
  await pastRowSecurity(db, ["reports", "report_streams", "entries", "read_marks"], async () => {
    await numberChanges(db);
    await keepFormerTexts(db);
    await markByStream(db);
  });
  await makePresence(db);
  for (const [table, rules] of Object.entries(RULES)) await secure(db, table, rules);
  await allowEdits(db);
  await sql`reset role`.execute(db);
  await makeEventLog(db);
  await tellOfPeople(db);
}
