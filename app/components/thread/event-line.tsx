import type { TimeZone } from "../../contracts/services.ts";
import type { EntryView, SystemEvent } from "../../contracts/views.ts";
import { SystemEventText } from "../report/system-event-text.tsx";
import { Moment } from "../ui/time.tsx";

type EventLineProps = { entry: EntryView; event: SystemEvent; zone: TimeZone };

export function EventLine({ entry, event, zone }: EventLineProps) {
  return (
    <div className="flex items-center gap-3 py-0.5 text-dense text-muted">
      <span aria-hidden="true" className="h-px min-w-3 flex-1 bg-base-300" />
      <p className="max-w-prose text-center">
        <SystemEventText event={event} zone={zone} />{" "}
        <Moment at={entry.at} zone={zone} mode="clock" className="whitespace-nowrap" />
      </p>
      <span aria-hidden="true" className="h-px min-w-3 flex-1 bg-base-300" />
    </div>
  );
}
