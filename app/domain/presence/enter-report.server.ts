import type { AppContext } from "#app/context.ts";
import type { Actor } from "#app/contracts/parties.ts";
import { insertPresence } from "#db/queries/presences.ts";
import { findReport } from "#db/queries/reports.ts";

export type Connection = { id: string; nodeId: string };

/** @returns id of a report that this actor may watch live, and has open from now on; undefined: there is none for them. */
export async function enterReport(
  ctx: AppContext,
  actor: Actor,
  code: string,
  connection: Connection,
): Promise<string | undefined> {
  return ctx.db.as(actor, async (tx) => {
    const report = await findReport(tx, actor, code);
    if (!report) return undefined;
    const { id, seller_org_id, courier_id } = report;
    await insertPresence(tx, {
      report_id: id,
      connection_id: connection.id,
      node_id: connection.nodeId,
      seller_org_id,
      courier_id,
      user_id: actor.userId,
      side: actor.kind,
      name: actor.name,
    });
    await ctx.events.publish(tx, {
      type: "presence.changed",
      reportId: id,
      sellerOrgId: seller_org_id,
      courierId: courier_id,
    });
    return id;
  });
}
