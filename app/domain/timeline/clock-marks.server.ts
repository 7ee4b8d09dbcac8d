import type { TimelineMark } from "#app/contracts/timeline-views.ts";

export type ClockFacts = {
  requestedAt: Date;
  windowStart: Date | null;
  windowEnd: Date | null;
  cutoffAt: Date | null;
  deadlineAt: Date | null;
  autoCancelAt: Date | null;
  custodyAt: Date | null;
  finalAt: Date | null;
};

type What = TimelineMark["what"];

const mark = (what: What, at: Date, state: TimelineMark["state"]): TimelineMark => ({
  id: `clock-${what.type}`,
  at: at.toISOString(),
  state,
  lane: "clock",
  what,
});

/** A moment by which something had to happen: still to come, kept, or missed. */
function stateOf(at: Date, done: Date | null, now: Date): TimelineMark["state"] {
  if (done && done <= at) return "happened";
  return now <= at && !done ? "expected" : "missed";
}

/** What the pick-up clock says: request, window, cut-off, deadline and, while it threatens, auto-cancel. */
export function clockMarks(facts: ClockFacts, now: Date): TimelineMark[] {
  const { custodyAt, windowStart, windowEnd, cutoffAt, deadlineAt, autoCancelAt } = facts;
  const over = custodyAt ?? facts.finalAt;
  const marks = [mark({ type: "requested" }, facts.requestedAt, "happened")];
  if (windowStart && windowEnd) {
    marks.push(
      mark(
        { type: "window", end: windowEnd.toISOString() },
        windowStart,
        stateOf(windowEnd, custodyAt, now),
      ),
    );
  }
  if (cutoffAt)
    marks.push(mark({ type: "cutoff" }, cutoffAt, cutoffAt <= now ? "happened" : "expected"));
  if (deadlineAt)
    marks.push(mark({ type: "deadline" }, deadlineAt, stateOf(deadlineAt, over, now)));
  if (autoCancelAt && !over)
    marks.push(
      mark({ type: "auto_cancel" }, autoCancelAt, now < autoCancelAt ? "expected" : "missed"),
    );
  return marks;
}
