import { describe, expect, it } from "vitest";
import { durationParts } from "#app/components/timeline/duration-parts.ts";
import {
  idleStretches,
  notableReceipt,
  timelineRows,
} from "#app/components/timeline/timeline-rows.ts";
import type { ClockExplanation, StretchReason } from "#app/contracts/clock-views.ts";
import type { TimelineMark, TimelineView } from "#app/contracts/timeline-views.ts";

const at = (hour: number, minute = 0) =>
  new Date(Date.UTC(2026, 10, 24, hour, minute)).toISOString();
const mark = (id: string, hour: number): TimelineMark => ({
  id,
  at: at(hour),
  state: "happened",
  lane: "clock",
  what: { type: "requested" },
});
const view = (more: Partial<TimelineView>): TimelineView => ({
  zone: "Asia/Jakarta",
  now: at(12),
  verdict: { kind: "unknown" },
  marks: [],
  late: null,
  clock: null,
  statuses: { platform: null, courier: null, differ: false },
  checkedAt: null,
  ...more,
});

const explained = (
  stretches: [from: number, to: number, reason: StretchReason][],
): ClockExplanation => ({
  policy: { id: "regular", version: 1 },
  calendarEnds: "2027-01-01",
  windowStart: at(8),
  cutOff: at(9),
  warnAt: at(14),
  deadline: at(15),
  autoCancelAt: null,
  stretches: stretches.map(([from, to, reason]) => ({
    from: at(from),
    to: at(to),
    counts: reason === "counted",
    reason,
    name: "",
  })),
});

describe("the rows of a timeline", () => {
  it("stand in the order of time, with the present among them", () => {
    const rows = timelineRows(view({ marks: [mark("c", 15), mark("a", 9), mark("b", 12)] }));
    expect(rows.map((row) => row.id)).toEqual(["a", "b", "now", "c"]);
  });

  it("hatch exactly the stretch from the limit to the end of the delay", () => {
    const marks = [mark("a", 8), mark("limit", 10), mark("b", 11), mark("c", 15)];
    const rows = timelineRows(view({ marks, late: { from: at(10), to: at(12) } }));
    expect(rows.filter((row) => row.below === "late").map((row) => row.id)).toEqual(["limit", "b"]);
  });

  it("hatch nothing under what happened in the minute in which the delay ended", () => {
    const marks = [mark("limit", 10), mark("scan", 11), mark("resolved", 11), mark("c", 15)];
    const rows = timelineRows(view({ marks, late: { from: at(10), to: at(11) } }));
    expect(rows.filter((row) => row.below === "late").map((row) => row.id)).toEqual(["limit"]);
  });

  it("hold the hours that do not count, where they begin", () => {
    const marks = [mark("request", 8), mark("message", 10), mark("limit", 15)];
    const clock = explained([
      [8, 9, "after_cutoff"],
      [9, 11, "sunday"],
      [11, 15, "counted"],
    ]);
    const rows = timelineRows(view({ marks, clock }));
    expect(rows.map((row) => row.id)).toEqual([
      "request",
      `idle-${at(8)}`,
      `idle-${at(9)}`,
      "message",
      "now",
      "limit",
    ]);
    expect(rows.map((row) => row.below)).toEqual([
      "idle",
      "idle",
      "idle",
      "idle",
      "plain",
      "plain",
    ]);
  });

  it("have no such hours where no rule applied", () => {
    expect(idleStretches({ clock: null })).toEqual([]);
  });

  it("say when tracking learned of a scan much later than it happened", () => {
    const scan = (received: string): TimelineMark => ({
      ...mark("s", 9),
      what: {
        type: "tracking",
        meaning: "picked_up",
        text: "",
        source: "everpro",
        receivedAt: received,
      },
    });
    expect(notableReceipt(scan(at(9, 10)))).toBeNull();
    expect(notableReceipt(scan(at(9, 11)))).toBe(at(9, 11));
    expect(notableReceipt(mark("a", 9))).toBeNull();
  });
});

describe("a duration in words", () => {
  it.each([
    [0, []],
    [42, [["minute", 42]]],
    [60, [["hour", 1]]],
    [
      190,
      [
        ["hour", 3],
        ["minute", 10],
      ],
    ],
    [1440, [["day", 1]]],
    [
      1440 + 125,
      [
        ["day", 1],
        ["hour", 2],
      ],
    ],
  ])("names the two largest units of %d minutes", (minutes, expected) => {
    expect(durationParts(minutes).map(({ unit, count }) => [unit, count])).toEqual(expected);
  });
});
