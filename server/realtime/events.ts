import type { Events } from "#app/context.ts";
import { tellEvents } from "#db/queries/events.ts";

/** An event is a row that commits with what it tells of. */
export const events: Events = {
  publish: (tx, ...told) => tellEvents(tx, told),
};
