import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { IssueInstruction } from "#app/contracts/threads.schema.ts";
import { changeStatus } from "#app/domain/reports/change-status.server.ts";
import {
  type ReplyHours,
  reckonReply,
  workedBetween,
} from "#app/domain/reports/reckon-reply.server.ts";
import { recordReplyMoments } from "#app/domain/reports/record-reply-moments.server.ts";
import { issueInstruction } from "#app/domain/threads/issue-instruction.server.ts";
import { moveInstruction } from "#app/domain/threads/move-instruction.server.ts";
import { openThread } from "#app/domain/threads/open-thread.server.ts";
import { postMessage } from "#app/domain/threads/post-message.server.ts";
import { buildParcel } from "../../factories/parcels.ts";
import { buildActor } from "../../factories/people.ts";
import { buildReport, message } from "../../factories/reports.ts";
import { NOW, openWorld, type World } from "../../support/test-world.ts";

const cs: ReplyHours = {
  days: [1, 2, 3, 4, 5, 6, 7],
  openMinute: 480,
  closeMinute: 1200,
  zone: "Asia/Jakarta",
  targetMinutes: 60,
};

describe("the reply clock", () => {
  it("runs only inside the hours of who holds the ball", () => {
    const at = (text: string) => new Date(`${text}+07:00`);
    expect(reckonReply(at("2026-11-24T10:00:00"), cs)).toEqual({
      warnAt: at("2026-11-24T10:48:00"),
      dueAt: at("2026-11-24T11:00:00"),
    });
    expect(reckonReply(at("2026-11-24T19:40:00"), cs)?.dueAt).toEqual(at("2026-11-25T08:40:00"));
    expect(reckonReply(at("2026-11-24T23:00:00"), cs)?.dueAt).toEqual(at("2026-11-25T09:00:00"));
    const weekdays = { ...cs, days: [1, 2, 3, 4, 5, 6] };
    expect(reckonReply(at("2026-11-21T19:30:00"), weekdays)?.dueAt).toEqual(
      at("2026-11-23T08:30:00"),
    );
    expect(reckonReply(at("2026-11-24T10:00:00"), { ...cs, targetMinutes: null })).toBeNull();
    expect(workedBetween(at("2026-11-24T19:30:00"), at("2026-11-25T08:15:30"), cs)).toBe(
      45.5 * 60_000,
    );
  });
});

describe("the ledger of the ball", () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld();
  });
  afterAll(() => world.close());

  async function build() {
    world.clock.set(NOW);
    const seller = await buildActor(world, { kind: "seller" });
    const operator = await buildActor(world, { kind: "courier", courierId: "idx" });
    const parcel = await buildParcel(world, { seller: seller.slug });
    const code = await buildReport(world, seller, parcel.id);
    return { seller, operator, parcel, code };
  }

  const recordOf = (code: string) =>
    world.owner
      .selectFrom("reports")
      .selectAll()
      .where("code", "=", code)
      .executeTakeFirstOrThrow();

  it("sums to the elapsed time to the second, through closing and opening again", async () => {
    const { seller, operator, code } = await build();
    world.clock.set("2026-11-25T03:10:07Z");
    await postMessage(world.ctx, operator, code, message("Alamat kurang jelas"));
    world.clock.set("2026-11-25T03:30:00Z");
    await postMessage(world.ctx, seller, code, message("Rumah pagar hijau"));
    world.clock.set("2026-11-25T04:00:59Z");
    await changeStatus(world.ctx, seller, code, { to: "resolve", reason: "" });
    world.clock.set("2026-11-25T05:00:00Z");
    await changeStatus(world.ctx, seller, code, { to: "reopen", reason: "belum" });
    world.clock.set("2026-11-25T05:00:30Z");
    const { report } = await openThread(world.ctx, seller, code);
    const { turns } = report.ledger;
    expect(turns.map(({ holder, seconds }) => [holder, seconds])).toEqual([
      ["courier", 607],
      ["seller", 1193],
      ["courier", 1859],
      ["nobody", 3541],
      ["courier", 30],
    ]);
    expect(turns.reduce((sum, turn) => sum + turn.seconds, 0)).toBe(2 * 3600 + 30);
  });

  it("never makes a reopened report late for the time before", async () => {
    const { seller, code } = await build();
    world.clock.set("2026-11-25T03:01:00Z");
    await changeStatus(world.ctx, seller, code, { to: "resolve", reason: "" });
    expect((await recordOf(code)).reply_due_at).toBe(Number.POSITIVE_INFINITY);
    world.clock.set("2026-11-26T03:00:00Z");
    await changeStatus(world.ctx, seller, code, { to: "reopen", reason: "belum" });
    expect((await recordOf(code)).reply_due_at).toEqual(new Date("2026-11-26T05:00:00Z"));
  });

  it("does not ask a courier who promised before the end of the promise", async () => {
    const { operator, code } = await build();
    const promise = IssueInstruction.parse({
      clientId: crypto.randomUUID(),
      code: "SCHEDULED",
      date: "2026-11-25",
      from: "14:00",
      to: "16:00",
    });
    await issueInstruction(world.ctx, operator, code, promise);
    expect((await recordOf(code)).reply_due_at).toEqual(new Date("2026-11-25T11:00:00Z"));
  });

  it("asks again at once when a promise is declined, and takes none of next month", async () => {
    const { seller, operator, code } = await build();
    const promise = (date: string) =>
      IssueInstruction.parse({
        clientId: crypto.randomUUID(),
        code: "SCHEDULED",
        date,
        from: "14:00",
        to: "16:00",
      });
    await expect(
      issueInstruction(world.ctx, operator, code, promise("2026-12-25")),
    ).rejects.toMatchObject({ problem: { code: "promise.too_far" } });
    const { instruction } = await issueInstruction(
      world.ctx,
      operator,
      code,
      promise("2026-12-01"),
    );
    expect((await recordOf(code)).reply_due_at).toEqual(new Date("2026-12-01T11:00:00Z"));
    const declined = { state: "declined" as const, reason: "terlalu lama" };
    await moveInstruction(world.ctx, seller, code, instruction?.id ?? "", declined);
    expect((await recordOf(code)).reply_due_at).toEqual(new Date("2026-11-25T05:00:00Z"));
  });

  it("writes down once who should have answered, and when", async () => {
    const { code, parcel } = await build();
    world.clock.set("2026-11-25T06:00:00Z");
    await Promise.all([recordReplyMoments(world.ctx), recordReplyMoments(world.ctx)]);
    await recordReplyMoments(world.ctx);
    const rows = await world.owner
      .selectFrom("sla_events")
      .selectAll()
      .where("parcel_id", "=", parcel.id)
      .where("clock", "=", "reply")
      .orderBy("at")
      .execute();
    expect(rows.map(({ kind, at, holder }) => [kind, at.toISOString(), holder])).toEqual([
      ["warn", "2026-11-25T04:36:00.000Z", "courier"],
      ["breach", "2026-11-25T05:00:00.000Z", "courier"],
    ]);
    expect((await recordOf(code)).reply_next_at).toBe(Number.POSITIVE_INFINITY);
  });
});
