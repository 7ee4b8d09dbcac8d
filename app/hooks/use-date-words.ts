import { useTranslation } from "react-i18next";
import { timeParts } from "../components/ui/format-time.ts";
import type { Language } from "../context.ts";
import type { Instant } from "../contracts/views.ts";

const ZONE = "Asia/Jakarta";

/** Any moment of that date, in whichever zone it is read. */
const noonOf = (date: string): Instant => new Date(`${date}T05:00:00Z`).toISOString();

/** Dates of rules, which begin at midnight WIB: "2026-11-30" or a moment of that day. */
export function useDateWords() {
  const { i18n } = useTranslation();
  const language = i18n.language as Language;
  const partsOf = (given: string) =>
    timeParts(given.length === 10 ? noonOf(given) : given, ZONE, language);
  return {
    /** Sen 30 Nov 2026 */
    day(given: string): string {
      const p = partsOf(given);
      return `${p.weekday} ${p.day} ${p.month} ${p.year}`;
    },
    /** November 2026 */
    month(date: string): string {
      const format = { month: "long", year: "numeric", timeZone: ZONE } as const;
      return new Intl.DateTimeFormat(language, format).format(new Date(noonOf(date)));
    },
  };
}
