import type { ServerToClient } from "../contracts/realtime.ts";
import type { EntriesView, NewsView, ThreadView } from "../contracts/thread-views.ts";
import type { EntryView } from "../contracts/views.ts";
import type { Answer } from "./read-answer.ts";
import {
  hasOtherSeen,
  isBehind,
  openThread,
  type ThreadAction,
  type ThreadState,
  threadReducer,
} from "./thread-state.ts";
import type { LiveSocket } from "./use-socket.ts";

type Heard = Pick<ServerToClient, Extract<keyof ServerToClient, `thread:${string}`>> & {
  connect: () => void;
  disconnect: () => void;
};

export type FollowOptions = {
  view: ThreadView;
  /** The same read as the page's, by path and query. */
  read: (path: string, signal?: AbortSignal) => Promise<Answer<NewsView | EntriesView>>;
  onState: (state: ThreadState) => void;
  /** The server answered: this is how things are now. */
  onHeard?: () => void;
  /** The server refuses: its page knows what to say about a lost session or report. */
  onRefused?: () => void;
  onTyping?: ServerToClient["thread:typing"];
};

/** Milliseconds between asking while somebody is known to be ahead of us. */
const RETRY_MS = 3_000;
/** Between asking where no socket tells anything; up to as much again by chance. */
const POLL_MS = 5_000;
/** A socket that lets three pulses go by tells nothing, though it may stand. */
const SILENCE_MS = 30_000;

const wait = (base: number) => base + Math.random() * base;

/** Keeps one thread whole: subscribes, then fetches, then merges; asks again wherever something may be missing. */
export function followThread(options: FollowOptions) {
  const { view, read, onState, onHeard, onRefused, onTyping } = options;
  const { id, code } = view.report;
  let state = openThread(view);
  let socket: LiveSocket | null = null;
  let isWatched = false;
  let heardAt = Date.now();
  /** How often the socket told who is here: an answer that was asked for before knows less. */
  let presentTold = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let asking = new AbortController();

  function hear() {
    heardAt = Date.now();
    onHeard?.();
  }

  function apply(action: ThreadAction) {
    const next = threadReducer(state, action);
    const wasBehind = isBehind(state);
    if (next === state) return;
    state = next;
    onState(state);
    if (!isBehind(state) || wasBehind) return;
    catchUp();
    if (timer) beat();
  }

  async function ask(): Promise<void> {
    const { everyone, notes } = state.cursor;
    const path = `/pickup-problem/${code}/entries?everyone=${everyone}&notes=${notes}`;
    const toldBefore = presentTold;
    const answer = await read(path, asking.signal);
    if (answer.type === "given") {
      const news = answer.value as NewsView;
      const present = presentTold === toldBefore ? news.present : state.present;
      apply({ type: "told", news: { ...news, present } });
      hear();
    }
    if (answer.type === "refused" && answer.problem.kind !== "unavailable") onRefused?.();
    const gotFurther = state.cursor.everyone > everyone || state.cursor.notes > notes;
    if (isBehind(state) && gotFurther) await ask();
  }
  const catchUp = singleFlight(ask);

  /** A question that was asked into a dead network may wait for its answer long after the network is back. */
  function askAnew() {
    asking.abort();
    asking = new AbortController();
    catchUp();
  }

  /** The clock under the socket: patient where it tells, quicker where it does not or where we are behind. */
  function beat() {
    clearTimeout(timer);
    timer = setTimeout(
      () => {
        const isSilent = Date.now() - heardAt > SILENCE_MS;
        if (!isWatched || isBehind(state) || isSilent) catchUp();
        beat();
      },
      isBehind(state) ? RETRY_MS : wait(POLL_MS),
    );
  }

  async function loadOlder(): Promise<boolean> {
    const { floor } = state;
    const path = `/pickup-problem/${code}/entries?older=1&everyone=${floor.everyone}&notes=${floor.notes}`;
    const answer = await read(path);
    if (answer.type !== "given") return false;
    // Meanwhile another page took the place of this one: what came lies before a hole.
    if (floor !== state.floor) return loadOlder();
    apply({ type: "older", page: answer.value as EntriesView });
    return true;
  }

  const watch = () => {
    socket?.emit("report:watch", { code }, (answer) => {
      isWatched = answer.ok;
      askAnew();
    });
  };
  const unwatch = () => {
    isWatched = false;
  };
  const heard: Heard = {
    connect: watch,
    disconnect: unwatch,
    "thread:changed": (news) => {
      if (news.reportId === id) apply({ type: "changed", news });
    },
    "thread:pulse": (pulse) => {
      if (pulse.reportId !== id) return;
      hear();
      apply({ type: "pulse", pulse });
      if (hasOtherSeen(state, pulse)) catchUp();
    },
    "thread:seen": ({ reportId, seen }) => {
      if (reportId === id) apply({ type: "seen", seen });
    },
    "thread:present": ({ reportId, present }) => {
      if (reportId !== id) return;
      presentTold += 1;
      apply({ type: "present", present });
    },
    "thread:typing": (message) => {
      if (message.reportId === id) onTyping?.(message);
    },
  };

  return {
    state: () => state,
    /** From now on it is told by that socket too. @returns how to end it. */
    attach(line: LiveSocket): () => void {
      socket = line;
      const names = Object.keys(heard) as (keyof Heard)[];
      for (const name of names) line.on(name as never, heard[name] as never);
      if (line.connected) watch();
      return () => {
        for (const name of names) line.off(name as never, heard[name] as never);
        if (line.connected) line.emit("report:leave", { code }, () => {});
        unwatch();
        socket = null;
      };
    },
    start: beat,
    stop() {
      clearTimeout(timer);
      timer = undefined;
    },
    /** The network or the page is back. */
    wake: askAnew,
    /** The page was loaded anew; since when, nobody knows, so that of who is here the socket knows better. */
    renew(loaded: ThreadView) {
      const present = isWatched ? state.present : loaded.present;
      apply({ type: "loaded", view: { ...loaded, present } });
    },
    /** The answer to an own send. */
    receive: (entry: EntryView) => apply({ type: "sent", entry }),
    loadOlder,
  };
}

export type ThreadFollower = ReturnType<typeof followThread>;

/** One at a time; a call during one asks once more after it. */
function singleFlight(work: () => Promise<void>): () => void {
  let isRunning = false;
  let isWanted = false;
  return () => {
    isWanted = true;
    if (isRunning) return;
    isRunning = true;
    void (async () => {
      while (isWanted) {
        isWanted = false;
        await work().catch(() => {});
      }
      isRunning = false;
    })();
  };
}
