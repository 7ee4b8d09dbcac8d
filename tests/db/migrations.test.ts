import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { Migrator } from "kysely/migration";
import { expect, inject, it } from "vitest";
import { migrate, openOwner } from "#db/migrate.ts";
import { migrations } from "#db/migrations/index.ts";
import { urlOf } from "../support/test-database.ts";

const REQUESTED = "2026-11-24T02:00:00.000Z";
const DEADLINE = "2026-11-25T13:00:00.000Z";

/** A parcel with an open report whose ball has moved once, as the first release kept them. */
async function fillAsBefore(owner: ReturnType<typeof openOwner>) {
  const [seller, point, request, parcel, report] = Array.from({ length: 5 }, () => randomUUID());
  await sql`insert into pickup_points (id, seller_org_id, address_key, updated_at) values (${point}, ${seller}, 'x', ${REQUESTED})`.execute(
    owner,
  );
  await sql`
    insert into pickup_requests (id, seller_org_id, seller_name, courier_id, external_id, pickup_point_id, service_kind,
      requested_at, contact_name, contact_phone, address, village, district, city, province, postal_code, zone, deadline_at, created_at)
    values (${request}, ${seller}, 'Toko', 'idx', 'PU-1', ${point}, 'regular', ${REQUESTED}, '', '', '', '', '', '', 'Jawa Barat', '', 'Asia/Jakarta', ${DEADLINE}, ${REQUESTED})`.execute(
    owner,
  );
  await sql`
    insert into parcels (id, pickup_request_id, seller_org_id, courier_id, resi, stage, deadline_at, created_at)
    values (${parcel}, ${request}, ${seller}, 'idx', 'IDE1234567890', 'pickup_requested', ${DEADLINE}, ${REQUESTED})`.execute(
    owner,
  );
  await sql`
    insert into reports (id, code, batch_id, parcel_id, pickup_request_id, seller_org_id, seller_name, courier_id, courier_served,
      resi, origin_city, zone, category_filed, category_reckoned, status, waiting_on, waiting_since, filed_by_user_id, filed_by_name,
      filed_at, last_entry_at, last_line)
    values (${report}, 'PP-AAAAAAAA', ${report}, ${parcel}, ${request}, ${seller}, 'Toko', 'idx', true, 'IDE1234567890', '', 'Asia/Jakarta',
      'belum_pickup', 'belum_pickup', 'open', 'seller', '2026-11-24T05:00:00Z', ${seller}, 'Sari', '2026-11-24T04:00:00Z', ${REQUESTED}, '{}')`.execute(
    owner,
  );
  await sql`insert into organizations (id, name, slug, kind) values (${seller}, 'Toko', 'toko', 'seller')`.execute(
    owner,
  );
  await sql`insert into users (id, name, email) values (${seller}, 'Sari', 'sari@toko.example')`.execute(
    owner,
  );
  await sql`insert into members (organization_id, user_id, role) values (${seller}, ${seller}, 'member')`.execute(
    owner,
  );
  await sql`insert into report_streams (report_id, audience, seller_org_id, courier_id, last_seq) values (${report}, 'everyone', ${seller}, 'idx', 2)`.execute(
    owner,
  );
  await sql`
    insert into entries (report_id, audience, seq, seller_org_id, courier_id, kind, author_side, author_user_id, author_name, created_at)
    select ${report}, 'everyone', seq, ${seller}, 'idx', 'message', 'seller', ${seller}, 'Sari', timestamptz '2026-11-24T04:00:00Z' + make_interval(mins => seq)
    from generate_series(1, 2) as seq`.execute(owner);
  await sql`insert into read_marks (report_id, user_id, seller_org_id, courier_id, everyone_seq, notes_seq) values (${report}, ${seller}, ${seller}, 'idx', 2, 0)`.execute(
    owner,
  );
}

it("fill in what earlier rows lack, though row-level security is forced on the owner", async () => {
  const name = `m_${randomUUID().replaceAll("-", "")}`;
  const cluster = openOwner(inject("postgresUrl"));
  await sql.raw(`create database ${name}`).execute(cluster);
  const url = urlOf(inject("postgresUrl"), name);
  const owner = openOwner(url);
  const migrator = new Migrator({
    db: owner,
    provider: { getMigrations: async () => migrations },
  });
  expect((await migrator.migrateTo("0007-reference")).error).toBeUndefined();
  await fillAsBefore(owner);
  await migrate(url);

  const moment = new Date(DEADLINE);
  const first = async (query: ReturnType<typeof sql<Record<string, unknown>>>) =>
    (await query.execute(owner)).rows;
  expect(await first(sql`select sla_next_at from parcels`)).toEqual([{ sla_next_at: moment }]);
  expect(await first(sql`select deadline_at, track_at from reports`)).toEqual([
    { deadline_at: moment, track_at: new Date("2026-11-24T04:00:00Z") },
  ]);
  expect(await first(sql`select holder, since from report_turns order by seq`)).toEqual([
    { holder: "courier", since: new Date("2026-11-24T04:00:00Z") },
    { holder: "seller", since: new Date("2026-11-24T05:00:00Z") },
  ]);
  const [{ holidays } = {}] = await first(
    sql`select count(*) as holidays from calendar_days where kind <> 'hours'`,
  );
  expect(holidays).toBeGreaterThan(50);
  expect(await first(sql`select last_seq, last_rev from report_streams`)).toEqual([
    { last_seq: 2, last_rev: 2 },
  ]);
  expect(
    await first(
      sql`select c.rev, e.seq from thread_changes c join entries e on e.id = c.entry_id order by 1`,
    ),
  ).toEqual([
    { rev: 1, seq: 1 },
    { rev: 2, seq: 2 },
  ]);
  expect(
    await first(
      sql`select audience, side, name, seen_seq, seen_at, read_seq, turn from read_marks`,
    ),
  ).toEqual([
    {
      audience: "everyone",
      side: "seller",
      name: "Sari",
      seen_seq: 2,
      seen_at: new Date("2026-11-24T04:02:00Z"),
      read_seq: 2,
      turn: 0,
    },
  ]);
  const forced = await first(
    sql`select relname from pg_class where relrowsecurity and not relforcerowsecurity and relnamespace = 'public'::regnamespace`,
  );
  expect(forced).toEqual([]);
  await owner.destroy();
  await sql.raw(`drop database ${name} with (force)`).execute(cluster);
  await cluster.destroy();
});
