import type { Server } from "socket.io";
import type { AppContext } from "#app/context.ts";
import { SIDES, type Side } from "#app/contracts/parties.ts";
import type { ClientToServer, DomainEvent, ServerToClient } from "#app/contracts/realtime.ts";
import { getEntryForFanout } from "#app/domain/threads/get-entry-for-fanout.server.ts";
import {
  courierList,
  notesRoom,
  reportRoom,
  sellerList,
  sessionRoom,
  supportList,
} from "./rooms.ts";

export type Sockets = Server<ClientToServer, ServerToClient>;

type Handlers = {
  [Type in DomainEvent["type"]]: (
    io: Sockets,
    ctx: AppContext,
    event: Extract<DomainEvent, { type: Type }>,
  ) => Promise<void> | void;
};

type Owners = { sellerOrgId: string; courierId: string };

function listOf(side: Side, owners: Owners) {
  if (side === "seller") return sellerList(owners.sellerOrgId);
  return side === "courier" ? courierList(owners.courierId) : supportList;
}

const listsOf = (owners: Owners) => SIDES.map((side) => listOf(side, owners));

/** The one place where an event becomes messages. A forgotten event does not compile. */
const handlers = {
  async "entry.added"(io, ctx, event) {
    const found = await getEntryForFanout(ctx, event.entryId);
    if (!found) return;
    const { reportId } = event;
    const { entry } = found;
    if (entry.audience === "everyone") {
      io.to(reportRoom(reportId)).emit("entry:added", { reportId, entry });
      return;
    }
    // A note is news to its own side only, in the thread and in its list.
    io.to(notesRoom(reportId, entry.audience)).emit("entry:added", { reportId, entry });
    io.to(listOf(entry.audience, found)).emit("list:changed", { reportId });
  },
  "report.changed"(io, _ctx, event) {
    io.to(reportRoom(event.reportId)).emit("report:changed", { reportId: event.reportId });
    io.to(listsOf(event)).emit("list:changed", { reportId: event.reportId });
  },
  "parcel.changed"(io, _ctx, event) {
    io.to(listsOf(event)).emit("list:changed", { reportId: null });
  },
  "session.revoked"(io, _ctx, event) {
    io.in(sessionRoom(event.sessionId)).disconnectSockets(true);
  },
} satisfies Handlers;

export async function fanOut(io: Sockets, ctx: AppContext, event: DomainEvent) {
  const handler = handlers[event.type] as (
    io: Sockets,
    ctx: AppContext,
    event: DomainEvent,
  ) => Promise<void> | void;
  await handler(io, ctx, event);
}
