import { createHmac } from "node:crypto";
import { readFileSync } from "node:fs";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { everproCallback, newResi, pickupRequestBody } from "../factories/parcels.ts";
import { buildActor } from "../factories/people.ts";
import { buildReport } from "../factories/reports.ts";
import { settableClock } from "../support/settable-clock.ts";
import { KEYS, openTestServer, type TestServer } from "../support/test-server.ts";
import { NOW } from "../support/test-world.ts";

let server: TestServer;
beforeAll(async () => {
  server = await openTestServer({ clusterUrl: inject("postgresUrl"), clock: settableClock(NOW) });
});
afterAll(() => server.close());

const sample = (name: string) =>
  JSON.parse(readFileSync(`tests/fixtures/tracking/${name}.json`, "utf8")).payload;

const post = (path: string, headers: Record<string, string>, body: unknown) =>
  fetch(server.origin + path, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });
const book = (body: unknown, key = KEYS.platform) =>
  post("/api/pickup-requests", { authorization: `Bearer ${key}` }, body);
const everpro = (body: unknown, key = KEYS.everpro) =>
  post("/webhooks/tracking/everpro", { "x-everpro-key": key }, body);
const kiriminaja = (body: unknown) =>
  post("/webhooks/tracking/kiriminaja", { "x-webhook-token": KEYS.kiriminaja }, body);

const parcelOf = (resi: string) =>
  server.owner.selectFrom("parcels").selectAll().where("resi", "=", resi).executeTakeFirst();
const eventsOf = (resi: string) =>
  server.owner
    .selectFrom("tracking_events")
    .selectAll()
    .where("resi", "=", resi)
    .orderBy("received_at")
    .execute();
const worked = () =>
  expect
    .poll(
      async () =>
        (
          await server.owner
            .selectFrom("tracking_inbox")
            .select("id")
            .where("worked_at", "is", null)
            .execute()
        ).length,
    )
    .toBe(0);

async function buildBooked(more: object = {}) {
  const seller = await buildActor(server, { kind: "seller" });
  const resi = newResi();
  const body = { ...pickupRequestBody({ seller: seller.slug, resi: [resi] }), ...more };
  expect((await book(body)).status).toBe(201);
  return { seller, resi, body };
}

describe("a pick-up request of the platform", () => {
  it("comes in whole, with its deadline, and a second time changes nothing", async () => {
    const { resi, body } = await buildBooked();
    expect(await parcelOf(resi)).toMatchObject({
      stage: "pickup_requested",
      deadline_at: new Date("2026-11-25T13:00:00Z"),
    });
    const again = await book(body);
    expect(again.status).toBe(200);
    expect(await again.json()).toMatchObject({ created: false, parcels: [resi] });
  });

  it("is refused with other parcels under its id, and with a resi that its courier has already", async () => {
    const { resi, body, seller } = await buildBooked();
    expect((await book({ ...body, parcels: [{ resi: newResi() }] })).status).toBe(409);
    const taken = await book(pickupRequestBody({ seller: seller.slug, resi: [newResi(), resi] }));
    expect(taken.status).toBe(409);
    expect(await taken.json()).toMatchObject({ code: "resi.taken", params: { resi } });
    const other = await book(
      pickupRequestBody({ seller: seller.slug, resi: [resi], courier: "jne" }),
    );
    expect(other.status).toBe(201);
  });

  it("is refused without the key, and with words for what is wrong", async () => {
    expect((await book({}, "wrong")).status).toBe(401);
    expect((await book("{nonsense")).status).toBe(422);
    const answer = await book({
      ...pickupRequestBody({ seller: "nobody", courier: "warp" }),
      service: "teleport",
    });
    expect(await answer.json()).toMatchObject({ fields: { service: "field.invalid" } });
    const unknown = await book(
      pickupRequestBody({ seller: "nobody", courier: "warp", province: "Atlantis" }),
    );
    expect(await unknown.json()).toMatchObject({
      fields: {
        seller: "seller.unknown",
        courier: "courier.unknown",
        "origin.province": "province.unknown",
      },
    });
  });
});

