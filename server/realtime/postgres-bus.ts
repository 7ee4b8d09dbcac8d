import type { AppContext } from "#app/context.ts";
import { listen } from "#db/listen.ts";
import { dropEvents } from "#db/queries/events.ts";
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

/** The log is the truth and a notice only says which of its rows to look at; what no notice told of is found by looking. */
export function openPostgresBus({ url, db, log }: Options): Bus {
  return {
    ...events,
    async open({ onEvents, onGap }) {
      const reader = openLogReader(db, onEvents);
      const named = new Set<number>();
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
        named.add(Number(payload));
        if (named.size > 1) return;
        void inLine(() => {
          const ids = [...named];
          named.clear();
          return reader.readNamed(ids);
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
