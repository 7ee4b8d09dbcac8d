import type { Cursor } from "../../contracts/thread-views.ts";
import type { EntryView } from "../../contracts/views.ts";

export type LogLine =
  | { type: "day"; day: string }
  /** Above it stands what the reader had seen before. */
  | { type: "divider" }
  /** `isFollowing`: goes on what its author said just before, under the same name. */
  | { type: "entry"; entry: EntryView; isFollowing: boolean };

const TOGETHER_MS = 5 * 60_000;

/** A thread as it stands on the page, by the given reading of a date. */
export function logLines(
  entries: EntryView[],
  dayOf: (at: string) => string,
  firstNewId: string | null,
): LogLine[] {
  const lines: LogLine[] = [];
  let day: string | undefined;
  let before: EntryView | undefined;
  for (const entry of entries) {
    if (dayOf(entry.at) !== day) {
      day = dayOf(entry.at);
      lines.push({ type: "day", day });
      before = undefined;
    }
    if (entry.id === firstNewId) {
      lines.push({ type: "divider" });
      before = undefined;
    }
    lines.push({
      type: "entry",
      entry,
      isFollowing: before !== undefined && goesOn(before, entry),
    });
    before = entry;
  }
  return lines;
}

const isWords = ({ kind }: EntryView) => kind === "message";

const goesOn = (before: EntryView, entry: EntryView) =>
  isWords(before) &&
  isWords(entry) &&
  before.author.userId !== null &&
  before.author.userId === entry.author.userId &&
  before.audience === entry.audience &&
  Date.parse(entry.at) - Date.parse(before.at) <= TOGETHER_MS;

const isNews = (entry: EntryView, userId: string) =>
  entry.kind !== "event" && entry.author.userId !== userId;

/** The first that somebody else wrote since the reader was here. */
export function firstUnread(entries: EntryView[], readUpTo: Cursor, userId: string): string | null {
  const isAfter = ({ audience, seq }: EntryView) =>
    seq > (audience === "everyone" ? readUpTo.everyone : readUpTo.notes);
  return entries.find((entry) => isNews(entry, userId) && isAfter(entry))?.id ?? null;
}

/** How many others have written behind the given entry. */
export function countNews(entries: EntryView[], afterId: string | undefined, userId: string) {
  const at = entries.findIndex((entry) => entry.id === afterId);
  return entries.slice(at + 1).filter((entry) => isNews(entry, userId)).length;
}
