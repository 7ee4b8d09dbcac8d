import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "#app/contracts/parties.ts";
import { IssueInstruction } from "#app/contracts/threads.schema.ts";
import { changeStatus } from "#app/domain/reports/change-status.server.ts";
import { promoteDueReports } from "#app/domain/reports/promote-due-reports.server.ts";
import { entriesSince } from "#app/domain/threads/entries-since.server.ts";
import { issueInstruction } from "#app/domain/threads/issue-instruction.server.ts";
import { markRead } from "#app/domain/threads/mark-read.server.ts";
import { moveInstruction } from "#app/domain/threads/move-instruction.server.ts";
import { openThread } from "#app/domain/threads/open-thread.server.ts";
import { postMessage, postNote } from "#app/domain/threads/post-message.server.ts";
import { buildParcel } from "../factories/parcels.ts";
import { buildActor } from "../factories/people.ts";
import { buildReport, message } from "../factories/reports.ts";
import { NOW, openWorld, type World } from "../support/test-world.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

type Cast = { seller: Actor; operator: Actor; cs: Actor; code: string };

async function buildCast(requestedAt?: string): Promise<Cast> {
  world.clock.set(NOW);
  const seller = await buildActor(world, { kind: "seller" });
  const operator = await buildActor(world, { kind: "courier", courierId: "idx" });
  const cs = await buildActor(world, { kind: "support" });
  const parcel = await buildParcel(world, { seller: seller.slug, requestedAt });
  return { seller, operator, cs, code: await buildReport(world, seller, parcel.id) };
}

const rowOf = (code: string) =>
  world.owner.selectFrom("reports").selectAll().where("code", "=", code).executeTakeFirstOrThrow();
const instruct = (code: string, more: object = {}) =>
  IssueInstruction.parse({ clientId: randomUUID(), code, ...more });
const scheduled = (from = "14:00", to = "16:00", date = "2026-11-25") =>
  instruct("SCHEDULED", { date, from, to, courierName: "Joko", courierPlate: "d 1234 xx" });

describe("a thread", () => {
  it("numbers parallel messages of three sides without a gap, each stream by itself", async () => {
    const { seller, operator, cs, code } = await buildCast();
    const senders = [seller, operator, cs];
    await Promise.all(
      Array.from({ length: 30 }, (_, n) => {
        const sender = senders[n % 3] as Actor;
        return n % 5 === 0
          ? postNote(world.ctx, sender, code, message(`n${n}`))
          : postMessage(world.ctx, sender, code, message(`m${n}`));
      }),
    );
    const rows = await world.owner
      .selectFrom("entries as e")
      .innerJoin("reports as r", "r.id", "e.report_id")
      .select(["e.audience", "e.seq"])
      .where("r.code", "=", code)
      .orderBy("e.seq")
      .execute();
    for (const [, stream] of Map.groupBy(rows, (row) => row.audience)) {
      expect(stream.map((row) => row.seq)).toEqual(stream.map((_, n) => n + 1));
    }
  });

  it("takes the same send five times as one, and other words under its id not at all", async () => {
    const { seller, code } = await buildCast();
    const send = message("satu kali saja");
    const sent = await Promise.all(
      Array.from({ length: 5 }, () => postMessage(world.ctx, seller, code, send)),
    );
    expect(new Set(sent.map((entry) => entry.id)).size).toBe(1);
    await expect(
      postMessage(world.ctx, seller, code, { ...send, body: "lain" }),
    ).rejects.toMatchObject({ problem: { kind: "conflict", code: "message.conflict" } });
  });

  it("passes the ball with each message", async () => {
    const { seller, operator, cs, code } = await buildCast();
    const held: string[] = [(await rowOf(code)).waiting_on];
    for (const [sender, to] of [
      [operator, "?"],
      [seller, "?"],
      [cs, "?"],
    ] as const) {
      await postMessage(world.ctx, sender, code, message(to));
      held.push((await rowOf(code)).waiting_on);
    }
    expect(held).toEqual(["courier", "seller", "courier", "courier"]);
  });

  it("gives back what came after a cursor, and notes only to their side", async () => {
    const { seller, operator, code } = await buildCast();
    const before = (await openThread(world.ctx, operator, code)).cursor;
    await postMessage(world.ctx, seller, code, message("baru"));
    world.clock.advance(1000);
    await postNote(world.ctx, seller, code, message("bisik"));
    const ofOperator = await entriesSince(world.ctx, operator, code, before);
    expect(ofOperator.entries.map((entry) => entry.body)).toEqual(["baru"]);
    const ofSeller = await entriesSince(world.ctx, seller, code, before);
    expect(ofSeller.entries.map((entry) => entry.body)).toEqual(["baru", "bisik"]);
  });

  it("never marks as read what is not there, nor back", async () => {
    const { seller, code } = await buildCast();
    await markRead(world.ctx, seller, code, { everyone: 999, notes: 999, turn: 0 });
    await markRead(world.ctx, seller, code, { everyone: 1, notes: 0, turn: 0 });
    const mark = await world.owner
      .selectFrom("read_marks")
      .select(["audience", "seen_seq", "read_seq"])
      .where("user_id", "=", seller.userId)
      .execute();
    expect(mark).toEqual([{ audience: "everyone", seen_seq: 2, read_seq: 2 }]);
  });
});

