import { useSyncExternalStore } from "react";

let heardAt: number | null = null;
const listeners = new Set<() => void>();

/** The server said how things are: over the socket, or as an answer. */
export function noteHeard(): void {
  heardAt = Date.now();
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** When this page was last known to be up to date, in milliseconds. */
export const useLastHeard = (): number | null =>
  useSyncExternalStore(
    subscribe,
    () => heardAt,
    () => null,
  );
