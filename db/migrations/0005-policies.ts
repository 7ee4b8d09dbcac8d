import { type Kysely, sql } from "kysely";

const organisation = "(select current_setting('app.organisation')::uuid)";
const courier = "(select current_setting('app.courier'))";
const person = "(select current_setting('app.user')::uuid)";

type Rule = { seller?: string; courier?: string; support?: string };

const ofBoth = {
  seller: `seller_org_id = ${organisation}`,
  courier: `courier_id = ${courier}`,
  support: "true",
};

const narrowed = (condition: (side: string) => string): Rule => ({
  seller: `${ofBoth.seller} and ${condition("seller")}`,
  courier: `${ofBoth.courier} and ${condition("courier")}`,
  support: condition("support"),
});

const ownStream = (side: string) => `audience in ('everyone', '${side}')`;
const ownUpload = `owner_org_id = ${organisation} and owner_user_id = ${person}`;

const readable: Record<string, Rule> = {
  pickup_points: { seller: ofBoth.seller, support: "true" },
  pickup_requests: ofBoth,
  parcels: ofBoth,
  tracking_inbox: { support: "true" },
  tracking_events: ofBoth,
  reports: ofBoth,
  report_streams: narrowed(ownStream),
  entries: narrowed(ownStream),
  instructions: ofBoth,
  photos: narrowed(ownStream),
  read_marks: narrowed(() => `user_id = ${person}`),
  uploads: { seller: ownUpload, courier: ownUpload, support: ownUpload },
};

/** What each side may write, in which columns; the same condition holds for the row before and after. */
const writable: Record<
  string,
  { insert?: Rule; update?: { rule: Rule; columns: string }; delete?: Rule }
> = {
  pickup_points: {
    update: {
      rule: { seller: ofBoth.seller },
      columns: "street, rt, rw, ward, landmark, whatsapp, updated_at",
    },
  },
  reports: {
    insert: { seller: ofBoth.seller },
    update: {
      rule: ofBoth,
      columns:
        "status, resolution, resolved_at, waiting_on, waiting_since, due_at, due_kind, last_entry_at, last_line",
    },
  },
  report_streams: {
    insert: narrowed(ownStream),
    update: { rule: narrowed(ownStream), columns: "last_seq" },
  },
  entries: {
    insert: narrowed(
      (side) => `${ownStream(side)} and author_side = '${side}' and author_user_id = ${person}`,
    ),
  },
  instructions: {
    insert: {
      seller: `${ofBoth.seller} and from_side = 'seller'`,
      courier: `${ofBoth.courier} and from_side = 'courier'`,
      support: "from_side = 'support'",
    },
    update: { rule: ofBoth, columns: "state, state_at" },
  },
  photos: { insert: narrowed((side) => `${ownStream(side)} and owner_user_id = ${person}`) },
  read_marks: {
    insert: readable.read_marks as Rule,
    update: { rule: readable.read_marks as Rule, columns: "everyone_seq, notes_seq" },
  },
  uploads: { insert: readable.uploads as Rule, delete: readable.uploads as Rule },
};

async function secure(db: Kysely<unknown>, table: string) {
  await sql`alter table ${sql.ref(table)} enable row level security`.execute(db);
  await sql`alter table ${sql.ref(table)} force row level security`.execute(db);
  await sql`grant select, insert, update, delete on ${sql.ref(table)} to app_system`.execute(db);
  await sql`create policy system_all on ${sql.ref(table)} to app_system using (true) with check (true)`.execute(
    db,
  );
}

type Verb = "select" | "insert" | "update" | "delete";

async function allow(
  db: Kysely<unknown>,
  table: string,
  side: string,
  verb: Verb,
  rule: string,
  columns?: string,
) {
  const name = sql.ref(`${side}_${verb}`);
  const head = sql`create policy ${name} on ${sql.ref(table)} for ${sql.raw(verb)} to ${sql.ref(`app_${side}`)}`;
  const using = verb === "insert" ? sql`` : sql` using (${sql.raw(rule)})`;
  const check =
    verb === "insert" || verb === "update" ? sql` with check (${sql.raw(rule)})` : sql``;
  await sql`${head}${using}${check}`.execute(db);
  const right = sql.raw(columns ? `${verb} (${columns})` : verb);
  await sql`grant ${right} on ${sql.ref(table)} to ${sql.ref(`app_${side}`)}`.execute(db);
}

async function allowAll(
  db: Kysely<unknown>,
  table: string,
  verb: Verb,
  rule: Rule = {},
  columns?: string,
) {
  for (const [side, condition] of Object.entries(rule))
    await allow(db, table, side, verb, condition, columns);
}

/** Two locks on every row: this is the second one, and holds when a query forgets the first. */
export async function up(db: Kysely<unknown>) {
  await sql`set local role app_owner`.execute(db);
  for (const [table, rule] of Object.entries(readable)) {
    await secure(db, table);
    await allowAll(db, table, "select", rule);
  }
  for (const [table, { insert, update, delete: remove }] of Object.entries(writable)) {
    await allowAll(db, table, "insert", insert);
    await allowAll(db, table, "update", update?.rule, update?.columns);
    await allowAll(db, table, "delete", remove);
  }
  await sql`grant select on couriers, hubs, sla_policies, holidays to app_seller, app_courier, app_support, app_system`.execute(
    db,
  );
  await sql`grant insert, update, delete on couriers, hubs, sla_policies, holidays to app_system`.execute(
    db,
  );
  await sql`grant select on organizations to app_system`.execute(db);
  await sql`
    create function courier_is_served(courier text) returns boolean
    language sql stable security definer set search_path = public, pg_temp
    return exists (
      select from members m join organizations o on o.id = m.organization_id
      where o.kind = 'courier' and o.courier_id = courier
    )`.execute(db);
  await sql`revoke execute on function courier_is_served from public`.execute(db);
  await sql`grant execute on function courier_is_served to app_seller, app_courier, app_support, app_system`.execute(
    db,
  );
  await sql`reset role`.execute(db);
}
