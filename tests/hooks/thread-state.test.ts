import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Cursor } from "#app/contracts/thread-views.ts";
import type { EntryView } from "#app/contracts/views.ts";
import {
  hasOtherSeen,
  isBehind,
  openThread,
  streamOf,
  type ThreadState,
  threadReducer,
} from "#app/hooks/thread-state.ts";
import { buildEntry } from "./build-entry.ts";

const AT_START = { everyone: 1, notes: 1 };

const open = (entries: EntryView[], cursor: Cursor, hasOlder = false, floor = AT_START) =>
  openThread({ entries, cursor, hasOlder, floor, seen: [], present: [] });
const start = (...seqs: number[]) =>
  open(
    seqs.map((seq) => buildEntry({ seq })),
    { everyone: Math.max(0, ...seqs), notes: 0 },
  );
const hear = (state: ThreadState, entry: EntryView, rev = entry.rev) =>
  threadReducer(state, {
    type: "changed",
    news: { reportId: "r", stream: streamOf(entry), rev, entryId: entry.id, entry },
  });
const tell = (state: ThreadState, entries: EntryView[], cursor: Cursor, top = cursor) =>
  threadReducer(state, { type: "told", news: { entries, cursor, top, seen: [], present: [] } });
const idsOf = (state: ThreadState) => state.entries.map((entry) => entry.id);

describe("a thread that hears of changes one by one", () => {
  it("shows the next one at once", () => {
    const state = hear(start(1, 2), buildEntry({ seq: 3 }));
    expect(idsOf(state)).toEqual(["e1", "e2", "e3"]);
    expect(state.cursor.everyone).toBe(3);
    expect(isBehind(state)).toBe(false);
  });

  it("shows a doubled delivery once", () => {
    const once = hear(start(1), buildEntry({ seq: 2 }));
    expect(idsOf(hear(once, buildEntry({ seq: 2 })))).toEqual(["e1", "e2"]);
  });

  it("holds what came ahead of a gap until the gap is filled", () => {
    const gap = hear(start(1), buildEntry({ seq: 4 }));
    expect(idsOf(gap)).toEqual(["e1"]);
    expect(isBehind(gap)).toBe(true);
    const three = hear(gap, buildEntry({ seq: 3 }));
    expect(idsOf(three)).toEqual(["e1"]);
    const filled = hear(three, buildEntry({ seq: 2 }));
    expect(idsOf(filled)).toEqual(["e1", "e2", "e3", "e4"]);
    expect(isBehind(filled)).toBe(false);
    expect(filled.ahead).toEqual([]);
  });

  it("never takes a gap in the notes for one in the common stream", () => {
    const note = buildEntry({ id: "n2", audience: "seller", seq: 2 });
    const state = hear(hear(start(1), note), buildEntry({ seq: 2 }));
    expect(idsOf(state)).toEqual(["e1", "e2"]);
    expect(isBehind(state)).toBe(true);
    const filled = hear(state, buildEntry({ id: "n1", audience: "seller", seq: 1 }));
    expect(isBehind(filled)).toBe(false);
    expect(filled.cursor).toEqual({ everyone: 2, notes: 2 });
  });

  it("renews an edited entry in its place and never goes back to an older text", () => {
    const edited = buildEntry({ seq: 1, rev: 3, body: "Halo lagi" });
    const state = hear(hear(start(1, 2), edited), buildEntry({ seq: 1 }));
    expect(state.entries.map((entry) => entry.body)).toEqual(["Halo lagi", "Halo"]);
    expect(state.cursor.everyone).toBe(3);
  });

  it("counts a change of the report itself, and asks for an entry that was only named", () => {
    const facts = threadReducer(start(1), {
      type: "changed",
      news: { reportId: "r", stream: "everyone", rev: 2, entryId: null, entry: null },
    });
    expect([facts.cursor.everyone, isBehind(facts)]).toEqual([2, false]);
    const named = threadReducer(facts, {
      type: "changed",
      news: { reportId: "r", stream: "everyone", rev: 3, entryId: "e3", entry: null },
    });
    expect([named.cursor.everyone, isBehind(named)]).toEqual([2, true]);
  });

  it("comes to the same thread in whatever order, how often and through whatever way it hears", () => {
    const all = Array.from({ length: 12 }, (_, n) => buildEntry({ seq: n + 2 }));
    const moves = fc.array(fc.tuple(fc.nat(11), fc.boolean()), { maxLength: 60 });
    fc.assert(
      fc.property(moves, (told) => {
        const heard = told.reduce((state, [index, asks]) => {
          const cursor = { everyone: index + 2, notes: 0 };
          return asks
            ? tell(state, all.slice(0, index + 1), cursor, { everyone: 13, notes: 0 })
            : hear(state, all[index] as EntryView);
        }, start(1));
        expect(idsOf(heard)).toEqual(idsOf(start(...idsOf(heard).map((_, n) => n + 1))));
        const whole = tell(heard, all, { everyone: 13, notes: 0 });
        expect(idsOf(whole)).toEqual(["e1", ...all.map((entry) => entry.id)]);
        expect([isBehind(whole), whole.ahead]).toEqual([false, []]);
      }),
    );
  });
});

