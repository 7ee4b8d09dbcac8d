import type { TimeZone } from "#app/contracts/services.ts";
import type { Stage } from "#app/contracts/stages.ts";
import { tellStages } from "./fold-stage.server.ts";
import type { Scan } from "./scan.server.ts";
import { timeIn } from "./source-time.server.ts";

export type ToldRow = { scan: Scan; at: Date | null; stage: Stage; custody: boolean };

const LAST = Number.MAX_SAFE_INTEGER;

/** Rows with a wall clock only and rows with a zone stand in one order once the origin is known. */
const compare = (a: { at: Date | null }, b: { at: Date | null }) =>
  (a.at?.getTime() ?? LAST) - (b.at?.getTime() ?? LAST);

/** What one body tells, the oldest first, read alone; each of its parcels has a sequence of its own. */
export function tellRows(scans: readonly Scan[], zone: TimeZone): ToldRow[] {
  const placed = scans.map((scan) => ({ scan, at: timeIn(scan.time, zone) })).sort(compare);
  const byScan = new Map<Scan, ToldRow>();
  for (const own of Map.groupBy(placed, ({ scan }) => scan.resi).values()) {
    const orderedAt = own.find(({ scan }) => scan.orderedAt)?.scan.orderedAt ?? null;
    const rows = own.map(({ scan, at }) => ({ meaning: scan.meaning, at }));
    tellStages(rows, timeIn(orderedAt, zone)).forEach((told, index) => {
      const row = own[index];
      if (row) byScan.set(row.scan, { ...row, ...told });
    });
  }
  return placed.flatMap(({ scan }) => byScan.get(scan) ?? []);
}
