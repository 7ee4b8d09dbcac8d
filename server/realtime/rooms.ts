import type { Actor, Side } from "#app/contracts/parties.ts";

/** Everybody in a report. */
export const reportRoom = (reportId: string) => `report:${reportId}`;

/** One side's own people in a report: each organisation has its own notes. */
export const notesRoom = (reportId: string, side: Side) => `report:${reportId}:notes:${side}`;

export const sellerList = (organisationId: string) => `list:seller:${organisationId}`;
export const courierList = (courierId: string) => `list:courier:${courierId}`;
export const supportList = "list:support";

export const sessionRoom = (sessionId: string) => `session:${sessionId}`;

export function listRoomOf(actor: Actor): string {
  if (actor.kind === "seller") return sellerList(actor.organisationId);
  return actor.kind === "courier" ? courierList(actor.courierId ?? "") : supportList;
}
