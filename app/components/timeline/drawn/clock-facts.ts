import type { ClockExplanation } from "../../../contracts/clock-views.ts";
import type { TimeZone } from "../../../contracts/services.ts";

/** Minutes between request and limit that count, or that do not. */
export const minutesOf = (
  { stretches }: Pick<ClockExplanation, "stretches">,
  counts: boolean,
): number =>
  stretches
    .filter((stretch) => stretch.counts === counts)
    .reduce((sum, { from, to }) => sum + (Date.parse(to) - Date.parse(from)) / 60_000, 0);

/** The limit lies on a date of which the calendar knew nothing. */
export const endsBeforeLimit = (
  { calendarEnds, deadline }: Pick<ClockExplanation, "calendarEnds" | "deadline">,
  zone: TimeZone,
): boolean =>
  // Swedish dates are ISO dates.
  !calendarEnds ||
  new Date(deadline).toLocaleDateString("sv-SE", { timeZone: zone }) > calendarEnds;
