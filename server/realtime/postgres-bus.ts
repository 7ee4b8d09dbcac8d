import type { AppContext } from "#app/context.ts";
import { listen } from "#db/listen.ts";
import { dropEvents, type LoggedEvent, readNotice } from "#db/queries/events.ts";
import type { Logger } from "../log.ts";
import type { Bus } from "./bus.ts";
import { events } from "./events.ts";
import { openLogReader } from "./read-log.ts";

type Options = { url: string; db: AppContext["db"]; log: Logger };

const CHANNEL = "domain_events";
const POLL_MS = 5_000;
/** The log keeps this much; a reader that was away for half of it no longer trusts it. */
const KEEP_MINUTES = 20;
const TRUST_MS = (KEEP_MINUTES / 2) * 60_000;

/** A notice tells of a row of the log at once; the log is the truth, and what no notice told of is found by looking. */
export function openPostgresBus({ url, db, log }: Options): Bus {
  return {
    ...events,
    async open({ onEvents, onGap }) {
      const reader = openLogReader(db, onEvents);
      let heard: LoggedEvent[] = [];
      let lookedAt = performance.now();
      let line = Promise.resolve();

      /** One after the other: two reads at once would tell the same events. */
      function inLine(work: () => Promise<void>) {
        line = line.then(work).catch((error) => log.warn({ err: error }, "events not read"));
        return line;
      }
      async function lookFor() {
        await reader.readOn();
        if (performance.now() - lookedAt > TRUST_MS) onGap();
        lookedAt = performance.now();
        await db.as("system", (tx) => dropEvents(tx, KEEP_MINUTES));
      }
      function onNotice(payload: string) {
        const event = readNotice(payload);
        if (!event) return void inLine(lookFor);
        heard.push(event);
        if (heard.length > 1) return;
        void inLine(() => {
          const events = heard;
          heard = [];
          return reader.hear(events);
        });
      }

      const notices = await listen({
        url,
        channel: CHANNEL,
        onMessage: onNotice,
        onReconnect: () => void inLine(lookFor),
        onError: (error) => log.warn({ err: error }, "not listening to the database"),
      });
      await inLine(lookFor);
      const timer = setInterval(() => void inLine(lookFor), POLL_MS);
      return {
        async close() {
          clearInterval(timer);
          await notices.close();
          await line;
        },
      };
    },
  };
}