describe("tracking", () => {
  it("takes the documented samples of each source, and keeps them as they came", async () => {
    for (const name of [
      "kiriminaja_webhook_processed",
      "kiriminaja_webhook_shipped",
      "kiriminaja_instant_webhook_canceled",
    ]) {
      const body = sample(name);
      if (body.data[0].awb === "(awb)") body.data[0].awb = newResi();
      expect((await kiriminaja(body)).status).toBe(200);
      await worked();
      expect(await eventsOf(body.data[0].awb)).toHaveLength(1);
      const kept = await server.owner
        .selectFrom("tracking_inbox")
        .select("body")
        .where("source", "=", "kiriminaja")
        .execute();
      expect(kept.map((row) => row.body)).toContainEqual(body);
    }
    const callback = sample("everpro_callback_tracking");
    expect((await everpro(callback)).status).toBe(200);
    await worked();
    expect(await eventsOf(callback.awb_number)).toMatchObject([
      { meaning: "pickup_failed", raw_code: "FAILED PICKUP", parcel_id: null },
    ]);
  });

  it("has one effect for a delivery that comes a hundred times", async () => {
    const { resi } = await buildBooked();
    const answers = await Promise.all(
      Array.from({ length: 100 }, () => everpro(everproCallback(resi, "FAILED_PICKUP"))),
    );
    expect(new Set(answers.map((answer) => answer.status))).toEqual(new Set([200]));
    await worked();
    expect(await eventsOf(resi)).toHaveLength(1);
  });

  it("ends in the same state whatever comes first", async () => {
    const codes = ["WAITING", "FAILED PICKUP", "PICKEDUP"];
    for (const order of [codes, codes.toReversed()]) {
      const { resi } = await buildBooked();
      for (const code of order) {
        await everpro(everproCallback(resi, code));
        await worked();
      }
      expect((await parcelOf(resi))?.stage).toBe("picked_up");
    }
  });

  it("keeps an unknown code as unknown and moves nothing", async () => {
    const { resi } = await buildBooked();
    await everpro(everproCallback(resi, "DIBAWA ALIEN"));
    await worked();
    expect(await eventsOf(resi)).toMatchObject([{ meaning: "unknown", raw_code: "DIBAWA ALIEN" }]);
    expect((await parcelOf(resi))?.stage).toBe("pickup_requested");
  });

  it("waits for a parcel that the platform has not told of yet", async () => {
    const seller = await buildActor(server, { kind: "seller" });
    const resi = newResi();
    await everpro(everproCallback(resi, "PICKEDUP"));
    await worked();
    expect(await parcelOf(resi)).toBeUndefined();
    await book(pickupRequestBody({ seller: seller.slug, resi: [resi] }));
    expect((await parcelOf(resi))?.stage).toBe("picked_up");
  });

  it("resolves the open report at the first custody scan", async () => {
    const { seller, resi } = await buildBooked();
    const code = await buildReport(server, seller, (await parcelOf(resi))?.id ?? "");
    await everpro(everproCallback(resi, "PICKEDUP"));
    await worked();
    const report = await server.owner
      .selectFrom("reports")
      .selectAll()
      .where("code", "=", code)
      .executeTakeFirst();
    expect(report).toMatchObject({ status: "resolved", resolution: "scan", waiting_on: "nobody" });
  });

  it("is refused with a wrong key and from an unknown source, and kept for support in a form nobody knows", async () => {
    expect((await everpro(everproCallback("IDE1234567", "WAITING"), "wrong")).status).toBe(401);
    expect((await post("/webhooks/tracking/nobody", {}, {})).status).toBe(404);
    expect((await everpro({ hello: "world" })).status).toBe(200);
    await worked();
    const unread = await server.owner
      .selectFrom("tracking_inbox")
      .select(["problem", "body"])
      .where("problem", "is not", null)
      .execute();
    expect(unread).toEqual([{ problem: "unreadable", body: { hello: "world" } }]);
    expect((await everpro("x".repeat(2_000_000))).status).toBe(413);
  });
});

describe("a pick-up that the seller puts off", () => {
  it("has its clock moved by the same request with another day, and a late one does not", async () => {
    const { resi, body } = await buildBooked();
    const deadline = async () => (await parcelOf(resi))?.deadline_at;
    expect(await deadline()).toEqual(new Date("2026-11-25T13:00:00Z"));
    const later = { ...body, rescheduled_to: "2026-11-26T02:00:00Z" };
    expect((await book(later)).status).toBe(200);
    expect(await deadline()).toEqual(new Date("2026-11-27T13:00:00Z"));
    const late = await buildBooked({ requested_at: "2026-11-20T02:00:00Z" });
    await book({ ...late.body, rescheduled_to: "2026-11-26T02:00:00Z" });
    expect((await parcelOf(late.resi))?.deadline_at).toEqual(new Date("2026-11-21T13:00:00Z"));
  });
});

