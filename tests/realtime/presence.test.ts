import { sql } from "kysely";
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from "vitest";
import { renewPresencesOf } from "#app/domain/presence/renew-presences-of.server.ts";
import { openThread } from "#app/domain/threads/open-thread.server.ts";
import { buildParcel } from "../factories/parcels.ts";
import { buildActor } from "../factories/people.ts";
import { buildReport } from "../factories/reports.ts";
import { settableClock } from "../support/settable-clock.ts";
import { openTestServer, signIn, type TestServer } from "../support/test-server.ts";
import { NOW } from "../support/test-world.ts";
import { openThreadClient } from "../support/thread-client.ts";

let server: TestServer;
const clients: ReturnType<typeof openThreadClient>[] = [];
beforeAll(async () => {
  server = await openTestServer({ clusterUrl: inject("postgresUrl"), clock: settableClock(NOW) });
});
afterEach(() => {
  for (const client of clients.splice(0)) client.close();
});
afterAll(() => server.close());

type Person = Awaited<ReturnType<typeof buildActor>>;

async function openPage(person: Person, code: string) {
  const typed: string[] = [];
  const client = openThreadClient({
    origin: server.origin,
    cookie: await signIn(server, person.userId),
    view: await openThread(server.ctx, person, code),
    onTyping: ({ stream, person: typist }) => typed.push(`${typist.name} ${stream}`),
  });
  clients.push(client);
  await client.connect();
  const present = () =>
    client.follower
      .state()
      .present.map((one) => one.name)
      .sort();
  await expect.poll(present).toContain(person.name);
  return { ...client, typed, present };
}

async function countTabs({ userId }: Person) {
  const rows = await server.owner
    .selectFrom("presences")
    .select("connection_id")
    .where("user_id", "=", userId)
    .execute();
  return rows.length;
}

async function buildScene() {
  const seller = await buildActor(server, { kind: "seller", name: "Sari" });
  const operator = await buildActor(server, { kind: "courier", courierId: "idx", name: "Rudi" });
  const mate = await buildActor(server, {
    kind: "courier",
    courierId: "idx",
    organisationId: operator.organisationId,
    name: "Dewi",
  });
  const parcel = await buildParcel(server, { seller: seller.slug });
  return { seller, operator, mate, code: await buildReport(server, seller, parcel.id) };
}

describe("who has a report open", () => {
  it("is known to the others while the page is open, in however many tabs", async () => {
    const { seller, operator, code } = await buildScene();
    const phone = await openPage(seller, code);
    const first = await openPage(operator, code);
    const second = await openPage(operator, code);
    await expect.poll(phone.present).toEqual(["Rudi", "Sari"]);
    first.socket.disconnect();
    await expect.poll(() => countTabs(operator)).toBe(1);
    expect(phone.present()).toEqual(["Rudi", "Sari"]);
    second.close();
    await expect.poll(phone.present).toEqual(["Sari"]);
  });

  it("is forgotten where a process ended without a word", async () => {
    const { seller, operator, code } = await buildScene();
    const phone = await openPage(seller, code);
    await openPage(operator, code);
    await expect.poll(phone.present).toEqual(["Rudi", "Sari"]);
    await sql`update presences set seen_at = clock_timestamp() - interval '36 seconds' where user_id = ${operator.userId}`.execute(
      server.owner,
    );
    await renewPresencesOf(server.ctx, crypto.randomUUID(), []);
    await expect.poll(phone.present).toEqual(["Sari"]);
  });
});

describe("typing", () => {
  it("is heard by those who may read what comes of it, and by nobody else", async () => {
    const { seller, operator, mate, code } = await buildScene();
    const phone = await openPage(seller, code);
    const desk = await openPage(operator, code);
    const other = await openPage(mate, code);
    await desk.socket.emitWithAck("report:type", { code, stream: "notes" });
    await expect.poll(() => other.typed).toEqual(["Rudi notes"]);
    await desk.socket.emitWithAck("report:type", { code, stream: "everyone" });
    await expect.poll(() => phone.typed).toEqual(["Rudi everyone"]);
  });

  it("is refused in a report that is not open in that page", async () => {
    const { seller, operator, code } = await buildScene();
    const stranger = await buildActor(server, { kind: "seller" });
    const parcel = await buildParcel(server, { seller: stranger.slug });
    const own = await openPage(stranger, await buildReport(server, stranger, parcel.id));
    const phone = await openPage(seller, code);
    expect(await own.socket.emitWithAck("report:type", { code, stream: "everyone" })).toEqual({
      ok: false,
      code: "report.not_found",
    });
    const desk = await openPage(operator, code);
    await desk.socket.emitWithAck("report:type", { code, stream: "everyone" });
    await expect.poll(() => phone.typed).toEqual(["Rudi everyone"]);
  });
});
