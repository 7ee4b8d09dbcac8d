import type { AppContext } from "#app/context.ts";
import type { Actor } from "#app/contracts/parties.ts";
import type { ThreadCursor } from "#app/contracts/threads.schema.ts";
import { notFound } from "#app/domain/errors.server.ts";
import { findReport } from "#db/queries/reports.ts";
import { findCursor, raiseReadMark } from "#db/queries/threads.ts";

/** Up to where this person has read; never beyond what is there, never backwards. */
export async function markRead(
  ctx: AppContext,
  actor: Actor,
  code: string,
  read: ThreadCursor,
): Promise<void> {
  await ctx.db.as(actor, async (tx) => {
    const report = await findReport(tx, actor, code);
    if (!report) throw notFound();
    const top = await findCursor(tx, actor, report.id);
    await raiseReadMark(
      tx,
      actor,
      { reportId: report.id, sellerOrgId: report.seller_org_id, courierId: report.courier_id },
      { everyone: Math.min(read.everyone, top.everyone), notes: Math.min(read.notes, top.notes) },
    );
  });
}
