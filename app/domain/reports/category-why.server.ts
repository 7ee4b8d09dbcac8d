import type { CategoryWhy } from "#app/contracts/views.ts";
import type { PickupFacts } from "#app/domain/pickup/reckon-category.server.ts";
import type { ReportRecord } from "#db/queries/reports.ts";

const iso = (at: Date | null) => at?.toISOString() ?? null;

/** Why the reckoned category is what it is. */
export function categoryWhy(report: ReportRecord, facts: PickupFacts): CategoryWhy {
  if (report.category_by === "support") return { by: "support", note: report.category_note };
  switch (report.category_reckoned) {
    case "scan_issue": {
      const reason = facts.serviceKind === "drop_off" ? "drop_off" : "claimed";
      return { by: "rule", reason, at: report.filed_at.toISOString() };
    }
    case "long_pickup":
      return { by: "rule", reason: "late", at: iso(facts.deadlineAt) };
    case "gagal_pickup":
      return { by: "rule", reason: "failed", at: iso(facts.failedAt) };
    case "belum_pickup":
      return { by: "rule", reason: "within", at: iso(facts.deadlineAt) };
  }
}
