import { describe, expect, it } from "vitest";
import { isBehind, openThread, type ThreadState, threadReducer } from "#app/hooks/thread-state.ts";
import { buildEntry } from "./build-entry.ts";

const start = (...seqs: number[]) =>
  openThread({
    entries: seqs.map((seq) => buildEntry({ seq })),
    cursor: { everyone: Math.max(0, ...seqs), notes: 0 },
  });
const receive = (state: ThreadState, entry = buildEntry({})) =>
  threadReducer(state, { type: "received", entry });
const idsOf = (state: ThreadState) => state.entries.map((entry) => entry.id);

describe("a thread that hears of entries one by one", () => {
  it("shows the next one at once", () => {
    const state = receive(start(1, 2), buildEntry({ seq: 3 }));
    expect(idsOf(state)).toEqual(["e1", "e2", "e3"]);
    expect(state.cursor.everyone).toBe(3);
    expect(isBehind(state)).toBe(false);
  });

  it("shows a doubled delivery once", () => {
    const once = receive(start(1), buildEntry({ seq: 2 }));
    const twice = receive(once, buildEntry({ seq: 2 }));
    expect(idsOf(twice)).toEqual(["e1", "e2"]);
  });

  it("holds what came ahead of a gap until the gap is filled", () => {
    const gap = receive(start(1), buildEntry({ seq: 4 }));
    expect(idsOf(gap)).toEqual(["e1"]);
    expect(isBehind(gap)).toBe(true);
    const three = receive(gap, buildEntry({ seq: 3 }));
    expect(idsOf(three)).toEqual(["e1"]);
    const filled = receive(three, buildEntry({ seq: 2 }));
    expect(idsOf(filled)).toEqual(["e1", "e2", "e3", "e4"]);
    expect(isBehind(filled)).toBe(false);
    expect(filled.ahead).toEqual([]);
  });

  it("never takes a gap in the notes for one in the common stream", () => {
    const note = buildEntry({ id: "n2", audience: "seller", seq: 2 });
    const state = receive(receive(start(1), note), buildEntry({ seq: 2 }));
    expect(idsOf(state)).toEqual(["e1", "e2"]);
    expect(isBehind(state)).toBe(true);
    const filled = receive(state, buildEntry({ id: "n1", audience: "seller", seq: 1 }));
    expect(isBehind(filled)).toBe(false);
    expect(filled.cursor).toEqual({ everyone: 2, notes: 2 });
  });

  it("puts any order of arrival into the one order of the record", () => {
    const orders = [
      [2, 3, 4],
      [4, 3, 2],
      [3, 2, 4],
      [4, 2, 3, 2],
    ];
    for (const order of orders) {
      const state = order.reduce((held, seq) => receive(held, buildEntry({ seq })), start(1));
      expect(idsOf(state)).toEqual(["e1", "e2", "e3", "e4"]);
    }
  });
});

describe("a thread that asks what it missed", () => {
  it("is behind while the server's cursor is ahead of a partial answer", () => {
    const partial = threadReducer(start(1), {
      type: "told",
      entries: [buildEntry({ seq: 2 })],
      cursor: { everyone: 3, notes: 0 },
    });
    expect(isBehind(partial)).toBe(true);
    const whole = threadReducer(partial, {
      type: "told",
      entries: [buildEntry({ seq: 3 })],
      cursor: { everyone: 3, notes: 0 },
    });
    expect(idsOf(whole)).toEqual(["e1", "e2", "e3"]);
    expect(isBehind(whole)).toBe(false);
  });

  it("shows an entry once that came between the load and the watch", () => {
    const live = receive(start(1), buildEntry({ seq: 2 }));
    const told = threadReducer(live, {
      type: "told",
      entries: [buildEntry({ seq: 2 }), buildEntry({ seq: 3 })],
      cursor: { everyone: 3, notes: 0 },
    });
    expect(idsOf(told)).toEqual(["e1", "e2", "e3"]);
  });

  it("keeps what came live when an older load arrives after it", () => {
    const live = receive(start(1), buildEntry({ seq: 2 }));
    const older = threadReducer(live, {
      type: "told",
      entries: [buildEntry({ seq: 1 })],
      cursor: { everyone: 1, notes: 0 },
    });
    expect(idsOf(older)).toEqual(["e1", "e2"]);
    expect(older.cursor.everyone).toBe(2);
    expect(isBehind(older)).toBe(false);
  });
});

describe("what a thread shows", () => {
  it("interleaves own notes by time and keeps each stream's own order", () => {
    const note = buildEntry({ id: "n1", audience: "courier", seq: 1, minute: 2 });
    const state = openThread({
      entries: [
        note,
        buildEntry({ seq: 2, minute: 1 }),
        buildEntry({ seq: 1, minute: 1 }),
        buildEntry({ seq: 3, minute: 3 }),
      ],
      cursor: { everyone: 3, notes: 1 },
    });
    expect(idsOf(state)).toEqual(["e1", "e2", "n1", "e3"]);
  });

  it("keeps seq order where a clock ran backwards", () => {
    const state = openThread({
      entries: [buildEntry({ seq: 2, minute: 0 }), buildEntry({ seq: 1, minute: 5 })],
      cursor: { everyone: 2, notes: 0 },
    });
    expect(idsOf(state)).toEqual(["e1", "e2"]);
  });

  it("replaces an instruction by its later state and never by an earlier one", () => {
    const open = buildEntry({ seq: 2, instruction: { state: "open", minute: 1 } });
    const done = buildEntry({ seq: 2, instruction: { state: "done", minute: 9 } });
    const state = receive(receive(receive(start(1), open), done), open);
    expect(state.entries.at(-1)?.instruction?.state).toBe("done");
    expect(state.entries).toHaveLength(2);
  });
});
