import { invalid } from "#app/domain/errors.server.ts";
import { dayOf, dayOfDate, instantOf } from "#app/domain/pickup/local-time.server.ts";

/** The first moment of a day in WIB, in which the rules of everybody begin; never of a day that is over. */
export function firstMoment(date: string, now: Date): Date {
  const day = dayOfDate(date);
  if (day < dayOf(now.getTime(), "Asia/Jakarta"))
    throw invalid("form.invalid", { fields: { validFrom: "settings.in_the_past" } });
  return new Date(instantOf(day, 0, "Asia/Jakarta"));
}
