import type { Tx } from "#app/context.ts";
import type { Actor } from "#app/contracts/parties.ts";
import type { PersonView } from "#app/contracts/views.ts";
import { listPresent } from "#db/queries/presences.ts";

export type PresenceRow = Awaited<ReturnType<typeof listPresent>>[number];

export const presentPerson = (row: PresenceRow): PersonView => ({
  userId: row.user_id,
  name: row.name,
  side: row.side,
});

/** Who else has that report open now. */
export async function listOthersPresent(
  tx: Tx,
  actor: Actor,
  reportId: string,
): Promise<PersonView[]> {
  const rows = await listPresent(tx, actor, [reportId]);
  return rows.filter((row) => row.user_id !== actor.userId).map(presentPerson);
}
