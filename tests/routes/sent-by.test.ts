import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, inject, it } from "vitest";
import { buildParcel } from "../factories/parcels.ts";
import { buildActor } from "../factories/people.ts";
import { buildReport } from "../factories/reports.ts";
import { settableClock } from "../support/settable-clock.ts";
import { openTestServer, signIn, type TestServer } from "../support/test-server.ts";
import { NOW } from "../support/test-world.ts";

let server: TestServer;
beforeAll(async () => {
  server = await openTestServer({ clusterUrl: inject("postgresUrl"), clock: settableClock(NOW) });
});
afterAll(() => server.close());

it("takes what a device kept for one person under that person's session alone", async () => {
  const seller = await buildActor(server, { kind: "seller" });
  const other = await buildActor(server, { kind: "seller" });
  const parcel = await buildParcel(server, { seller: seller.slug });
  const code = await buildReport(server, seller, parcel.id);
  const cookie = await signIn(server, seller.userId);
  const send = async (sentBy: string, path = `/pickup-problem/${code}/messages`) => {
    const answer = await fetch(server.origin + path, {
      method: "POST",
      headers: { cookie, origin: server.origin, accept: "application/json", "x-sent-by": sentBy },
      body: new URLSearchParams({ clientId: randomUUID(), body: "Halo" }),
    });
    return { status: answer.status, code: (await answer.json()).code };
  };
  const refused = { status: 401, code: "session.missing" };
  expect(await send(other.userId)).toEqual(refused);
  expect(await send(other.userId, "/uploads")).toEqual(refused);
  expect((await send(seller.userId)).status).toBe(201);
});
