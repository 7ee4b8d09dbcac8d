import { sql } from "kysely";
import type { openLogReader as Real } from "#server/realtime/read-log.ts";

/** Takes the order of ids for the order of commits. */
export const openLogReader: typeof Real = (db, tell) => {
  let last: number | undefined;

  const readAfter = () =>
    db.as("system", async (tx) => {
      const from = last ?? sql<number>`(select coalesce(max(id), 0) from events.log)`;
      return tx
        .selectFrom("events.log")
        .select(["id", "event"])
        .where("id", ">", from)
        .orderBy("id")
        .execute();
    });

  async function readOn() {
    const found = await readAfter();
    const events = found.map((row) => row.event).filter((event) => event !== null);
    if (events.length > 0) await tell(events);
    last = Math.max(last ?? 0, ...found.map((row) => row.id));
  }

  return { hear: readOn, readOn };
};
