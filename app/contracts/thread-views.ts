import type { Audience, Side } from "./parties.ts";
import type { TimelineView } from "./timeline-views.ts";
import type { EntryView, Instant, ReportView } from "./views.ts";

/** A number for each of the streams that a viewer may read. */
export type Cursor = { everyone: number; notes: number };

export type PersonView = { userId: string; name: string; side: Side };

/** How far somebody, the viewer too, has seen a stream. */
export type SeenView = PersonView & { audience: Audience; seq: number; at: Instant };

/** What a reader who has everything up to `cursor` before is told. */
export type NewsView = {
  /** Entries that are new or changed, as they are now. */
  entries: EntryView[];
  /** Changes up to which nothing is missing any more. */
  cursor: Cursor;
  /** Changes that there are; above `cursor` where this is only a part of them. */
  top: Cursor;
  seen: SeenView[];
  present: PersonView[];
};

/** What an entry said from `at` until `until`. */
export type FormerText = { body: string; at: Instant; until: Instant; deleted: boolean };

/** A page of a thread. */
export type EntriesView = {
  /** Oldest first. */
  entries: EntryView[];
  hasOlder: boolean;
  /** Lowest seq of each stream from which on the page leaves nothing out. */
  floor: Cursor;
};

/** A report with the newest page of its thread. */
export type ThreadView = EntriesView & {
  report: ReportView;
  /** Last change of each stream. */
  cursor: Cursor;
  seen: SeenView[];
  present: PersonView[];
  /** How far the viewer had read, by seq. */
  readUpTo: Cursor;
  /** How often the viewer took reading back; a read mark is raised in the same turn only. */
  readTurn: number;
  timeline: TimelineView;
};
