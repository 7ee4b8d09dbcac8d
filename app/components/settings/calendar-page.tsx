import { useTranslation } from "react-i18next";
import type { CalendarDayView, DoneView, RuleAnswer } from "../../contracts/settings-views.ts";
import type { CourierView } from "../../contracts/views.ts";
import { useDateWords } from "../../hooks/use-date-words.ts";
import { DoneNote } from "../ui/done-note.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { SectionBody } from "../ui/section-head.tsx";
import { AddFold } from "./add-fold.tsx";
import { CALENDAR } from "./addresses.ts";
import { CalendarForm } from "./calendar-form.tsx";
import { CalendarMonth } from "./calendar-month.tsx";
import { useCalendarWords } from "./use-calendar-words.ts";
import { useDoneWords } from "./use-done-words.ts";
import { Withdrawal, withdrawnId } from "./withdrawal.tsx";

export type CalendarPageProps = {
  days: CalendarDayView[];
  couriers: CourierView[];
  provinces: string[];
  done: DoneView | null;
  answer: RuleAnswer | null;
};

export function CalendarPage({ days, couriers, provinces, done, answer }: CalendarPageProps) {
  const { t } = useTranslation();
  const doneWords = useDoneWords();
  const words = useCalendarWords();
  const goes = withdrawnId(answer);
  const added = goes ? null : answer;
  const gone = days.find(({ id }) => id === goes);
  const months = Map.groupBy(days, ({ date }) => date.slice(0, 7));
  return (
    <SectionBody>
      {done && !answer && <DoneNote text={doneWords(done)} />}
      {goes && answer && (
        <Withdrawal action={CALENDAR} answer={answer} what={gone ? words.whole(gone) : ""} />
      )}
      <CalendarEnd days={days} />
      {/* A date more or less: the form is for the next one. */}
      <AddFold key={days.length} title={t("settings.calendar.add")} isOpen={added !== null}>
        <CalendarForm answer={added} couriers={couriers} provinces={provinces} />
      </AddFold>
      {days.length === 0 && (
        <EmptyState title={t("settings.calendar.empty")} hint={t("settings.calendar.emptyHint")} />
      )}
      {[...months].map(([month, dates]) => (
        <CalendarMonth key={month} month={month} days={dates} />
      ))}
    </SectionBody>
  );
}

/** Beyond its last holiday a calendar says nothing, and clocks run as if there were none. */
function CalendarEnd({ days }: { days: CalendarDayView[] }) {
  const { t } = useTranslation();
  const dates = useDateWords();
  const last = days.findLast(({ kind }) => kind !== "hours");
  return (
    <p className="max-w-2xl text-dense text-muted" suppressHydrationWarning>
      {last
        ? t("settings.calendar.end", { date: dates.day(last.date) })
        : t("settings.calendar.noEnd")}
    </p>
  );
}
