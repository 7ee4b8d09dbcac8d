import { afterAll, beforeAll, expect, it } from "vitest";
import type { DomainEvent } from "#app/contracts/realtime.ts";
import { openClient } from "#db/client.ts";
import { dropEvents, readNotice, tellEvents } from "#db/queries/events.ts";
import { openLogReader } from "#server/realtime/read-log.ts";
import { openWorld, type World } from "../support/test-world.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const event = (sessionId: string): DomainEvent => ({ type: "session.revoked", sessionId });

/** Hears only of `names`: what other tests told may still be within the horizon. */
function openReader(...names: string[]) {
  const told: string[] = [];
  let isBroken = false;
  const reader = openLogReader(world.ctx.db, async (events) => {
    if (isBroken) throw new Error("nobody there");
    for (const one of events)
      if (one.type === "session.revoked" && names.includes(one.sessionId)) told.push(one.sessionId);
  });
  const breakIt = (broken: boolean) => {
    isBroken = broken;
  };
  return { ...reader, told, breakIt };
}

/** Tells of something in a transaction that ends when it is let go. */
async function beginTelling(name: string) {
  let letGo = () => {};
  const gate = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  let isWritten = () => {};
  const written = new Promise<void>((resolve) => {
    isWritten = resolve;
  });
  const done = world.ctx.db.as("system", async (tx) => {
    await tellEvents(tx, [event(name)]);
    isWritten();
    await gate;
  });
  await written;
  return async () => {
    letGo();
    await done;
  };
}

const tell = (name: string) => world.ctx.db.as("system", (tx) => tellEvents(tx, [event(name)]));

it("skips nothing that commits after what came later, and tells nothing twice", async () => {
  const reader = openReader("early id, late commit", "late id, early commit");
  await reader.readOn();
  const commitEarly = await beginTelling("early id, late commit");
  await tell("late id, early commit");
  await reader.readOn();
  expect(reader.told).toEqual(["late id, early commit"]);
  await commitEarly();
  await reader.readOn();
  await reader.readOn();
  expect(reader.told).toEqual(["late id, early commit", "early id, late commit"]);
});

/** What the database says to those who listen. */
async function listenWhile(work: () => Promise<void>): Promise<string> {
  const client = openClient(world.database.url);
  await client.connect();
  await client.query("listen domain_events");
  const notice = new Promise<string>((resolve) =>
    client.once("notification", ({ payload }) => resolve(payload ?? "")),
  );
  await work();
  const payload = await notice;
  await client.end();
  return payload;
}

it("tells what a notice says at once, and not again when it looks", async () => {
  const reader = openReader("heard");
  await reader.readOn();
  const notice = readNotice(await listenWhile(() => tell("heard")));
  expect(notice?.event).toEqual(event("heard"));
  await reader.hear(notice ? [notice] : []);
  expect(reader.told).toEqual(["heard"]);
  await reader.readOn();
  expect(reader.told).toEqual(["heard"]);
});

it("finds by looking what is too long for a notice", async () => {
  const name = "x".repeat(9_000);
  const reader = openReader(name);
  await reader.readOn();
  expect(readNotice(await listenWhile(() => tell(name)))).toBeUndefined();
  await reader.readOn();
  expect(reader.told).toEqual([name]);
});

it.each(["", "17", "{", '{"id":1}'])("takes the notice %j for one that says nothing", (payload) => {
  expect(readNotice(payload)).toBeUndefined();
});

it("tells again what could not be told", async () => {
  const reader = openReader("held up");
  await reader.readOn();
  await tell("held up");
  reader.breakIt(true);
  await expect(reader.readOn()).rejects.toThrow("nobody there");
  reader.breakIt(false);
  await reader.readOn();
  expect(reader.told).toEqual(["held up"]);
});

it("forgets what is older than anybody reads back", async () => {
  await tell("old");
  await world.ctx.db.as("system", (tx) => dropEvents(tx, 5));
  const list = () => world.owner.selectFrom("events.log").select("id").execute();
  expect(await list()).not.toEqual([]);
  await world.ctx.db.as("system", (tx) => dropEvents(tx, 0));
  expect(await list()).toEqual([]);
});
