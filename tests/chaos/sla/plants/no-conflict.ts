import { sql } from "kysely";
import type * as moments from "#db/queries/moments.ts";

export * from "#db/queries/moments.ts";

/** Leaves nothing to the other worker. */
export const lockDueMoments: typeof moments.lockDueMoments = (tx, now, { limit, requestId }) =>
  tx
    .selectFrom("parcels as p")
    .select(["p.id", "p.seller_org_id", "p.courier_id", "p.deadline_at", "p.sla_next_at"])
    .where("p.awaiting_pickup", "=", true)
    .where("p.sla_next_at", "<", sql<Date>`'infinity'`)
    .where("p.sla_next_at", "<=", now)
    .$if(requestId !== undefined, (query) =>
      query.where("p.pickup_request_id", "=", requestId as string),
    )
    .orderBy("p.sla_next_at")
    .limit(limit)
    .execute();

/** Writes again what is written. */
export const insertMoments: typeof moments.insertMoments = (tx, rows) =>
  tx.insertInto("sla_events").values(rows).execute();
