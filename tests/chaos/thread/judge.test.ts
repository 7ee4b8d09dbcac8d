import { describe, expect, it } from "vitest";
import { type Findings, isFlawless, judge, type Row } from "./judge.ts";
import type { Line, Sent, Shown } from "./ledger.ts";

const row = (seq: number, more: Partial<Row> = {}): Row => ({
  id: `e${seq}`,
  code: "PP-1",
  audience: "everyone",
  seq,
  author: "budi",
  client_id: `c${seq}`,
  body: `pesan ${seq}`,
  ...more,
});

const sent = (seq: number): Sent => ({
  code: "PP-1",
  author: "budi",
  clientId: `c${seq}`,
  body: `pesan ${seq}`,
  acks: [{ entryId: `e${seq}`, seq, at: 0 }],
});

const line = ({ id, audience, seq, body }: Row): Line => ({ id, audience, seq, body });

const screen = (rows: Row[]): Shown => ({
  person: "sari",
  side: "seller",
  code: "PP-1",
  lines: rows.map(line),
});

const first = row(1);
const second = row(2);
const both = [first, second];
const said = [sent(1), sent(2)];
const swapped = [row(1, { client_id: "c2" }), row(2, { client_id: "c1" })];

describe("the judge of messages", () => {
  it("finds nothing where all is there once, in order and before everybody's eyes", () => {
    const note = row(1, { id: "n1", audience: "courier", client_id: "n1", author: "joko" });
    expect(isFlawless(judge(said, [screen(both)], [...both, note]))).toBe(true);
  });

  it("asks nothing of a message that nobody answered for", () => {
    const unanswered = { ...sent(2), acks: [] };
    expect(isFlawless(judge([sent(1), unanswered], [screen([first])], [first]))).toBe(true);
  });

  const faults: [keyof Findings, string, Sent[], Shown[], Row[]][] = [
    ["lost", "an acknowledged one that is not there", said, [screen([first])], [first]],
    ["doubled", "one that is there twice", said, [], [...both, row(3, { client_id: "c2" })]],
    ["doubled", "one that is shown twice", said, [screen([...both, second])], both],
    ["wrong", "other words under an id", said, [], [first, row(2, { body: "lain" })]],
    ["wrong", "another number than was told", said, [], [first, row(2, { id: "e9" })]],
    ["reordered", "an author's second before the first", said, [], swapped],
    ["reordered", "a screen in another order", said, [screen([second, first])], both],
    ["holes", "a number that is left out", [sent(1)], [], [first, row(3, { client_id: null })]],
    ["unseen", "one that a screen lacks", said, [screen([first])], both],
    ["unseen", "one that a screen shows and nobody wrote", [sent(1)], [screen(both)], [first]],
  ];

  it.each(faults)("finds as %s: %s", (name, _what, messages, screens, rows) => {
    const found = judge(messages, screens, rows);
    expect(found[name]).toBeGreaterThan(0);
    expect(isFlawless(found)).toBe(false);
  });
});
