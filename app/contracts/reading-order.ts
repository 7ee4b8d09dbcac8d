import type { Audience } from "./parties.ts";

type Placed = { audience: Audience; seq: number };

/** By time; two entries of one stream keep their seq even where their clocks disagree. */
export function inReadingOrder<Entry extends Placed>(
  entries: readonly Entry[],
  timeOf: (entry: Entry) => number,
): Entry[] {
  const bySeq = (isNote: boolean) =>
    entries
      .filter((entry) => (entry.audience !== "everyone") === isNote)
      .sort((a, b) => a.seq - b.seq);
  const notes = bySeq(true);
  const merged: Entry[] = [];
  for (const entry of bySeq(false)) {
    while (notes[0] && timeOf(notes[0]) < timeOf(entry)) merged.push(notes.shift() as Entry);
    merged.push(entry);
  }
  return merged.concat(notes);
}
