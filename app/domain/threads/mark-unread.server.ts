import type { AppContext } from "#app/context.ts";
import type { Actor } from "#app/contracts/parties.ts";
import { conflict, notFound } from "#app/domain/errors.server.ts";
import { findLastOfOthers, takeBack } from "#db/queries/read-marks.ts";
import { findReport } from "#db/queries/reports.ts";

/** The last words of somebody else count as unread again, until the report is opened the next time. */
export async function markUnread(ctx: AppContext, actor: Actor, code: string): Promise<void> {
  await ctx.db.as(actor, async (tx) => {
    const report = await findReport(tx, actor, code);
    if (!report) throw notFound();
    const last = await findLastOfOthers(tx, actor, report.id);
    if (last === undefined) throw conflict("unread.nothing");
    await takeBack(tx, actor, report.id, last - 1);
    await ctx.events.publish(tx, {
      type: "read.marked",
      reportId: report.id,
      sellerOrgId: report.seller_org_id,
      courierId: report.courier_id,
      audience: "everyone",
      userId: actor.userId,
    });
  });
}
