import type { TimeZone } from "#app/contracts/services.ts";
import type { IssueInstruction } from "#app/contracts/threads.schema.ts";
import { invalid } from "#app/domain/errors.server.ts";
import { dayOfDate, instantOf, minutesOf } from "#app/domain/pickup/local-time.server.ts";

/** Whatever is due in more than two weeks is no request. */
const FARTHEST_MS = 14 * 24 * 60 * 60 * 1000;

/** When an instruction must be done by, typed in the origin's zone; null where nobody set a time. */
export function readDue(
  { dueDate = "", dueTime = "" }: IssueInstruction,
  zone: TimeZone,
  now: Date,
): Date | null {
  if (dueDate === "" && dueTime === "") return null;
  const missing = dueDate === "" ? "dueDate" : dueTime === "" ? "dueTime" : undefined;
  if (missing) throw invalid("field.required", { fields: { [missing]: "field.required" } });
  const due = new Date(instantOf(dayOfDate(dueDate), minutesOf(dueTime), zone));
  if (due <= now)
    throw invalid("instruction.due_past", { fields: { dueTime: "instruction.due_past" } });
  if (due.getTime() > now.getTime() + FARTHEST_MS)
    throw invalid("instruction.due_too_far", { fields: { dueDate: "instruction.due_too_far" } });
  return due;
}
