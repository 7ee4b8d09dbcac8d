import type { TimeZone } from "#app/contracts/services.ts";
import type { IssueInstruction } from "#app/contracts/threads.schema.ts";
import { invalid } from "#app/domain/errors.server.ts";
import { dayOfDate, instantOf, minutesOf } from "#app/domain/pickup/local-time.server.ts";

export type PromisedWindow = { start: Date; end: Date };

/** A promise of next month is none. */
const FARTHEST_MS = 14 * 24 * 60 * 60 * 1000;

const wrong = (code: string, ...names: string[]) =>
  invalid(code, { fields: Object.fromEntries(names.map((name) => [name, code])) });

/** The window a courier promises, typed in the origin's zone. It must end in the future and after it starts. */
export function readPromisedWindow(
  input: IssueInstruction,
  zone: TimeZone,
  now: Date,
): PromisedWindow {
  const missing = (["date", "from", "to"] as const).filter((name) => input[name] === "");
  if (missing.length > 0) throw wrong("field.required", ...missing);
  const at = (time: string) => new Date(instantOf(dayOfDate(input.date), minutesOf(time), zone));
  const window = { start: at(input.from), end: at(input.to) };
  if (window.end <= window.start) throw wrong("promise.window_invalid", "to");
  if (window.end <= now) throw wrong("promise.window_past", "date", "to");
  if (window.end.getTime() > now.getTime() + FARTHEST_MS) throw wrong("promise.too_far", "date");
  return window;
}
