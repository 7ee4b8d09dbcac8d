import type { AppContext, Tx } from "#app/context.ts";
import type { Actor, Audience } from "#app/contracts/parties.ts";
import type { MarkRead } from "#app/contracts/threads.schema.ts";
import { notFound } from "#app/domain/errors.server.ts";
import { raiseMark } from "#db/queries/read-marks.ts";
import { findReport, type ReportRecord } from "#db/queries/reports.ts";
import { findSeqs } from "#db/queries/threads.ts";

async function raise(
  ctx: AppContext,
  tx: Tx,
  actor: Actor,
  report: ReportRecord,
  audience: Audience,
  { seq, turn }: { seq: number; turn: number },
) {
  if (seq === 0) return;
  const owners = { seller_org_id: report.seller_org_id, courier_id: report.courier_id };
  const moved = await raiseMark(tx, {
    report_id: report.id,
    audience,
    user_id: actor.userId,
    ...owners,
    side: actor.kind,
    name: actor.name,
    seen_seq: seq,
    seen_at: ctx.clock.now(),
    read_seq: seq,
    turn,
  });
  if (!moved) return;
  await ctx.events.publish(tx, {
    type: "read.marked",
    reportId: report.id,
    sellerOrgId: report.seller_org_id,
    courierId: report.courier_id,
    audience,
    userId: actor.userId,
  });
}

/** Up to where this person has read, by seq; never beyond what is there, never backwards. */
export async function markRead(
  ctx: AppContext,
  actor: Actor,
  code: string,
  { turn, ...read }: MarkRead,
): Promise<void> {
  await ctx.db.as(actor, async (tx) => {
    const report = await findReport(tx, actor, code);
    if (!report) throw notFound();
    const top = await findSeqs(tx, actor, report.id);
    const upTo = (stream: "everyone" | "notes") => Math.min(read[stream], top[stream]);
    await raise(ctx, tx, actor, report, "everyone", { seq: upTo("everyone"), turn });
    await raise(ctx, tx, actor, report, actor.kind, { seq: upTo("notes"), turn });
  });
}
