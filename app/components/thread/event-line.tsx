import type { TimeZone } from "../../contracts/services.ts";
import type { SystemEvent } from "../../contracts/system-events.ts";
import type { EntryView } from "../../contracts/views.ts";
import { PhotoThumbs } from "../photos/photo-thumbs.tsx";
import { SystemEventText } from "../report/system-event-text.tsx";
import { Moment } from "../ui/time.tsx";
import { MessageBody } from "./message-entry.tsx";

type EventLineProps = { entry: EntryView; event: SystemEvent; zone: TimeZone };

export function EventLine({ entry, event, zone }: EventLineProps) {
  return (
    <div>
      <div className="flex items-center gap-3 py-0.5 text-dense text-muted">
        <span aria-hidden="true" className="h-px min-w-3 flex-1 bg-base-300" />
        <p className="max-w-prose text-center">
          <SystemEventText event={event} zone={zone} />{" "}
          <Moment at={entry.at} zone={zone} mode="clock" className="whitespace-nowrap" />
        </p>
        <span aria-hidden="true" className="h-px min-w-3 flex-1 bg-base-300" />
      </div>
      <Evidence entry={entry} event={event} />
    </div>
  );
}

/** What somebody wrote and showed with their answer; a reason stands in the line already. */
function Evidence({ entry, event }: Pick<EventLineProps, "entry" | "event">) {
  const body = "reason" in event && event.reason.trim() !== "" ? "" : entry.body;
  if (body === "" && entry.photos.length === 0) return null;
  return (
    <div className="mx-auto mt-1 w-fit max-w-full rounded-box border border-base-300 bg-base-100 px-3 py-2">
      {body && <MessageBody text={body} />}
      <PhotoThumbs photos={entry.photos} by={entry.author.name} />
    </div>
  );
}
