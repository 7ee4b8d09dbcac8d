import type { ClockExplanation, Stretch } from "#app/contracts/clock-views.ts";
import type { TimeZone } from "#app/contracts/services.ts";
import { localIso } from "./local-time.server.ts";

export type ZonedExplanation = {
  requestedAt: string;
  zone: TimeZone;
  windowStart: string;
  cutOff: string | null;
  warnAt: string;
  deadline: string;
  autoCancelAt: string | null;
  policy: ClockExplanation["policy"];
  calendarEnds: string | null;
  stretches: Stretch[];
};

/** The same explanation with every instant on the origin's wall clock, its offset written. */
export function explainInZone(
  requestedAt: Date,
  zone: TimeZone,
  clock: ClockExplanation,
): ZonedExplanation {
  const local = (at: string) => localIso(new Date(at), zone);
  return {
    requestedAt: localIso(requestedAt, zone),
    zone,
    windowStart: local(clock.windowStart),
    cutOff: clock.cutOff && local(clock.cutOff),
    warnAt: local(clock.warnAt),
    deadline: local(clock.deadline),
    autoCancelAt: clock.autoCancelAt && local(clock.autoCancelAt),
    policy: clock.policy,
    calendarEnds: clock.calendarEnds,
    stretches: clock.stretches.map((one) => ({ ...one, from: local(one.from), to: local(one.to) })),
  };
}
