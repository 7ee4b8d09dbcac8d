import type { Tx } from "#app/context.ts";
import type { Audience } from "#app/contracts/parties.ts";
import type { EntryView } from "#app/contracts/views.ts";
import { listDisputesOfEntries } from "#db/queries/disputes.ts";
import type { ReportRecord } from "#db/queries/reports.ts";
import {
  type EntryRecord,
  listInstructionsOfEntries,
  listPhotosOfEntries,
} from "#db/queries/threads.ts";
import { presentEntry } from "./present-entry.server.ts";

const idsOf = (entries: EntryRecord[]) => entries.map((entry) => entry.id);

/** Entries with their photos, instructions and disputes, in three queries however many they are. */
export async function loadEntries(
  tx: Tx,
  code: string,
  audiences: readonly Audience[],
  entries: EntryRecord[],
): Promise<EntryView[]> {
  const instructions = await listInstructionsOfEntries(
    tx,
    idsOf(entries.filter((entry) => entry.kind === "instruction")),
  );
  const disputes = await listDisputesOfEntries(
    tx,
    idsOf(entries.filter((entry) => entry.event?.type === "dispute_opened")),
  );
  // A dispute shows what its answer shows, though that is an entry of its own.
  const answers = disputes.flatMap((dispute) => dispute.answer_entry_id ?? []);
  const photos = await listPhotosOfEntries(tx, audiences, [...idsOf(entries), ...answers]);
  const parts = { photos, instructions, disputes };
  return entries.map((entry) => presentEntry(code, entry, parts));
}

export async function presentOne(
  tx: Tx,
  report: ReportRecord,
  entry: EntryRecord,
): Promise<EntryView> {
  const [view] = await loadEntries(tx, report.code, [entry.audience], [entry]);
  if (!view) throw new Error(`Entry ${entry.id} is gone`);
  return view;
}
