import { isCustody } from "#app/contracts/stages.ts";
import type { StatusPair, StatusSaid } from "#app/contracts/timeline-views.ts";
import type { TrackingFact } from "./build-timeline.server.ts";

/** Those that pass on what others scan; every other source is the courier's own tracking. */
const PLATFORMS: ReadonlySet<string> = new Set(["everpro", "kiriminaja", "biteship"]);

const timeOf = (event: TrackingFact) => event.occurred_at ?? event.received_at;

function latest(events: TrackingFact[]): StatusSaid | null {
  const known = events.filter((event) => event.stage !== "unknown");
  const last = known.toSorted((a, b) => timeOf(a).getTime() - timeOf(b).getTime()).at(-1);
  if (!last) return null;
  const text = last.raw_text.trim() || last.raw_code;
  return { stage: last.stage, text, source: last.source, at: timeOf(last).toISOString() };
}

/** What platform and courier said last of a parcel. */
export function compareStatuses(events: TrackingFact[]): StatusPair {
  const platform = latest(events.filter((event) => PLATFORMS.has(event.source)));
  const courier = latest(events.filter((event) => !PLATFORMS.has(event.source)));
  const differ =
    platform !== null && courier !== null && isCustody(platform.stage) !== isCustody(courier.stage);
  return { platform, courier, differ };
}
