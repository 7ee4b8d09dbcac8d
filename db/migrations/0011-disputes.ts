import { type Kysely, sql } from "kysely";
import { pastRowSecurity } from "./past-row-security.ts";

const organisation = "(select current_setting('app.organisation')::uuid)";
const courier = "(select current_setting('app.courier'))";
const person = "(select current_setting('app.user')::uuid)";

/** How a promise went, by whose word, and when the sweep must look at an instruction next. */
async function judgePromises(db: Kysely<unknown>) {
  await sql`
    alter table instructions
      add due_next_at timestamptz not null default 'infinity',
      add asked_at timestamptz,
      add seller_says text check (seller_says in ('kept', 'broken')),
      add seller_said_at timestamptz,
      add seller_said_by text,
      add courier_says text check (courier_says in ('kept', 'broken')),
      add courier_said_at timestamptz,
      add courier_said_by text,
      add outcome text check (outcome in ('kept', 'broken', 'contested')),
      add outcome_by text check (outcome_by in ('seller', 'courier', 'support', 'scan')),
      add outcome_at timestamptz,
      add outcome_name text,
      add check ((seller_says is null) = (seller_said_at is null)),
      add check ((courier_says is null) = (courier_said_at is null)),
      add check ((outcome is null) = (outcome_at is null)),
      add check (outcome is null or outcome <> 'contested' or (seller_says = 'broken' and courier_says = 'kept')),
      add check (outcome_by is distinct from 'seller' or seller_says is not distinct from outcome or asked_at is null),
      add check (outcome_by is distinct from 'courier' or courier_says is not distinct from outcome or asked_at is null)`.execute(
    db,
  );
  await sql`create index instructions_due_next on instructions (due_next_at) where due_next_at < 'infinity'`.execute(
    db,
  );
  await pastRowSecurity(db, ["instructions", "reports"], async () => {
    await sql`
      update instructions i set due_next_at = coalesce(i.due_at, 'infinity') from reports r
      where r.id = i.report_id and r.status = 'open' and i.state in ('open', 'acknowledged')`.execute(
      db,
    );
  });
  await sql`grant update (due_next_at, asked_at, outcome, outcome_by, outcome_at, outcome_name) on instructions to app_seller, app_courier, app_support`.execute(
    db,
  );
  // A side speaks for itself alone.
  await sql`grant update (seller_says, seller_said_at, seller_said_by) on instructions to app_seller`.execute(
    db,
  );
  await sql`grant update (courier_says, courier_said_at, courier_said_by) on instructions to app_courier`.execute(
    db,
  );
}

async function makeDisputes(db: Kysely<unknown>) {
  await sql`
    create table disputes (
      id uuid primary key default gen_random_uuid(),
      report_id uuid not null,
      entry_id uuid not null unique references entries,
      seller_org_id uuid not null,
      courier_id text not null,
      subject_kind text not null check (subject_kind in ('attempt', 'instruction')),
      subject_id uuid not null,
      subject_code text not null,
      reason text not null,
      attempted_at timestamptz not null,
      state text not null check (state in ('open', 'answered', 'decided', 'withdrawn')),
      state_at timestamptz not null,
      opened_by_user_id uuid not null,
      answer_due_at timestamptz not null default 'infinity',
      due_next_at timestamptz not null default 'infinity',
      passed_at timestamptz,
      answer text check (answer in ('stands', 'accepts')),
      answer_body text,
      answer_entry_id uuid references entries,
      answered_at timestamptz,
      answered_by_name text,
      verdict text check (verdict in ('seller_right', 'courier_right', 'unclear')),
      verdict_reason text,
      decided_by text check (decided_by in ('courier', 'support')),
      decided_at timestamptz,
      decided_by_name text,
      unique (subject_id),
      check ((answer is null) = (answered_at is null)),
      check ((verdict is null) = (decided_at is null)),
      check ((state = 'decided') = (verdict is not null)),
      check (state <> 'answered' or answer = 'stands'),
      check (decided_by is distinct from 'courier' or (answer = 'accepts' and verdict = 'seller_right')),
      check (state = 'open' or due_next_at = 'infinity'),
      foreign key (report_id, seller_org_id, courier_id) references reports (id, seller_org_id, courier_id)
    )`.execute(db);
  await sql`create index disputes_report on disputes (report_id)`.execute(db);
  await sql`create index disputes_due_next on disputes (due_next_at) where due_next_at < 'infinity'`.execute(
    db,
  );
}

