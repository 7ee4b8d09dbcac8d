import type { Tx } from "#app/context.ts";
import type { Actor } from "#app/contracts/parties.ts";
import type { EntryView } from "#app/contracts/views.ts";
import { listDisputesOfEntries } from "#db/queries/disputes.ts";
import { listVersionsOfEntries } from "#db/queries/entry-versions.ts";
import type { ReportRecord } from "#db/queries/reports.ts";
import {
  type EntryRecord,
  type EntryRef,
  listEntriesById,
  listInstructionsOfEntries,
} from "#db/queries/threads.ts";
import { presentEntry } from "./present-entry.server.ts";

/**
 * Entries with their instructions, disputes and former texts, in three queries however many they are, and in
 * none where they have none.
 * @param codeOf the code of an entry's report.
 */
export async function loadEntries<Entry extends EntryRecord>(
  tx: Tx,
  codeOf: (entry: Entry) => string,
  entries: Entry[],
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
  const parts = { instructions, disputes, versions };
  return entries.map((entry) => presentEntry(codeOf(entry), entry, parts));
}

/** An entry of a report that this actor may read, as it stands now. */
export async function presentOne(
  tx: Tx,
  actor: Actor,
  report: Pick<ReportRecord, "code">,
  { id }: EntryRef,
): Promise<EntryView> {
  const [view] = await loadEntries(tx, () => report.code, await listEntriesById(tx, actor, [id]));
  if (!view) throw new Error(`Entry ${id} is gone`);
  return view;
}
