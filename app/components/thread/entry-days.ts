import type { EntryView } from "../../contracts/views.ts";

export type EntryDay = { day: string; at: string; entries: EntryView[] };

/** Runs of entries under one date, by the given reading of a date. */
export function groupByDay(entries: EntryView[], dayOf: (at: string) => string): EntryDay[] {
  const days: EntryDay[] = [];
  for (const entry of entries) {
    const day = dayOf(entry.at);
    const last = days.at(-1);
    if (last?.day === day) last.entries.push(entry);
    else days.push({ day, at: entry.at, entries: [entry] });
  }
  return days;
}
