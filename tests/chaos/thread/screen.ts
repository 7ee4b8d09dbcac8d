import { io, type Socket } from "socket.io-client";
import type { ClientToServer, ServerToClient } from "#app/contracts/realtime.ts";
import type { Cursor, EntryView } from "#app/contracts/views.ts";
import { isBehind, openThread, type ThreadAction, threadReducer } from "#app/hooks/thread-state.ts";
import type { Caller } from "./caller.ts";
import type { Ledger, Shown } from "./ledger.ts";
import type { Seat } from "./scene.ts";

type LiveSocket = Socket<ServerToClient, ClientToServer>;
type News = { entries: EntryView[]; cursor: Cursor };

type Options = {
  seat: Seat;
  caller: Caller;
  origin: string;
  /** Ports of the nodes, the liked one first. */
  ports: number[];
  ledger: Ledger;
  plant?: string;
};

const RETRY_MS = 3_000;

/** A socket that goes to the next node when the one it has is gone, as through a balancer. */
function openSocket({ seat, origin, ports }: Options): LiveSocket {
  let at = 0;
  const socket: LiveSocket = io(`http://127.0.0.1:${ports[0]}`, {
    transports: ["websocket"],
    forceNew: true,
    timeout: 5_000,
    reconnectionDelay: 400,
    reconnectionDelayMax: 1_500,
    extraHeaders: { cookie: seat.cookie, origin },
  });
  const goOn = () => {
    at += 1;
    (socket.io as unknown as { uri: string }).uri = `http://127.0.0.1:${ports[at % ports.length]}`;
  };
  socket.on("connect_error", () => {
    goOn();
    if (!socket.active) setTimeout(() => socket.connect(), 500);
  });
  socket.on("disconnect", (reason) => {
    if (reason === "io client disconnect") return;
    goOn();
    if (reason === "io server disconnect") setTimeout(() => socket.connect(), 200);
  });
  return socket;
}

/** A thread that is open before somebody, kept by the page's own rules. */
export function openScreen(options: Options) {
  const { seat, caller, ports, ledger, plant } = options;
  const socket = openSocket(options);
  const drawn = new Map<string, number>();
  const told = new Set<string>();
  let thread = openThread({ entries: [], cursor: { everyone: 0, notes: 0 } });
  let wounds: { at: number; top: number }[] = [];
  let asks = 0;
  let isAsking = false;
  let again = false;

  function apply(action: ThreadAction) {
    thread = threadReducer(thread, action);
    const now = Date.now();
    for (const entry of thread.entries) if (!drawn.has(entry.id)) drawn.set(entry.id, now);
    const { everyone } = thread.cursor;
    wounds = wounds.filter(({ at, top }) => {
      if (everyone < top) return true;
      ledger.healedMs.push(now - at);
      return false;
    });
    if (isBehind(thread) && plant !== "no-gap-check") void ask();
  }

  async function ask() {
    again = true;
    if (isAsking) return;
    isAsking = true;
    while (again) {
      again = false;
      const { everyone, notes } = thread.cursor;
      const path = `/pickup-problem/${seat.code}/entries?everyone=${everyone}&notes=${notes}`;
      asks += 1;
      const answer = await caller.call({ port: ports[asks % ports.length] ?? 0, path });
      if (answer?.status === 200) apply({ type: "told", ...(answer.body as News) });
    }
    isAsking = false;
  }

  const hurt = () => void wounds.push({ at: Date.now(), top: ledger.topOf(seat.code) });

  const retry = setInterval(() => {
    if (isBehind(thread) && plant !== "no-gap-check") void ask();
  }, RETRY_MS);
  socket.on("connect", () => {
    hurt();
    if (plant === "fetch-before-subscribe")
      void ask().then(() =>
        setTimeout(() => socket.emit("report:watch", { code: seat.code }, () => {}), 50),
      );
    else socket.emit("report:watch", { code: seat.code }, () => void ask());
  });
  socket.on("entry:added", ({ entry }) => {
    told.add(entry.id);
    apply({ type: "received", entry });
  });
  return {
    seat,
    socket,
    told,
    drawn,
    hurt,
    /** What the writer's own page does with the answer. */
    receive: (entry: EntryView) => apply({ type: "received", entry }),
    isConnected: () => socket.connected,
    has: (entryId: string) => drawn.has(entryId),
    top: () => thread.cursor.everyone,
    show: (): Shown => ({
      person: seat.actor.userId,
      side: seat.actor.kind,
      code: seat.code,
      lines: thread.entries.map(({ id, audience, seq, body }) => ({ id, audience, seq, body })),
    }),
    close() {
      clearInterval(retry);
      socket.disconnect();
    },
  };
}

export type Screen = ReturnType<typeof openScreen>;
