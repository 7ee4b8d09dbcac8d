import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { MoveDispute } from "#app/contracts/disputes.schema.ts";
import type { Actor } from "#app/contracts/parties.ts";
import { DISPUTE_WINDOW_MS } from "#app/contracts/reports.ts";
import { IssueInstruction } from "#app/contracts/threads.schema.ts";
import { moveDispute } from "#app/domain/disputes/move-dispute.server.ts";
import { openDispute } from "#app/domain/disputes/open-dispute.server.ts";
import { passDueDisputes } from "#app/domain/disputes/pass-due-disputes.server.ts";
import { issueInstruction } from "#app/domain/threads/issue-instruction.server.ts";
import { openThread } from "#app/domain/threads/open-thread.server.ts";
import { postMessage } from "#app/domain/threads/post-message.server.ts";
import {
  accepts,
  buildDispute,
  buildFailedReport,
  claim,
  decides,
  stands,
  withdraws,
} from "../factories/disputes.ts";
import { buildActor } from "../factories/people.ts";
import { message } from "../factories/reports.ts";
import { buildUpload } from "../factories/uploads.ts";
import { codeOf } from "../support/code-of.ts";
import { NOW, openWorld, type World } from "../support/test-world.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

async function buildPeople() {
  world.clock.set(NOW);
  return {
    seller: await buildActor(world, { kind: "seller" }),
    operator: await buildActor(world, { kind: "courier", courierId: "idx" }),
    cs: await buildActor(world, { kind: "support" }),
  };
}

async function buildContest() {
  const people = await buildPeople();
  return { ...people, ...(await buildDispute(world, people.seller)) };
}

const rowOf = (code: string) =>
  world.owner.selectFrom("reports").selectAll().where("code", "=", code).executeTakeFirstOrThrow();
const disputeOf = async (actor: Actor, code: string) => {
  const { entries } = await openThread(world.ctx, actor, code);
  return entries.find((entry) => entry.dispute)?.dispute;
};
describe("a disputed attempt", () => {
  it("goes from claim over answer to decision, and the ball with it", async () => {
    const { seller, operator, cs, code, id } = await buildContest();
    expect(await rowOf(code)).toMatchObject({ waiting_on: "courier", disputed: true });
    expect(await disputeOf(operator, code)).toMatchObject({
      state: "open",
      subject: { kind: "attempt", code: "pickup_failed", reason: "FAILED PICKUP" },
    });
    const photo = await buildUpload(world, operator);
    await moveDispute(world.ctx, operator, code, id, stands([photo]));
    expect(await rowOf(code)).toMatchObject({ waiting_on: "support", disputed: true });
    await moveDispute(world.ctx, cs, code, id, decides("answered"));
    expect(await rowOf(code)).toMatchObject({ waiting_on: "courier", disputed: false });
    const { entries, report, timeline } = await openThread(world.ctx, seller, code);
    expect(entries.find((entry) => entry.dispute)).toMatchObject({
      body: "Toko buka, tidak ada kurir",
      photos: [{ purpose: "ready" }],
      dispute: {
        state: "decided",
        answer: { said: "stands", body: "Rolling door tertutup", photos: [{ purpose: "ready" }] },
        decision: { verdict: "seller_right", by: "support", name: cs.name },
      },
    });
    expect(timeline.marks.find((mark) => mark.what.type === "tracking")?.dispute).toBe(
      "seller_right",
    );
    expect(report.powers.dispute).toEqual([]);
  });

  it("ends at once where the courier accepts, and where the seller withdraws", async () => {
    const first = await buildContest();
    await moveDispute(world.ctx, first.operator, first.code, first.id, accepts());
    expect(await disputeOf(first.seller, first.code)).toMatchObject({
      state: "decided",
      decision: { verdict: "seller_right", by: "courier" },
    });
    const second = await buildContest();
    await moveDispute(world.ctx, second.seller, second.code, second.id, withdraws());
    expect(await disputeOf(second.cs, second.code)).toMatchObject({ state: "withdrawn" });
    for (const { code } of [first, second])
      expect(await rowOf(code)).toMatchObject({ waiting_on: "courier", disputed: false });
  });

  it("asks for a photo, of the seller and of a courier who stands by the reason", async () => {
    const { seller, operator } = await buildPeople();
    const { code, subject } = await buildFailedReport(world, seller);
    expect(await codeOf(openDispute(world.ctx, seller, code, claim(subject, [])))).toBe(
      "dispute.photo_required",
    );
    const upload = await buildUpload(world, seller);
    const { dispute } = await openDispute(world.ctx, seller, code, claim(subject, [upload]));
    expect(
      await codeOf(moveDispute(world.ctx, operator, code, dispute?.id ?? "", stands([]))),
    ).toBe("dispute.photo_required");
  });

  it("is one for each failure, within three days of it, and taken once for each send", async () => {
    const { seller } = await buildPeople();
    const { code, subject } = await buildFailedReport(world, seller);
    const upload = await buildUpload(world, seller);
    const send = claim(subject, [upload]);
    const sent = await Promise.all(
      Array.from({ length: 4 }, () => openDispute(world.ctx, seller, code, send)),
    );
    expect(new Set(sent.map((entry) => entry.id)).size).toBe(1);
    expect(await codeOf(openDispute(world.ctx, seller, code, { ...send, body: "lain" }))).toBe(
      "message.conflict",
    );
    expect(await codeOf(openDispute(world.ctx, seller, code, claim(subject, [upload])))).toBe(
      "dispute.exists",
    );
    expect(await codeOf(openDispute(world.ctx, seller, code, claim(randomUUID(), [upload])))).toBe(
      "dispute.no_failure",
    );
    const late = await buildFailedReport(world, seller);
    world.clock.advance(DISPUTE_WINDOW_MS);
    expect((await openThread(world.ctx, seller, late.code)).report.powers.dispute).toHaveLength(1);
    world.clock.advance(1);
    expect((await openThread(world.ctx, seller, late.code)).report.powers.dispute).toEqual([]);
    expect(
      await codeOf(openDispute(world.ctx, seller, late.code, claim(late.subject, [upload]))),
    ).toBe("dispute.too_late");
  });

  it("may be about a failure that the courier states in the thread", async () => {
    const { seller, operator } = await buildPeople();
    const { code } = await buildFailedReport(world, seller);
    const input = { clientId: randomUUID(), code: "FAILED_AGAIN", detail: "Toko tutup" };
    await issueInstruction(world.ctx, operator, code, IssueInstruction.parse(input));
    const { report } = await openThread(world.ctx, seller, code);
    const stated = report.powers.dispute.find((one) => one.kind === "instruction");
    expect(stated).toMatchObject({ code: "FAILED_AGAIN", reason: "Toko tutup" });
    const upload = await buildUpload(world, seller);
    await openDispute(world.ctx, seller, code, claim(stated?.id ?? "", [upload]));
    const { timeline } = await openThread(world.ctx, operator, code);
    expect(timeline.marks.find((mark) => mark.what.type === "instruction")?.dispute).toBe("open");
  });

  it("lets each side take only its own step", async () => {
    const { seller, operator, cs, code, id } = await buildContest();
    const tries: [Actor, MoveDispute, string][] = [
      [seller, accepts(), "dispute.not_yours"],
      [cs, accepts(), "dispute.not_yours"],
      [operator, withdraws(), "dispute.not_yours"],
      [operator, decides("open"), "dispute.not_yours"],
      [seller, decides("open"), "dispute.not_yours"],
      [cs, decides("open"), "dispute.too_early"],
    ];
    for (const [actor, input, code_] of tries)
      expect(await codeOf(moveDispute(world.ctx, actor, code, id, input))).toBe(code_);
    const powersOf = async (actor: Actor) => {
      const { powers } = (await openThread(world.ctx, actor, code)).report;
      return [powers.answerDispute, powers.decideDispute, powers.withdrawDispute];
    };
    expect(await powersOf(operator)).toEqual([[id], [], []]);
    expect(await powersOf(cs)).toEqual([[], [], []]);
    expect(await powersOf(seller)).toEqual([[], [], [id]]);
  });

  it("holds the ball while it waits, whatever is said beside it", async () => {
    const { seller, operator, code, id } = await buildContest();
    await postMessage(world.ctx, operator, code, message("Kami cek dulu"));
    expect((await rowOf(code)).waiting_on).toBe("courier");
    const asks = { clientId: randomUUID(), code: "NEED_CONTACT" };
    await issueInstruction(world.ctx, operator, code, IssueInstruction.parse(asks));
    expect((await rowOf(code)).waiting_on).toBe("courier");
    const photo = await buildUpload(world, operator);
    await moveDispute(world.ctx, operator, code, id, stands([photo]));
    await postMessage(world.ctx, seller, code, message("Ditunggu keputusannya"));
    expect((await rowOf(code)).waiting_on).toBe("support");
  });
});

