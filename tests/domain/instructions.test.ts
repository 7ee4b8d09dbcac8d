import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "#app/contracts/parties.ts";
import { IssueInstruction, MoveInstruction } from "#app/contracts/threads.schema.ts";
import { changeStatus } from "#app/domain/reports/change-status.server.ts";
import { issueInstruction } from "#app/domain/threads/issue-instruction.server.ts";
import { moveInstruction } from "#app/domain/threads/move-instruction.server.ts";
import { openThread } from "#app/domain/threads/open-thread.server.ts";
import { passDueInstructions } from "#app/domain/threads/pass-due-instructions.server.ts";
import { lockDueInstructions } from "#db/queries/instructions.ts";
import { buildParcel } from "../factories/parcels.ts";
import { buildActor } from "../factories/people.ts";
import { buildReport } from "../factories/reports.ts";
import { buildUpload } from "../factories/uploads.ts";
import { codeOf } from "../support/code-of.ts";
import { NOW, openWorld, type World } from "../support/test-world.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

async function buildCast() {
  world.clock.set(NOW);
  const seller = await buildActor(world, { kind: "seller" });
  const operator = await buildActor(world, { kind: "courier", courierId: "idx" });
  const cs = await buildActor(world, { kind: "support" });
  const parcel = await buildParcel(world, { seller: seller.slug });
  return { seller, operator, cs, code: await buildReport(world, seller, parcel.id) };
}

const issue = async (actor: Actor, code: string, input: object) => {
  const parsed = IssueInstruction.parse({ clientId: randomUUID(), ...input });
  const { instruction } = await issueInstruction(world.ctx, actor, code, parsed);
  return instruction?.id ?? "";
};

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

describe("an instruction with a due time", () => {
  const asks = { code: "NEED_CONTACT", dueDate: "2026-11-25", dueTime: "11:00" };

  it("expires at it once over two workers, and its issuer gets the ball", async () => {
    const { seller, operator, code } = await buildCast();
    const id = await issue(operator, code, asks);
    expect((await cardOf(seller, code))?.dueAt).toBe("2026-11-25T04:00:00.000Z");
    await moveInstruction(world.ctx, seller, code, id, say("acknowledged"));
    world.clock.set("2026-11-25T04:00:00Z");
    await Promise.all([passDueInstructions(world.ctx), passDueInstructions(world.ctx)]);
    await passDueInstructions(world.ctx);
    expect((await cardOf(seller, code))?.state).toBe("expired");
    expect(await countOf(seller, code, "instruction_state")).toBe(2);
    expect((await rowOf(code)).waiting_on).toBe("courier");
    expect(await codeOf(moveInstruction(world.ctx, seller, code, id, say("done")))).toBe(
      "instruction.moved",
    );
  });

  it("is not looked at again once it has ended, whatever moment is left in it", async () => {
    const { seller, operator, code } = await buildCast();
    const id = await issue(operator, code, asks);
    await moveInstruction(world.ctx, seller, code, id, say("declined", { reason: "Sudah ada" }));
    const past = new Date(NOW);
    await world.owner
      .updateTable("instructions")
      .set({ due_next_at: past })
      .where("id", "=", id)
      .execute();
    const found = await world.ctx.db.as("system", (tx) => lockDueInstructions(tx, past, 10));
    expect(found.map((row) => row.id)).not.toContain(id);
  });

  it("is refused in the past, half given, or too far away", async () => {
    const { operator, code } = await buildCast();
    const refused = (due: object) => codeOf(issue(operator, code, { ...asks, ...due }));
    expect(await refused({ dueTime: "09:59" })).toBe("instruction.due_past");
    expect(await refused({ dueTime: "" })).toBe("field.required");
    expect(await refused({ dueDate: "2026-12-10" })).toBe("instruction.due_too_far");
  });

  it("rests while its report is closed, and runs again where that opens", async () => {
    const { seller, operator, code } = await buildCast();
    await issue(operator, code, asks);
    await changeStatus(world.ctx, seller, code, { to: "resolve", reason: "" });
    world.clock.set("2026-11-25T05:00:00Z");
    await passDueInstructions(world.ctx);
    expect((await cardOf(seller, code))?.state).toBe("open");
    await changeStatus(world.ctx, seller, code, { to: "reopen", reason: "belum" });
    await passDueInstructions(world.ctx);
    expect((await cardOf(seller, code))?.state).toBe("expired");
  });
});

describe("an answer to an instruction", () => {
  it("brings the proof that was asked for, with words and photos in its own entry", async () => {
    const { seller, operator, cs, code } = await buildCast();
    const photo = await buildUpload(world, seller);
    const ready = await issue(operator, code, { code: "NEED_READY_PHOTO" });
    expect(await codeOf(moveInstruction(world.ctx, seller, code, ready, say("done")))).toBe(
      "instruction.photo_required",
    );
    const done = say("done", { body: "Sudah dilabel", upload: [photo] });
    const entry = await moveInstruction(world.ctx, seller, code, ready, done);
    expect(entry).toMatchObject({ body: "Sudah dilabel", photos: [{ purpose: "ready" }] });
    expect(await moveInstruction(world.ctx, seller, code, ready, done)).toEqual(entry);
    const evidence = await issue(cs, code, { code: "REQUEST_EVIDENCE" });
    expect(await codeOf(moveInstruction(world.ctx, seller, code, evidence, say("done")))).toBe(
      "instruction.proof_required",
    );
    await moveInstruction(world.ctx, seller, code, evidence, say("done", { body: "Di chat WA" }));
  });

  it("declines with a reason only", () => {
    expect(MoveInstruction.safeParse({ state: "declined", reason: "  " }).success).toBe(false);
    expect(MoveInstruction.safeParse({ state: "declined", reason: "Sudah ada" }).success).toBe(
      true,
    );
  });
});
