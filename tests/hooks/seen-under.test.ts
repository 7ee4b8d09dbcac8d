import { expect, it } from "vitest";
import { isSeen, seenUnder } from "#app/components/thread/seen-under.ts";
import type { SeenView } from "#app/contracts/thread-views.ts";
import { buildEntry } from "./build-entry.ts";

const dewi = { side: "courier", name: "Dewi", userId: "dewi" } as const;
const mark = (
  name: string,
  seq: number,
  audience: SeenView["audience"] = "everyone",
): SeenView => ({
  ...{ userId: name, name, side: "courier", audience, seq, at: "2026-11-23T07:00:00.000Z" },
});
const entries = [
  buildEntry({ seq: 1 }),
  buildEntry({ seq: 2, author: dewi }),
  buildEntry({ seq: 3 }),
  buildEntry({ seq: 1, id: "n1", audience: "seller" }),
  buildEntry({ seq: 4 }),
];

const drawn = (seen: SeenView[]) =>
  [...seenUnder(entries, seen, "rani")].map(([id, marks]) => [id, marks.map(({ name }) => name)]);

it("names each once, under the last of one's own words they have seen", () => {
  expect(drawn([mark("Rudi", 2), mark("Dewi", 4), mark("Nadia", 9), mark("Ayu", 0)])).toEqual([
    ["e1", ["Rudi"]],
    ["e4", ["Dewi", "Nadia"]],
  ]);
});

it("keeps the notes of one's own side apart", () => {
  expect(drawn([mark("Ayu", 1, "seller")])).toEqual([["n1", ["Ayu"]]]);
});

it("knows what nobody has seen yet", () => {
  const last = buildEntry({ seq: 4 });
  expect(isSeen(last, [mark("Rudi", 3), mark("Ayu", 9, "seller")])).toBe(false);
  expect(isSeen(last, [mark("Rudi", 4)])).toBe(true);
});
