import type { AppContext, Tx } from "#app/context.ts";
import { promoteDueReports } from "#app/domain/reports/promote-due-reports.server.ts";
import { tellParcels } from "#app/domain/threads/tell-thread.server.ts";
import { findNextMoment, insertMoments, lockDueMoments, passMoments } from "#db/queries/moments.ts";
import { shareRules } from "#db/queries/rules.ts";
import { finite } from "./present-parcel.server.ts";
import { watchMoments } from "./watch-moments.server.ts";

const BATCH = 500;

type Due = Awaited<ReturnType<typeof lockDueMoments>>[number];

/** The moments of one parcel that have come, each at the time that it was true, not at the time of writing. */
function momentsOf(row: Due, until: Date, now: Date) {
  const deadline = finite(row.deadline_at);
  const next = finite(row.sla_next_at);
  if (!deadline || !next) return [];
  const common = {
    parcel_id: row.id,
    seller_org_id: row.seller_org_id,
    courier_id: row.courier_id,
    clock: "pickup" as const,
    holder: "courier" as const,
    due_at: deadline,
    recorded_at: now,
  };
  const warn = next < deadline ? [{ ...common, kind: "warn" as const, at: next }] : [];
  const breach = deadline <= until ? [{ ...common, kind: "breach" as const, at: deadline }] : [];
  return [...warn, ...breach];
}

async function recordBatch(ctx: AppContext, requestId: string | undefined): Promise<number> {
  return ctx.db.as("system", async (tx) => {
    await shareRules(tx);
    const now = ctx.clock.now();
    const rows = await lockDueMoments(tx, now, { limit: BATCH, requestId });
    if (rows.length === 0) return 0;
    await insertMoments(
      tx,
      rows.flatMap((row) => momentsOf(row, now, now)),
    );
    await passMoments(
      tx,
      rows.map((row) => row.id),
      now,
    );
    await tellParcels(ctx, tx, rows);
    return rows.length;
  });
}

/**
 * Writes down every warning and breach that has come, once over any number of workers, and lets
 * reports follow. Without a request it looks for what no job has written.
 */
export async function recordMoments(
  ctx: AppContext,
  { requestId }: { requestId?: string } = {},
): Promise<void> {
  while ((await recordBatch(ctx, requestId)) === BATCH);
  await promoteDueReports(ctx);
  if (!requestId) return;
  await ctx.db.as("system", async (tx) => {
    const next = await findNextMoment(tx, requestId);
    // One that another process holds is theirs to write: asked for again in a second, not at once.
    const soonest = new Date(ctx.clock.now().getTime() + 1_000);
    await watchMoments(ctx, tx, requestId, next ? (next > soonest ? next : soonest) : null);
  });
}

/**
 * Writes down what came before the pick-up was over, where its end is heard of before anybody wrote:
 * afterwards nobody looks for it. The parcel must be locked, and its end not written yet.
 */
export async function recordOvertaken(
  ctx: AppContext,
  tx: Tx,
  parcelId: string,
  over: Date,
): Promise<void> {
  const until = new Date(over.getTime() - 1);
  const [row] = await lockDueMoments(tx, until, { limit: 1, parcelId });
  if (row) await insertMoments(tx, momentsOf(row, until, ctx.clock.now()));
}
