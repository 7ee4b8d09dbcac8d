import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "kysely";
import { io, type Socket } from "socket.io-client";
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from "vitest";
import type { Actor } from "#app/contracts/parties.ts";
import type { ClientToServer, ServerToClient } from "#app/contracts/realtime.ts";
import { postMessage, postNote } from "#app/domain/threads/post-message.server.ts";
import { findActorByToken, findStandings, standingOf } from "#db/queries/sessions.ts";
import { buildParcel } from "../factories/parcels.ts";
import { buildActor } from "../factories/people.ts";
import { buildReport, message } from "../factories/reports.ts";
import { settableClock } from "../support/settable-clock.ts";
import { openTestServer, signIn, type TestServer } from "../support/test-server.ts";
import { NOW } from "../support/test-world.ts";

const tokenOf = async (userId: string) =>
  (
    await server.owner
      .selectFrom("sessions")
      .select("token")
      .where("user_id", "=", userId)
      .executeTakeFirstOrThrow()
  ).token;

type Client = Socket<ServerToClient, ClientToServer>;
type Person = Awaited<ReturnType<typeof buildActor>>;

let server: TestServer;
const clients: Client[] = [];
beforeAll(async () => {
  server = await openTestServer({ clusterUrl: inject("postgresUrl"), clock: settableClock(NOW) });
});
afterEach(() => {
  for (const client of clients.splice(0)) client.disconnect();
});
afterAll(() => server.close());

function connect(headers: Record<string, string>): Promise<Client> {
  const client: Client = io(server.origin, {
    transports: ["websocket"],
    reconnection: false,
    extraHeaders: { origin: server.origin, ...headers },
    forceNew: true,
  });
  clients.push(client);
  return new Promise((resolve, reject) => {
    client.once("connect", () => resolve(client));
    client.once("connect_error", reject);
  });
}

async function listen(person: Person, code: string) {
  const client = await connect({ cookie: await signIn(server, person.userId) });
  const heard: string[] = [];
  // Who is here is known to all sides; what is said is what these tests listen for.
  client.onAny((name, body) => {
    if (!name.endsWith(":present")) heard.push(`${name} ${JSON.stringify(body)}`);
  });
  await client.emitWithAck("list:watch", {});
  const ack = await client.emitWithAck("report:watch", { code });
  return { client, heard, ack };
}

async function buildScene() {
  const seller = await buildActor(server, { kind: "seller" });
  const operator = await buildActor(server, { kind: "courier", courierId: "idx" });
  const cs = await buildActor(server, { kind: "support" });
  const parcel = await buildParcel(server, { seller: seller.slug });
  return { seller, operator, cs, code: await buildReport(server, seller, parcel.id) };
}

const NONSENSE = [
  ["nothing of the kind"],
  ["40", '42["report:watch"'],
  ["40", '42["report:watch",{"__proto__":{"code":"x"}}]'],
  ["40", '42["__proto__",{}]', '42["disconnect"]', "42[]", "42{}", "4299999999999999999999[]"],
  ["40", '451-["report:watch",{"_placeholder":true,"num":9}]', '42["list:watch",{}]'],
  ["40", `42["report:watch",{"code":"${"x".repeat(20_000)}"}]`],
  ["40", new Uint8Array(200)],
];

/** Says these things over a bare connection and waits until the server has closed it, or a moment has gone. */
async function throwAt(cookie: string, packets: (string | Uint8Array<ArrayBuffer>)[]) {
  const address = `${server.origin.replace("http", "ws")}/socket.io/?EIO=4&transport=websocket`;
  const options = { headers: { cookie, origin: server.origin } };
  const line = new WebSocket(address, options as never);
  await new Promise((resolve) => line.addEventListener("message", resolve, { once: true }));
  for (const packet of packets) line.send(packet);
  const isClosed = new Promise((resolve) => line.addEventListener("close", resolve));
  await Promise.race([isClosed, sleep(100)]);
  line.close();
}

const saying = (text: string) => expect.arrayContaining([expect.stringContaining(text)]);

