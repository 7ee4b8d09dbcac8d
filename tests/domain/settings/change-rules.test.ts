import { afterAll, beforeEach, describe, expect, it } from "vitest";
import type { Actor } from "#app/contracts/parties.ts";
import { recordMoments } from "#app/domain/pickup/record-moments.server.ts";
import { changeStatus } from "#app/domain/reports/change-status.server.ts";
import { addCalendarDay, removeCalendarDay } from "#app/domain/settings/change-calendar.server.ts";
import { addPolicy, removePolicy } from "#app/domain/settings/change-policies.server.ts";
import {
  listDates,
  listRules,
  listSettingsChanges,
} from "#app/domain/settings/list-rules.server.ts";
import { openThread } from "#app/domain/threads/open-thread.server.ts";
import { buildParcel, everproCallback, track } from "../../factories/parcels.ts";
import { buildActor } from "../../factories/people.ts";
import { buildReport } from "../../factories/reports.ts";
import { closureForm, policyForm } from "../../factories/settings.ts";
import { NOW, openWorld, type World } from "../../support/test-world.ts";

let world: World;
let admin: Actor;
let seller: Actor & { slug: string };

/** Wednesday 25 November, 10.00 WIB; a fresh database, because rules are for everybody. */
beforeEach(async () => {
  await world?.close();
  world = await openWorld();
  world.clock.set(NOW);
  admin = await buildActor(world, { kind: "support", role: "admin" });
  seller = await buildActor(world, { kind: "seller" });
});
afterAll(() => world.close());

const book = (requestedAt: string, more: { province?: string; courier?: string } = {}) =>
  buildParcel(world, { seller: seller.slug, requestedAt, ...more });

const deadlineOf = async (id: string) => {
  const row = await world.owner
    .selectFrom("parcels")
    .select("deadline_at")
    .where("id", "=", id)
    .executeTakeFirstOrThrow();
  return row.deadline_at instanceof Date ? row.deadline_at.toISOString() : null;
};
const clockOf = async (id: string) =>
  world.owner
    .selectFrom("parcels as p")
    .innerJoin("pickup_requests as r", "r.id", "p.pickup_request_id")
    .select(["r.clock", "r.deadline_at", "p.sla_next_at"])
    .where("p.id", "=", id)
    .executeTakeFirstOrThrow();

const TUESDAY = "2026-11-24T02:00:00Z";
const WED_20 = "2026-11-25T13:00:00.000Z";
const THU_20 = "2026-11-26T13:00:00.000Z";

describe("a cut-off from next Monday", () => {
  it("moves nothing that was requested before, and counts for what is requested from then on", async () => {
    const before = await book(TUESDAY);
    const change = policyForm({ cutoff: "12:00", intent: "preview" });
    expect(await addPolicy(world.ctx, admin, change)).toEqual({
      applied: false,
      preview: { moved: 0, kept: 0, moves: [] },
    });
    expect((await listRules(world.ctx, admin)).policies.map((one) => one.version)).not.toContain(2);
    await addPolicy(world.ctx, admin, { ...change, intent: "apply" });
    expect(await deadlineOf(before.id)).toBe(WED_20);
    world.clock.set("2026-11-30T06:30:00Z");
    const sunday = await book("2026-11-29T16:59:59Z");
    const monday = await book("2026-11-30T06:00:00Z");
    expect(await clockOf(sunday.id)).toMatchObject({ clock: { policy: { version: 1 } } });
    expect(await clockOf(monday.id)).toMatchObject({
      clock: { policy: { id: "regular", version: 2 } },
      deadline_at: new Date("2026-12-02T13:00:00Z"),
    });
  });

  it("moves what was requested since its first day, says which, and can be undone", async () => {
    const today = await book("2026-11-24T23:00:00Z");
    const change = policyForm({ cutoff: "05:00", validFrom: "2026-11-25", intent: "preview" });
    const { preview } = await addPolicy(world.ctx, admin, change);
    expect(preview).toMatchObject({
      moved: 1,
      kept: 0,
      moves: [{ resi: today.resi, from: THU_20, to: "2026-11-27T13:00:00.000Z" }],
    });
    expect(await deadlineOf(today.id)).toBe(THU_20);
    await addPolicy(world.ctx, admin, { ...change, intent: "apply" });
    expect(await deadlineOf(today.id)).toBe("2026-11-27T13:00:00.000Z");
    const made = (await listRules(world.ctx, admin)).policies.find((one) => one.version === 2);
    await removePolicy(world.ctx, admin, { intent: "apply", id: made?.id ?? "" });
    expect(await deadlineOf(today.id)).toBe(THU_20);
    expect(
      (await listSettingsChanges(world.ctx, admin)).map(({ action, moved }) => [action, moved]),
    ).toEqual(
      expect.arrayContaining([
        ["withdrawn", 1],
        ["added", 1],
      ]),
    );
  });
});

