import { useEffect, useMemo, useSyncExternalStore } from "react";
import type { EntryView } from "../contracts/views.ts";
import {
  forgetMessages,
  type OutboxView,
  openOutbox,
  readNoOutbox,
  readOutbox,
  subscribeOutbox,
  subscribeSent,
  wakeOutbox,
} from "./outbox.ts";
import { confirmedIds, drop, type OutboxItem } from "./outbox-state.ts";
import { wakePhotos } from "./photos/photo-queue.ts";
import { useSocket } from "./use-socket.ts";

export const useOutboxView = (): OutboxView =>
  useSyncExternalStore(subscribeOutbox, readOutbox, readNoOutbox);

/** Keeps the outbox of whoever is signed in at work, on any page. */
export function useOutboxAtWork(userId: string): OutboxView {
  const { state } = useSocket();
  useEffect(() => openOutbox(userId), [userId]);
  useEffect(() => {
    if (state !== "live") return;
    wakeOutbox();
    wakePhotos();
  }, [state]);
  useEffect(() => {
    window.addEventListener("online", wakeOutbox);
    return () => window.removeEventListener("online", wakeOutbox);
  }, []);
  return useOutboxView();
}

type OutboxOptions = {
  code: string;
  userId: string;
  /** The thread as shown: what appears there leaves the outbox. */
  entries: EntryView[];
  onSent: (entry: EntryView) => void;
};

/** What waits for one report. */
export function useOutbox({ code, userId, entries, onSent }: OutboxOptions): OutboxItem[] {
  const view = useOutboxView();
  const items = useMemo(
    () => view.items.filter((item) => item.code === code && item.userId === userId),
    [view.items, code, userId],
  );
  const confirmed = useMemo(() => confirmedIds(items, entries, userId), [items, entries, userId]);
  useEffect(() => {
    if (confirmed.length > 0) forgetMessages(confirmed);
  }, [confirmed]);
  useEffect(
    () =>
      subscribeSent((item, entry) => {
        if (item.code === code) onSent(entry);
      }),
    [code, onSent],
  );
  return useMemo(() => drop(items, confirmed), [items, confirmed]);
}
