import { useTranslation } from "react-i18next";
import type { CalendarDayView } from "../../contracts/settings-views.ts";
import { useDateWords } from "../../hooks/use-date-words.ts";
import { CALENDAR } from "./addresses.ts";
import { useCalendarWords } from "./use-calendar-words.ts";
import { useRuleWords } from "./use-rule-words.ts";
import { WithdrawForm } from "./withdraw-form.tsx";

export function CalendarMonth({ month, days }: { month: string; days: CalendarDayView[] }) {
  const dates = useDateWords();
  return (
    <section aria-labelledby={`month-${month}`}>
      <h2 id={`month-${month}`} className="mb-1.5 font-semibold" suppressHydrationWarning>
        {dates.month(`${month}-01`)}
      </h2>
      <ul className="divide-y divide-base-300 rounded-box border border-base-300 bg-base-100">
        {days.map((day) => (
          <CalendarRow key={day.id} day={day} />
        ))}
      </ul>
    </section>
  );
}

const TONE = {
  libur_nasional: "bg-tint-error text-error",
  cuti_bersama: "bg-tint-warning text-warning",
  hours: "bg-tint-info text-info",
} as const;

function CalendarRow({ day }: { day: CalendarDayView }) {
  const { t } = useTranslation();
  const words = useCalendarWords();
  const rules = useRuleWords();
  const dates = useDateWords();
  return (
    <li className="flex items-start justify-between gap-3 px-3 py-2 sm:items-center sm:px-4">
      <div className="grid min-w-0 gap-x-4 sm:flex-1 sm:grid-cols-[9rem_minmax(0,1fr)_minmax(0,1fr)] sm:items-center">
        <time dateTime={day.date} className="text-dense font-medium" suppressHydrationWarning>
          {dates.day(day.date)}
        </time>
        <p className="min-w-0 break-words">
          {day.name}
          <span className="block text-dense text-muted">
            {day.createdBy || t("settings.builtIn")}
          </span>
        </p>
        <p className="min-w-0 text-dense">
          <span className={`tag whitespace-normal ${TONE[day.kind]}`}>{words.effect(day)}</span>
          <span className="block text-muted">{rules.place(day)}</span>
        </p>
      </div>
      <WithdrawForm action={CALENDAR} id={day.id} what={words.whole(day)} />
    </li>
  );
}
