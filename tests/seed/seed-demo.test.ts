import { readFile } from "node:fs/promises";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import type { AppContext } from "#app/context.ts";
import { CATEGORIES } from "#app/contracts/categories.ts";
import type { Actor } from "#app/contracts/parties.ts";
import { ReportFilters, StuckFilters } from "#app/contracts/reports.schema.ts";
import { REPORT_STATUSES, RESOLUTIONS } from "#app/contracts/reports.ts";
import { listStuckPage } from "#app/domain/boards/list-stuck-page.server.ts";
import { listReportsPage } from "#app/domain/reports/list-reports-page.server.ts";
import { openPool, queriesOn, transactionsOn } from "#db/client.ts";
import { seedDemo } from "#server/cli/seed/seed-demo.ts";
import { openLog } from "#server/log.ts";
import { memoryStore } from "../support/memory-store.ts";
import { settableClock } from "../support/settable-clock.ts";
import { cloneDatabase } from "../support/test-database.ts";

/** Sunday 22 Nov 2026, 03.10 WIB: no courier works and nobody is awake. */
const NOW = "2026-11-21T20:10:00.000Z";

const photo = await readFile(new URL("../storage/fixtures/landscape-1.jpg", import.meta.url));
const nothing = () => {};

async function openPlace() {
  const database = await cloneDatabase(inject("postgresUrl"));
  const owner = openPool({ url: database.ownerUrl, max: 3, onError: nothing });
  const app = openPool({ url: database.url, max: 2, onError: nothing });
  const store = memoryStore();
  const log = openLog("silent");
  const seed = (draw: () => Promise<Uint8Array> = async () => Uint8Array.from(photo)) =>
    seedDemo({ databaseUrl: database.url, store, log, say: nothing, now: new Date(NOW), draw });
  const ctx = {
    db: transactionsOn(queriesOn(app)),
    clock: settableClock(NOW),
  } as unknown as AppContext;
  return {
    owner: queriesOn(owner),
    ctx,
    store,
    seed,
    async close() {
      await Promise.all([owner.end(), app.end()]);
      await database.drop();
    },
  };
}

type Place = Awaited<ReturnType<typeof openPlace>>;

const count = async (
  { owner }: Place,
  table: "users" | "reports" | "parcels" | "hubs" | "photos",
) => (await owner.selectFrom(table).select("id").execute()).length;

const distinct = async ({ owner }: Place, column: "category_filed" | "status" | "resolution") =>
  (await owner.selectFrom("reports").select(column).distinct().execute())
    .map((row) => row[column as keyof typeof row])
    .filter((value) => value !== null)
    .sort();

async function findActor({ owner }: Place, email: string): Promise<Actor> {
  const row = await owner
    .selectFrom("users as u")
    .innerJoin("members as m", "m.user_id", "u.id")
    .innerJoin("organizations as o", "o.id", "m.organization_id")
    .select(["u.id", "u.name", "m.role", "m.level", "o.id as org", "o.name as organisation"])
    .select(["o.kind", "o.courier_id"])
    .where("u.email", "=", email)
    .executeTakeFirstOrThrow();
  return {
    kind: row.kind,
    userId: row.id,
    sessionId: "",
    name: row.name,
    organisationId: row.org,
    organisationName: row.organisation,
    courierId: row.courier_id,
    role: row.role as Actor["role"],
    level: row.level as Actor["level"],
  };
}

/** Everything that was said, by whom and when, without what is drawn by lot anew. */
const told = ({ owner }: Place) =>
  owner
    .selectFrom("entries as e")
    .innerJoin("reports as r", "r.id", "e.report_id")
    .select(["r.resi", "r.category_reckoned", "r.status", "r.waiting_on", "r.due_at"])
    .select(["e.audience", "e.seq", "e.kind", "e.author_name", "e.body", "e.created_at"])
    .orderBy("r.resi")
    .orderBy("e.audience")
    .orderBy("e.seq")
    .execute();

let first: Place;
let second: Place;
beforeAll(async () => {
  [first, second] = await Promise.all([openPlace(), openPlace()]);
  await first.seed();
}, 180_000);
afterAll(() => Promise.all([first.close(), second.close()]));

describe("the demo's day", () => {
  it("has 3 shops, 4 couriers with hubs, 300 parcels and 60 reports", async () => {
    const organisations = await first.owner.selectFrom("organizations").selectAll().execute();
    const couriers = organisations.filter((one) => one.kind === "courier");
    const hubs = await first.owner.selectFrom("hubs").select("courier_id").distinct().execute();
    expect(organisations.filter((one) => one.kind === "seller")).toHaveLength(3);
    expect(couriers).toHaveLength(4);
    expect(hubs.map((hub) => hub.courier_id).sort()).toEqual(
      couriers.map((one) => one.courier_id).sort(),
    );
    expect(await count(first, "parcels")).toBe(300);
    expect(await count(first, "reports")).toBe(60);
    expect(await count(first, "photos")).toBeGreaterThanOrEqual(25);
  });

  it("has every category, every status and almost every end", async () => {
    expect(await distinct(first, "category_filed")).toEqual([...CATEGORIES].sort());
    expect(await distinct(first, "status")).toEqual([...REPORT_STATUSES].sort());
    const ends = RESOLUTIONS.filter((end) => end !== "courier");
    expect(await distinct(first, "resolution")).toEqual(ends.toSorted());
  });

  it.each(["sari@tokomelati.example", "rudi@idx.example", "nadia@everpro.example"])(
    "gives %s something in each list, also on a Sunday at night",
    async (email) => {
      const actor = await findActor(first, email);
      const list = await listReportsPage(first.ctx, actor, ReportFilters.parse({}));
      for (const [tab, rows] of Object.entries(list.counts))
        expect({ tab, rows }).not.toEqual({ tab, rows: 0 });
      expect(list.page.rows.some((row) => row.unread > 0)).toBe(true);
    },
  );

  it("shows CS stuck parcels for many reasons, reported or not", async () => {
    const actor = await findActor(first, "nadia@everpro.example");
    const { page } = await listStuckPage(first.ctx, actor, StuckFilters.parse({}));
    const reasons = new Set(page.rows.map((row) => row.reason.type));
    expect(reasons.size).toBeGreaterThanOrEqual(5);
    expect(page.rows.some((row) => row.report === null)).toBe(true);
  });

  it("lets nothing happen after now", async () => {
    const late = await first.owner
      .selectFrom("entries")
      .select("id")
      .where("created_at", ">", new Date(NOW))
      .execute();
    expect(late).toEqual([]);
  });

  it("is left alone by a second start", async () => {
    const before = await told(first);
    const objects = first.store.keys();
    await first.seed();
    expect(await told(first)).toEqual(before);
    expect(first.store.keys()).toEqual(objects);
  });
});

describe("a seed that is killed half-way", () => {
  it("leaves nothing, and the next start tells the same day whole", {
    timeout: 180_000,
  }, async () => {
    let drawn = 0;
    const kill = sql`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and usename = 'app_login'`;
    const killed = second.seed(async () => {
      drawn += 1;
      if (drawn === 8) await kill.execute(second.owner);
      return Uint8Array.from(photo);
    });
    await expect(killed).rejects.toThrow();
    expect(await count(second, "users")).toBe(0);
    expect(await count(second, "hubs")).toBe(0);
    expect(await count(second, "parcels")).toBe(0);
    await second.seed();
    expect(await told(second)).toEqual(await told(first));
  });
});
