import { createHmac, randomInt, timingSafeEqual } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import express from "express";
import { openPool } from "#db/client.ts";
import { startEmbeddedPostgres } from "#db/embedded.ts";
import { buildPages } from "#server/cli/build-pages.ts";
import { createTemplate } from "../support/test-database.ts";
import { KEYS, openTestServer } from "../support/test-server.ts";
import { tickingClock } from "../support/ticking-clock.ts";

export type IntakeReady = {
  own: string;
  bare: string;
  /** Each with its signature; one in five is there twice. */
  deliveries: { body: string; signature: string }[];
};

const DELIVERIES = 20_000;

const sign = (body: string | Buffer) =>
  createHmac("sha256", KEYS.ninja).update(body).digest("base64");

function prepare(): IntakeReady["deliveries"] {
  const made: IntakeReady["deliveries"] = [];
  for (let n = 0; n < DELIVERIES; n += 1) {
    const again = n % 5 === 4 ? made[randomInt(made.length)] : undefined;
    const body = JSON.stringify({
      tracking_id: `NVIDNINJA${String(n).padStart(9, "0")}`,
      shipper_order_ref_no: `INV-${n}`,
      timestamp: "2026-11-25T10:00:00+0700",
      event: "Pickup Exception, Pending Reschedule",
      status: "Pickup Exception",
      is_parcel_on_rts_leg: false,
      pickup_exception: { state: "Pending Reschedule", failure_reason: "Toko tutup" },
    });
    made.push(again ?? { body, signature: sign(body) });
  }
  return made;
}

/** The same signature and one insert into a table of the same shape, and nothing else. */
async function serveBare(url: string) {
  const pool = openPool({ url, max: 4, onError: () => {} });
  await pool.query(
    "create table bare_inbox (id bigserial primary key, identity text not null unique, body jsonb not null, received_at timestamptz not null)",
  );
  const app = express();
  app.post("/ninja", express.raw({ type: "*/*", limit: "1mb" }), async (request, response) => {
    const expected = Buffer.from(sign(request.body));
    const given = Buffer.from(String(request.headers["x-ninjavan-hmac-sha256"] ?? ""));
    if (given.length !== expected.length || !timingSafeEqual(given, expected))
      return void response.status(401).end();
    const text = request.body.toString("utf8");
    JSON.parse(text);
    await pool.query(
      "insert into bare_inbox (identity, body, received_at) values ($1, $2, $3) on conflict do nothing",
      [createHmac("sha256", "x").update(text).digest("hex"), text, new Date()],
    );
    response.json({ received: true });
  });
  const server = createServer(app);
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/ninja`;
}

const folder = mkdtempSync(join(tmpdir(), "pickup-bench-"));
await buildPages(() => {});
const postgres = await startEmbeddedPostgres({ folder, say: () => {} });
await createTemplate(postgres.url);
const server = await openTestServer({
  clusterUrl: postgres.url,
  clock: tickingClock("2026-11-25T03:00:00Z"),
});
const ready: IntakeReady = {
  own: `${server.origin}/webhooks/tracking/ninja`,
  bare: await serveBare(server.database.ownerUrl),
  deliveries: prepare(),
};
process.send?.(ready);

async function untilWorked() {
  for (;;) {
    const left = await server.owner
      .selectFrom("tracking_inbox")
      .select("id")
      .where("worked_at", "is", null)
      .limit(1)
      .executeTakeFirst();
    if (!left) return;
    await sleep(100);
  }
}

async function end() {
  await server.close();
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
  process.exit(0);
}

process.on("message", async (message) => {
  if (message === "end") return end();
  await untilWorked();
  process.send?.("worked");
});
