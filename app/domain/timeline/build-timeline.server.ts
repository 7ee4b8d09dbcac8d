import type { ClockExplanation } from "#app/contracts/clock-views.ts";
import type { TimeZone } from "#app/contracts/services.ts";
import type { Meaning } from "#app/contracts/stages.ts";
import type { TimelineMark, TimelineView } from "#app/contracts/timeline-views.ts";
import type { EntryView } from "#app/contracts/views.ts";
import { maskPeople } from "#app/domain/tracking/mask-people.server.ts";
import { type ClockFacts, clockMarks } from "./clock-marks.server.ts";
import { compareStatuses } from "./compare-statuses.server.ts";
import { momentMarks, type RecordedMoment } from "./moment-marks.server.ts";
import { threadMarks } from "./thread-marks.server.ts";
import { reachVerdict, type VerdictFacts } from "./verdict.server.ts";

export type TrackingFact = {
  id: string;
  source: string;
  meaning: Meaning;
  raw_code: string;
  raw_text: string;
  occurred_at: Date | null;
  received_at: Date;
};

type Facts = ClockFacts &
  VerdictFacts & {
    zone: TimeZone;
    clock: ClockExplanation | null;
    checkedAt: Date | null;
  };

const trackingMark = (event: TrackingFact, contested: ContestedMarks): TimelineMark => ({
  id: event.id,
  at: (event.occurred_at ?? event.received_at).toISOString(),
  state: "happened",
  lane: "tracking",
  dispute: contested.get(event.id),
  what: {
    type: "tracking",
    meaning: event.meaning,
    text: maskPeople(
      [event.raw_code, event.raw_text.trim()].filter((part) => part !== "").join(" · "),
    ),
    source: event.source,
    receivedAt: event.received_at.toISOString(),
  },
});

/** From the deadline to the end of the pick-up, or to now; null while there is no lateness. */
function lateSpan({ deadlineAt, custodyAt, finalAt }: Facts, now: Date): TimelineView["late"] {
  const end = custodyAt ?? finalAt ?? now;
  if (!deadlineAt || end <= deadlineAt) return null;
  return { from: deadlineAt.toISOString(), to: end.toISOString() };
}

/** By the id of the tracking event or instruction that the seller contests. */
export type ContestedMarks = ReadonlyMap<string, TimelineMark["dispute"]>;

/** Clock, tracking and thread in one order of time. */
export function buildTimeline(
  facts: Facts,
  events: TrackingFact[],
  entries: EntryView[],
  moments: RecordedMoment[],
  contested: ContestedMarks,
  now: Date,
): TimelineView {
  const marks = [
    ...clockMarks(facts, now),
    ...momentMarks(moments),
    ...events
      .filter((event) => event.meaning !== "ignored")
      .map((event) => trackingMark(event, contested)),
    ...threadMarks(entries, contested, facts.custodyAt, now),
  ];
  return {
    zone: facts.zone,
    now: now.toISOString(),
    verdict: reachVerdict(facts, now),
    marks: marks.sort((a, b) => a.at.localeCompare(b.at)),
    late: lateSpan(facts, now),
    clock: facts.clock,
    statuses: compareStatuses(events),
    checkedAt: facts.checkedAt?.toISOString() ?? null,
  };
}
