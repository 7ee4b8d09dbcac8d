import type { AppContext } from "#app/context.ts";
import type { Actor } from "#app/contracts/parties.ts";
import type { ProofRowView } from "#app/contracts/proofs.ts";
import { PAGE_SIZE } from "#app/contracts/reports.ts";
import { readCursor, takePage } from "#app/domain/reports/list-cursor.server.ts";
import { listProofs } from "#db/queries/proofs.ts";
import { presentProofRow } from "./present-proof.server.ts";

export async function listProofsPage(
  ctx: AppContext,
  actor: Actor,
  after: string | undefined,
): Promise<{ proofs: ProofRowView[]; next: string | null }> {
  const found = await ctx.db.as(actor, (tx) => listProofs(tx, actor, PAGE_SIZE, readCursor(after)));
  const { rows, next } = takePage(found, PAGE_SIZE, (row) => row.made_at);
  return { proofs: rows.map(presentProofRow), next };
}
