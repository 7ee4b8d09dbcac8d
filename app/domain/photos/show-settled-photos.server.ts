import type { AppContext } from "#app/context.ts";
import { tellThread } from "#app/domain/threads/tell-thread.server.ts";
import { catchUpPhotos, listReportsBehind } from "#db/queries/photos.ts";
import { lockReportsById } from "#db/queries/reports.ts";

const EVENTS = { ready: "photo.stored", erased: "photo.erased" } as const;

/** Brings the photos of a report to where their uploads are, and says so in its thread. */
export async function showPhotosOf(ctx: AppContext, reportId: string): Promise<void> {
  await ctx.db.as("system", async (tx) => {
    const [report] = await lockReportsById(tx, [reportId]);
    if (!report) return;
    for (const { state, audience, entry_id: entryId } of await catchUpPhotos(tx, reportId))
      if (state === "ready" || state === "erased")
        await tellThread(ctx, tx, report, { type: EVENTS[state], audience, entryId });
  });
}

/**
 * Apart from what settles an upload, which locks no report: whoever writes in one holds its row first. So a photo
 * that became part of a report in the same moment is found here too, or the next time.
 */
export async function showSettledPhotos(ctx: AppContext): Promise<void> {
  const behind = await ctx.db.as("system", listReportsBehind);
  for (const { id } of behind) await showPhotosOf(ctx, id);
}
