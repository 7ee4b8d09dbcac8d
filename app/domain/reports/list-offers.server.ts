import type { Tx } from "#app/context.ts";
import type { FilingOffer } from "#app/contracts/filing-views.ts";
import type { Actor } from "#app/contracts/parties.ts";
import { MAX_PARCELS_A_FILING } from "#app/contracts/reports.ts";
import {
  listLateUnreported,
  listSilentlyScanned,
  type UnreportedRequest,
} from "#db/queries/offers.ts";

/** With so many of a request's parcels scanned, one that is not was passed over rather than left. */
const SCANNED_SHARE = 0.8;

const present = (kind: FilingOffer["kind"], row: UnreportedRequest): FilingOffer => ({
  kind,
  requestId: row.id,
  courierName: row.courier_name,
  zone: row.zone,
  deadlineAt: row.deadline_at?.toISOString() ?? null,
  count: row.count,
  parcels: row.parcels.slice(0, MAX_PARCELS_A_FILING),
});

/** What a seller should report and has not: late parcels, and those that the courier's scanner seems to have missed. */
export async function listOffers(tx: Tx, actor: Actor, now: Date): Promise<FilingOffer[]> {
  if (actor.kind !== "seller") return [];
  const silent = await listSilentlyScanned(tx, actor, now, SCANNED_SHARE);
  const late = await listLateUnreported(tx, actor, now);
  return [
    ...silent.map((row) => present("silent_scan", row)),
    ...late.map((row) => present("late", row)),
  ];
}
