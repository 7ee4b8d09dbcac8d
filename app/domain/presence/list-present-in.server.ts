import type { AppContext } from "#app/context.ts";
import type { PersonView } from "#app/contracts/views.ts";
import { presentPerson } from "#app/domain/threads/list-others-present.server.ts";
import { listPresent } from "#db/queries/presences.ts";

/** Everybody who has these reports open, for rooms whose listeners may all know. */
export async function listPresentIn(
  ctx: AppContext,
  reportIds: string[],
): Promise<Map<string, PersonView[]>> {
  const rows = await ctx.db.as("system", (tx) => listPresent(tx, "system", reportIds));
  return new Map(
    reportIds.map((id) => [id, rows.filter((row) => row.report_id === id).map(presentPerson)]),
  );
}
