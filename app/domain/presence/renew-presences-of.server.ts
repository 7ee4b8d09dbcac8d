import type { AppContext } from "#app/context.ts";
import { deleteGhosts, deleteNodePresences, renewPresences } from "#db/queries/presences.ts";
import { tellPresence } from "./leave-report.server.ts";

/**
 * These connections of a process live, and whoever ended without a word is gone.
 * @returns where they were known to be.
 */
export async function renewPresencesOf(
  ctx: AppContext,
  nodeId: string,
  connectionIds: string[],
): Promise<{ report_id: string; connection_id: string }[]> {
  const renewed = await ctx.db.as("system", (tx) => renewPresences(tx, nodeId, connectionIds));
  await ctx.db.as("system", async (tx) => tellPresence(ctx, tx, await deleteGhosts(tx)));
  return renewed;
}

/** This process ends: nobody has a report open through it. */
export async function dropPresencesOf(ctx: AppContext, nodeId: string): Promise<void> {
  await ctx.db.as("system", async (tx) =>
    tellPresence(ctx, tx, await deleteNodePresences(tx, nodeId)),
  );
}