describe("a regional holiday", () => {
  it("moves the parcels of that region that wait, with their report, job and next moment", async () => {
    const bali = await book(TUESDAY, { province: "Bali" });
    const bandung = await book(TUESDAY);
    const code = await buildReport(world, seller, bali.id);
    const change = closureForm({ province: "bali", intent: "preview" });
    const { preview } = await addCalendarDay(world.ctx, admin, change);
    expect(preview).toMatchObject({
      moved: 1,
      moves: [
        { resi: bali.resi, from: "2026-11-25T12:00:00.000Z", to: "2026-11-26T12:00:00.000Z" },
      ],
    });
    expect(await deadlineOf(bali.id)).toBe("2026-11-25T12:00:00.000Z");
    await addCalendarDay(world.ctx, admin, { ...change, intent: "apply" });
    expect(await deadlineOf(bali.id)).toBe("2026-11-26T12:00:00.000Z");
    expect(await deadlineOf(bandung.id)).toBe(WED_20);
    const report = await world.owner
      .selectFrom("reports")
      .select(["due_at", "deadline_at"])
      .where("code", "=", code)
      .executeTakeFirstOrThrow();
    const moved = new Date("2026-11-26T12:00:00Z");
    expect(report).toEqual({ due_at: moved, deadline_at: moved });
    const { clock, sla_next_at } = await clockOf(bali.id);
    expect(clock?.stretches).toContainEqual(
      expect.objectContaining({ reason: "courier_closure", name: "Pilkada", counts: false }),
    );
    expect(sla_next_at).toEqual(new Date(clock?.warnAt ?? 0));
  });

  it("leaves verdicts alone: late parcels stay late, picked-up ones as they were", async () => {
    const late = await book("2026-11-23T02:00:00Z");
    const picked = await book(TUESDAY);
    await recordMoments(world.ctx);
    await track(world, "everpro", everproCallback(picked.resi, "PICKEDUP"));
    const before = [await clockOf(late.id), await clockOf(picked.id)];
    const { preview } = await addCalendarDay(world.ctx, admin, closureForm({ date: "2026-11-24" }));
    expect(preview).toEqual({ moved: 0, kept: 0, moves: [] });
    expect([await clockOf(late.id), await clockOf(picked.id)]).toEqual(before);
  });

  it("is gone once it is taken back, and nobody becomes late by that", async () => {
    const parcel = await book(TUESDAY);
    await addCalendarDay(world.ctx, admin, closureForm());
    expect(await deadlineOf(parcel.id)).toBe(THU_20);
    const { days } = await listDates(world.ctx, admin);
    const undo = {
      intent: "apply" as const,
      id: days.find((one) => one.name === "Pilkada")?.id ?? "",
    };
    world.clock.set("2026-11-25T14:00:00Z");
    const { preview } = await removeCalendarDay(world.ctx, admin, { ...undo, intent: "preview" });
    expect(preview).toEqual({ moved: 0, kept: 1, moves: [] });
    world.clock.set("2026-11-25T04:00:00Z");
    await removeCalendarDay(world.ctx, admin, undo);
    expect(await deadlineOf(parcel.id)).toBe(WED_20);
    await expect(removeCalendarDay(world.ctx, admin, undo)).rejects.toMatchObject({
      problem: { kind: "not_found" },
    });
  });
});

