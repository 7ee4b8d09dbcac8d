import type { SeenView } from "../../contracts/thread-views.ts";
import type { EntryView } from "../../contracts/views.ts";

const isOneStream = (entry: EntryView, mark: SeenView) =>
  (entry.audience === "everyone") === (mark.audience === "everyone");

/** Under which of the reader's own words others are named: each once, under the last they have seen. */
export function seenUnder(
  entries: EntryView[],
  seen: SeenView[],
  userId: string,
): Map<string, SeenView[]> {
  const own = entries.filter((entry) => entry.author.userId === userId && entry.kind === "message");
  const under = new Map<string, SeenView[]>();
  for (const mark of seen) {
    const last = own.findLast((entry) => isOneStream(entry, mark) && entry.seq <= mark.seq);
    if (last) under.set(last.id, [...(under.get(last.id) ?? []), mark]);
  }
  return under;
}

/** Whether anybody else has seen it. */
export const isSeen = (entry: EntryView, seen: SeenView[]): boolean =>
  seen.some((mark) => isOneStream(entry, mark) && mark.seq >= entry.seq);