describe("a thread that asks what it missed", () => {
  it("is behind while the server tells only a part", () => {
    const top = { everyone: 3, notes: 0 };
    const partial = tell(start(1), [buildEntry({ seq: 2 })], { everyone: 2, notes: 0 }, top);
    expect(isBehind(partial)).toBe(true);
    const whole = tell(partial, [buildEntry({ seq: 3 })], top);
    expect(idsOf(whole)).toEqual(["e1", "e2", "e3"]);
    expect(isBehind(whole)).toBe(false);
  });

  it("keeps what came live when an older answer arrives after it", () => {
    const live = hear(start(1), buildEntry({ seq: 2 }));
    const older = tell(live, [buildEntry({ seq: 1 })], { everyone: 1, notes: 0 });
    expect(idsOf(older)).toEqual(["e1", "e2"]);
    expect(older.cursor.everyone).toBe(2);
  });

  it("finds by a pulse that it missed a change, or somebody's reading", () => {
    const pulse = { reportId: "r", stream: "everyone" as const, rev: 2, seen: 5 };
    expect(isBehind(threadReducer(start(1), { type: "pulse", pulse }))).toBe(true);
    expect(hasOtherSeen(start(1), pulse)).toBe(true);
    expect(hasOtherSeen(start(1), { ...pulse, seen: 0 })).toBe(false);
  });
});

describe("a thread in pages", () => {
  const tail = () =>
    open(
      [4, 5].map((seq) => buildEntry({ seq })),
      { everyone: 5, notes: 0 },
      true,
      { everyone: 4, notes: 1 },
    );

  it("puts older entries before what is there", () => {
    const entries = [1, 2, 3].map((seq) => buildEntry({ seq }));
    const state = threadReducer(tail(), {
      type: "older",
      page: { entries, hasOlder: false, floor: AT_START },
    });
    expect(idsOf(state)).toEqual(["e1", "e2", "e3", "e4", "e5"]);
    expect(state.hasOlder).toBe(false);
  });

  it("leaves out a change of an entry that is further back than what is shown", () => {
    const state = hear(tail(), buildEntry({ seq: 2, rev: 6 }));
    expect(idsOf(state)).toEqual(["e4", "e5"]);
    expect(state.cursor.everyone).toBe(6);
  });

  it("begins anew with a page that was loaded after a long absence", () => {
    const view = open([buildEntry({ seq: 90 })], { everyone: 90, notes: 0 }, true, {
      everyone: 90,
      notes: 1,
    });
    expect(idsOf(threadReducer(tail(), { type: "loaded", view }))).toEqual(["e90"]);
    const near = { ...view, floor: { everyone: 6, notes: 1 }, entries: [buildEntry({ seq: 6 })] };
    expect(idsOf(threadReducer(tail(), { type: "loaded", view: near }))).toEqual([
      "e4",
      "e5",
      "e6",
    ]);
  });

  it("asks for the changes of what is held before a page that was loaded", () => {
    const held = open(
      [1, 2, 3].map((seq) => buildEntry({ seq })),
      { everyone: 3, notes: 0 },
    );
    const view = open(
      [buildEntry({ seq: 3 }), buildEntry({ seq: 4 })],
      { everyone: 5, notes: 0 },
      true,
      { everyone: 3, notes: 1 },
    );
    const loaded = threadReducer(held, { type: "loaded", view });
    expect([loaded.cursor.everyone, isBehind(loaded)]).toEqual([3, true]);
    const edited = buildEntry({ seq: 1, rev: 5, body: "Diubah" });
    const whole = tell(loaded, [edited, buildEntry({ seq: 4 })], view.cursor);
    expect([whole.entries[0]?.body, isBehind(whole)]).toEqual(["Diubah", false]);
    const all = { ...view, hasOlder: false, floor: AT_START };
    expect(isBehind(threadReducer(held, { type: "loaded", view: all }))).toBe(false);
  });

  it("shows an older page as it is, though it was read before a change that is known", () => {
    const edited = hear(tail(), buildEntry({ seq: 2, rev: 6, body: "Diubah" }));
    const page = {
      entries: [1, 2, 3].map((seq) => buildEntry({ seq })),
      hasOlder: false,
      floor: AT_START,
    };
    const whole = threadReducer(edited, { type: "older", page });
    expect(whole.entries.map((entry) => entry.body)).toEqual([
      ...["Halo", "Diubah", "Halo", "Halo", "Halo"],
    ]);
  });
});

describe("what a thread shows", () => {
  it("interleaves own notes by time and keeps each stream's own order", () => {
    const note = buildEntry({ id: "n1", audience: "courier", seq: 1, minute: 2 });
    const entries = [
      note,
      buildEntry({ seq: 2, minute: 1 }),
      buildEntry({ seq: 1, minute: 1 }),
      buildEntry({ seq: 3, minute: 3 }),
    ];
    expect(idsOf(open(entries, { everyone: 3, notes: 1 }))).toEqual(["e1", "e2", "n1", "e3"]);
  });

  it("keeps seq order where a clock ran backwards", () => {
    const entries = [buildEntry({ seq: 2, minute: 0 }), buildEntry({ seq: 1, minute: 5 })];
    expect(idsOf(open(entries, { everyone: 2, notes: 0 }))).toEqual(["e1", "e2"]);
  });
});
