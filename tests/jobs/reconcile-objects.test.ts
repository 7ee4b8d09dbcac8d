import { sql } from "kysely";
import { afterAll, beforeAll, expect, inject, it } from "vitest";
import { newPhotoKeys } from "#storage/keys.ts";
import { settableClock } from "../support/settable-clock.ts";
import { openTestServer, type TestServer } from "../support/test-server.ts";
import { NOW } from "../support/test-world.ts";

const clock = settableClock(NOW);
let server: TestServer;
beforeAll(async () => {
  server = await openTestServer({ clusterUrl: inject("postgresUrl"), clock });
});
afterAll(() => server.close());

it("is due every hour, once over all processes", async () => {
  const known = sql<{
    identifier: string;
  }>`select identifier from graphile_worker._private_known_crontabs`;
  await expect
    .poll(async () => (await known.execute(server.owner)).rows.map((row) => row.identifier))
    .toEqual(["reconcile-objects"]);
});

it("is done by the worker", async () => {
  await server.store.put(newPhotoKeys().full, Buffer.from("x"));
  clock.advance(2 * 60 * 60 * 1000);
  await server.ctx.db.as("system", (tx) => server.ctx.jobs.add(tx, "reconcile-objects", {}));
  await expect.poll(() => server.store.keys(), { timeout: 10_000 }).toEqual([]);
});