describe("a delivery proves itself", () => {
  const body = JSON.stringify({
    tracking_id: "NVIDNINJA000000001",
    timestamp: "2026-11-25T10:00:00+0700",
    event: "Pickup Exception, Pending Reschedule",
    status: "Pickup Exception",
  });
  const hmac = (secret: string, ...parts: string[]) =>
    parts.reduce((all, part) => all.update(part), createHmac("sha256", secret));
  const ninja = (signature: string, sent = body) =>
    post("/webhooks/tracking/ninja", { "x-ninjavan-hmac-sha256": signature }, sent);
  const dated = (date: number, signed = date, sent = body) =>
    post(
      "/webhooks/tracking/idx",
      {
        "x-signature-timestamp": String(date),
        "x-signature": hmac(KEYS.idx, `${signed}.`, body).digest("hex"),
      },
      sent,
    );
  const countOf = async (source: string) =>
    (
      await server.owner
        .selectFrom("tracking_inbox")
        .select("id")
        .where("source", "=", source)
        .execute()
    ).length;

  it("by a signature over the raw body, and without one has no effect", async () => {
    const good = hmac(KEYS.ninja, body).digest("base64");
    expect((await ninja(good)).status).toBe(200);
    expect(await (await ninja(good)).json()).toMatchObject({ duplicate: true });
    const wrong = [
      await ninja(""),
      await ninja(good, `${body} `),
      await ninja(hmac("another secret", body).digest("base64")),
      await ninja(hmac(KEYS.ninja, body).digest("hex")),
    ];
    expect(wrong.map((answer) => answer.status)).toEqual([401, 401, 401, 401]);
    expect(await countOf("ninja")).toBe(1);
  });

  it("by a signature with a date that is good for five minutes", async () => {
    const now = Date.parse(NOW) / 1000;
    expect((await dated(now - 299)).status).toBe(200);
    expect((await dated(now + 299)).status).toBe(200);
    const refused = [await dated(now - 301), await dated(now + 301), await dated(now, now - 1)];
    expect(refused.map((answer) => answer.status)).toEqual([401, 401, 401]);
    expect((await dated(Number.NaN)).status).toBe(401);
    expect(await countOf("idx")).toBe(1);
  });

  it("and is refused where its source has no secret here", async () => {
    const answer = await post("/webhooks/tracking/sap", { "x-signature": "" }, body);
    expect(answer.status).toBe(401);
    expect(await countOf("sap")).toBe(0);
  });
});

describe("many deliveries", () => {
  it("of the same words have one effect, a hundred times over", async () => {
    const { resi } = await buildBooked();
    const callback = everproCallback(resi, "PICKEDUP");
    const statuses = await Promise.all(
      Array.from({ length: 100 }, async () => (await everpro(callback)).status),
    );
    expect(new Set(statuses)).toEqual(new Set([200]));
    await worked();
    expect(await eventsOf(resi)).toHaveLength(1);
    expect((await parcelOf(resi))?.stage).toBe("picked_up");
  });

  it("are answered within seconds when the database is stuck, and lost by nobody", async () => {
    const { resi } = await buildBooked();
    const callback = everproCallback(resi, "FAILED PICKUP");
    const stuck = Promise.withResolvers<void>();
    const locked = Promise.withResolvers<void>();
    const holding = server.owner.transaction().execute(async (tx) => {
      await sql`lock table tracking_inbox in access exclusive mode`.execute(tx);
      locked.resolve();
      await stuck.promise;
    });
    await locked.promise;
    const answer = await everpro(callback);
    stuck.resolve();
    await holding;
    expect(answer.status).toBe(503);
    expect(answer.headers.get("retry-after")).toBe("5");
    expect((await everpro(callback)).status).toBe(200);
    await worked();
    expect((await parcelOf(resi))?.stage).toBe("pickup_failed");
  });
});
