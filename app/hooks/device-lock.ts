const lines = new Map<string, Promise<unknown>>();

/** One at a time over all tabs of this device; over this tab alone where the browser has no locks. */
export function withLock<T>(name: string, work: () => Promise<T>): Promise<T> {
  // Only pages that came over https have them.
  if (navigator.locks) return navigator.locks.request(name, work) as Promise<T>;
  const turn = (lines.get(name) ?? Promise.resolve()).then(work, work);
  lines.set(name, turn);
  return turn;
}
