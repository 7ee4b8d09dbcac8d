import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { spanOf, timeParts } from "../components/ui/format-time.ts";
import type { Language } from "../context.ts";
import type { TimeZone } from "../contracts/services.ts";
import type { Instant } from "../contracts/views.ts";

/** Moments and durations in the reader's language. The zone is always written. */
export function useTimeWords() {
  const { t, i18n } = useTranslation();
  const language = i18n.language as Language;

  return useMemo(() => {
    const parts = (at: Instant, zone: TimeZone) => timeParts(at, zone, language);
    const zoneName = (zone: TimeZone) => t(`zone.${zone}`);

    /** 2 j 15 m */
    const duration = (milliseconds: number): string => {
      const { days, hours, minutes } = spanOf(milliseconds);
      const words: string[] = [];
      if (days > 0) words.push(t("time.days", { n: days }));
      if (hours > 0) words.push(t("time.hours", { n: hours }));
      if (minutes > 0 || words.length === 0) words.push(t("time.minutes", { n: minutes }));
      return words.join(" ");
    };

    return {
      duration,
      minutes: (count: number) => duration(count * 60_000),
      /** 23 Nov 2026 14.05 WIB */
      absolute(at: Instant, zone: TimeZone): string {
        const p = parts(at, zone);
        return `${p.day} ${p.month} ${p.year} ${p.clock} ${zoneName(zone)}`;
      },
      /** Sen 23 Nov 20.00 WIB */
      day(at: Instant, zone: TimeZone): string {
        const p = parts(at, zone);
        return `${p.weekday} ${p.day} ${p.month} ${p.clock} ${zoneName(zone)}`;
      },
      /** Sen 23 Nov */
      weekday(at: Instant, zone: TimeZone): string {
        const p = parts(at, zone);
        return `${p.weekday} ${p.day} ${p.month}`;
      },
      /** 23 Nov 2026 */
      date(at: Instant, zone: TimeZone): string {
        const p = parts(at, zone);
        return `${p.day} ${p.month} ${p.year}`;
      },
      /** 22 Mar, or 21–22 Mar up to the midnight that ends them */
      days(start: Instant, end: Instant, zone: TimeZone): string {
        const from = parts(start, zone);
        const to = parts(new Date(Date.parse(end) - 1).toISOString(), zone);
        const last = `${to.day} ${to.month}`;
        if (from.month !== to.month)
          return t("time.range", { start: `${from.day} ${from.month}`, end: last });
        return from.day === to.day ? last : t("time.range", { start: from.day, end: last });
      },
      /** 14.05 WIB */
      clock: (at: Instant, zone: TimeZone) => `${parts(at, zone).clock} ${zoneName(zone)}`,
      /** 14.00–16.00 WIB, with the second day written where it is another one. */
      range(start: Instant, end: Instant, zone: TimeZone): string {
        const from = parts(start, zone);
        const to = parts(end, zone);
        const sameDay = from.day === to.day && from.month === to.month && from.year === to.year;
        const last = sameDay ? to.clock : `${to.weekday} ${to.day} ${to.month} ${to.clock}`;
        const first = `${from.weekday} ${from.day} ${from.month} ${from.clock}`;
        return `${t("time.range", { start: first, end: last })} ${zoneName(zone)}`;
      },
      /** 2 j 15 m lalu, or lagi for what is to come */
      relative(at: Instant, now: number): string {
        const away = Date.parse(at) - now;
        if (Math.abs(away) < 60_000) return t("time.now");
        return t(away < 0 ? "time.ago" : "time.ahead", { duration: duration(away) });
      },
    };
  }, [t, language]);
}

export type TimeWords = ReturnType<typeof useTimeWords>;
