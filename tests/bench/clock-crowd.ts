import { sql } from "kysely";
import { openPool, queriesOn } from "#db/client.ts";
import { openOwner } from "#db/migrate.ts";
import { buildPickupRequest } from "../factories/parcels.ts";
import { buildActor } from "../factories/people.ts";
import { openContext } from "../support/open-context.ts";
import { silentLog } from "../support/silent-log.ts";
import { cloneDatabase } from "../support/test-database.ts";

const PER_REQUEST = 10;

type Owner = ReturnType<typeof queriesOn>;

/** Open parcels by the thousand, all due later, as copies of one that came through its own door. */
async function fill(ownerUrl: string, parcelId: string, count: number) {
  const db = openOwner(ownerUrl);
  const columns = sql.raw(
    "seller_org_id, seller_name, courier_id, pickup_point_id, service_kind, requested_at, contact_name, contact_phone, address, village, district, city, province, postal_code, zone, policy_id, cutoff_at, deadline_at, auto_cancel_at, created_at, clock, warn_at",
  );
  await sql`
    insert into pickup_requests (external_id, ${columns})
    select 'BENCH-' || n, ${columns}
    from pickup_requests, generate_series(1, ${count / PER_REQUEST}::int) n
    where id = (select pickup_request_id from parcels where id = ${parcelId})`.execute(db);
  await sql`
    insert into parcels (pickup_request_id, seller_org_id, courier_id, resi, stage, stage_at, deadline_at, sla_next_at, created_at)
    select r.id, r.seller_org_id, r.courier_id, 'BENCH' || substr(r.external_id, 7) || 'N' || n,
      'pickup_requested', r.requested_at, later.at + interval '6 hours', later.at, r.created_at
    from pickup_requests r, generate_series(1, ${PER_REQUEST}::int) n,
      lateral (select now() + interval '1 day' + random() * interval '10 days' + n * interval '1 s' as at) later
    where r.external_id like 'BENCH-%'`.execute(db);
  await sql`vacuum analyze`.execute(db);
  // What the filling left to be written must not be written during a sweep.
  await sql`checkpoint`.execute(db);
  await db.destroy();
}

const pickDue = async (owner: Owner, due: number) =>
  (
    await owner
      .selectFrom("parcels")
      .select("id")
      .where("resi", "like", "BENCH%")
      .orderBy((eb) => eb.fn("md5", ["resi"]))
      .limit(due)
      .execute()
  ).map((row) => row.id);

/** A database with so many open parcels, of which some, here and there, fall due when told. */
export async function openCrowd(clusterUrl: string, count: number, due: number) {
  const database = await cloneDatabase(clusterUrl);
  const { ctx, pool } = openContext({ url: database.url, max: 4, log: silentLog() });
  const ownerPool = openPool({ url: database.ownerUrl, max: 2, onError: () => {} });
  const owner = queriesOn(ownerPool);
  const seller = await buildActor({ ctx, owner }, { kind: "seller" });
  const requestedAt = new Date().toISOString();
  const booked = { seller: seller.slug, requestedAt };
  const [first] = await buildPickupRequest({ ctx, owner }, booked);
  await fill(database.ownerUrl, first?.id ?? "", count);
  const ids = await pickDue(owner, due);
  return {
    ctx,
    /** Another deadline, just gone by: what is on record is never written again. */
    async makeDue() {
      const at = new Date(Date.now() - 1);
      await owner
        .updateTable("parcels")
        .set({ deadline_at: at, sla_next_at: at })
        .where("id", "in", ids)
        .execute();
    },
    async countWritten() {
      const { rows } = await sql<{ count: number }>`select count(*) from sla_events`.execute(owner);
      return rows[0]?.count ?? 0;
    },
    async close() {
      await pool.end();
      await ownerPool.end();
      await database.drop();
    },
  };
}

export type Crowd = Awaited<ReturnType<typeof openCrowd>>;
