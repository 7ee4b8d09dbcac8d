import type { Intake } from "#app/context.ts";
import { type Pool, queriesOn } from "./client.ts";
import { insertDelivery } from "./queries/inbox.ts";

/**
 * One statement on connections that are the system's for good: a role for each transaction would cost
 * four more exchanges with the database, and a delivery is a single row.
 * @param pool works as `app_system`.
 */
export function openIntake(pool: Pool): Intake {
  const db = queriesOn(pool);
  return {
    keep: async (delivery) => ({ duplicate: !(await insertDelivery(db, delivery)) }),
  };
}
