import type { AppContext, Tx } from "#app/context.ts";
import type { FilingRequest } from "#app/contracts/filing-views.ts";
import type { Actor } from "#app/contracts/parties.ts";
import { forbidden } from "#app/domain/errors.server.ts";
import {
  findAwaitingParcels,
  findOpenReports,
  findParcelsByResi,
  listAwaitingRequests,
  type ParcelRow,
} from "#db/queries/parcels.ts";
import { readCursor, takePage } from "./list-cursor.server.ts";
import { presentFilingParcel } from "./present-filing-parcel.server.ts";

export type ParcelChoice = {
  requests: FilingRequest[];
  next: string | null;
  /** Pasted resi that are not this seller's, or nobody's. */
  unknown: string[];
};

const REQUESTS_A_PAGE = 20;

async function present(
  tx: Tx,
  actor: Actor,
  rows: ParcelRow[],
  now: Date,
): Promise<FilingRequest[]> {
  const open = await findOpenReports(
    tx,
    actor,
    rows.map((row) => row.id),
  );
  const groups = Map.groupBy(rows, (row) => row.pickup_request_id);
  return [...groups].map(([id, parcels]) => {
    const first = parcels[0] as ParcelRow;
    return {
      id,
      requestedAt: first.requested_at.toISOString(),
      windowStart: first.window_start?.toISOString() ?? null,
      windowEnd: first.window_end?.toISOString() ?? null,
      courier: { id: first.courier_id, name: first.courier_name },
      originCity: first.city,
      contactName: first.contact_name,
      zone: first.zone,
      serviceKind: first.service_kind,
      parcels: parcels.map((row) => presentFilingParcel(row, open.get(row.id) ?? null, now)),
    };
  });
}

async function pageOfRequests(tx: Tx, actor: Actor, after: string | undefined, now: Date) {
  const cursor = readCursor(after);
  const requests = await listAwaitingRequests(tx, actor, REQUESTS_A_PAGE + 1, cursor);
  const { rows: shown, next } = takePage(
    requests,
    REQUESTS_A_PAGE,
    (request) => request.requested_at,
  );
  const rows = await findAwaitingParcels(
    tx,
    actor,
    shown.map((request) => request.id),
  );
  return { requests: await present(tx, actor, rows, now), next, unknown: [] };
}

/** What a seller can choose from: the parcels of the resi pasted, else all own ones not picked up. */
export async function chooseParcels(
  ctx: AppContext,
  actor: Actor,
  wanted: { resi: string[]; after?: string },
): Promise<ParcelChoice> {
  if (actor.kind !== "seller") throw forbidden("report.sellers_only");
  const now = ctx.clock.now();
  return ctx.db.as(actor, async (tx) => {
    if (wanted.resi.length === 0) return pageOfRequests(tx, actor, wanted.after, now);
    const rows = await findParcelsByResi(tx, actor, wanted.resi);
    const known = new Set(rows.map((row) => row.resi));
    const unknown = wanted.resi.filter((resi) => !known.has(resi));
    return { requests: await present(tx, actor, rows, now), next: null, unknown };
  });
}
