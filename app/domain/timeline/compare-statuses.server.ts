import { isCustody } from "#app/contracts/stages.ts";
import type { StatusPair, StatusSaid } from "#app/contracts/timeline-views.ts";
import { tellStages } from "#app/domain/tracking/fold-stage.server.ts";
import { maskPeople } from "#app/domain/tracking/mask-people.server.ts";
import type { TrackingFact } from "./build-timeline.server.ts";

/** Those that pass on what others scan; every other source is the courier's own tracking. */
const PLATFORMS: ReadonlySet<string> = new Set(["everpro", "kiriminaja", "biteship"]);

const timeOf = (event: TrackingFact) => event.occurred_at ?? event.received_at;

function latest(events: TrackingFact[]): StatusSaid | null {
  const inTime = events
    .filter(({ meaning }) => meaning !== "unknown" && meaning !== "ignored")
    .toSorted((a, b) => timeOf(a).getTime() - timeOf(b).getTime());
  const last = inTime.at(-1);
  const told = tellStages(
    inTime.map(({ meaning }) => ({ meaning, at: null })),
    null,
  ).at(-1);
  if (!last || !told) return null;
  const text = maskPeople(last.raw_text.trim() || last.raw_code);
  return { stage: told.stage, text, source: last.source, at: timeOf(last).toISOString() };
}

/** What platform and courier said last of a parcel. */
export function compareStatuses(events: TrackingFact[]): StatusPair {
  const platform = latest(events.filter((event) => PLATFORMS.has(event.source)));
  const courier = latest(events.filter((event) => !PLATFORMS.has(event.source)));
  const differ =
    platform !== null && courier !== null && isCustody(platform.stage) !== isCustody(courier.stage);
  return { platform, courier, differ };
}
