import { planFlows } from "./flows.ts";
import { seededRandom } from "./random.ts";
import { type DeadlineOf, requestMoment } from "./requests.ts";
import { type Plan, planStories } from "./stories.ts";

export const PARCELS = 300;

/** All that happens up to `now`, in no order yet; nothing of it has happened. */
export function planDay(now: Date, deadlineOf: DeadlineOf): Plan {
  const setting = { now, deadlineOf, taken: new Set<string>() };
  const stories = planStories(setting);
  const told = stories.requests.reduce((sum, request) => sum + request.resi.length, 0);
  const flows = planFlows(setting, PARCELS - told);
  const requests = [...stories.requests, ...flows.map((flow) => flow.request)].sort(
    (a, b) => a.requestedAt.getTime() - b.requestedAt.getTime(),
  );
  const random = seededRandom(11);
  const arrivals = requests.map((request, at) => requestMoment(request, at + 1, random));
  const moments = [...arrivals, ...stories.moments, ...flows.flatMap((flow) => flow.moments)];
  // Drawn in the order in which they are shown, so that the day waits for few of them.
  const photos = stories.photos.toSorted((a, b) => a.at.getTime() - b.at.getTime());
  return { requests, moments, photos };
}
