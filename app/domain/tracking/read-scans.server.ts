import type { Tx } from "#app/context.ts";
import type { Meaning } from "#app/contracts/stages.ts";
import type { DeliveryRow } from "#db/queries/inbox.ts";
import { listMappings, type MappingRow } from "#db/queries/mappings.ts";
import type { Scan } from "./scan.server.ts";
import { isTrackingSource, TRACKING_SOURCES } from "./sources/index.server.ts";
import { plainCode, plainText } from "./tables/code-table.server.ts";

/** A row with what it can be looked up by again, and the mapping of support's that gave its meaning. */
export type ReadScan = Omit<Scan, "meaning" | "orderedAt"> & {
  meaning: Meaning;
  plainCode: string;
  plainText: string;
  mappingId: string | null;
};

function findMapping(
  mappings: MappingRow[],
  scan: Pick<ReadScan, "vocabulary" | "plainCode" | "plainText">,
) {
  const mine = mappings.filter((one) => one.vocabulary === scan.vocabulary);
  return (
    mine.find((one) => one.match === "text" && one.value === scan.plainText) ??
    mine.find((one) => one.match === "code" && one.value === scan.plainCode)
  );
}

function withMapping(scan: Scan, mappings: MappingRow[]): ReadScan {
  const plain = { plainCode: plainCode(scan.rawCode), plainText: plainText(scan.rawText) };
  const mapping =
    scan.meaning === "unknown"
      ? findMapping(mappings, { vocabulary: scan.vocabulary, ...plain })
      : undefined;
  const meaning = mapping?.meaning ?? scan.meaning;
  return { ...scan, ...plain, meaning, mappingId: mapping?.id ?? null };
}

/** An answer to a question about one parcel need not repeat its resi. */
const ofParcel = (scan: Scan, resi: string | null): Scan =>
  scan.resi === "" && resi ? { ...scan, resi, identity: `${resi}:${scan.identity}` } : scan;

/** What a delivery says; undefined where its form is not known. */
export async function readScans(tx: Tx, delivery: DeliveryRow): Promise<ReadScan[] | undefined> {
  if (!isTrackingSource(delivery.source)) return undefined;
  const scans = TRACKING_SOURCES[delivery.source](delivery.body);
  if (!scans) return undefined;
  const mappings = scans.some((scan) => scan.meaning === "unknown") ? await listMappings(tx) : [];
  return scans
    .map((scan) => withMapping(ofParcel(scan, delivery.resi), mappings))
    .filter((scan) => scan.resi !== "");
}