const READS = {
  seller: `seller_org_id = ${organisation}`,
  courier: `courier_id = ${courier}`,
  support: "true",
} as const;

/** Which columns a side may write, in which states, and what the row must be afterwards. */
const WRITES = {
  seller: {
    columns: "state, state_at, due_next_at",
    before: "state in ('open', 'answered')",
    after: `${READS.seller} and state = 'withdrawn'`,
  },
  courier: {
    columns:
      "state, state_at, due_next_at, answer, answer_body, answer_entry_id, answered_at, answered_by_name, verdict, verdict_reason, decided_by, decided_at, decided_by_name",
    before: "state = 'open'",
    after: `${READS.courier} and (state = 'answered' or (state = 'decided' and decided_by = 'courier'))`,
  },
  support: {
    columns:
      "state, state_at, due_next_at, verdict, verdict_reason, decided_by, decided_at, decided_by_name",
    before: "state = 'answered' or (state = 'open' and passed_at is not null)",
    after: "state = 'decided' and decided_by = 'support'",
  },
} as const;

async function secureDisputes(db: Kysely<unknown>) {
  await sql`alter table disputes enable row level security`.execute(db);
  await sql`alter table disputes force row level security`.execute(db);
  await sql`grant select, insert, update on disputes to app_system`.execute(db);
  await sql`create policy system_all on disputes to app_system using (true) with check (true)`.execute(
    db,
  );
  for (const side of ["seller", "courier", "support"] as const) {
    const role = sql.ref(`app_${side}`);
    const { columns, before, after } = WRITES[side];
    await sql`create policy ${sql.ref(`${side}_select`)} on disputes for select to ${role} using (${sql.raw(READS[side])})`.execute(
      db,
    );
    await sql`create policy ${sql.ref(`${side}_update`)} on disputes for update to ${role} using (${sql.raw(`${READS[side]} and (${before})`)}) with check (${sql.raw(after)})`.execute(
      db,
    );
    await sql`grant select, update (${sql.raw(columns)}) on disputes to ${role}`.execute(db);
  }
  await sql`create policy seller_insert on disputes for insert to app_seller with check (${sql.raw(`${READS.seller} and opened_by_user_id = ${person} and state = 'open' and answer is null`)})`.execute(
    db,
  );
  await sql`grant insert on disputes to app_seller`.execute(db);
}

/** A closed report with a dispute has somebody who must act; its turn is found like any other. */
async function keepTurnsOfClosed(db: Kysely<unknown>) {
  await sql`alter table reports add disputed boolean not null default false`.execute(db);
  await sql`alter table reports drop constraint reports_check1`.execute(db);
  await sql`alter table reports add constraint reports_closed check (status = 'open' or (due_at = 'infinity' and (waiting_on = 'nobody' or disputed)))`.execute(
    db,
  );
  await sql`grant update (disputed) on reports to app_seller, app_courier, app_support`.execute(db);
  for (const [name, owner] of [
    ["seller", "seller_org_id, "],
    ["courier", "courier_id, "],
    ["all", ""],
  ] as const) {
    const index = sql.ref(`reports_${name}_turn`);
    await sql`drop index ${index}`.execute(db);
    await sql`create index ${index} on reports (${sql.raw(owner)}waiting_on, due_at, id) where waiting_on <> 'nobody'`.execute(
      db,
    );
  }
}

export async function up(db: Kysely<unknown>) {
  await sql`set local role app_owner`.execute(db);
  await judgePromises(db);
  await makeDisputes(db);
  await secureDisputes(db);
  await keepTurnsOfClosed(db);
  await sql`reset role`.execute(db);
}
