import { describe, expect, it } from "vitest";
import { endsBeforeLimit, minutesOf } from "#app/components/timeline/drawn/clock-facts.ts";
import {
  clustersOf,
  frameOf,
  stateOf,
  ticksOf,
} from "#app/components/timeline/drawn/overview-plan.ts";
import { anchorAt, placeIn } from "#app/components/timeline/overview-frame.ts";
import type { TimelineMark, TimelineView } from "#app/contracts/timeline-views.ts";

const HOUR = 3_600_000;
const START = Date.UTC(2026, 10, 24, 2);
const at = (hours: number) => new Date(START + hours * HOUR).toISOString();

const mark = (hours: number, more: Partial<TimelineMark> = {}): TimelineMark => ({
  id: `m${hours}`,
  at: at(hours),
  state: "happened",
  lane: "thread",
  what: { type: "reopened" },
  ...more,
});
const requested = mark(0, { lane: "clock", what: { type: "requested" } });
const deadline = mark(20, { lane: "clock", what: { type: "deadline" } });
const cancel = mark(72, { lane: "clock", what: { type: "auto_cancel" } });

const view = (more: Partial<TimelineView> = {}): TimelineView => ({
  zone: "Asia/Jakarta",
  now: at(10),
  verdict: { kind: "within", deadlineAt: at(20), leftMinutes: 600 },
  marks: [requested, deadline],
  late: null,
  clock: null,
  statuses: { platform: null, courier: null, differ: false },
  checkedAt: null,
  ...more,
});

describe("the picture of a clock", () => {
  it.each([
    ["the limit", view(), 20],
    ["the present, once that is later", view({ now: at(50) }), 50],
    [
      "the pick-up, however long ago",
      view({
        now: at(500),
        verdict: { kind: "picked_up", deadlineAt: at(20), at: at(30), lateMinutes: 600 },
      }),
      30,
    ],
    [
      "the present, where there is no limit",
      view({ marks: [requested], verdict: { kind: "unknown" } }),
      10,
    ],
  ])("reaches from the request to %s, and a little more", (_, timeline, hours) => {
    const { from, to } = frameOf(timeline);
    expect(from).toBe(START);
    expect((to - from) / HOUR).toBeCloseTo(hours * 1.04);
  });

  it("has a line more for the auto-cancel that threatens", () => {
    const calm = frameOf(view());
    const tense = frameOf(view({ marks: [requested, deadline, cancel] }));
    expect(tense.band - calm.band).toBe(tense.line - calm.line);
    expect(tense.line).toBeGreaterThan(calm.line);
  });

  it("keeps what lies outside at its edge, and words away from the nearer one", () => {
    const reach = { from: 0, to: 100 };
    expect([-5, 50, 500].map((one) => placeIn(reach, one))).toEqual([0, 50, 100]);
    expect([0, 50, 100].map(anchorAt)).toEqual(["start", "middle", "end"]);
  });

  it("takes together what would lie upon each other, and hides nothing that was missed", () => {
    const marks = [mark(5), mark(5.1, { state: "missed" }), mark(15), mark(900)];
    const clusters = clustersOf(marks, "thread", frameOf(view()));
    expect(clusters.map((cluster) => cluster.marks.length)).toEqual([2, 1]);
    expect(clusters.map(stateOf)).toEqual(["missed", "happened"]);
    expect(clustersOf(marks, "tracking", frameOf(view()))).toEqual([]);
  });

  it.each([
    ["an hour", 1],
    ["a day", 26],
    ["a week", 170],
    ["half a year", 4400],
  ])("has room for its ticks over %s", (_, hours) => {
    const ticks = ticksOf({ from: START, to: START + hours * HOUR }, "Asia/Jayapura");
    const gaps = ticks.slice(1).map((tick, index) => tick.x - (ticks[index]?.x ?? 0));
    expect(ticks.length).toBeLessThanOrEqual(6);
    expect(Math.min(100, ...gaps)).toBeGreaterThan(16);
  });

  it("begins days at the zone's own midnight", () => {
    const days = ticksOf({ from: START, to: START + 72 * HOUR }, "Asia/Jayapura");
    expect(days).toMatchObject([
      { at: "2026-11-24T15:00:00.000Z", isDay: true },
      { at: "2026-11-25T15:00:00.000Z", isDay: true },
    ]);
  });
});

describe("what an explanation says of itself", () => {
  it("the limit lies beyond the calendar by the date of its own zone", () => {
    const clock = { calendarEnds: "2026-12-31", deadline: "2026-12-31T15:30:00Z" };
    expect(endsBeforeLimit(clock, "Asia/Jakarta")).toBe(false);
    expect(endsBeforeLimit(clock, "Asia/Jayapura")).toBe(true);
    expect(endsBeforeLimit({ ...clock, calendarEnds: null }, "Asia/Jakarta")).toBe(true);
  });

  it("sums what counted and what did not", () => {
    const stretch = (from: number, to: number, counts: boolean) => ({
      ...{ from: at(from), to: at(to), counts, name: "" },
      reason: counts ? ("counted" as const) : ("sunday" as const),
    });
    const stretches = [stretch(0, 2, false), stretch(2, 5, true), stretch(5, 6, false)];
    expect([true, false].map((counts) => minutesOf({ stretches }, counts))).toEqual([180, 180]);
  });
});
