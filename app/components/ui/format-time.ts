import type { Language } from "../../context.ts";
import type { TimeZone } from "../../contracts/services.ts";
import type { Instant } from "../../contracts/views.ts";

export const LOCALE: Record<Language, string> = { id: "id-ID", en: "en-ID" };
const formats = new Map<string, Intl.DateTimeFormat>();

/** What a clock said whose zone nobody knows is written as it was said. */
type AnyZone = TimeZone | "UTC";

function formatOf(language: Language, zone: AnyZone): Intl.DateTimeFormat {
  const key = `${language} ${zone}`;
  const known = formats.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(LOCALE[language], {
    timeZone: zone,
    weekday: "short",
    day: "numeric",
    month: "short",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  });
  formats.set(key, made);
  return made;
}

export type TimeParts = Record<"weekday" | "day" | "month" | "year" | "clock", string>;

/** A moment as the clock on the wall of that zone shows it; 14.05 with a dot. */
export function timeParts(at: Instant, zone: AnyZone, language: Language): TimeParts {
  const found = formatOf(language, zone).formatToParts(new Date(at));
  const part = (type: Intl.DateTimeFormatPartTypes) =>
    found.find((each) => each.type === type)?.value ?? "";
  return {
    weekday: part("weekday"),
    day: part("day"),
    month: part("month"),
    year: part("year"),
    clock: `${part("hour").padStart(2, "0")}.${part("minute").padStart(2, "0")}`,
  };
}

export type Span = { days: number; hours: number; minutes: number };

/** The two largest units that matter; below a minute counts as nothing. */
export function spanOf(milliseconds: number): Span {
  const minutes = Math.floor(Math.abs(milliseconds) / 60_000);
  const days = Math.floor(minutes / 1440);
  if (days >= 7) return { days, hours: 0, minutes: 0 };
  const hours = Math.floor((minutes % 1440) / 60);
  return { days, hours, minutes: days > 0 ? 0 : minutes % 60 };
}
