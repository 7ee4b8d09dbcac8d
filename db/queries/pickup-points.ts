import type { Transaction } from "kysely";
import type { Actor } from "#app/contracts/parties.ts";
import type { ReadinessView } from "#app/contracts/views.ts";
import type { Database } from "../tables/index.ts";

type Tx = Transaction<Database>;

export const findPickupPoint = (
  tx: Tx,
  actor: Actor,
  id: string,
): Promise<ReadinessView | undefined> =>
  tx
    .selectFrom("pickup_points")
    .select(["street", "rt", "rw", "ward", "landmark", "whatsapp"])
    .where("id", "=", id)
    .where("seller_org_id", "=", actor.organisationId)
    .executeTakeFirst();

/** What was given is remembered for the next time; what was left empty keeps its older value. */
export async function rememberPickupPoint(
  tx: Tx,
  actor: Actor,
  id: string,
  given: ReadinessView,
  now: Date,
) {
  const filled = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== ""));
  if (Object.keys(filled).length === 0) return;
  await tx
    .updateTable("pickup_points")
    .set({ ...filled, updated_at: now })
    .where("id", "=", id)
    .where("seller_org_id", "=", actor.organisationId)
    .execute();
}
