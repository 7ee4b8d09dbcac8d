import type { Updateable } from "kysely";
import type { AppContext, Tx } from "#app/context.ts";
import type { ReportRecord } from "#db/queries/reports.ts";
import { type InstructionRecord, updateInstruction } from "#db/queries/threads.ts";
import type { Database } from "#db/tables/index.ts";
import { tellThread } from "./tell-thread.server.ts";

/** Writes to an instruction and tells that its card is another. The report's row must be locked. */
export async function changeInstruction(
  ctx: AppContext,
  tx: Tx,
  report: ReportRecord,
  row: Pick<InstructionRecord, "id" | "entry_id">,
  values: Updateable<Database["instructions"]>,
): Promise<void> {
  await updateInstruction(tx, row.id, values);
  const entryId = row.entry_id;
  await tellThread(ctx, tx, report, { type: "instruction.moved", audience: "everyone", entryId });
}
