import type { Tx } from "#app/context.ts";
import type { Audience } from "#app/contracts/parties.ts";
import type { EntryView } from "#app/contracts/views.ts";
import type { ReportRecord } from "#db/queries/reports.ts";
import {
  type EntryRecord,
  listInstructionsOfEntries,
  listPhotosOfEntries,
} from "#db/queries/threads.ts";
import { presentEntry } from "./present-entry.server.ts";

/** Entries with their photos and instructions, in two queries however many they are. */
export async function loadEntries(
  tx: Tx,
  code: string,
  audiences: readonly Audience[],
  entries: EntryRecord[],
): Promise<EntryView[]> {
  const ids = entries.map((entry) => entry.id);
  const photos = await listPhotosOfEntries(tx, audiences, ids);
  const withInstruction = entries
    .filter((entry) => entry.kind === "instruction")
    .map((entry) => entry.id);
  const instructions = await listInstructionsOfEntries(tx, withInstruction);
  return entries.map((entry) => presentEntry(code, entry, { photos, instructions }));
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
