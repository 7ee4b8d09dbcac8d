import { describe, expect, it } from "vitest";
import { measureAlive } from "./sla/fleet.ts";
import { type Findings, isFlawless, judge, type Rows } from "./sla/judge.ts";
import { openLedger } from "./sla/ledger.ts";

const always = (from: number, to: number) => to - from;

function book() {
  const ledger = openLedger();
  ledger.book("p", { warn: 30_000, due: 60_000, known: 0 });
  ledger.report("p");
  return ledger;
}

const row = (kind: "warn" | "breach", at: number, recorded: number, due = 60_000) => ({
  parcel_id: "p",
  kind,
  due_at: new Date(due),
  at: new Date(at),
  recorded_at: new Date(recorded),
});

const rows = (...events: Rows["events"]): Rows => ({
  events,
  promotions: [{ parcel_id: "p", entries: 1 }],
});

const warn = row("warn", 30_000, 30_100);
const breach = row("breach", 60_000, 60_100);

describe("the judge of warnings and breaches", () => {
  it("finds nothing where each is on record once, in time and at its time", () => {
    const found = judge(book(), rows(warn, breach), always);
    expect(found).toMatchObject({ moments: 2, missed: 0, slowestMs: 100, promoted: 1 });
    expect(isFlawless(found)).toBe(true);
  });

  const faults: [keyof Findings, Rows][] = [
    ["missed", rows(warn)],
    ["doubled", rows(warn, warn, breach)],
    ["extra", rows(warn, breach, row("breach", 70_000, 70_000, 70_000))],
    ["wrongTime", rows(warn, row("breach", 60_001, 60_001))],
    ["late", rows(warn, row("breach", 60_000, 120_001))],
    ["promotedWrong", { ...rows(warn, breach), promotions: [{ parcel_id: "p", entries: 2 }] }],
  ];

  it.each(faults)("finds one %s", (name, given) => {
    const found = judge(book(), given, always);
    expect(found[name]).toBe(1);
    expect(isFlawless(found)).toBe(false);
  });

  it("asks for what came before a pick-up, lets pass what came before its scan was worked, and no more", () => {
    const ledger = book();
    ledger.pickUp("p", 40_000, 41_000);
    const none = { events: [], promotions: [{ parcel_id: "p", entries: 0 }] };
    expect(judge(ledger, none, always)).toMatchObject({ moments: 1, missed: 1, promotedWrong: 0 });
    expect(judge(ledger, rows(warn, breach), always)).toMatchObject({ extra: 1, promotedWrong: 1 });
    ledger.pickUp("p", 29_999, 41_000);
    expect(judge(ledger, none, always)).toMatchObject({ moments: 0, missed: 0, overtaken: 1 });
  });

  it("counts only time in which a worker lived", () => {
    const lives = [
      { from: 0, to: 10 },
      { from: 5, to: 20 },
      { from: 50, to: Number.POSITIVE_INFINITY },
    ];
    expect(measureAlive(lives, 8, 60)).toBe(22);
  });
});
