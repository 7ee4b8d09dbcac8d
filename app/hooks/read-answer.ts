import { ERROR_STATUS, type Problem } from "../contracts/errors.ts";

export function isProblem(value: unknown): value is Problem {
  if (typeof value !== "object" || value === null) return false;
  const { kind, code, fields } = value as Partial<Problem>;
  return (
    typeof code === "string" &&
    typeof kind === "string" &&
    kind in ERROR_STATUS &&
    typeof fields === "object"
  );
}

export type Answer<T> =
  | { type: "given"; value: T }
  | ({ type: "refused"; problem: Problem } & Wait)
  /** No word from our server: dead network, time-out, a proxy's or a hotel's page. */
  | ({ type: "unreached" } & Wait);

/** How long whoever answered asks to be left alone. */
type Wait = { waitMs?: number };

/** Only a JSON body of the expected shape counts as an answer. */
export function readAnswer<T>(
  status: number,
  text: string,
  isExpected: (value: unknown) => value is T,
  retryAfter: string | null = null,
): Answer<T> {
  const value = parse(text);
  if (status >= 200 && status < 300 && isExpected(value)) return { type: "given", value };
  const wait = waitOf(retryAfter);
  if (status >= 400 && isProblem(value)) return { type: "refused", problem: value, ...wait };
  return { type: "unreached", ...wait };
}

/** Seconds only: a date would be read by a clock that may be wrong. */
function waitOf(retryAfter: string | null): Wait {
  const seconds = /^\d{1,5}$/.test(retryAfter ?? "") ? Number(retryAfter) : 0;
  return seconds > 0 ? { waitMs: seconds * 1000 } : {};
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
