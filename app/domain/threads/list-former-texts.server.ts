import type { AppContext } from "#app/context.ts";
import type { Actor } from "#app/contracts/parties.ts";
import type { FormerText } from "#app/contracts/thread-views.ts";
import { notFound } from "#app/domain/errors.server.ts";
import { listVersions } from "#db/queries/entry-versions.ts";
import { findReport } from "#db/queries/reports.ts";

/** Everything that an entry said before, oldest first; what was deleted is for CS alone. */
export async function listFormerTexts(
  ctx: AppContext,
  actor: Actor,
  code: string,
  entryId: string,
): Promise<FormerText[]> {
  return ctx.db.as(actor, async (tx) => {
    const report = await findReport(tx, actor, code);
    if (!report) throw notFound();
    const rows = await listVersions(tx, actor, report.id, entryId);
    return rows.map((row) => ({
      body: row.body,
      at: row.written_at.toISOString(),
      until: row.replaced_at.toISOString(),
      deleted: row.deleted,
    }));
  });
}
