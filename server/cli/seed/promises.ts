import type { TimeZone } from "#app/contracts/services.ts";
import { atHour, DAY, HOUR, localTime, MINUTE, plus } from "./clock.ts";
import type { Random } from "./random.ts";
import type { PromiseWhen } from "./threads/script.ts";

export type Window = { start: Date; end: Date };

const QUARTER = 15 * MINUTE;
const nextQuarter = (at: Date) => new Date(Math.ceil(at.getTime() / QUARTER) * QUARTER);

/** Ends within four hours of now, also at night; a window never crosses midnight. */
function soonWindow(given: Date, now: Date, zone: TimeZone, random: Random): Window {
  const wished = nextQuarter(plus(now, random.int(50, 175) * MINUTE));
  const midnight = atHour(wished, zone, 0, 0);
  const end = wished < plus(midnight, 45 * MINUTE) ? plus(wished, 45 * MINUTE) : wished;
  const earliest = Math.max(midnight.getTime(), plus(nextQuarter(given), QUARTER).getTime());
  return { start: new Date(Math.max(earliest, plus(end, -2 * HOUR).getTime())), end };
}

/** Tomorrow, or on Monday: no courier promises a Sunday. */
function laterWindow(now: Date, zone: TimeZone, random: Random): Window {
  const days = localTime(plus(now, DAY), zone).dayOfWeek === 7 ? 2 : 1;
  const hour = random.pick([9, 10, 13]);
  return { start: atHour(now, zone, days, hour), end: atHour(now, zone, days, hour + 2) };
}

/** Some two hours after it was given, else the next morning. */
function nextWindow(given: Date, zone: TimeZone): Window {
  const start = nextQuarter(plus(given, HOUR));
  if (start <= atHour(given, zone, 0, 18)) return { start, end: plus(start, 2 * HOUR) };
  return { start: atHour(given, zone, 1, 8, 30), end: atHour(given, zone, 1, 10) };
}

export function promisedWindow(
  when: PromiseWhen,
  given: Date,
  now: Date,
  zone: TimeZone,
  random: Random,
): Window {
  if (when === "soon") return soonWindow(given, now, zone, random);
  return when === "later" ? laterWindow(now, zone, random) : nextWindow(given, zone);
}

const two = (part: number) => String(part).padStart(2, "0");

/** The form's fields, in the origin's zone. */
export function windowFields({ start, end }: Window, zone: TimeZone) {
  const [from, to] = [localTime(start, zone), localTime(end, zone)];
  return {
    date: from.toPlainDate().toString(),
    from: `${two(from.hour)}:${two(from.minute)}`,
    to: `${two(to.hour)}:${two(to.minute)}`,
  };
}

const WEEKDAYS = ["Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu"];
const ZONE_NAMES: Partial<Record<TimeZone, string>> = { "Asia/Makassar": "WITA" };

/** As one writes it at that moment: "besok 09.00–11.00 WIB". */
export function sayWindow(window: Window, at: Date, zone: TimeZone): string {
  const day = localTime(window.start, zone);
  const { days } = localTime(at, zone)
    .toPlainDate()
    .until(day.toPlainDate(), { largestUnit: "days" });
  const { from, to } = windowFields(window, zone);
  const name = ["hari ini", "besok"][days] ?? WEEKDAYS[day.dayOfWeek - 1];
  const hours = `${from}–${to}`.replaceAll(":", ".");
  return `${name} ${hours} ${ZONE_NAMES[zone] ?? "WIB"}`;
}
