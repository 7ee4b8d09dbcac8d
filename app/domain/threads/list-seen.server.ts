import type { Tx } from "#app/context.ts";
import type { Actor } from "#app/contracts/parties.ts";
import type { SeenView } from "#app/contracts/thread-views.ts";
import { listMarks, type MarkRecord } from "#db/queries/read-marks.ts";

export const presentSeen = (mark: MarkRecord): SeenView => ({
  userId: mark.user_id,
  name: mark.name,
  side: mark.side,
  audience: mark.audience,
  seq: mark.seen_seq,
  at: mark.seen_at.toISOString(),
});

/** How far everybody has seen what this actor may read. */
export async function listSeen(tx: Tx, actor: Actor, reportId: string): Promise<SeenView[]> {
  return (await listMarks(tx, actor, reportId)).map(presentSeen);
}
