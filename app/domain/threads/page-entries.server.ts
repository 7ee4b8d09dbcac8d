import type { Tx } from "#app/context.ts";
import type { Actor, Audience } from "#app/contracts/parties.ts";
import { inReadingOrder } from "#app/contracts/reading-order.ts";
import type { Cursor } from "#app/contracts/thread-views.ts";
import { type EntryRecord, listEntriesBefore } from "#db/queries/threads.ts";

/** Beyond every seq: the newest page. */
export const FROM_THE_END: Cursor = { everyone: 2 ** 31 - 1, notes: 2 ** 31 - 1 };

type Placed = { audience: Audience; seq: number };
export type EntryPage<Entry> = {
  /** Oldest first. */
  entries: Entry[];
  hasOlder: boolean;
  /** Lowest seq of each stream from which on nothing is missing. */
  floor: Cursor;
};

const NOTHING_BEFORE: Cursor = { everyone: 1, notes: 1 };

/** The last `size` of entries in reading order, which is all that there is unless they come from a page themselves. */
export function takeLast<Entry extends Placed>(
  found: Entry[],
  size: number,
  of: Pick<EntryPage<Entry>, "hasOlder" | "floor"> = { hasOlder: false, floor: NOTHING_BEFORE },
): EntryPage<Entry> {
  const entries = found.slice(-size);
  const floorOf = (isNote: boolean) => {
    const isOf = (entry: Entry) => (entry.audience !== "everyone") === isNote;
    const held = entries.find(isOf);
    if (held) return held.seq;
    const before = found.findLast(isOf);
    return before ? before.seq + 1 : of.floor[isNote ? "notes" : "everyone"];
  };
  return {
    entries,
    hasOlder: of.hasOlder || found.length > size,
    floor: { everyone: floorOf(false), notes: floorOf(true) },
  };
}

/** The page of a thread that ends before those entries (by seq), as this actor may read it. */
export async function pageEntries(
  tx: Tx,
  actor: Actor,
  reportId: string,
  before: Cursor,
  size: number,
): Promise<EntryPage<EntryRecord>> {
  const listOf = (audience: Audience, seq: number) =>
    listEntriesBefore(tx, actor, reportId, audience, seq, size + 1);
  const found = [
    ...(await listOf("everyone", before.everyone)),
    ...(await listOf(actor.kind, before.notes)),
  ];
  return takeLast(
    inReadingOrder(found, (entry) => entry.created_at.getTime()),
    size,
  );
}
