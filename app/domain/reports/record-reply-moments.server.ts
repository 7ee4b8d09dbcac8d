import type { AppContext } from "#app/context.ts";
import { finite } from "#app/domain/pickup/present-parcel.server.ts";
import { tellThread } from "#app/domain/threads/tell-thread.server.ts";
import { insertMoments } from "#db/queries/moments.ts";
import { lockDueReplies, passReplyMoments } from "#db/queries/turns.ts";

const BATCH = 500;

type Due = Awaited<ReturnType<typeof lockDueReplies>>[number];

function momentsOf(row: Due, now: Date) {
  const due = finite(row.reply_due_at);
  const next = finite(row.reply_next_at);
  if (!due || !next) return [];
  const common = {
    parcel_id: row.parcel_id,
    report_id: row.id,
    seller_org_id: row.seller_org_id,
    courier_id: row.courier_id,
    clock: "reply" as const,
    holder: row.waiting_on,
    due_at: due,
    recorded_at: now,
  };
  const warn = next < due ? [{ ...common, kind: "warn" as const, at: next }] : [];
  return due <= now ? [...warn, { ...common, kind: "breach" as const, at: due }] : warn;
}

/** Writes down whoever should have answered by now, once over any number of workers. */
export async function recordReplyMoments(ctx: AppContext): Promise<void> {
  const recorded = await ctx.db.as("system", async (tx) => {
    const now = ctx.clock.now();
    const rows = await lockDueReplies(tx, now, BATCH);
    if (rows.length === 0) return 0;
    await insertMoments(
      tx,
      rows.flatMap((row) => momentsOf(row, now)),
    );
    await passReplyMoments(
      tx,
      rows.map((row) => row.id),
      now,
    );
    for (const row of rows)
      await tellThread(ctx, tx, row, {
        type: "report.changed",
        audience: "everyone",
        entryId: null,
      });
    return rows.length;
  });
  if (recorded === BATCH) await recordReplyMoments(ctx);
}
