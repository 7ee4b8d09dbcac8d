import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { PromiseWord } from "#app/contracts/instructions.ts";
import type { Actor } from "#app/contracts/parties.ts";
import { IssueInstruction, MoveInstruction } from "#app/contracts/threads.schema.ts";
import { changeStatus } from "#app/domain/reports/change-status.server.ts";
import { issueInstruction } from "#app/domain/threads/issue-instruction.server.ts";
import { moveInstruction } from "#app/domain/threads/move-instruction.server.ts";
import { openThread } from "#app/domain/threads/open-thread.server.ts";
import { passDueInstructions } from "#app/domain/threads/pass-due-instructions.server.ts";
import { reverseScan } from "#app/domain/tracking/reverse-scan.server.ts";
import { buildParcel, kiriminAjaWebhook, track } from "../factories/parcels.ts";
import { buildActor } from "../factories/people.ts";
import { buildReport } from "../factories/reports.ts";
import { codeOf } from "../support/code-of.ts";
import { NOW, openWorld, type World } from "../support/test-world.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

/** The window of a promise given at NOW: 14.00-16.00 WIB. */
const END = "2026-11-25T09:00:00.000Z";

async function buildCast() {
  world.clock.set(NOW);
  const seller = await buildActor(world, { kind: "seller" });
  const operator = await buildActor(world, { kind: "courier", courierId: "idx" });
  const cs = await buildActor(world, { kind: "support" });
  const parcel = await buildParcel(world, { seller: seller.slug });
  return { seller, operator, cs, parcel, code: await buildReport(world, seller, parcel.id) };
}

const issue = async (actor: Actor, code: string, input: object) => {
  const parsed = IssueInstruction.parse({ clientId: randomUUID(), ...input });
  const { instruction } = await issueInstruction(world.ctx, actor, code, parsed);
  return instruction?.id ?? "";
};

const scheduled = { code: "SCHEDULED", date: "2026-11-25", from: "14:00", to: "16:00" };

async function buildPromise() {
  const cast = await buildCast();
  return { ...cast, id: await issue(cast.operator, cast.code, scheduled) };
}

const rowOf = (code: string) =>
  world.owner.selectFrom("reports").selectAll().where("code", "=", code).executeTakeFirstOrThrow();
const cardOf = async (actor: Actor, code: string) => {
  const { entries } = await openThread(world.ctx, actor, code);
  return entries.find((entry) => entry.instruction)?.instruction;
};
const say = (state: MoveInstruction["state"], more: object = {}) =>
  MoveInstruction.parse({ state, clientId: randomUUID(), ...more });
const countOf = async (actor: Actor, code: string, type: string) =>
  (await openThread(world.ctx, actor, code)).entries.filter((entry) => entry.event?.type === type)
    .length;

