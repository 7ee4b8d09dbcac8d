import type { Log } from "#app/context.ts";

type Line = { level: "info" | "warn" | "error"; fields: object; message: string };

/** Keeps what was logged, so that a test can look at it. */
export function silentLog(): Log & { lines: Line[] } {
  const lines: Line[] = [];
  const at = (level: Line["level"]) => (fields: object, message: string) =>
    void lines.push({ level, fields, message });
  return { lines, info: at("info"), warn: at("warn"), error: at("error") };
}
