import type { ProofLinkView, ProofRowView } from "#app/contracts/proofs.ts";
import type { ProofLinkRow, ProofRow } from "#db/queries/proofs.ts";

export const presentProofRow = (row: ProofRow): ProofRowView => ({
  id: row.id,
  sellerName: row.seller_name,
  courierName: row.courier_name,
  madeBy: row.made_by_name,
  madeAt: row.made_at.toISOString(),
  zone: row.zone,
  sums: { asked: row.asked, confirmed: row.confirmed, rejected: row.rejected },
});

export const presentProofLink = (row: ProofLinkRow): ProofLinkView => ({
  code: row.code,
  resi: row.resi,
  state: row.state,
  status: row.status,
  reason: row.reason,
  detail: row.detail,
  decidedAt: row.decided_at?.toISOString() ?? null,
  decidedBy: row.decided_by_name,
});
