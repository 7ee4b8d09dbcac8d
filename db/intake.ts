import type { Intake } from "#app/context.ts";
import { type Pool, queriesOn } from "./client.ts";
import { prepareInsert } from "./queries/inbox.ts";

/**
 * One statement on connections that are the system's for good: a role for each transaction would cost
 * four more exchanges with the database, and a delivery is a single row.
 * @param pool works as `app_system`.
 */
export function openIntake(pool: Pool): Intake {
  const { text, valuesOf } = prepareInsert(queriesOn(pool));
  return {
    async keep(delivery) {
      const values = valuesOf(delivery);
      const { rowCount } = await pool.query({ name: "keep-delivery", text, values });
      return { duplicate: rowCount === 0 };
    },
  };
}
