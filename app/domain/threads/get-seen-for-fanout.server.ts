import type { AppContext } from "#app/context.ts";
import type { Audience } from "#app/contracts/parties.ts";
import type { SeenView } from "#app/contracts/thread-views.ts";
import { getMark } from "#db/queries/read-marks.ts";
import { presentSeen } from "./list-seen.server.ts";

type Key = { reportId: string; audience: Audience; userId: string };

/** How far somebody has seen a stream, for all who may read it. */
export async function getSeenForFanout(
  ctx: AppContext,
  { reportId, audience, userId }: Key,
): Promise<SeenView | undefined> {
  const mark = await ctx.db.as("system", (tx) =>
    getMark(tx, { report_id: reportId, audience, user_id: userId }),
  );
  return mark && presentSeen(mark);
}
