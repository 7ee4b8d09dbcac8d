import { type Kysely, sql } from "kysely";

const organisation = "(select current_setting('app.organisation')::uuid)";
const courier = "(select current_setting('app.courier'))";
const person = "(select current_setting('app.user')::uuid)";

/** One hand-over photo that a seller shows for many resi; the courier answers for each of them. */
async function makeTables(db: Kysely<unknown>) {
  await sql`
    create table shared_proofs (
      id uuid primary key default gen_random_uuid(),
      seller_org_id uuid not null,
      seller_name text not null,
      courier_id text not null references couriers,
      made_by_user_id uuid not null,
      made_by_name text not null,
      made_at timestamptz not null,
      client_id uuid not null,
      fingerprint text not null,
      body text not null default '',
      left_out jsonb not null default '[]',
      unique (id, seller_org_id, courier_id),
      unique (made_by_user_id, client_id)
    )`.execute(db);
  await sql`
    create table shared_proof_links (
      proof_id uuid not null,
      report_id uuid not null,
      entry_id uuid not null references entries,
      seller_org_id uuid not null,
      courier_id text not null,
      state text not null default 'asked' check (state in ('asked', 'confirmed', 'rejected')),
      reason text check (reason in ('not_in_photo', 'unreadable', 'not_handed_over', 'other')),
      detail text not null default '',
      decided_at timestamptz,
      decided_by_user_id uuid,
      decided_by_name text,
      primary key (proof_id, report_id),
      check ((state = 'asked') = (decided_at is null)),
      check ((state = 'rejected') = (reason is not null)),
      foreign key (proof_id, seller_org_id, courier_id) references shared_proofs (id, seller_org_id, courier_id),
      foreign key (report_id, seller_org_id, courier_id) references reports (id, seller_org_id, courier_id)
    )`.execute(db);
  await sql`create index shared_proof_links_report on shared_proof_links (report_id)`.execute(db);
  await sql`create index shared_proof_links_asked on shared_proof_links (courier_id, proof_id) where state = 'asked'`.execute(
    db,
  );
  for (const [name, owner] of [
    ["seller", "seller_org_id, "],
    ["courier", "courier_id, "],
    ["all", ""],
  ] as const)
    await sql`create index ${sql.ref(`shared_proofs_${name}`)} on shared_proofs (${sql.raw(owner)}made_at desc, id desc)`.execute(
      db,
    );
}

const READS = {
  seller: `seller_org_id = ${organisation}`,
  courier: `courier_id = ${courier}`,
  support: "true",
} as const;

/** A seller shows, the courier answers once, CS looks on. */
async function secure(db: Kysely<unknown>) {
  for (const table of ["shared_proofs", "shared_proof_links"] as const) {
    const name = sql.ref(table);
    await sql`alter table ${name} enable row level security`.execute(db);
    await sql`alter table ${name} force row level security`.execute(db);
    await sql`grant select, insert, update, delete on ${name} to app_system`.execute(db);
    await sql`create policy system_all on ${name} to app_system using (true) with check (true)`.execute(
      db,
    );
    for (const side of ["seller", "courier", "support"] as const) {
      const role = sql.ref(`app_${side}`);
      await sql`grant select on ${name} to ${role}`.execute(db);
      await sql`create policy ${sql.ref(`${side}_select`)} on ${name} for select to ${role} using (${sql.raw(READS[side])})`.execute(
        db,
      );
    }
    await sql`grant insert on ${name} to app_seller`.execute(db);
  }
  await sql`create policy seller_insert on shared_proofs for insert to app_seller with check (${sql.raw(`${READS.seller} and made_by_user_id = ${person}`)})`.execute(
    db,
  );
  await sql`create policy seller_insert on shared_proof_links for insert to app_seller with check (${sql.raw(`${READS.seller} and state = 'asked'`)})`.execute(
    db,
  );
  await sql`grant update (state, reason, detail, decided_at, decided_by_user_id, decided_by_name) on shared_proof_links to app_courier`.execute(
    db,
  );
  await sql`create policy courier_update on shared_proof_links for update to app_courier
    using (${sql.raw(`${READS.courier} and state = 'asked'`)})
    with check (${sql.raw(`${READS.courier} and state <> 'asked' and decided_by_user_id = ${person}`)})`.execute(
    db,
  );
}

export async function up(db: Kysely<unknown>) {
  await sql`set local role app_owner`.execute(db);
  await makeTables(db);
  await secure(db);
  await sql`reset role`.execute(db);
}