describe("a promise at its end", () => {
  it("is asked about once over two workers, and no longer what is due next", async () => {
    const { seller, code } = await buildPromise();
    await passDueInstructions(world.ctx);
    expect(await countOf(seller, code, "promise_ended")).toBe(0);
    world.clock.set(END);
    await Promise.all([passDueInstructions(world.ctx), passDueInstructions(world.ctx)]);
    await passDueInstructions(world.ctx);
    expect(await countOf(seller, code, "promise_ended")).toBe(1);
    expect(await rowOf(code)).toMatchObject({
      waiting_on: "seller",
      due_kind: "pickup",
      last_line: { kind: "promise", step: "asked" },
    });
    expect((await cardOf(seller, code))?.promise).toMatchObject({ askedAt: END, outcome: null });
  });

  type Word = [side: "seller" | "operator" | "cs", said: PromiseWord];
  const stories: [
    name: string,
    words: Word[],
    result: string | null,
    by: string | null,
    waiting: string,
  ][] = [
    ["the seller says kept", [["seller", "kept"]], "kept", "seller", "courier"],
    [
      "the seller says broken, the courier nothing",
      [["seller", "broken"]],
      "broken",
      "seller",
      "courier",
    ],
    [
      "both say broken",
      [
        ["seller", "broken"],
        ["operator", "broken"],
      ],
      "broken",
      "seller",
      "courier",
    ],
    ["the courier says broken", [["operator", "broken"]], "broken", "courier", "courier"],
    ["only the courier says kept", [["operator", "kept"]], null, null, "seller"],
    [
      "both say kept",
      [
        ["operator", "kept"],
        ["seller", "kept"],
      ],
      "kept",
      "seller",
      "courier",
    ],
    [
      "seller broken, courier kept",
      [
        ["seller", "broken"],
        ["operator", "kept"],
      ],
      "contested",
      null,
      "support",
    ],
    [
      "courier kept, seller broken",
      [
        ["operator", "kept"],
        ["seller", "broken"],
      ],
      "contested",
      null,
      "support",
    ],
    [
      "CS decides what is contested",
      [
        ["operator", "kept"],
        ["seller", "broken"],
        ["cs", "kept"],
      ],
      "kept",
      "support",
      "courier",
    ],
    ["CS knows before anybody answers", [["cs", "broken"]], "broken", "support", "courier"],
  ];
  for (const [name, words, result, by, waiting] of stories) {
    it(`comes to ${result ?? "nothing yet"} where ${name}`, async () => {
      const cast = await buildPromise();
      const { code, id } = cast;
      world.clock.set(END);
      await passDueInstructions(world.ctx);
      for (const [side, said] of words)
        await moveInstruction(world.ctx, cast[side], code, id, say(said));
      const outcome = (await cardOf(cast.seller, code))?.promise?.outcome;
      expect(outcome ?? null).toEqual(result && expect.objectContaining({ result, by }));
      expect((await rowOf(code)).waiting_on).toBe(waiting);
    });
  }

  it("is judged by nobody before its end, and once by each side after", async () => {
    const { seller, operator, cs, code, id } = await buildPromise();
    expect(await codeOf(moveInstruction(world.ctx, seller, code, id, say("kept")))).toBe(
      "promise.not_over",
    );
    world.clock.set(END);
    const answer = say("kept", { body: "Datang 15.50" });
    const first = await moveInstruction(world.ctx, seller, code, id, answer);
    expect(await moveInstruction(world.ctx, seller, code, id, answer)).toMatchObject({
      id: first?.id,
      body: "Datang 15.50",
    });
    expect(
      await codeOf(moveInstruction(world.ctx, seller, code, id, { ...answer, body: "lain" })),
    ).toBe("message.conflict");
    for (const actor of [operator, cs])
      expect(await codeOf(moveInstruction(world.ctx, actor, code, id, say("broken")))).toBe(
        "promise.settled",
      );
    await passDueInstructions(world.ctx);
    expect(await countOf(seller, code, "promise_ended")).toBe(0);
  });

  it("takes done before its end as kept, and after it only kept or broken", async () => {
    const early = await buildPromise();
    await moveInstruction(world.ctx, early.operator, early.code, early.id, say("done"));
    expect((await cardOf(early.seller, early.code))?.promise?.outcome).toMatchObject({
      result: "kept",
      by: "courier",
    });
    const late = await buildPromise();
    world.clock.set(END);
    expect(
      await codeOf(moveInstruction(world.ctx, late.operator, late.code, late.id, say("done"))),
    ).toBe("promise.over");
    await passDueInstructions(world.ctx);
    for (const state of ["acknowledged", "done"] as const)
      expect(
        await codeOf(moveInstruction(world.ctx, late.seller, late.code, late.id, say(state))),
      ).toBe("promise.over");
  });

  it("is settled by the courier's scan, by the time of the scan, and not where it is decided", async () => {
    const scan = (resi: string, at: string) =>
      track(world, "kiriminaja", kiriminAjaWebhook("shipped_packages", resi, { shipped_at: at }));
    const inTime = await buildPromise();
    world.clock.set("2026-11-25T10:00:00Z");
    await scan(inTime.parcel.resi, "2026-11-25T08:59:00.000Z");
    const late = await buildPromise();
    world.clock.set("2026-11-25T10:00:00Z");
    await passDueInstructions(world.ctx);
    await scan(late.parcel.resi, "2026-11-25T09:30:00.000Z");
    const decided = await buildPromise();
    world.clock.set("2026-11-25T10:00:00Z");
    await moveInstruction(world.ctx, decided.seller, decided.code, decided.id, say("kept"));
    await scan(decided.parcel.resi, "2026-11-25T09:30:00.000Z");
    const outcomes = [inTime, late, decided].map(
      async ({ seller, code }) => (await cardOf(seller, code))?.promise?.outcome,
    );
    expect(await Promise.all(outcomes)).toMatchObject([
      { result: "kept", by: "scan" },
      { result: "broken", by: "scan" },
      { result: "kept", by: "seller" },
    ]);
    await reverseScan(world.ctx, late.cs, late.code, { reason: "Scan salah paket" });
    expect((await cardOf(late.seller, late.code))?.promise?.outcome).toBeNull();
  });

  it("is settled by a scan too where the report was closed before, and not where the scan is withdrawn", async () => {
    const { seller, cs, parcel, code } = await buildPromise();
    await changeStatus(world.ctx, seller, code, { to: "cancel", reason: "Diantar sendiri" });
    const again = await buildReport(world, seller, parcel.id);
    world.clock.set("2026-11-25T10:00:00Z");
    const scanned = kiriminAjaWebhook("shipped_packages", parcel.resi, {
      shipped_at: "2026-11-25T08:59:00.000Z",
    });
    await track(world, "kiriminaja", scanned);
    expect((await cardOf(seller, code))?.promise?.outcome).toMatchObject({
      result: "kept",
      by: "scan",
    });
    expect(await rowOf(code)).toMatchObject({ status: "cancelled", waiting_on: "nobody" });
    expect(await rowOf(again)).toMatchObject({ status: "resolved" });
    await reverseScan(world.ctx, cs, again, { reason: "Scan salah paket" });
    expect((await cardOf(seller, code))?.promise?.outcome).toBeNull();
    expect(await rowOf(code)).toMatchObject({ status: "cancelled" });
  });
});
