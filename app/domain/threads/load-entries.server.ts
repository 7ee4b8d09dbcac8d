import type { Tx } from "#app/context.ts";
import type { Audience } from "#app/contracts/parties.ts";
import type { EntryView } from "#app/contracts/views.ts";
import { listVersionsOfEntries } from "#db/queries/entry-versions.ts";
import type { ReportRecord } from "#db/queries/reports.ts";
import {
  type EntryRecord,
  listInstructionsOfEntries,
  listPhotosOfEntries,
} from "#db/queries/threads.ts";
import { presentEntry } from "./present-entry.server.ts";

/** Entries with their photos, instructions and former texts, in three queries however many they are. */
export async function loadEntries(
  tx: Tx,
  code: string,
  audiences: readonly Audience[],
  entries: EntryRecord[],
): Promise<EntryView[]> {
  const idsOf = (is: (entry: EntryRecord) => boolean) =>
    entries.filter(is).map((entry) => entry.id);
  const photos = await listPhotosOfEntries(
    tx,
    audiences,
    idsOf((entry) => entry.deleted_at === null),
  );
  const instructions = await listInstructionsOfEntries(
    tx,
    idsOf((entry) => entry.kind === "instruction"),
  );
  const versions = await listVersionsOfEntries(
    tx,
    idsOf((entry) => entry.edited_at !== null),
  );
  return entries.map((entry) => presentEntry(code, entry, { photos, instructions, versions }));
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
