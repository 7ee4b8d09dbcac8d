import { useRevalidator } from "@remix-run/react";
import { useCallback, useEffect, useReducer, useRef, useState } from "react";
import type { ServerToClient } from "../contracts/realtime.ts";
import type { Cursor, EntryView, ThreadView } from "../contracts/views.ts";
import { fetchAnswer } from "./fetch-answer.ts";
import { isBehind, openThread, threadReducer } from "./thread-state.ts";
import { type SocketState, useSocket } from "./use-socket.ts";

const POLL_MS = 20_000;
const RETRY_MS = 3_000;
const REVALIDATE_AFTER_MS = 300;

type News = { entries: EntryView[]; cursor: Cursor };

export type LiveThread = {
  entries: EntryView[];
  cursor: Cursor;
  state: SocketState;
  /** When the server last answered, in milliseconds; null before the first answer. */
  heardAt: number | null;
  receive: (entry: EntryView) => void;
};

const isNews = (value: unknown): value is News =>
  typeof value === "object" && value !== null && "entries" in value && "cursor" in value;

/** The thread of one report, kept whole. Remount (key) it for another report. */
export function useThread(view: ThreadView): LiveThread {
  const { id, code } = view.report;
  const [thread, dispatch] = useReducer(threadReducer, view, openThread);
  const [heardAt, setHeardAt] = useState<number | null>(null);
  const revalidate = useDebouncedRevalidation();
  const latest = useRef(thread);
  latest.current = thread;

  useEffect(
    () => dispatch({ type: "told", entries: view.entries, cursor: view.cursor }),
    [view.entries, view.cursor],
  );
  const receive = useCallback((entry: EntryView) => dispatch({ type: "received", entry }), []);

  const ask = useCallback(async () => {
    const { everyone, notes } = latest.current.cursor;
    const url = `/pickup-problem/${code}/entries?everyone=${everyone}&notes=${notes}`;
    const answer = await fetchAnswer(url, {}, isNews);
    if (answer.type === "given") {
      dispatch({ type: "told", ...answer.value });
      setHeardAt(Date.now());
    }
    // The page's own loader knows what to say about a lost session or report.
    if (answer.type === "refused" && answer.problem.kind !== "unavailable") revalidate();
  }, [code, revalidate]);
  const catchUp = useSingleFlight(ask);

  useCatchingUp(catchUp, thread.cursor, isBehind(thread));
  useFactsFollowingEntries(thread.cursor, view.cursor, revalidate);
  const state = useWatch({ id, code, receive, catchUp, onChanged: revalidate });
  return { entries: thread.entries, cursor: thread.cursor, state, heardAt, receive };
}

type Watch = {
  id: string;
  code: string;
  receive: (entry: EntryView) => void;
  catchUp: () => void;
  onChanged: () => void;
};

/** Asks only after the room is joined, so that nothing falls between the load and the watch. */
function useWatch({ id, code, receive, catchUp, onChanged }: Watch): SocketState {
  const { socket, state } = useSocket();
  useEffect(() => {
    if (!socket) return;
    const watch = () => socket.emit("report:watch", { code }, () => catchUp());
    const onEntry: ServerToClient["entry:added"] = ({ reportId, entry }) => {
      if (reportId === id) receive(entry);
    };
    const onReport: ServerToClient["report:changed"] = ({ reportId }) => {
      if (reportId === id) onChanged();
    };
    if (socket.connected) watch();
    socket.on("connect", watch).on("entry:added", onEntry).on("report:changed", onReport);
    return () => {
      socket.off("connect", watch).off("entry:added", onEntry).off("report:changed", onReport);
      if (socket.connected) socket.emit("report:leave", { code }, () => {});
    };
  }, [socket, id, code, receive, catchUp, onChanged]);
  return state;
}

/** Wake, network and the clock as safety nets under the socket; gaps at once, then patiently. */
function useCatchingUp(catchUp: () => void, cursor: Cursor, behind: boolean): void {
  useEffect(() => {
    const whenVisible = () => {
      if (document.visibilityState === "visible") catchUp();
    };
    const poll = setInterval(whenVisible, POLL_MS);
    document.addEventListener("visibilitychange", whenVisible);
    window.addEventListener("online", whenVisible);
    return () => {
      clearInterval(poll);
      document.removeEventListener("visibilitychange", whenVisible);
      window.removeEventListener("online", whenVisible);
    };
  }, [catchUp]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: every step forward asks for the next page.
  useEffect(() => {
    if (!behind) return;
    catchUp();
    const retry = setInterval(catchUp, RETRY_MS);
    return () => clearInterval(retry);
  }, [catchUp, behind, cursor.everyone, cursor.notes]);
}

/** An entry that came by poll may have changed the report too: status, clock, instruction cards. */
function useFactsFollowingEntries(cursor: Cursor, loaded: Cursor, revalidate: () => void): void {
  const isAhead = cursor.everyone > loaded.everyone || cursor.notes > loaded.notes;
  // biome-ignore lint/correctness/useExhaustiveDependencies: each further entry asks anew.
  useEffect(() => {
    if (isAhead) revalidate();
  }, [isAhead, cursor.everyone, cursor.notes, revalidate]);
}

/** One request at a time; a call during one asks once more after it. */
function useSingleFlight(work: () => Promise<void>): () => void {
  const running = useRef(false);
  const again = useRef(false);
  return useCallback(() => {
    again.current = true;
    if (running.current) return;
    running.current = true;
    void (async () => {
      while (again.current) {
        again.current = false;
        await work();
      }
      running.current = false;
    })();
  }, [work]);
}

function useDebouncedRevalidation(): () => void {
  const { revalidate } = useRevalidator();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const latest = useRef(revalidate);
  latest.current = revalidate;
  useEffect(() => () => clearTimeout(timer.current), []);
  return useCallback(() => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => latest.current(), REVALIDATE_AFTER_MS);
  }, []);
}