describe("the rules", () => {
  it("are for administrators of support, and refuse what cannot be", async () => {
    const agent = await buildActor(world, { kind: "support" });
    const forbidden = { problem: { code: "settings.admins_only" } };
    await expect(addPolicy(world.ctx, agent, policyForm())).rejects.toMatchObject(forbidden);
    await expect(listRules(world.ctx, seller)).rejects.toMatchObject(forbidden);
    const wrong = [
      [policyForm({ validFrom: "2026-11-24" }), "form.invalid"],
      [policyForm({ courier: "nobody" }), "form.invalid"],
      [policyForm({ province: "Atlantis" }), "form.invalid"],
    ] as const;
    for (const [form, code] of wrong)
      await expect(addPolicy(world.ctx, admin, form)).rejects.toMatchObject({ problem: { code } });
    await addPolicy(world.ctx, admin, policyForm());
    await expect(addPolicy(world.ctx, admin, policyForm())).rejects.toMatchObject({
      problem: { code: "settings.same_start" },
    });
    const { policies } = await listRules(world.ctx, admin);
    const base = policies.find((one) => one.key === "instant");
    await expect(
      removePolicy(world.ctx, admin, { intent: "apply", id: base?.id ?? "" }),
    ).rejects.toMatchObject({ problem: { code: "settings.last_policy" } });
  });
});

describe("a change of rules", () => {
  it("moves a report that is closed too, so that it is not late when it is opened again", async () => {
    const parcel = await book(TUESDAY);
    const code = await buildReport(world, seller, parcel.id);
    await changeStatus(world.ctx, seller, code, { to: "resolve", reason: "" });
    await addCalendarDay(world.ctx, admin, closureForm());
    await changeStatus(world.ctx, seller, code, { to: "reopen", reason: "belum" });
    world.clock.set("2026-11-25T13:01:00Z");
    await recordMoments(world.ctx);
    const { report } = await openThread(world.ctx, seller, code);
    expect(report.categoryReckoned).toBe("belum_pickup");
    expect(report.due).toEqual({ at: THU_20, kind: "pickup" });
  });

  it("waits for filings and scans, and they for it, without anybody in a circle", async () => {
    const parcels = [];
    for (let n = 0; n < 6; n += 1) parcels.push(await book(TUESDAY));
    const done = await Promise.allSettled([
      ...parcels.slice(0, 3).map((parcel) => buildReport(world, seller, parcel.id)),
      addCalendarDay(world.ctx, admin, closureForm()),
      ...parcels
        .slice(3)
        .map((parcel) => track(world, "everpro", everproCallback(parcel.resi, "FAILED PICKUP"))),
      addCalendarDay(world.ctx, admin, closureForm({ date: "2026-11-26", intent: "preview" })),
    ]);
    expect(done.filter((one) => one.status === "rejected")).toEqual([]);
    for (const { id } of parcels) expect(await deadlineOf(id)).toBe(THU_20);
    const reports = await world.owner.selectFrom("reports").select("deadline_at").execute();
    expect(new Set(reports.map((row) => String(row.deadline_at))).size).toBe(1);
  });

  it("moves the marketplace's cancelling over a holiday, of late parcels too", async () => {
    const late = await book("2026-11-23T02:00:00Z");
    const { preview } = await addCalendarDay(
      world.ctx,
      admin,
      closureForm({ date: "2026-11-26", kind: "libur_nasional" }),
    );
    expect(preview).toEqual({ moved: 0, kept: 0, moves: [] });
    const row = await world.owner
      .selectFrom("parcels as p")
      .innerJoin("pickup_requests as r", "r.id", "p.pickup_request_id")
      .select(["r.auto_cancel_at", "r.deadline_at", "r.clock"])
      .where("p.id", "=", late.id)
      .executeTakeFirstOrThrow();
    expect(row).toMatchObject({
      auto_cancel_at: new Date("2026-11-27T02:00:00Z"),
      deadline_at: new Date("2026-11-24T13:00:00Z"),
      clock: { autoCancelAt: "2026-11-27T02:00:00.000Z", deadline: "2026-11-24T13:00:00.000Z" },
    });
  });
});
