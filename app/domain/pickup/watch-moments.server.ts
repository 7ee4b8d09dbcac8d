import type { AppContext, Tx } from "#app/context.ts";

/** Has the next moment of a pick-up request's clock written down when it comes. A moment that moves moves its job. */
export async function watchMoments(
  ctx: AppContext,
  tx: Tx,
  requestId: string,
  at: Date | null,
): Promise<void> {
  if (!at) return;
  await ctx.jobs.add(
    tx,
    "record-moments",
    { requestId },
    { key: `moments:${requestId}`, runAt: at },
  );
}
