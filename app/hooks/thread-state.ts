import { inReadingOrder } from "../contracts/reading-order.ts";
import type { Stream, ThreadNews, ThreadPulse } from "../contracts/realtime.ts";
import type {
  Cursor,
  EntriesView,
  NewsView,
  PersonView,
  SeenView,
  ThreadView,
} from "../contracts/thread-views.ts";
import type { EntryView } from "../contracts/views.ts";

const STREAMS: readonly Stream[] = ["everyone", "notes"];

type Change = Omit<ThreadNews, "reportId">;

export type ThreadState = EntriesView & {
  /** Changes up to which nothing is missing. */
  cursor: Cursor;
  /** Told ahead of a gap; applied once the gap is filled, so that nothing changes places. */
  ahead: Change[];
  /** Told of though older than what is held: their page may be on its way as it was before. */
  aside: EntryView[];
  /** Last changes that anybody has told us of. */
  known: Cursor;
  seen: SeenView[];
  present: PersonView[];
};

export type ThreadAction =
  | { type: "loaded"; view: ThreadParts }
  | { type: "told"; news: NewsView }
  | { type: "changed"; news: ThreadNews }
  | { type: "sent"; entry: EntryView }
  | { type: "older"; page: EntriesView }
  | { type: "pulse"; pulse: ThreadPulse }
  | { type: "seen"; seen: SeenView }
  | { type: "present"; present: PersonView[] };

type ThreadParts = Pick<ThreadView, keyof EntriesView | "cursor" | "seen" | "present">;

export const streamOf = (entry: Pick<EntryView, "audience">): Stream =>
  entry.audience === "everyone" ? "everyone" : "notes";

export const openThread = (view: ThreadParts): ThreadState => ({
  entries: inOrder(view.entries),
  hasOlder: view.hasOlder,
  floor: view.floor,
  cursor: view.cursor,
  ahead: [],
  aside: [],
  known: view.cursor,
  seen: view.seen,
  present: view.present,
});

export function threadReducer(state: ThreadState, action: ThreadAction): ThreadState {
  switch (action.type) {
    case "loaded":
      return takeLoaded(state, action.view);
    case "told": {
      const { entries, cursor, top, seen, present } = action.news;
      return catchUp({ ...takeEntries(state, entries), seen, present }, cursor, top);
    }
    case "changed":
      return takeChange(state, action.news);
    case "sent":
      return takeChange(state, newsOf(action.entry));
    case "older":
      return takeEntries(
        { ...state, ...action.page, aside: [] },
        newestById(action.page.entries, [...state.entries, ...state.aside]),
      );
    case "pulse":
      return learn(state, action.pulse.stream, action.pulse.rev);
    case "seen":
      return { ...state, seen: renewSeen(state.seen, action.seen) };
    case "present":
      return { ...state, present: action.present };
  }
}

const newsOf = (entry: EntryView): Change => ({
  stream: streamOf(entry),
  rev: entry.rev,
  entryId: entry.id,
  entry,
});

/** Somebody told us of changes that we do not have. */
export const isBehind = (state: ThreadState): boolean =>
  STREAMS.some((stream) => state.known[stream] > state.cursor[stream]);

/** Whether a pulse knows of reading that we were not told of. */
export const hasOtherSeen = (state: ThreadState, { stream, seen }: ThreadPulse): boolean =>
  state.seen
    .filter((mark) => streamOf(mark) === stream)
    .reduce((sum, mark) => sum + mark.seq, 0) !== seen;

const inOrder = (entries: readonly EntryView[]) =>
  inReadingOrder(entries, (entry) => Date.parse(entry.at));

const higher = (one: Cursor, other: Cursor): Cursor => ({
  everyone: Math.max(one.everyone, other.everyone),
  notes: Math.max(one.notes, other.notes),
});