describe("instructions", () => {
  it("go from open over acknowledged to done, and the ball with them", async () => {
    const { seller, operator, code } = await buildCast();
    const { instruction } = await issueInstruction(
      world.ctx,
      operator,
      code,
      instruct("NEED_CONTACT", { detail: "Nomor yang aktif?" }),
    );
    const id = instruction?.id ?? "";
    expect((await rowOf(code)).waiting_on).toBe("seller");
    await moveInstruction(world.ctx, seller, code, id, { state: "acknowledged", reason: "" });
    await moveInstruction(world.ctx, seller, code, id, { state: "done", reason: "" });
    expect((await rowOf(code)).waiting_on).toBe("courier");
    expect(
      await moveInstruction(world.ctx, seller, code, id, { state: "done", reason: "" }),
    ).toBeNull();
    await expect(
      moveInstruction(world.ctx, seller, code, id, { state: "declined", reason: "" }),
    ).rejects.toMatchObject({ problem: { code: "instruction.moved" } });
  });

  it("are only those of the catalogue for that side and category", async () => {
    const { seller, operator, code } = await buildCast();
    await expect(
      issueInstruction(world.ctx, operator, code, instruct("PICKUP_NOW")),
    ).rejects.toMatchObject({ problem: { code: "instruction.not_allowed" } });
    await expect(
      issueInstruction(world.ctx, seller, code, instruct("UPDATE_SCAN")),
    ).rejects.toMatchObject({ problem: { code: "instruction.not_allowed" } });
  });

  it("hold a promise in the origin's zone, and it is what is due next", async () => {
    const { operator, code } = await buildCast();
    const { instruction } = await issueInstruction(world.ctx, operator, code, scheduled());
    expect(instruction?.promise).toMatchObject({
      windowStart: "2026-11-25T07:00:00.000Z",
      windowEnd: "2026-11-25T09:00:00.000Z",
      courierPlate: "D 1234 XX",
    });
    expect(await rowOf(code)).toMatchObject({
      due_kind: "promise",
      due_at: new Date("2026-11-25T09:00:00Z"),
      waiting_on: "courier",
    });
    await moveInstruction(world.ctx, operator, code, instruction?.id ?? "", {
      state: "done",
      reason: "",
    });
    expect((await rowOf(code)).due_kind).toBe("pickup");
  });

  it("refuse a window that is over, backwards or missing", async () => {
    const { operator, code } = await buildCast();
    const codeOf = (input: ReturnType<typeof scheduled>) =>
      issueInstruction(world.ctx, operator, code, input).catch((error) => error.problem.code);
    expect(await codeOf(scheduled("07:00", "09:00"))).toBe("promise.window_past");
    expect(await codeOf(scheduled("16:00", "14:00"))).toBe("promise.window_invalid");
    expect(await codeOf(instruct("SCHEDULED"))).toBe("field.required");
  });
});

describe("the end of a report", () => {
  it("leaves nobody to wait for, and the thread closed", async () => {
    const { seller, operator, code } = await buildCast();
    await changeStatus(world.ctx, seller, code, { to: "resolve", reason: "Sudah dijemput" });
    expect(await rowOf(code)).toMatchObject({
      status: "resolved",
      resolution: "seller",
      waiting_on: "nobody",
      due_kind: null,
    });
    await expect(postMessage(world.ctx, operator, code, message("telat"))).rejects.toMatchObject({
      problem: { code: "report.closed" },
    });
  });

  it("is not the courier's to say", async () => {
    const { operator, code } = await buildCast();
    for (const to of ["resolve", "cancel"] as const) {
      await expect(
        changeStatus(world.ctx, operator, code, { to, reason: "" }),
      ).rejects.toMatchObject({ problem: { kind: "forbidden" } });
    }
  });

  it("can be undone by the seller for 72 hours, and by CS at any time", async () => {
    const { seller, cs, code } = await buildCast();
    await changeStatus(world.ctx, seller, code, { to: "resolve", reason: "" });
    world.clock.advance(72 * 3_600_000);
    await changeStatus(world.ctx, seller, code, { to: "reopen", reason: "Belum selesai" });
    expect(await rowOf(code)).toMatchObject({ status: "open", waiting_on: "courier" });
    await changeStatus(world.ctx, seller, code, { to: "cancel", reason: "" });
    world.clock.advance(72 * 3_600_000 + 1);
    await expect(
      changeStatus(world.ctx, seller, code, { to: "reopen", reason: "" }),
    ).rejects.toMatchObject({ problem: { code: "reopen.too_late" } });
    await changeStatus(world.ctx, cs, code, { to: "reopen", reason: "" });
    expect((await rowOf(code)).status).toBe("open");
  });

  it("is written once where eight people write it at once", async () => {
    const { seller, code } = await buildCast();
    const tries = await Promise.allSettled(
      Array.from({ length: 8 }, () =>
        changeStatus(world.ctx, seller, code, { to: "resolve", reason: "" }),
      ),
    );
    expect(tries.filter((one) => one.status === "fulfilled")).toHaveLength(1);
  });
});

describe("the deadline", () => {
  it("makes Belum into Long pick up 3PL once, said by the system", async () => {
    const { seller, code } = await buildCast("2026-11-24T01:00:00Z");
    world.clock.set("2026-11-25T13:00:01Z");
    await Promise.all([promoteDueReports(world.ctx), promoteDueReports(world.ctx)]);
    await promoteDueReports(world.ctx);
    const { report, entries, timeline } = await openThread(world.ctx, seller, code);
    expect(report).toMatchObject({
      categoryFiled: "belum_pickup",
      categoryReckoned: "long_pickup",
    });
    expect(entries.filter((entry) => entry.event?.type === "promoted")).toHaveLength(1);
    expect(timeline.verdict).toEqual({
      kind: "late",
      deadlineAt: "2026-11-25T13:00:00.000Z",
      lateMinutes: 0,
    });
  });
});
