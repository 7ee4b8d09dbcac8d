import type { Tx } from "#app/context.ts";
import type { Audience } from "#app/contracts/parties.ts";
import type { EntryView } from "#app/contracts/views.ts";
import { listDisputesOfEntries } from "#db/queries/disputes.ts";
import { listVersionsOfEntries } from "#db/queries/entry-versions.ts";
import type { ReportRecord } from "#db/queries/reports.ts";
import {
  type EntryRecord,
  listInstructionsOfEntries,
  listPhotosOfEntries,
} from "#db/queries/threads.ts";
import { presentEntry } from "./present-entry.server.ts";

/**
 * Entries with their photos, instructions, disputes and former texts, in four queries however many they are.
 * @param code of their report, or of each report by its id.
 */
export async function loadEntries(
  tx: Tx,
  code: string | ReadonlyMap<string, string>,
  audiences: readonly Audience[],
  entries: EntryRecord[],
): Promise<EntryView[]> {
  const idsOf = (is: (entry: EntryRecord) => boolean) =>
    entries.filter(is).map((entry) => entry.id);
  const instructions = await listInstructionsOfEntries(
    tx,
    idsOf((entry) => entry.kind === "instruction"),
  );
  const disputes = await listDisputesOfEntries(
    tx,
    idsOf((entry) => entry.event?.type === "dispute_opened"),
  );
  const versions = await listVersionsOfEntries(
    tx,
    idsOf((entry) => entry.edited_at !== null),
  );
  const shown = idsOf((entry) => entry.deleted_at === null);
  // A dispute shows what its answer shows, though that is an entry of its own.
  const answers = disputes.flatMap((dispute) => dispute.answer_entry_id ?? []);
  const photos = await listPhotosOfEntries(tx, audiences, [...shown, ...answers]);
  const parts = { photos, instructions, disputes, versions };
  const codeOf = (entry: EntryRecord) =>
    typeof code === "string" ? code : (code.get(entry.report_id) ?? "");
  return entries.map((entry) => presentEntry(codeOf(entry), entry, parts));
}

export async function presentOne(
  tx: Tx,
  report: Pick<ReportRecord, "code">,
  entry: EntryRecord,
): Promise<EntryView> {
  const [view] = await loadEntries(tx, report.code, [entry.audience], [entry]);
  if (!view) throw new Error(`Entry ${entry.id} is gone`);
  return view;
}
