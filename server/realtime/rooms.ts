import type { Actor, Audience, Side } from "#app/contracts/parties.ts";
import type { Stream } from "#app/contracts/realtime.ts";

type Hall = { sockets: { adapter: { rooms: ReadonlyMap<string, unknown> } } };

/** Whether somebody in this process is in one of these rooms. */
export const hasListener = (io: Hall, rooms: string[]): boolean =>
  rooms.some((room) => io.sockets.adapter.rooms.has(room));

/** Everybody in a report. */
export const reportRoom = (reportId: string) => `report:${reportId}`;

/** One side's own people in a report: each organisation has its own notes. */
export const notesRoom = (reportId: string, side: Side) => `report:${reportId}:notes:${side}`;

/** Who may read that stream. */
export const streamRoom = (reportId: string, audience: Audience) =>
  audience === "everyone" ? reportRoom(reportId) : notesRoom(reportId, audience);

/** What a reader calls that stream. */
export const streamName = (audience: Audience): Stream =>
  audience === "everyone" ? "everyone" : "notes";

/** Id of the report whose room this is, where it is everybody's. */
export const reportOfRoom = (room: string): string | undefined =>
  /^report:([0-9a-f-]{36})$/.exec(room)?.[1];

export const sellerList = (organisationId: string) => `list:seller:${organisationId}`;
export const courierList = (courierId: string) => `list:courier:${courierId}`;
export const supportList = "list:support";

export const sessionRoom = (sessionId: string) => `session:${sessionId}`;
/** All tabs of one person. */
export const personRoom = (userId: string) => `person:${userId}`;

export function listRoomOf(actor: Actor): string {
  if (actor.kind === "seller") return sellerList(actor.organisationId);
  return actor.kind === "courier" ? courierList(actor.courierId ?? "") : supportList;
}

type Owners = { sellerOrgId: string; courierId: string };

export function listOf(side: Side, owners: Owners): string {
  if (side === "seller") return sellerList(owners.sellerOrgId);
  return side === "courier" ? courierList(owners.courierId) : supportList;
}

export const listsOf = (owners: Owners): string[] => [
  sellerList(owners.sellerOrgId),
  courierList(owners.courierId),
  supportList,
];
