import type { AppContext } from "#app/context.ts";
import type { Actor } from "#app/contracts/parties.ts";
import type { ChangeCategory } from "#app/contracts/reports.schema.ts";
import { forbidden, invalid } from "#app/domain/errors.server.ts";
import { factsOf } from "#app/domain/pickup/present-parcel.server.ts";
import { refuseForSupport } from "#app/domain/pickup/reckon-category.server.ts";
import { appendEntry } from "#app/domain/threads/append-entry.server.ts";
import { findParcelsById } from "#db/queries/parcels.ts";
import { updateReport } from "#db/queries/reports.ts";
import { lockReport, requireOpen } from "./lock-report.server.ts";

/** CS knows better than the rules, says why, and everybody in the report sees it. The category it has already changes nothing. */
export async function changeCategory(
  ctx: AppContext,
  actor: Actor,
  code: string,
  { category, reason }: ChangeCategory,
): Promise<void> {
  await ctx.db.as(actor, async (tx) => {
    const report = await lockReport(tx, actor, code);
    if (actor.kind !== "support") throw forbidden("category.support_only");
    requireOpen(report);
    if (report.category_reckoned === category) return;
    const [parcel] = await findParcelsById(tx, actor, [report.parcel_id]);
    const facts = parcel && factsOf(parcel);
    const refusal = facts && refuseForSupport(category, facts, ctx.clock.now());
    if (refusal)
      throw invalid("category.refused", {
        params: {
          reason: refusal,
          resi: report.resi,
          unlocksAt: refusal === "not_late_yet" ? (facts.deadlineAt?.toISOString() ?? "") : "",
          zone: report.zone,
        },
        fields: { category: `refusal.${refusal}` },
      });
    await updateReport(tx, report.id, {
      category_reckoned: category,
      category_by: "support",
      category_note: reason,
    });
    await appendEntry(ctx, tx, report, {
      audience: "everyone",
      kind: "event",
      author: actor,
      event: { type: "recategorised", from: report.category_reckoned, to: category, reason },
      line: { kind: "event", side: actor.kind, event: "recategorised" },
    });
  });
}
