import type { AppContext } from "#app/context.ts";
import type { DomainEvent } from "#app/contracts/realtime.ts";
import { findHorizon, type LoggedEvent, listEventsFrom } from "#db/queries/events.ts";

type Tell = (events: DomainEvent[]) => Promise<void>;

/**
 * Reads each event of the log once. An id is taken long before its commit, so "after the last id" would skip
 * what commits late. Whatever may still commit has a transaction at or above the horizon of the last look: from
 * there everything is read again, and what was told already is left out. What could not be told is read again.
 */
export function openLogReader(db: AppContext["db"], tell: Tell) {
  const told = new Map<number, bigint>();
  let horizon: bigint | undefined;

  async function tellNew(events: LoggedEvent[]) {
    const fresh = events.filter((event) => !told.has(event.id));
    if (fresh.length === 0) return;
    await tell(fresh.map((event) => event.event));
    for (const event of fresh) told.set(event.id, event.xid);
  }

  return {
    /** What notices said. */
    hear: tellNew,
    /** All that committed since the last time, with or without a notice. The first time begins at now. */
    async readOn(): Promise<void> {
      const { next, found } = await db.as("system", async (tx) => {
        const next = await findHorizon(tx);
        return { next, found: await listEventsFrom(tx, horizon ?? next) };
      });
      await tellNew(found);
      horizon = next;
      for (const [id, xid] of told) if (xid < next) told.delete(id);
    },
  };
}
