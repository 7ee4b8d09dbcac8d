import { useState } from "react";
import type { Cursor } from "../../contracts/thread-views.ts";
import type { EntryView } from "../../contracts/views.ts";
import { firstUnread } from "./log-lines.ts";

/** Where the reader had stopped when the page was opened; it stays there until the page is left. */
export function useDivider(entries: EntryView[], readUpTo: Cursor, userId: string): string | null {
  const [opened] = useState(readUpTo);
  const first = firstUnread(entries, opened, userId);
  const [hadNews] = useState(first !== null && opened.everyone + opened.notes > 0);
  return hadNews ? first : null;
}
