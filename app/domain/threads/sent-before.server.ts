import { createHash } from "node:crypto";
import type { Tx } from "#app/context.ts";
import type { Actor } from "#app/contracts/parties.ts";
import { conflict } from "#app/domain/errors.server.ts";
import type { ReportRecord } from "#db/queries/reports.ts";
import { type EntryRecord, findEntryByClientId } from "#db/queries/threads.ts";

export const fingerprintOf = (...parts: unknown[]) =>
  createHash("sha256").update(JSON.stringify(parts)).digest("hex");

/** What a device sent before under that id; something else under the same id is refused. */
export async function findSentBefore(
  tx: Tx,
  actor: Actor,
  report: ReportRecord,
  clientId: string,
  fingerprint: string,
): Promise<EntryRecord | undefined> {
  const sent = await findEntryByClientId(tx, actor, report.id, clientId);
  if (sent && sent.fingerprint !== fingerprint) throw conflict("message.conflict");
  return sent;
}