function learn(state: ThreadState, stream: Stream, rev: number): ThreadState {
  if (rev <= state.known[stream]) return state;
  return { ...state, known: { ...state.known, [stream]: rev } };
}

/** Of an entry that was told twice the later state stays, whichever way it came. */
function newestById(present: readonly EntryView[], incoming: readonly EntryView[]): EntryView[] {
  const byId = new Map(present.map((entry) => [entry.id, entry]));
  for (const entry of incoming) {
    const other = byId.get(entry.id);
    if (!other || other.rev <= entry.rev) byId.set(entry.id, entry);
  }
  return [...byId.values()];
}

/** What lies before the page that is held stays away: it would stand beside a hole. */
function takeEntries(state: ThreadState, entries: readonly EntryView[]): ThreadState {
  const isHeld = (entry: EntryView) => !state.hasOlder || entry.seq >= state.floor[streamOf(entry)];
  return {
    ...state,
    entries: inOrder(newestById(state.entries, entries.filter(isHeld))),
    aside: newestById(
      state.aside,
      entries.filter((entry) => !isHeld(entry)),
    ),
  };
}

/** Nothing is missing up to `cursor` any more; what was told ahead of it may follow now. */
function catchUp(state: ThreadState, cursor: Cursor, known: Cursor): ThreadState {
  const next = {
    ...state,
    cursor: higher(state.cursor, cursor),
    known: higher(state.known, higher(known, cursor)),
  };
  const waiting = state.ahead.toSorted((a, b) => a.rev - b.rev);
  return waiting.reduce(takeChange, { ...next, ahead: [] });
}

/** The next change is taken, a later one waits, and one that has to be asked for only says that it is there. */
function takeChange(state: ThreadState, news: Change): ThreadState {
  const { stream, rev, entryId, entry } = news;
  const held = learn(state, stream, rev);
  if (rev <= state.cursor[stream]) return entry ? takeEntries(held, [entry]) : held;
  if (entryId !== null && entry === null) return held;
  if (rev > state.cursor[stream] + 1) {
    const others = held.ahead.filter((one) => one.rev !== rev || one.stream !== stream);
    return { ...held, ahead: [...others, news] };
  }
  return catchUp(
    entry ? takeEntries(held, [entry]) : held,
    { ...state.cursor, [stream]: rev },
    held.known,
  );
}

/** How far a page that was loaded anew tells all: of what is held before it, it does not know the changes. */
function coverOf(state: ThreadState, view: ThreadParts): Cursor {
  const isBefore = (entry: EntryView) => entry.seq < view.floor[streamOf(entry)];
  const cover = (stream: Stream) =>
    state.entries.some((entry) => streamOf(entry) === stream && isBefore(entry))
      ? state.cursor[stream]
      : view.cursor[stream];
  return { everyone: cover("everyone"), notes: cover("notes") };
}

/** A page that was loaded anew. Where it does not reach back to what is held, it takes its place. */
function takeLoaded(state: ThreadState, view: ThreadParts): ThreadState {
  const topOf = (stream: Stream) =>
    state.entries.findLast((entry) => streamOf(entry) === stream)?.seq ?? 0;
  const reachOf = (stream: Stream) => Math.max(topOf(stream) + 1, state.floor[stream]);
  const isApart = view.hasOlder && STREAMS.some((stream) => view.floor[stream] > reachOf(stream));
  if (isApart)
    return catchUp({ ...openThread(view), ahead: state.ahead }, view.cursor, state.known);
  const { seen, present, entries, cursor } = view;
  return catchUp({ ...takeEntries(state, entries), seen, present }, coverOf(state, view), cursor);
}

function renewSeen(marks: readonly SeenView[], mark: SeenView): SeenView[] {
  const isSame = (one: SeenView) => one.userId === mark.userId && one.audience === mark.audience;
  const former = marks.find(isSame);
  if (former && former.seq > mark.seq) return [...marks];
  return [...marks.filter((one) => !isSame(one)), mark];
}
