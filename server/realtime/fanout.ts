import type { Server } from "socket.io";
import type { AppContext } from "#app/context.ts";
import {
  type ClientToServer,
  type DomainEvent,
  type ServerToClient,
  THREAD_EVENTS,
  type ThreadEvent,
} from "#app/contracts/realtime.ts";
import type { EntryView } from "#app/contracts/views.ts";
import { getSeenForFanout } from "#app/domain/threads/get-seen-for-fanout.server.ts";
import { listEntriesForFanout } from "#app/domain/threads/list-entries-for-fanout.server.ts";
import type { PresenceNews } from "./presence-news.ts";
import {
  hasListener,
  listOf,
  listsOf,
  personRoom,
  sessionRoom,
  streamName,
  streamRoom,
} from "./rooms.ts";

export type Sockets = Server<ClientToServer, ServerToClient>;

type House = { io: Sockets; ctx: AppContext; presence: PresenceNews };
type Hall = House & {
  /** Entries of this batch that somebody here may see, by the event that speaks of them. */
  entries: Map<ThreadEvent, EntryView>;
};
type Handler<Event> = (hall: Hall, event: Event) => Promise<void> | void;
type Handlers = {
  [Type in DomainEvent["type"]]: Handler<Extract<DomainEvent, { type: Type }>>;
};

/** A note is news to its own side only, in the thread and in its list. */
const tellThread: Handler<ThreadEvent> = ({ io, entries }, event) => {
  const { reportId, audience, rev, entryId } = event;
  io.to(streamRoom(reportId, audience)).emit("thread:changed", {
    reportId,
    stream: streamName(audience),
    rev,
    entryId,
    entry: entries.get(event) ?? null,
  });
  const lists = audience === "everyone" ? listsOf(event) : [listOf(audience, event)];
  io.to(lists).emit("list:changed", { reportId });
};

/** The one place where an event becomes messages. A forgotten event does not compile. */
const handlers = {
  "entry.added": tellThread,
  "entry.edited": tellThread,
  "entry.deleted": tellThread,
  "instruction.moved": tellThread,
  "dispute.moved": tellThread,
  "report.changed": tellThread,
  "photo.stored": tellThread,
  "photo.erased": tellThread,
  async "read.marked"({ io, ctx }, event) {
    const { reportId, audience, userId } = event;
    io.to(personRoom(userId)).emit("read:changed", { reportId });
    const room = streamRoom(reportId, audience);
    const seen = hasListener(io, [room]) && (await getSeenForFanout(ctx, event));
    if (seen) io.to(room).emit("thread:seen", { reportId, seen });
  },
  "presence.changed"({ presence }, event) {
    presence.add(event);
  },
  "person.typing"({ io }, { reportId, audience, userId, name, side }) {
    io.to(streamRoom(reportId, audience)).emit("thread:typing", {
      reportId,
      stream: streamName(audience),
      person: { userId, name, side },
    });
  },
  "parcel.changed"({ io }, event) {
    io.to(listsOf(event)).emit("list:changed", { reportId: null });
  },
  "session.revoked"({ io }, event) {
    io.in(sessionRoom(event.sessionId)).disconnectSockets(true);
  },
  "member.changed"({ io }, event) {
    io.in(personRoom(event.userId)).disconnectSockets(true);
  },
} satisfies Handlers;

const isThreadEvent = (event: DomainEvent): event is ThreadEvent =>
  (THREAD_EVENTS as readonly string[]).includes(event.type);

/** Those that somebody in a room of this process waits for. */
const awaited = (io: Sockets, events: DomainEvent[]) =>
  events
    .filter(isThreadEvent)
    .filter((event) => hasListener(io, [streamRoom(event.reportId, event.audience)]));

/** Tells a batch of events to whom they concern in this process. One that fails does not keep back the others. */
export async function fanOut(house: House, events: DomainEvent[]): Promise<void> {
  const { io, ctx } = house;
  const hall = { ...house, entries: await listEntriesForFanout(ctx, awaited(io, events)) };
  for (const event of events) {
    const handler = handlers[event.type] as Handler<DomainEvent> | undefined;
    try {
      await handler?.(hall, event);
    } catch (error) {
      ctx.log.error({ err: error, event }, "event not told");
    }
  }
}
