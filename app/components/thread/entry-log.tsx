import ArrowDown from "lucide-react/icons/arrow-down";
import { useTranslation } from "react-i18next";
import type { TimeZone } from "../../contracts/services.ts";
import type { SeenView } from "../../contracts/thread-views.ts";
import type { EntryView, ReportPowers, Viewer } from "../../contracts/views.ts";
import { isBehind, type OutboxItem } from "../../hooks/outbox-state.ts";
import type { StayAtEnd } from "../../hooks/use-stay-at-end.ts";
import { useTimeWords } from "../../hooks/use-time-words.ts";
import { DisputeEntry } from "./dispute-entry.tsx";
import { EventLine } from "./event-line.tsx";
import { InstructionEntry } from "./instruction-entry.tsx";
import { countNews, type LogLine, logLines } from "./log-lines.ts";
import { MessageEntry } from "./message-entry.tsx";
import { type Older, OlderEntries } from "./older-entries.tsx";
import { OutboxEntry } from "./outbox-entry.tsx";
import { isSeen, seenUnder } from "./seen-under.ts";

type EntryLogProps = {
  code: string;
  zone: TimeZone;
  viewer: Viewer;
  isOpenReport: boolean;
  /** What the viewer may still do here. */
  powers: ReportPowers;
  entries: EntryView[];
  /** The first one that is new to the reader since the page was opened. */
  firstNewId: string | null;
  outbox: OutboxItem[];
  place: StayAtEnd;
  older: Older;
  seen: SeenView[];
  /** Takes an entry as it is after an own change. */
  onChanged: (entry: EntryView) => void;
  onEdit: (clientId: string) => void;
};

export function EntryLog(props: EntryLogProps) {
  const { t } = useTranslation();
  const time = useTimeWords();
  const { zone, viewer, entries, firstNewId, outbox, place, older, powers, onEdit } = props;
  const under = seenUnder(entries, props.seen, viewer.userId);
  const lines = logLines(entries, (at) => time.date(at, zone), firstNewId);
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
          <OlderEntries older={older} scroller={place.scroller} />
          <ol className="mx-auto max-w-3xl space-y-2">
            {lines.map((line) => (
              <Line
                key={line.type === "entry" ? line.entry.id : keyOf(line)}
                line={line}
                under={under}
                {...props}
              />
            ))}
            {outbox.map((item) => (
              <li key={item.clientId}>
                <OutboxEntry
                  item={item}
                  isBehind={isBehind(item, outbox)}
                  viewer={viewer}
                  onEdit={powers[item.kind === "note" ? "note" : "post"] ? onEdit : undefined}
                />
              </li>
            ))}
          </ol>
          {lines.length === 0 && <p className="py-8 text-center text-muted">{t("thread.empty")}</p>}
          <div ref={place.end} className="h-4" />
        </div>
      </section>
      {!place.isAtEnd && (
        <ToEndButton
          count={countNews(entries, place.seen, viewer.userId)}
          onClick={place.goToEnd}
        />
      )}
    </div>
  );
}

const keyOf = (line: Exclude<LogLine, { type: "entry" }>) =>
  line.type === "day" ? line.day : line.type;

type Shown = EntryLogProps & { under: Map<string, SeenView[]> };

function Line({ line, ...props }: Shown & { line: LogLine }) {
  if (line.type === "day") return <DayLine day={line.day} />;
  if (line.type === "divider") return <Divider />;
  return (
    <li className={line.isFollowing ? "-mt-1.5" : undefined}>
      <Entry entry={line.entry} isFollowing={line.isFollowing} {...props} />
    </li>
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

function Divider() {
  const { t } = useTranslation();
  return (
    <li className="flex items-center gap-2 py-1 text-xs font-semibold text-primary" data-divider>
      <span aria-hidden="true" className="h-px flex-1 bg-primary" />
      {t("thread.divider")}
      <span aria-hidden="true" className="h-px flex-1 bg-primary" />
    </li>
  );
}

type EntryProps = Shown & { entry: EntryView; isFollowing: boolean };

function Entry({ entry, isFollowing, ...props }: EntryProps) {
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
  return (
    <MessageEntry
      {...{ code, entry, isOwn, isFollowing, isOpenReport, zone }}
      viewer={viewer.kind}
      seenBy={props.under.get(entry.id) ?? []}
      isSeen={isOwn && isSeen(entry, props.seen)}
      onChanged={props.onChanged}
    />
  );
}

type ToEndButtonProps = { count: number; onClick: () => void };

function ToEndButton({ count, onClick }: ToEndButtonProps) {
  const { t } = useTranslation();
  return (
    <button
      type="button"
      className={`btn btn-sm ${count > 0 ? "btn-primary" : ""} absolute bottom-3 left-1/2 -translate-x-1/2 shadow-md pointer-coarse:min-h-11`}
      onClick={onClick}
    >
      <ArrowDown aria-hidden="true" className="size-4" />
      {count > 0 ? t("thread.newEntries", { count }) : t("thread.toEnd")}
    </button>
  );
}
