import type { Tx } from "#app/context.ts";
import type { Actor } from "#app/contracts/parties.ts";
import type { PersonView } from "#app/contracts/thread-views.ts";
import { listPresent } from "#db/queries/presences.ts";

/** Everybody who has these reports open now, the asker too, by report. */
export async function listViewers(
  tx: Tx,
  actor: Actor | "system",
  reportIds: string[],
): Promise<Map<string, PersonView[]>> {
  const rows = await listPresent(tx, actor, reportIds);
  const viewersOf = (id: string) =>
    rows
      .filter((row) => row.report_id === id)
      .map((row) => ({ userId: row.user_id, name: row.name, side: row.side }));
  return new Map(reportIds.map((id) => [id, viewersOf(id)]));
}

export const listViewersOf = async (tx: Tx, actor: Actor, reportId: string) =>
  (await listViewers(tx, actor, [reportId])).get(reportId) ?? [];
