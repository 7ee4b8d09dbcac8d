import type { TimelineMark } from "#app/contracts/timeline-views.ts";
import type { EntryView } from "#app/contracts/views.ts";
import type { ContestedMarks } from "./build-timeline.server.ts";

type What = TimelineMark["what"];

function eventWhat(entry: EntryView): What | undefined {
  const event = entry.event;
  switch (event?.type) {
    case "filed":
      return { type: "filed", category: event.category };
    case "promoted":
    case "recategorised":
      return { type: "promoted", to: event.to };
    case "resolved":
      return { type: "resolved", by: event.by };
    case "reopened":
    case "scan_reversed":
      return { type: "reopened" };
    case "cancelled":
      return { type: "cancelled" };
    default:
      return undefined;
  }
}

function whatOf(entry: EntryView): What | undefined {
  const { side } = entry.author;
  if (entry.kind === "event") return eventWhat(entry);
  if (entry.instruction) return { type: "instruction", side, code: entry.instruction.code };
  return { type: "message", side, photos: entry.photos.length };
}

/** A promise is a mark of its own at its window: hollow until it ends, then kept or missed. */
function promiseMark(
  entry: EntryView,
  custodyAt: Date | null,
  now: Date,
): TimelineMark | undefined {
  const promise = entry.instruction?.promise;
  if (!promise) return undefined;
  const end = new Date(promise.windowEnd);
  const outcome = promise.outcome?.result ?? null;
  const isDone = entry.instruction?.state === "done" || (custodyAt !== null && custodyAt <= end);
  const isKept = outcome ? outcome === "kept" : isDone;
  const state = isKept ? "happened" : end > now && !custodyAt ? "expected" : "missed";
  return {
    id: `promise-${entry.id}`,
    at: promise.windowStart,
    state,
    lane: "thread",
    what: { type: "promise", end: promise.windowEnd, outcome },
  };
}

/** What was said and done in the part of the thread that everybody reads. */
export function threadMarks(
  entries: EntryView[],
  contested: ContestedMarks,
  custodyAt: Date | null,
  now: Date,
): TimelineMark[] {
  return entries
    .filter((entry) => entry.audience === "everyone")
    .flatMap((entry) => {
      const what = whatOf(entry);
      const mark: TimelineMark | undefined = what && {
        id: entry.id,
        at: entry.at,
        state: "happened",
        lane: "thread",
        dispute: contested.get(entry.instruction?.id ?? ""),
        what,
      };
      return [mark, promiseMark(entry, custodyAt, now)].filter((one) => one !== undefined);
    });
}
