import type { Db, Tx } from "#app/context.ts";
import type { Category } from "#app/contracts/categories.ts";
import type { CategoryRefusal } from "#app/contracts/filing-views.ts";
import type { Stage } from "#app/contracts/stages.ts";
import { tellStages } from "#app/domain/tracking/fold-stage.server.ts";
import { maskPeople } from "#app/domain/tracking/mask-people.server.ts";
import { findParcelsByResi, type ParcelRow } from "#db/queries/parcels.ts";
import { findOpenCategory } from "#db/queries/reports.ts";
import { listEventsOfParcel } from "#db/queries/tracking.ts";
import { explainInZone, type ZonedExplanation } from "./explain-in-zone.server.ts";
import { localIso } from "./local-time.server.ts";
import { factsOf } from "./present-parcel.server.ts";
import { reckonCategory } from "./reckon-category.server.ts";

export type StageHistory = {
  at: string;
  receivedAt: string;
  source: string;
  stage: Stage;
  /** The courier has the parcel after it. */
  custody: boolean;
  rawCode: string;
  rawText: string;
};

export type ParcelExplanation = {
  resi: string;
  courier: string;
  service: string;
  stage: Stage;
  custodyAt: string | null;
  /** Null where this is no pick-up problem, for the reason beside it. */
  category: Category | null;
  noCategory: CategoryRefusal | null;
  /** Null where no policy applied. */
  clock: ZonedExplanation | null;
  history: StageHistory[];
};

async function historyOf(tx: Tx, row: ParcelRow): Promise<StageHistory[]> {
  const events = await listEventsOfParcel(tx, "system", row.id);
  const inTime = events
    .map((event) => ({ ...event, at: event.occurred_at ?? event.received_at }))
    .sort((a, b) => a.at.getTime() - b.at.getTime());
  const told = tellStages(inTime, row.requested_at);
  const local = (at: Date) => localIso(at, row.zone);
  return inTime.map((event, index) => ({
    at: local(event.at),
    receivedAt: local(event.received_at),
    source: event.source,
    stage: told[index]?.stage ?? "unknown",
    custody: told[index]?.custody ?? false,
    rawCode: event.raw_code,
    rawText: maskPeople(event.raw_text),
  }));
}

async function explainRow(tx: Tx, row: ParcelRow, now: Date): Promise<ParcelExplanation> {
  const reckoned = reckonCategory(factsOf(row), now);
  const reported = await findOpenCategory(tx, row.id);
  return {
    resi: row.resi,
    courier: row.courier_name,
    service: row.service_kind,
    stage: row.stage,
    custodyAt: row.custody_at && localIso(row.custody_at, row.zone),
    category: reported ?? reckoned.category,
    noCategory: reported ? null : reckoned.refusal,
    clock: row.clock && explainInZone(row.requested_at, row.zone, row.clock),
    history: await historyOf(tx, row),
  };
}

/** Everything that decides a parcel's deadline and category; one for each courier that has the resi. */
export async function explainParcels(
  db: Db,
  wanted: { resi: string; courier?: string },
  now: Date,
): Promise<ParcelExplanation[]> {
  return db.as("system", async (tx) => {
    const rows = await findParcelsByResi(tx, "system", [wanted.resi]);
    const meant = rows.filter((row) => !wanted.courier || row.courier_id === wanted.courier);
    const explained: ParcelExplanation[] = [];
    for (const row of meant) explained.push(await explainRow(tx, row, now));
    return explained;
  });
}
