import type { Cursor, EntryView } from "../contracts/views.ts";

export type Stream = keyof Cursor;
const STREAMS: readonly Stream[] = ["everyone", "notes"];

export type ThreadState = {
  /** Gap-free up to `cursor`, in reading order. */
  entries: EntryView[];
  cursor: Cursor;
  /** Arrived ahead of a gap; shown once the gap is filled, so that nothing changes places. */
  ahead: EntryView[];
  /** Highest seq that anybody has told us of. */
  known: Cursor;
};

export type ThreadAction =
  | { type: "told"; entries: EntryView[]; cursor: Cursor }
  | { type: "received"; entry: EntryView };

export const streamOf = (entry: EntryView): Stream =>
  entry.audience === "everyone" ? "everyone" : "notes";

export function openThread(view: { entries: EntryView[]; cursor: Cursor }): ThreadState {
  return {
    entries: inReadingOrder(newestById([], view.entries)),
    cursor: view.cursor,
    ahead: [],
    known: view.cursor,
  };
}

export function threadReducer(state: ThreadState, action: ThreadAction): ThreadState {
  if (action.type === "told") return merge(state, action.entries, action.cursor);
  const { entry } = action;
  return merge(state, [entry], { ...state.known, [streamOf(entry)]: entry.seq });
}

/** Somebody told us of entries that we do not have. */
export const isBehind = (state: ThreadState): boolean =>
  STREAMS.some((stream) => state.known[stream] > state.cursor[stream]);

function merge(state: ThreadState, incoming: EntryView[], told: Cursor): ThreadState {
  const candidates = newestById(state.ahead, incoming);
  const cursor = {
    everyone: advance("everyone", state.cursor.everyone, candidates),
    notes: advance("notes", state.cursor.notes, candidates),
  };
  const isDue = (entry: EntryView) => entry.seq <= cursor[streamOf(entry)];
  return {
    entries: inReadingOrder(newestById(state.entries, candidates.filter(isDue))),
    cursor,
    ahead: candidates.filter((entry) => !isDue(entry)),
    known: {
      everyone: Math.max(state.known.everyone, told.everyone, cursor.everyone),
      notes: Math.max(state.known.notes, told.notes, cursor.notes),
    },
  };
}

function advance(stream: Stream, from: number, candidates: EntryView[]): number {
  const held = new Set(
    candidates.filter((entry) => streamOf(entry) === stream).map((entry) => entry.seq),
  );
  let seq = from;
  while (held.has(seq + 1)) seq += 1;
  return seq;
}

/** The later state of an entry wins, whichever way it came. */
function newestById(present: EntryView[], incoming: EntryView[]): EntryView[] {
  const byId = new Map(present.map((entry) => [entry.id, entry]));
  for (const entry of incoming) {
    const other = byId.get(entry.id);
    if (!other || !isOlder(entry, other)) byId.set(entry.id, entry);
  }
  return [...byId.values()];
}

function isOlder(entry: EntryView, than: EntryView): boolean {
  if (!entry.instruction || !than.instruction) return false;
  return Date.parse(entry.instruction.stateAt) < Date.parse(than.instruction.stateAt);
}

/** By time; two entries of one stream keep their seq even where their clocks disagree. */
function inReadingOrder(entries: EntryView[]): EntryView[] {
  const bySeq = (stream: Stream) =>
    entries.filter((entry) => streamOf(entry) === stream).sort((a, b) => a.seq - b.seq);
  const everyone = bySeq("everyone");
  const notes = bySeq("notes");
  const merged: EntryView[] = [];
  for (const entry of everyone) {
    while (notes[0] && Date.parse(notes[0].at) < Date.parse(entry.at)) {
      merged.push(notes.shift() as EntryView);
    }
    merged.push(entry);
  }
  return merged.concat(notes);
}
