import { useRevalidator } from "@remix-run/react";
import { useCallback, useEffect, useRef, useState } from "react";
import type { Stream } from "../contracts/realtime.ts";
import type {
  Cursor,
  EntriesView,
  NewsView,
  PersonView,
  SeenView,
  ThreadView,
} from "../contracts/thread-views.ts";
import type { EntryView } from "../contracts/views.ts";
import { fetchAnswer } from "./fetch-answer.ts";
import { followThread, type ThreadFollower } from "./follow-thread.ts";
import { openThread, type ThreadState } from "./thread-state.ts";
import { type SocketState, useSocket } from "./use-socket.ts";
import { useTyping } from "./use-typing.ts";

const REVALIDATE_AFTER_MS = 300;

export type LiveThread = {
  entries: EntryView[];
  /** Last changes that the thread shows. */
  cursor: Cursor;
  state: SocketState;
  /** When the server last said how things are, in milliseconds; null before the first time. */
  heardAt: number | null;
  /** Takes the answer to an own send. */
  receive: (entry: EntryView) => void;
  seen: SeenView[];
  /** Others who have it open. */
  present: PersonView[];
  /** Others who write just now, in a stream that the viewer may read. */
  typing: (PersonView & { stream: Stream })[];
  tellTyping: (stream: Stream) => void;
  hasOlder: boolean;
  isLoadingOlder: boolean;
  /** @returns whether they came. */
  loadOlder: () => Promise<boolean>;
};

const isNews = (value: unknown): value is NewsView | EntriesView =>
  typeof value === "object" && value !== null && "entries" in value;

const read = (path: string, signal?: AbortSignal) => fetchAnswer(path, { signal }, isNews);

/** The thread of one report, kept whole. Remount (key) it for another report. */
export function useThread(view: ThreadView, userId: string): LiveThread {
  const [thread, setThread] = useState<ThreadState>(() => openThread(view));
  const [heardAt, setHeardAt] = useState<number | null>(null);
  const [isLoadingOlder, setIsLoadingOlder] = useState(false);
  const revalidate = useDebouncedRevalidation();
  const { typing, onTyping, tellTyping } = useTyping(view.report.code, userId);
  const first = useRef(view);
  const follower = useRef<ThreadFollower>();
  follower.current ??= followThread({
    view: first.current,
    read,
    onState: setThread,
    onHeard: () => setHeardAt(Date.now()),
    onRefused: revalidate,
    onTyping,
  });
  const { current } = follower;

  useEffect(() => {
    if (view !== first.current) current.renew(view);
  }, [view, current]);
  useFactsFollowing(thread.cursor, view.cursor, revalidate);
  const state = useFollowing(current);

  const loadOlder = useCallback(async () => {
    setIsLoadingOlder(true);
    const came = await current.loadOlder();
    setIsLoadingOlder(false);
    return came;
  }, [current]);
  return {
    entries: thread.entries,
    cursor: thread.cursor,
    state,
    heardAt,
    receive: current.receive,
    seen: thread.seen.filter((mark) => mark.userId !== userId),
    present: thread.present.filter((person) => person.userId !== userId),
    typing,
    tellTyping,
    hasOlder: thread.hasOlder,
    isLoadingOlder,
    loadOlder,
  };
}

function useFollowing(follower: ThreadFollower): SocketState {
  const { socket, state } = useSocket();
  useEffect(() => {
    const whenVisible = () => {
      if (document.visibilityState === "visible") follower.wake();
    };
    follower.start();
    document.addEventListener("visibilitychange", whenVisible);
    window.addEventListener("online", whenVisible);
    return () => {
      follower.stop();
      document.removeEventListener("visibilitychange", whenVisible);
      window.removeEventListener("online", whenVisible);
    };
  }, [follower]);
  useEffect(() => (socket ? follower.attach(socket) : undefined), [socket, follower]);
  return state;
}

/** What changed in the thread may have changed the report too: status, clock, who must reply. */
function useFactsFollowing(cursor: Cursor, loaded: Cursor, revalidate: () => void): void {
  const isAhead = cursor.everyone > loaded.everyone || cursor.notes > loaded.notes;
  // biome-ignore lint/correctness/useExhaustiveDependencies: each further change asks anew.
  useEffect(() => {
    if (isAhead) revalidate();
  }, [isAhead, cursor.everyone, cursor.notes, revalidate]);
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
