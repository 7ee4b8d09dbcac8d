import { describe, expect, it } from "vitest";
import { countNews, firstUnread, logLines } from "#app/components/thread/log-lines.ts";
import type { EntryView } from "#app/contracts/views.ts";
import { buildEntry } from "./build-entry.ts";

const dewi: EntryView["author"] = { side: "courier", name: "Dewi", userId: "dewi" };
const system: EntryView["author"] = { side: "system", name: "", userId: null };
const event = (seq: number): EntryView => ({
  ...buildEntry({ seq, author: system }),
  kind: "event",
});
const dayOf = (at: string) => at.slice(0, 10);

const drawn = (entries: EntryView[], firstNewId: string | null = null) =>
  logLines(entries, dayOf, firstNewId).map((line) => {
    if (line.type !== "entry") return line.type;
    return line.isFollowing ? `+${line.entry.id}` : line.entry.id;
  });

describe("the lines of a thread", () => {
  it("put what one person says within five minutes under one name", () => {
    const said = [0, 5, 11].map((minute, seq) => buildEntry({ seq, minute }));
    expect(drawn(said)).toEqual(["day", "e0", "+e1", "e2"]);
  });

  it("start anew for another person, another audience, a card and what the system says", () => {
    const entries = [
      buildEntry({ seq: 1, minute: 1 }),
      buildEntry({ seq: 2, minute: 1, author: dewi }),
      buildEntry({ seq: 3, minute: 1, author: dewi, audience: "courier" }),
      buildEntry({ seq: 4, minute: 1, author: dewi, instruction: { state: "open", minute: 1 } }),
      event(5),
      event(6),
    ];
    expect(drawn(entries)).toEqual(["day", "e1", "e2", "e3", "e4", "e5", "e6"]);
  });

  it("start anew after midnight and under the divider", () => {
    const late = { ...buildEntry({ seq: 3 }), at: "2026-11-24T00:01:00.000Z" };
    const entries = [buildEntry({ seq: 1, minute: 1 }), buildEntry({ seq: 2, minute: 2 }), late];
    expect(drawn(entries, "e2")).toEqual(["day", "e1", "divider", "e2", "day", "e3"]);
  });
});

describe("what is new", () => {
  const entries = [
    buildEntry({ seq: 1 }),
    buildEntry({ seq: 2, author: dewi }),
    event(3),
    buildEntry({ seq: 4 }),
    buildEntry({ seq: 5, author: dewi }),
  ];

  it("begins with the first that somebody else wrote", () => {
    expect(firstUnread(entries, { everyone: 2, notes: 0 }, "rani")).toBe("e5");
    expect(firstUnread(entries, { everyone: 5, notes: 0 }, "rani")).toBeNull();
    expect(firstUnread(entries, { everyone: 0, notes: 0 }, "rani")).toBe("e2");
  });

  it("goes by the position in the notes for a note", () => {
    const note = buildEntry({ seq: 1, id: "n1", audience: "courier", author: dewi });
    expect(firstUnread([note], { everyone: 9, notes: 0 }, "rani")).toBe("n1");
    expect(firstUnread([note], { everyone: 0, notes: 1 }, "rani")).toBeNull();
  });

  it("counts neither one's own nor what the system says, nor what stands above", () => {
    expect(countNews(entries, "e2", "rani")).toBe(1);
    expect(countNews(entries, "e5", "rani")).toBe(0);
    expect(countNews(entries, "e1", "dewi")).toBe(1);
  });
});
