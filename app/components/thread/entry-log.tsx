import ArrowDown from "lucide-react/icons/arrow-down";
import { useTranslation } from "react-i18next";
import type { TimeZone } from "../../contracts/services.ts";
import type { EntryView, ReportPowers, Viewer } from "../../contracts/views.ts";
import type { Outbox } from "../../hooks/use-outbox.ts";
import type { StayAtEnd } from "../../hooks/use-stay-at-end.ts";
import { useTimeWords } from "../../hooks/use-time-words.ts";
import { DisputeEntry } from "./dispute-entry.tsx";
import { groupByDay } from "./entry-days.ts";
import { EventLine } from "./event-line.tsx";
import { InstructionEntry } from "./instruction-entry.tsx";
import { MessageEntry } from "./message-entry.tsx";
import { OutboxEntry } from "./outbox-entry.tsx";

type EntryLogProps = {
  code: string;
  zone: TimeZone;
  viewer: Viewer;
  isOpenReport: boolean;
  powers: ReportPowers;
  entries: EntryView[];
  outbox: Outbox;
  place: StayAtEnd;
  onEdit: (clientId: string) => void;
};

export function EntryLog(props: EntryLogProps) {
  const { t } = useTranslation();
  const time = useTimeWords();
  const { zone, viewer, entries, outbox, place, onEdit } = props;
  const days = groupByDay(entries, (at) => time.date(at, zone));
  return (
    <div className="relative flex min-h-0 flex-1 flex-col">
      <section
        ref={place.scroller}
        aria-label={t("thread.logLabel")}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolled region must be reachable by keyboard.
        tabIndex={0}
        className="flex min-h-0 flex-1 flex-col-reverse overflow-y-auto overscroll-contain bg-base-200 [overflow-anchor:none] focus-visible:-outline-offset-2"
      >
        <div role="log" aria-label={t("thread.logLabel")} className="w-full px-3 pt-3 sm:px-4">
          <ol className="mx-auto max-w-3xl space-y-2">
            {days.map(({ day, entries: own }) => [
              <DayLine key={day} day={day} />,
              ...own.map((entry) => (
                <li key={entry.id}>
                  <Entry entry={entry} {...props} />
                </li>
              )),
            ])}
            {outbox.items.map((item) => (
              <li key={item.clientId}>
                <OutboxEntry item={item} viewer={viewer} onResend={outbox.resend} onEdit={onEdit} />
              </li>
            ))}
          </ol>
          {days.length === 0 && <p className="py-8 text-center text-muted">{t("thread.empty")}</p>}
          <div ref={place.end} className="h-4" />
        </div>
      </section>
      {!place.isAtEnd && <ToEndButton hasNew={place.hasNew} onClick={place.goToEnd} />}
    </div>
  );
}

function DayLine({ day }: { day: string }) {
  return (
    <li className="flex justify-center py-1">
      <span
        className="rounded-selector border border-base-300 bg-base-100 px-2 py-0.5 text-xs font-medium text-muted"
        suppressHydrationWarning
      >
        {day}
      </span>
    </li>
  );
}

function Entry({ entry, ...props }: EntryLogProps & { entry: EntryView }) {
  const { code, zone, viewer, isOpenReport } = props;
  const isOwn = entry.author.userId === viewer.userId;
  if (entry.dispute)
    return (
      <DisputeEntry
        entry={entry}
        dispute={entry.dispute}
        isOwn={isOwn}
        zone={zone}
        code={code}
        powers={props.powers}
      />
    );
  if (entry.event) return <EventLine entry={entry} event={entry.event} zone={zone} />;
  if (entry.instruction) {
    return (
      <InstructionEntry
        entry={entry}
        instruction={entry.instruction}
        isOwn={isOwn}
        zone={zone}
        viewer={viewer.kind}
        code={code}
        isOpenReport={isOpenReport}
      />
    );
  }
  return <MessageEntry entry={entry} isOwn={isOwn} zone={zone} />;
}

type ToEndButtonProps = { hasNew: boolean; onClick: () => void };

function ToEndButton({ hasNew, onClick }: ToEndButtonProps) {
  const { t } = useTranslation();
  return (
    <button
      type="button"
      className={`btn btn-sm ${hasNew ? "btn-primary" : ""} absolute bottom-3 left-1/2 -translate-x-1/2 shadow-md`}
      onClick={onClick}
    >
      <ArrowDown aria-hidden="true" className="size-4" />
      {t(hasNew ? "thread.newEntries" : "thread.toEnd")}
    </button>
  );
}
