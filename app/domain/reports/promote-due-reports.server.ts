import type { AppContext } from "#app/context.ts";
import { finite } from "#app/domain/pickup/present-parcel.server.ts";
import { appendEntry } from "#app/domain/threads/append-entry.server.ts";
import { lockDuePromotions, updateReport } from "#db/queries/reports.ts";
import { shareRules } from "#db/queries/rules.ts";

const BATCH = 100;

/** At the pick-up deadline Belum and Gagal become Long pick up 3PL, said by the system. Rows another process holds are left to it. */
export async function promoteDueReports(ctx: AppContext): Promise<number> {
  const promoted = await ctx.db.as("system", async (tx) => {
    await shareRules(tx);
    const rows = await lockDuePromotions(tx, ctx.clock.now(), BATCH);
    for (const report of rows) {
      await updateReport(tx, report.id, {
        category_reckoned: "long_pickup",
        category_by: "rule",
        category_note: "",
      });
      await appendEntry(ctx, tx, report, {
        audience: "everyone",
        kind: "event",
        author: "system",
        event: {
          type: "promoted",
          from: report.category_reckoned,
          to: "long_pickup",
          deadlineAt: finite(report.deadline_at)?.toISOString() ?? "",
        },
        line: { kind: "event", side: "system", event: "promoted" },
      });
    }
    return rows.length;
  });
  return promoted === BATCH ? promoted + (await promoteDueReports(ctx)) : promoted;
}
