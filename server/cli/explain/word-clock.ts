import type { StretchReason } from "#app/contracts/clock-views.ts";
import type { TimeZone } from "#app/contracts/services.ts";
import type { ZonedExplanation } from "#app/domain/pickup/explain-in-zone.server.ts";

const ZONE_NAMES: Record<TimeZone, string> = {
  "Asia/Jakarta": "WIB",
  "Asia/Pontianak": "WIB",
  "Asia/Makassar": "WITA",
  "Asia/Jayapura": "WIT",
};

const REASONS: Record<StretchReason, string> = {
  counted: "counts",
  after_cutoff: "does not count: outside pick-up hours or after the cut-off",
  sunday: "does not count: Sunday",
  national_holiday: "does not count: national holiday",
  courier_closure: "does not count: the courier is closed",
  rescheduled: "does not count: the seller asked for a later day",
};

const WEEKDAYS = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];

/** "Wed 18 Mar 2026 15.59 WIT", from an instant with the zone's own offset. */
export function wordTime(local: string, zone: TimeZone): string {
  const wall = new Date(`${local.slice(0, 19)}Z`);
  const month = wall.toLocaleString("en-GB", { month: "short", timeZone: "UTC" });
  const seconds = wall.getUTCSeconds() === 0 ? "" : `.${local.slice(17, 19)}`;
  const clock = `${local.slice(11, 13)}.${local.slice(14, 16)}${seconds}`;
  return `${WEEKDAYS[wall.getUTCDay()]} ${wall.getUTCDate()} ${month} ${wall.getUTCFullYear()} ${clock} ${ZONE_NAMES[zone]}`;
}

/** Why the deadline is where it is, a line each. */
export function wordClock(clock: ZonedExplanation): string[] {
  const at = (local: string) => wordTime(local, clock.zone);
  const stretches = clock.stretches.map(
    (one) =>
      `  ${at(one.from)} to ${at(one.to)}  ${REASONS[one.reason]}${one.name ? ` (${one.name})` : ""}`,
  );
  return [
    `Requested    ${at(clock.requestedAt)}`,
    `Window from  ${at(clock.windowStart)}`,
    `Cut-off      ${clock.cutOff ? at(clock.cutOff) : "none"}`,
    `Warning      ${at(clock.warnAt)}`,
    `Deadline     ${at(clock.deadline)}`,
    `Auto-cancel  ${clock.autoCancelAt ? at(clock.autoCancelAt) : "none"}`,
    `Policy       ${clock.policy.id}, version ${clock.policy.version}`,
    clock.calendarEnds
      ? `Calendar     holidays known up to ${clock.calendarEnds}; every later day is taken for an ordinary one`
      : "Calendar     no holidays known",
    "",
    "From the request to the deadline:",
    ...stretches,
  ];
}
