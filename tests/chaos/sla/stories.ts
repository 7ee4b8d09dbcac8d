import { setTimeout as sleep } from "node:timers/promises";
import { watchMoments } from "#app/domain/pickup/watch-moments.server.ts";
import type { Random } from "#server/cli/seed/random.ts";
import { buildPickupRequest, everproCallback, newResi, track } from "../../factories/parcels.ts";
import { buildReport } from "../../factories/reports.ts";
import type { Ledger } from "./ledger.ts";
import type { Range } from "./plan.ts";
import type { Scene } from "./scene.ts";

type Parcels = Awaited<ReturnType<typeof buildPickupRequest>>;
type Stage = { scene: Scene; ledger: Ledger; random: Random };
type Booked = { parcels: Parcels; times: { warn: number; due: number; known: number } };

const sleepUntil = (at: number) => sleep(Math.max(0, at - Date.now()));

const findCustody = async ({ owner }: Scene, id: string) =>
  (
    await owner
      .selectFrom("parcels")
      .select("custody_at")
      .where("id", "=", id)
      .executeTakeFirstOrThrow()
  ).custody_at;

/** A picked-up parcel's clock stops; the scan may be worked here or by a worker that lives. */
async function pickUp({ scene, ledger }: Stage, parcels: Parcels) {
  for (const { id, resi } of parcels) {
    let custodyAt: Date | null = null;
    while (!custodyAt) {
      await track(scene, "everpro", everproCallback(resi, "PICKEDUP"));
      custodyAt = await findCustody(scene, id);
      if (!custodyAt) await sleep(50);
    }
    ledger.pickUp(id, custodyAt.getTime(), Date.now());
  }
}

/** What a change of rules does to a request that is open: another deadline in its rows, and its job at the next moment. */
async function move({ scene, ledger, random }: Stage, requestId: string, parcels: Parcels) {
  const warn = Date.now() + random.int(2_000, 12_000);
  const due = warn + random.int(3_000, 10_000);
  const [warn_at, deadline_at] = [new Date(warn), new Date(due)];
  const { ctx } = scene;
  await ctx.db.as("system", async (tx) => {
    const ofRequest = { pickup_request_id: requestId };
    await tx
      .updateTable("pickup_requests")
      .set({ warn_at, deadline_at })
      .where("id", "=", requestId)
      .execute();
    await tx
      .updateTable("parcels")
      .set({ deadline_at, sla_next_at: warn_at })
      .where((eb) => eb.and(ofRequest))
      .execute();
    await tx
      .updateTable("reports")
      .set({ deadline_at, due_at: deadline_at })
      .where((eb) => eb.and(ofRequest))
      .execute();
    await watchMoments(ctx, tx, requestId, warn_at);
  });
  const known = Date.now();
  for (const { id } of parcels) ledger.move(id, { warn, due, known });
}

async function report({ scene, ledger, random }: Stage, parcels: Parcels) {
  for (const { id } of parcels) {
    if (!random.chance(0.5)) continue;
    await buildReport(scene, scene.seller, id);
    ledger.report(id);
  }
}

const REPORT_ROOM_MS = 6_000;
const PICK_UP_ROOM_MS = 5_000;
const MOVE_ROOM_MS = 2_500;

/** A while from now, with room left before the deadline; undefined where there is none. */
function momentBefore({ random }: Stage, { due, known }: Booked["times"], room: number) {
  const latest = due - room;
  return latest > known ? random.int(known, latest) : undefined;
}

export async function bookRequest(
  stage: Stage,
  requestedAt: number,
  count: Range,
): Promise<Booked> {
  const { scene, ledger, random } = stage;
  const resi = Array.from({ length: random.int(...count) }, newResi);
  const at = new Date(requestedAt);
  const wanted = { ...scene.wanted, requestedAt: at.toISOString(), resi };
  const parcels = await buildPickupRequest(scene, wanted);
  const times = { ...scene.reckon(at), known: Date.now() };
  for (const { id } of parcels) ledger.book(id, times);
  return { parcels, times };
}

/** Lets happen to a request what happens to requests. */
export async function liveOn(stage: Stage, { parcels, times }: Booked): Promise<void> {
  const { random } = stage;
  const fate = random.next();
  if (random.chance(0.4) && Date.now() < times.due - REPORT_ROOM_MS) await report(stage, parcels);
  const scanAt = momentBefore(stage, times, PICK_UP_ROOM_MS);
  const moveAt = momentBefore(stage, times, MOVE_ROOM_MS);
  if (fate < 0.15 && scanAt) {
    await sleepUntil(scanAt);
    await pickUp(stage, parcels);
  } else if (fate > 0.8 && moveAt) {
    await sleepUntil(moveAt);
    await move(stage, parcels[0]?.pickup_request_id ?? "", parcels);
  }
}
