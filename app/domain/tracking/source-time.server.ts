import type { TimeZone } from "#app/contracts/services.ts";
import { dayOfDate, instantOf, minutesOf } from "#app/domain/pickup/local-time.server.ts";
import type { SourceTime } from "./scan.server.ts";

const YEAR_FIRST = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})[T ]+(.+)$/i;
const DAY_FIRST = /^(\d{1,2})[-/](\d{1,2})[-/](\d{4})[T ]+(.+)$/i;
const CLOCK = /^(\d{1,2}):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?\s*(Z|[+-]\d\d:?\d\d)?$/i;
/** Zero dates such as 0001-01-01 and 1970-01-01 stand for "no time". */
const FIRST_YEAR = 2000;

const two = (digits: string | undefined) => (digits ?? "0").padStart(2, "0");

function splitDate(text: string): { day: string; clock: string } | undefined {
  const [, year, month, date, clock] = YEAR_FIRST.exec(text) ?? [];
  if (clock) return { day: `${year}-${two(month)}-${two(date)}`, clock };
  const [, first, second, last, rest] = DAY_FIRST.exec(text) ?? [];
  return rest ? { day: `${last}-${two(second)}-${two(first)}`, clock: rest } : undefined;
}

/** 30 February and 25:00 are no times. */
function isReal(local: string): boolean {
  const at = new Date(`${local}Z`);
  return (
    !Number.isNaN(at.getTime()) &&
    at.getUTCFullYear() >= FIRST_YEAR &&
    at.toISOString().startsWith(local)
  );
}

function toInstant(at: Date): SourceTime {
  return Number.isNaN(at.getTime()) || at.getUTCFullYear() < FIRST_YEAR ? null : { instant: at };
}

/** Epochs in seconds and milliseconds, with and without a zone, year or day first; anything else is no time. */
export function readSourceTime(value: string | number | null | undefined): SourceTime {
  const text = String(value ?? "").trim();
  if (/^\d{10}$/.test(text)) return toInstant(new Date(Number(text) * 1000));
  if (/^\d{13}$/.test(text)) return toInstant(new Date(Number(text)));
  const date = splitDate(text);
  const [, hour, minute, second, fraction, zone] = CLOCK.exec(date?.clock ?? "") ?? [];
  if (!date || !hour) return null;
  const local = `${date.day}T${two(hour)}:${minute}:${two(second)}`;
  if (!isReal(local)) return null;
  if (!zone) return { local };
  const offset = zone.toUpperCase().replace(/^([+-]\d\d):?(\d\d)$/, "$1:$2");
  return toInstant(new Date(`${local}.${(fraction ?? "").padEnd(3, "0").slice(0, 3)}${offset}`));
}

/** A wall clock without a zone is that of the parcel's origin. */
export function timeIn(time: SourceTime, origin: TimeZone): Date | null {
  if (!time) return null;
  if ("instant" in time) return time.instant;
  const [date = "", clock = ""] = time.local.split("T");
  return new Date(instantOf(dayOfDate(date), minutesOf(clock), origin));
}

/** Enough to put the times of one source in order: a wall clock counts as that of Jakarta. */
export const timeKey = (time: SourceTime) => timeIn(time, "Asia/Jakarta")?.getTime() ?? null;
