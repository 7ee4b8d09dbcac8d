import { useNavigation, useRevalidator } from "@remix-run/react";
import { useCallback, useEffect, useRef, useState } from "react";
import { renewPage, type ShownRow, showPage } from "./shown-rows.ts";
import { type LiveSocket, useSocket } from "./use-socket.ts";

type LiveListOptions<Row> = {
  rows: readonly Row[];
  idOf: (row: Row) => string;
  /** Another page follows this one. */
  cut: boolean;
  /** Changes when the person asks for another list. */
  pageKey: string;
};

export type LiveList<Row> = { shown: ShownRow<Row>[]; fresh: number; showFresh: () => void };

/** A list that renews itself without moving under the pointer. */
export function useLiveList<Row>({
  rows,
  idOf,
  cut,
  pageKey,
}: LiveListOptions<Row>): LiveList<Row> {
  const [page, setPage] = useState(() => showPage(pageKey, rows, cut));
  useListNews();

  // Set while rendering, so that no old row is painted first.
  if (page.pageKey !== pageKey) setPage(showPage(pageKey, rows, cut));
  else if (page.source !== rows) setPage(renewPage(page, rows, idOf));

  const showFresh = useCallback(() => {
    setPage(showPage(pageKey, rows, cut));
    window.scrollTo({ top: 0 });
  }, [pageKey, rows, cut]);

  return { shown: page.shown, fresh: page.fresh, showFresh };
}

const SETTLE_MS = 300;
/** A busy queue tells its news many times a second; the page asks this often at most. */
const ASK_EVERY_MS = 2000;

/** Asks for the page anew when something of one's own changed. */
export function useListNews(): void {
  const { socket } = useSocket();
  const { revalidate } = useRevalidator();
  const isMoving = useRef(false);
  isMoving.current = useNavigation().state !== "idle";
  const askedAt = useRef(0);

  useEffect(() => {
    if (!socket) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const askSoon = () => {
      if (timer) return;
      const wait = Math.max(SETTLE_MS, askedAt.current + ASK_EVERY_MS - Date.now());
      timer = setTimeout(() => {
        timer = undefined;
        // Asked in the middle of a navigation, the router forgets that its page is not to scroll.
        if (isMoving.current) return askSoon();
        askedAt.current = Date.now();
        revalidate();
      }, wait);
    };
    const stop = watchList(socket, askSoon);
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [socket, revalidate]);
}

/** Rooms end with their connection, so each connect asks for the list and for what was missed. */
function watchList(socket: LiveSocket, onNews: () => void): () => void {
  const watch = () => socket.emit("list:watch", {}, onNews);
  if (socket.connected) watch();
  socket.on("connect", watch);
  socket.on("list:changed", onNews).on("read:changed", onNews);
  return () => {
    socket.off("connect", watch);
    socket.off("list:changed", onNews).off("read:changed", onNews);
    if (socket.connected) socket.emit("list:leave", {}, () => undefined);
  };
}
