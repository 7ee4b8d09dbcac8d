import { afterAll, beforeAll, expect, it } from "vitest";
import type { ThreadEvent } from "#app/contracts/realtime.ts";
import { changeEntry } from "#app/domain/threads/change-entry.server.ts";
import { listEntriesForFanout } from "#app/domain/threads/list-entries-for-fanout.server.ts";
import { postMessage, postNote } from "#app/domain/threads/post-message.server.ts";
import { buildParcel } from "../../factories/parcels.ts";
import { buildActor } from "../../factories/people.ts";
import { buildReport, message } from "../../factories/reports.ts";
import { openWorld, type World } from "../../support/test-world.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

async function buildThread() {
  const seller = await buildActor(world, { kind: "seller" });
  const parcel = await buildParcel(world, { seller: seller.slug });
  const code = await buildReport(world, seller, parcel.id);
  const report = await world.owner
    .selectFrom("reports")
    .selectAll()
    .where("code", "=", code)
    .executeTakeFirstOrThrow();
  const event = (entryId: string, audience: ThreadEvent["audience"] = "everyone"): ThreadEvent => ({
    type: "entry.added",
    reportId: report.id,
    sellerOrgId: report.seller_org_id,
    courierId: report.courier_id,
    audience,
    rev: 2,
    entryId,
  });
  return { seller, code, event };
}

it("tells an entry to those who hear of its stream, once for each event", async () => {
  const { seller, code, event } = await buildThread();
  const entry = await postMessage(world.ctx, seller, code, message("Kurir belum datang"));
  const events = [event(entry.id), event(entry.id)];
  const told = await listEntriesForFanout(world.ctx, events);
  expect(events.map((one) => told.get(one))).toEqual([entry, entry]);
});

it("tells the same as the answer to the one who wrote it, also after a change", async () => {
  const { seller, code, event } = await buildThread();
  const { id } = await postMessage(world.ctx, seller, code, message("Kurir belum dtang"));
  const edited = await changeEntry(world.ctx, seller, code, id, { to: "edit", body: "Belum" });
  const one = event(id);
  expect((await listEntriesForFanout(world.ctx, [one])).get(one)).toEqual(edited);
});

it("keeps back what an event places in another stream or another report", async () => {
  const { seller, code, event } = await buildThread();
  const other = await buildThread();
  const note = await postNote(world.ctx, seller, code, message("Hanya untuk kami"));
  const foreign = [event(note.id, "everyone"), other.event(note.id, "seller")];
  expect((await listEntriesForFanout(world.ctx, foreign)).size).toBe(0);
});
