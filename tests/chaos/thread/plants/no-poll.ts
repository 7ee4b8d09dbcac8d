import { listen } from "#db/listen.ts";
import { readNotice } from "#db/queries/events.ts";
import { events } from "#server/realtime/events.ts";
import type { openPostgresBus as Real } from "#server/realtime/postgres-bus.ts";
import { openLogReader } from "#server/realtime/read-log.ts";

/** Trusts its notices alone. */
export const openPostgresBus: typeof Real = ({ url, db, log }) => ({
  ...events,
  async open({ onEvents, onGap }) {
    const reader = openLogReader(db, onEvents);
    await reader.readOn();
    const onError = (error: unknown) => log.warn({ err: error }, "not listening");
    return listen({
      url,
      channel: "domain_events",
      onMessage: (notice) =>
        void reader.hear([readNotice(notice)].flatMap((one) => one ?? [])).catch(onError),
      onReconnect: onGap,
      onError,
    });
  },
});
