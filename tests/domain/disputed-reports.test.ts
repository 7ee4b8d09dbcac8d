import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "#app/contracts/parties.ts";
import { ReportFilters } from "#app/contracts/reports.schema.ts";
import { moveDispute } from "#app/domain/disputes/move-dispute.server.ts";
import { openDispute } from "#app/domain/disputes/open-dispute.server.ts";
import { changeStatus } from "#app/domain/reports/change-status.server.ts";
import { listReportsPage } from "#app/domain/reports/list-reports-page.server.ts";
import { openThread } from "#app/domain/threads/open-thread.server.ts";
import { postMessage, postNote } from "#app/domain/threads/post-message.server.ts";
import {
  accepts,
  buildDispute,
  buildFailedReport,
  claim,
  decides,
  stands,
} from "../factories/disputes.ts";
import { everproCallback, track } from "../factories/parcels.ts";
import { buildActor } from "../factories/people.ts";
import { buildReport, message } from "../factories/reports.ts";
import { buildUpload } from "../factories/uploads.ts";
import { codeOf } from "../support/code-of.ts";
import { NOW, openWorld, type World } from "../support/test-world.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

async function buildContest() {
  world.clock.set(NOW);
  const seller = await buildActor(world, { kind: "seller" });
  const operator = await buildActor(world, { kind: "courier", courierId: "idx" });
  const cs = await buildActor(world, { kind: "support" });
  return { seller, operator, cs, ...(await buildDispute(world, seller)) };
}

const rowOf = (code: string) =>
  world.owner.selectFrom("reports").selectAll().where("code", "=", code).executeTakeFirstOrThrow();
const isTheirTurn = async (actor: Actor, code: string) => {
  const { page } = await listReportsPage(world.ctx, actor, ReportFilters.parse({ tab: "turn" }));
  return page.rows.some((row) => row.code === code);
};

describe("a closed report with a dispute", () => {
  it("takes no messages, and lets the dispute go on for whoever must act", async () => {
    const { seller, operator, cs, code, id, parcel } = await buildContest();
    await track(world, "everpro", everproCallback(parcel.resi, "PICKEDUP"));
    expect(await rowOf(code)).toMatchObject({ status: "resolved", waiting_on: "courier" });
    expect(await isTheirTurn(operator, code)).toBe(true);
    expect(await codeOf(postMessage(world.ctx, seller, code, message("telat")))).toBe(
      "report.closed",
    );
    await postNote(world.ctx, cs, code, message("catatan"));
    const photo = await buildUpload(world, operator);
    await moveDispute(world.ctx, operator, code, id, stands([photo]));
    expect(await isTheirTurn(operator, code)).toBe(false);
    expect(await isTheirTurn(cs, code)).toBe(true);
    expect((await rowOf(code)).reply_due_at).toBeInstanceOf(Date);
    world.clock.advance(60_000);
    await moveDispute(world.ctx, cs, code, id, decides("answered", "courier_right"));
    expect(await rowOf(code)).toMatchObject({
      status: "resolved",
      waiting_on: "nobody",
      disputed: false,
      reply_due_at: Number.POSITIVE_INFINITY,
    });
    const { report } = await openThread(world.ctx, seller, code);
    expect(report.ledger.turns.at(-1)).toMatchObject({ holder: "support" });
    expect(report.ledger.turns.at(-1)?.to).not.toBeNull();
  });

  it("opens no new dispute, and keeps the ball of an old one when it opens again", async () => {
    const { seller, cs, operator, code, id } = await buildContest();
    const photo = await buildUpload(world, operator);
    await moveDispute(world.ctx, operator, code, id, stands([photo]));
    await changeStatus(world.ctx, seller, code, { to: "cancel", reason: "" });
    expect(await rowOf(code)).toMatchObject({ status: "cancelled", waiting_on: "support" });
    await changeStatus(world.ctx, cs, code, { to: "reopen", reason: "" });
    expect(await rowOf(code)).toMatchObject({ status: "open", waiting_on: "support" });
    const other = await buildFailedReport(world, seller);
    const upload = await buildUpload(world, seller);
    await changeStatus(world.ctx, seller, other.code, { to: "resolve", reason: "" });
    expect(
      await codeOf(openDispute(world.ctx, seller, other.code, claim(other.subject, [upload]))),
    ).toBe("report.closed");
  });
});

describe("another report of the same parcel", () => {
  it("does not open again what was decided", async () => {
    const { seller, operator, code, id, parcel, subject } = await buildContest();
    await moveDispute(world.ctx, operator, code, id, accepts());
    await changeStatus(world.ctx, seller, code, { to: "resolve", reason: "" });
    const next = await buildReport(world, seller, parcel.id, "gagal_pickup");
    const upload = await buildUpload(world, seller);
    expect(await codeOf(openDispute(world.ctx, seller, next, claim(subject, [upload])))).toBe(
      "dispute.exists",
    );
    const { report } = await openThread(world.ctx, seller, next);
    expect(report.powers.dispute).toEqual([]);
  });
});

describe("the rows of a dispute", () => {
  it("are written by the side whose step it is, whatever a query says", async () => {
    const { seller, operator, id } = await buildContest();
    const forged = (actor: Actor, change: string) =>
      world.ctx.db.as(actor, (tx) =>
        sql`update disputes set ${sql.raw(change)} where id = ${id}`.execute(tx),
      );
    await expect(forged(seller, "verdict = 'seller_right'")).rejects.toThrow("permission denied");
    await expect(forged(seller, "state = 'answered'")).rejects.toThrow("row-level security");
    await expect(forged(operator, "state = 'withdrawn'")).rejects.toThrow("row-level security");
    await expect(
      forged(
        operator,
        "state = 'decided', decided_by = 'support', verdict = 'courier_right', decided_at = now()",
      ),
    ).rejects.toThrow("row-level security");
    await expect(forged(operator, "reason = 'lain'")).rejects.toThrow("permission denied");
  });

  it("are past changing once they are decided", async () => {
    const { seller, operator, cs, code, id } = await buildContest();
    const photo = await buildUpload(world, operator);
    await moveDispute(world.ctx, operator, code, id, stands([photo]));
    await moveDispute(world.ctx, cs, code, id, decides("answered"));
    const undo = "verdict = null, decided_by = null, decided_at = null";
    for (const [actor, change] of [
      [operator, `state = 'answered', ${undo}`],
      [operator, "answer = 'accepts', decided_by = 'courier'"],
      [cs, "verdict = 'courier_right'"],
      [seller, "state_at = now()"],
    ] as const) {
      const { numAffectedRows } = await world.ctx.db.as(actor, (tx) =>
        sql`update disputes set ${sql.raw(change)} where id = ${id}`.execute(tx),
      );
      expect(numAffectedRows).toBe(0n);
    }
  });
});
