import { setTimeout as sleep } from "node:timers/promises";
import type { EntriesView, NewsView, ThreadView } from "#app/contracts/thread-views.ts";
import type { EntryView } from "#app/contracts/views.ts";
import { followThread } from "#app/hooks/follow-thread.ts";
import { readAnswer } from "#app/hooks/read-answer.ts";
import type { ThreadState } from "#app/hooks/thread-state.ts";
import type { Caller } from "./caller.ts";
import { losingNews, openDeviceSocket, subscribingLate } from "./device-socket.ts";
import type { Ledger, Shown } from "./ledger.ts";
import type { Seat } from "./scene.ts";

export type ScreenOptions = {
  seat: Seat;
  caller: Caller;
  origin: string;
  /** Where its requests go, the liked one first. */
  ports: number[];
  /** Where its socket goes. */
  socketPorts: number[];
  ledger: Ledger;
  /** Of so many news one is lost; 0: none. */
  loseEach?: number;
  plant?: string;
};

type Page = NewsView | EntriesView;
const isPage = (value: unknown): value is Page =>
  typeof value === "object" && value !== null && "entries" in value;

/** The page's reads; the next node is asked where one does not answer. */
function openReads({ caller, ports }: ScreenOptions) {
  let at = 0;
  return async (path: string, signal?: AbortSignal) => {
    const answer = await caller.call({ port: ports[at % ports.length] ?? 0, path, signal });
    if (!answer || answer.status >= 500) at += 1;
    return answer;
  };
}

type Reads = ReturnType<typeof openReads>;

/** What the page's loader gives. */
async function loadPage(read: Reads, code: string): Promise<ThreadView> {
  const route = encodeURIComponent("routes/pickup-problem.$code");
  for (;;) {
    const answer = await read(`/pickup-problem/${code}?_data=${route}`);
    if (answer?.status === 200) return (answer.body as { thread: ThreadView }).thread;
    if (answer && answer.status < 500) throw new Error(`The page answered ${answer.status}`);
    await sleep(200);
  }
}

function openLine(options: ScreenOptions) {
  const { seat, origin, socketPorts, loseEach = 0, plant } = options;
  const socket = openDeviceSocket({ cookie: seat.cookie, origin, ports: socketPorts });
  const hearing = loseEach > 0 ? losingNews(socket, loseEach) : socket;
  return { socket, line: plant === "fetch-before-subscribe" ? subscribingLate(hearing) : hearing };
}

const topOf = ({ entries }: ThreadState) =>
  entries.findLast((entry) => entry.audience === "everyone")?.seq ?? 0;

/** Keeps when each entry came before somebody's eyes, and how long a screen was not whole. */
function openDrawing(ledger: Ledger, code: string) {
  const drawn = new Map<string, number>();
  let wounds: { at: number; top: number }[] = [];
  return {
    drawn,
    draw(state: ThreadState) {
      const now = Date.now();
      for (const entry of state.entries) if (!drawn.has(entry.id)) drawn.set(entry.id, now);
      const top = topOf(state);
      wounds = wounds.filter((wound) => {
        if (top < wound.top) return true;
        ledger.healedMs.push(now - wound.at);
        return false;
      });
    },
    hurt: () => void wounds.push({ at: Date.now(), top: ledger.topOf(code) }),
    forget() {
      wounds = [];
    },
  };
}

/** A thread that is open before somebody, kept by the page's own follower. */
export async function openScreen(options: ScreenOptions) {
  const { seat, ledger } = options;
  const read = openReads(options);
  const told = new Set<string>();
  const { drawn, draw, hurt: wound, forget } = openDrawing(ledger, seat.code);
  const follower = followThread({
    view: await loadPage(read, seat.code),
    async read(path, signal) {
      const answer = await read(path, signal);
      if (!answer) return { type: "unreached" };
      return readAnswer(answer.status, answer.text, isPage);
    },
    onState: draw,
  });
  draw(follower.state());
  const { socket, line } = openLine(options);
  const hurt = () => {
    wound();
    draw(follower.state());
  };
  socket.on("connect", hurt);
  socket.on("thread:changed", ({ entryId }) => entryId && told.add(entryId));
  const detach = follower.attach(line);
  follower.start();
  return {
    seat,
    socket,
    /** Ids of the entries that the socket spoke of. */
    told,
    /** When each entry came before their eyes. */
    drawn,
    /** From now on it is not whole until it has what its thread has now. */
    hurt,
    forget,
    state: follower.state,
    receive: (entry: EntryView) => follower.receive(entry),
    /** What the browser says when its network is back. */
    wake() {
      socket.disconnect().connect();
      follower.wake();
    },
    top: () => topOf(follower.state()),
    show: (): Shown => ({
      person: seat.actor.userId,
      side: seat.actor.kind,
      code: seat.code,
      lines: follower
        .state()
        .entries.map(({ id, audience, seq, body }) => ({ id, audience, seq, body })),
    }),
    close() {
      follower.stop();
      detach();
      socket.disconnect();
    },
  };
}

export type Screen = Awaited<ReturnType<typeof openScreen>>;