describe("a dispute that nobody answers", () => {
  it("goes to CS once over two workers, who decide; a late answer comes first or not at all", async () => {
    const { operator, cs, code, id } = await buildContest();
    const due = await world.owner
      .selectFrom("disputes")
      .select("answer_due_at")
      .where("id", "=", id)
      .executeTakeFirstOrThrow();
    expect(due.answer_due_at).toEqual(new Date("2026-11-25T05:00:00Z"));
    world.clock.set("2026-11-25T05:00:00Z");
    await Promise.all([passDueDisputes(world.ctx), passDueDisputes(world.ctx)]);
    await passDueDisputes(world.ctx);
    const { entries } = await openThread(world.ctx, cs, code);
    expect(entries.filter((entry) => entry.event?.type === "dispute_passed")).toHaveLength(1);
    expect((await rowOf(code)).waiting_on).toBe("support");

    const photo = await buildUpload(world, operator);
    const answer = stands([photo]);
    const outcomes = await Promise.all([
      codeOf(moveDispute(world.ctx, operator, code, id, answer)),
      codeOf(moveDispute(world.ctx, cs, code, id, decides("open"))),
    ]);
    expect(outcomes.toSorted()).toEqual(["dispute.moved", "done"]);
    if (outcomes[0] === "done") {
      await moveDispute(world.ctx, operator, code, id, answer);
      await moveDispute(world.ctx, cs, code, id, decides("answered"));
    }
    expect(await disputeOf(cs, code)).toMatchObject({ state: "decided" });
  });

  it("goes straight to CS where the courier has nobody here", async () => {
    const { seller, cs } = await buildPeople();
    const { code, id } = await buildDispute(world, seller, "jnt");
    expect((await rowOf(code)).waiting_on).toBe("support");
    await moveDispute(world.ctx, cs, code, id, decides("open", "unclear"));
    expect(await disputeOf(seller, code)).toMatchObject({ decision: { verdict: "unclear" } });
  });
});
