export type DurationPart = { unit: "day" | "hour" | "minute"; count: number };

const HOUR = 60;
const DAY = 24 * HOUR;

/** The two largest neighbouring units; minutes next to days say nothing. */
export function durationParts(minutes: number): DurationPart[] {
  const whole = Math.max(0, Math.floor(minutes));
  const days: DurationPart = { unit: "day", count: Math.floor(whole / DAY) };
  const hours: DurationPart = { unit: "hour", count: Math.floor((whole % DAY) / HOUR) };
  const rest: DurationPart = { unit: "minute", count: whole % HOUR };
  const pair = days.count > 0 ? [days, hours] : [hours, rest];
  return pair.filter((part) => part.count > 0);
}
