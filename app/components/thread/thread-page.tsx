import { type ReactNode, useEffect, useRef, useState } from "react";
import type { ThreadView } from "../../contracts/thread-views.ts";
import type { Viewer } from "../../contracts/views.ts";
import { noteHeard } from "../../hooks/last-heard.ts";
import { sendMessage, takeMessage } from "../../hooks/outbox.ts";
import type { OutboxItem } from "../../hooks/outbox-state.ts";
import { useOutbox } from "../../hooks/use-outbox.ts";
import { useReadMark } from "../../hooks/use-read-mark.ts";
import { useStayAtEnd } from "../../hooks/use-stay-at-end.ts";
import { useThread } from "../../hooks/use-thread.ts";
import { PhotoGallery } from "../photos/photo-gallery.tsx";
import { threadPhotos } from "../photos/shown-picture.ts";
import { ClockWhy } from "../timeline/clock-why.tsx";
import type { DrawnClock } from "../timeline/drawn-clock.ts";
import { OverviewOnDesk } from "../timeline/overview-on-desk.tsx";
import { VerdictSentence } from "../timeline/verdict-sentence.tsx";
import { type ClientIds, Composer } from "./composer.tsx";
import { DropNote } from "./drop-note.tsx";
import { EntryLog } from "./entry-log.tsx";
import { FactsFold } from "./facts-fold.tsx";
import { isEntry } from "./is-entry.ts";
import { ReportFacts } from "./report-facts.tsx";
import { ThreadHeader } from "./thread-header.tsx";
import { useDivider } from "./use-divider.ts";
import { useOlder } from "./use-older.ts";
import { usePhotoDrop } from "./use-photo-drop.ts";

export type ThreadPageProps = {
  thread: ThreadView;
  drawn: DrawnClock;
  viewer: Viewer;
  /** CS's WhatsApp number. */
  csWhatsapp: string;
  /** A uuid for each form, for a send before scripts run. */
  clientIds: ClientIds;
  /** What a child route says about a form that failed. */
  children?: ReactNode;
};

/** Another report is another thread: nothing of the one before may linger. */
export const ThreadPage = (props: ThreadPageProps) => (
  <OneThread key={props.thread.report.id} {...props} />
);

function OneThread({ thread, drawn, viewer, csWhatsapp, clientIds, children }: ThreadPageProps) {
  const { report, timeline } = thread;
  const { code, parcel } = report;
  const { zone } = parcel.origin;
  const live = useThread(thread, viewer.userId);
  const { entries, receive } = live;
  const outbox = useOutbox({ code, userId: viewer.userId, entries, onSent: receive });
  const firstNewId = useDivider(entries, thread.readUpTo, viewer.userId);
  const older = useOlder(live);
  const place = useStayAtEnd(entries.at(-1)?.id, outbox.length);
  const drop = usePhotoDrop();
  const [returned, setReturned] = useState<OutboxItem | null>(null);
  useReadMark({ code, entries, turn: thread.readTurn, isNewestInSight: place.isAtEnd });
  // biome-ignore lint/correctness/useExhaustiveDependencies: each time the thread was heard of.
  useEffect(noteHeard, [live.heardAt]);
  useEndAfterSending(outbox.length, place.goToEnd);

  return (
    <div className="@container bg-base-100 [@media(min-height:30rem)]:h-[calc(100dvh-var(--spacing-bar))]">
      <article
        {...drop.area}
        aria-labelledby="report-title"
        className="relative flex h-full flex-col @4xl:grid @4xl:grid-cols-[minmax(0,1fr)_22rem] @4xl:grid-rows-[auto_auto_minmax(0,1fr)_auto]"
      >
        <ThreadHeader report={report} viewer={viewer} />
        <div className="contents @4xl:col-start-2 @4xl:row-span-4 @4xl:row-start-1 @4xl:block @4xl:overflow-y-auto @4xl:border-s @4xl:border-base-300">
          <div className="min-h-14 overflow-y-auto @max-4xl:has-[details[open]]:min-h-44 border-b border-base-300 px-3 pt-2 pb-1.5 text-dense sm:px-4 @4xl:py-3 pointer-coarse:pb-0">
            <VerdictSentence verdict={timeline.verdict} zone={zone} />
            <ClockWhy html={drawn.why} />
          </div>
          <FactsFold>
            <ReportFacts
              report={report}
              timeline={timeline}
              drawn={drawn}
              entries={entries}
              csWhatsapp={csWhatsapp}
            />
          </FactsFold>
        </div>
        <OverviewOnDesk drawn={drawn} isLate={timeline.late !== null} />
        <div className="flex min-h-16 flex-1 flex-col @4xl:col-start-1 @4xl:row-start-3">
          <PhotoGallery photos={() => threadPhotos(entries)} zone={zone} viewer={viewer}>
            <EntryLog
              code={code}
              zone={zone}
              viewer={viewer}
              isOpenReport={report.status === "open"}
              powers={report.powers}
              entries={entries}
              firstNewId={firstNewId}
              older={older}
              seen={live.seen}
              onChanged={receive}
              outbox={outbox}
              place={place}
              onEdit={async (clientId) => setReturned((await takeMessage(clientId)) ?? null)}
            />
          </PhotoGallery>
        </div>
        <div className="@4xl:col-start-1 @4xl:row-start-4">
          {children}
          {drop.isOver && <DropNote />}
          <Composer
            live={live}
            onShowEnd={place.goToEnd}
            report={report}
            viewer={viewer}
            clientIds={clientIds}
            send={(draft) => sendMessage(code, draft)}
            returned={returned}
            onInstructionSent={(value) => isEntry(value) && receive(value)}
          />
        </div>
      </article>
    </div>
  );
}

/** One's own message is always brought into sight. */
function useEndAfterSending(count: number, goToEnd: () => void): void {
  const before = useRef(count);
  useEffect(() => {
    if (count > before.current) goToEnd();
    before.current = count;
  }, [count, goToEnd]);
}