describe("sockets", () => {
  it("tell a message to everybody in the report, and nothing at all to outsiders", async () => {
    const { seller, operator, cs, code } = await buildScene();
    const outsiders = [
      await buildActor(server, { kind: "seller" }),
      await buildActor(server, { kind: "courier", courierId: "jne" }),
    ];
    const inside = await Promise.all([seller, operator, cs].map((person) => listen(person, code)));
    const outside = await Promise.all(outsiders.map((person) => listen(person, code)));
    expect(outside.map(({ ack }) => ack)).toEqual(
      Array(2).fill({ ok: false, code: "report.not_found" }),
    );
    await postMessage(server.ctx, seller, code, message("halo semua"));
    for (const { heard } of inside) await expect.poll(() => heard).toEqual(saying("halo semua"));
    expect(outside.flatMap(({ heard }) => heard)).toEqual([]);
  });

  it("tell a note to its own side only, without a hint to the others", async () => {
    const { seller, operator, cs, code } = await buildScene();
    const [ofSeller, ofOperator, ofCs] = await Promise.all(
      [seller, operator, cs].map((person) => listen(person, code)),
    );
    await postNote(server.ctx, cs, code, message("catatan rahasia"));
    await expect.poll(() => ofCs?.heard).toEqual(saying("catatan rahasia"));
    expect([...(ofSeller?.heard ?? []), ...(ofOperator?.heard ?? [])]).toEqual([]);
    // And they could have heard: the next message arrives.
    await postMessage(server.ctx, cs, code, message("pesan biasa"));
    await expect.poll(() => ofSeller?.heard).toEqual(saying("pesan biasa"));
    await expect.poll(() => ofOperator?.heard).toEqual(saying("pesan biasa"));
  });

  it("refuse a foreign origin, no origin and nobody", async () => {
    const seller = await buildActor(server, { kind: "seller" });
    const cookie = await signIn(server, seller.userId);
    await expect(connect({ cookie, origin: "https://evil.example" })).rejects.toThrow();
    await expect(connect({})).rejects.toThrow("session.missing");
    await expect(connect({ cookie })).resolves.toBeDefined();
  });

  it("close when their session ends", async () => {
    const seller = await buildActor(server, { kind: "seller" });
    const cookie = await signIn(server, seller.userId);
    const client = await connect({ cookie });
    const answer = await fetch(`${server.origin}/sign-out`, {
      method: "POST",
      headers: { origin: server.origin, cookie },
      redirect: "manual",
    });
    expect(answer.status).toBe(302);
    await expect.poll(() => client.connected).toBe(false);
    await expect(connect({ cookie })).rejects.toThrow("session.missing");
  });

  it("are known to be gone when their person is moved to another organisation", async () => {
    const operator = await buildActor(server, { kind: "courier", courierId: "idx" });
    const cookie = await signIn(server, operator.userId);
    const seen = await findActorByToken(server.owner, await tokenOf(operator.userId), new Date());
    expect(seen?.organisationId).toBe(operator.organisationId);
    const standing = () => findStandings(server.owner, [seen?.sessionId ?? ""], new Date());
    expect(await standing()).toContain(standingOf(seen as Actor));
    await server.owner
      .updateTable("members")
      .set({ role: "admin" })
      .where("user_id", "=", operator.userId)
      .execute();
    expect(await standing()).not.toContain(standingOf(seen as Actor));
    expect(cookie).toContain("session_token");
  });

  it("close when their person's role changes, whoever changed it", async () => {
    const operator = await buildActor(server, { kind: "courier", courierId: "idx" });
    const mate = await buildActor(server, { kind: "courier", courierId: "idx" });
    const client = await connect({ cookie: await signIn(server, operator.userId) });
    const other = await connect({ cookie: await signIn(server, mate.userId) });
    await server.owner
      .updateTable("members")
      .set({ role: "admin" })
      .where("user_id", "=", operator.userId)
      .execute();
    await expect.poll(() => client.connected).toBe(false);
    expect(other.connected).toBe(true);
  });

  it("close when their session is gone and no notice of it came", async () => {
    const { seller, code } = await buildScene();
    const { client } = await listen(seller, code);
    await server.owner.transaction().execute(async (tx) => {
      await sql`set local session_replication_role = replica`.execute(tx);
      await tx.deleteFrom("sessions").where("user_id", "=", seller.userId).execute();
    });
    expect(client.connected).toBe(true);
    client.emit("list:watch", {}, () => {});
    await expect.poll(() => client.connected).toBe(false);
  });

  it("outlive packets that make no sense", async () => {
    const { seller, code } = await buildScene();
    const { client } = await listen(seller, code);
    const cookie = await signIn(server, (await buildActor(server, { kind: "seller" })).userId);
    for (const packets of NONSENSE) await throwAt(cookie, packets);
    expect((await fetch(`${server.origin}/healthz`)).status).toBe(200);
    expect(await client.emitWithAck("list:watch", {})).toEqual({ ok: true });
  });

  it("answer nonsense instead of failing", async () => {
    const { seller, code } = await buildScene();
    const { client, ack } = await listen(seller, code);
    expect(ack).toEqual({ ok: true });
    for (const nonsense of [null, 7, "x", { code: 3 }, { code: "x".repeat(9999) }, []]) {
      const answer = await client.emitWithAck("report:watch", nonsense as never);
      expect(answer).toMatchObject({ ok: false });
    }
    client.emit("report:watch", {} as never, undefined as never);
    expect(await client.emitWithAck("list:watch", {})).toEqual({ ok: true });
  });
});
