import type { FilingParcel } from "#app/contracts/filing-views.ts";
import { factsOf, presentParcel } from "#app/domain/pickup/present-parcel.server.ts";
import { judgeAllCategories, reckonCategory } from "#app/domain/pickup/reckon-category.server.ts";
import type { ParcelRow } from "#db/queries/parcels.ts";

export function presentFilingParcel(
  row: ParcelRow,
  openReport: string | null,
  now: Date,
): FilingParcel {
  const facts = factsOf(row);
  const proposal = reckonCategory(facts, now);
  return {
    ...presentParcel(row),
    requestId: row.pickup_request_id,
    proposal: proposal.category ? { category: proposal.category, reason: proposal.reason } : null,
    refusal: proposal.category ? null : { reason: proposal.refusal, stage: row.stage },
    choices: judgeAllCategories(facts, now),
    openReport,
  };
}
