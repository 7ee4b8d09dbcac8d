import { afterAll, beforeAll, expect, it } from "vitest";
import type { DomainEvent } from "#app/contracts/realtime.ts";
import { dropEvents, listEventsById, tellEvents } from "#db/queries/events.ts";
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

it("tells what a notice names at once, and not again when it looks", async () => {
  const reader = openReader("named");
  await reader.readOn();
  await tell("named");
  const ids = await world.owner
    .selectFrom("events.log")
    .select((eb) => eb.fn.max("id").as("id"))
    .executeTakeFirstOrThrow();
  await reader.readNamed([Number(ids.id)]);
  expect(reader.told).toEqual(["named"]);
  await reader.readOn();
  expect(reader.told).toEqual(["named"]);
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
  const list = () => world.ctx.db.as("system", (tx) => listEventsById(tx, [1]));
  expect(await list()).toHaveLength(1);
  await world.ctx.db.as("system", (tx) => dropEvents(tx, 0));
  expect(await list()).toHaveLength(0);
});
