import type { AppContext, Tx } from "#app/context.ts";
import type { ReceivePickupRequest } from "#app/contracts/pickup-requests.schema.ts";
import { conflict, invalid } from "#app/domain/errors.server.ts";
import { adoptOrphanEvents } from "#app/domain/tracking/adopt-orphan-events.server.ts";
import {
  ensurePickupPoint,
  findCourier,
  findPickupRequestByExternalId,
  findSellerBySlug,
  insertParcels,
  insertPickupRequest,
} from "#db/queries/pickup-requests.ts";
import { shareRules } from "#db/queries/rules.ts";
import { holdResi } from "#db/queries/tracking.ts";
import { type ClockColumns, clockColumns } from "./clock-columns.server.ts";
import { findRules } from "./find-rules.server.ts";
import { findZone, provinceOf } from "./find-zone.server.ts";
import { reschedule } from "./reschedule.server.ts";
import { watchMoments } from "./watch-moments.server.ts";

export type ReceivedPickupRequest = { id: string; created: boolean; parcels: string[] };

const addressKey = (origin: ReceivePickupRequest["origin"]) =>
  [origin.address, origin.village, origin.district, origin.city, origin.postal_code]
    .join("|")
    .toLowerCase()
    .replace(/[^a-z0-9|]+/g, " ");

async function findParties(tx: Tx, input: ReceivePickupRequest) {
  const [seller, courier] = [
    await findSellerBySlug(tx, input.seller),
    await findCourier(tx, input.courier),
  ];
  const zone = findZone(input.origin.province);
  const fields = {
    ...(seller ? {} : { seller: "seller.unknown" }),
    ...(courier ? {} : { courier: "courier.unknown" }),
    ...(zone ? {} : { "origin.province": "province.unknown" }),
  };
  if (!seller || !courier || !zone) throw invalid("form.invalid", { fields });
  return { seller, courier, zone };
}

/**
 * A repeated delivery of a request answers with what is here; the same id with other parcels is refused. With
 * another day that the seller asked for, the clock moves.
 */
async function answerAgain(
  ctx: AppContext,
  tx: Tx,
  input: ReceivePickupRequest,
): Promise<ReceivedPickupRequest> {
  const known = await findPickupRequestByExternalId(tx, input.id);
  const resi = [...(known?.resi ?? [])].sort();
  const asked = input.parcels.map((parcel) => parcel.resi).sort();
  if (!known || known.courier_id !== input.courier || resi.join() !== asked.join())
    throw conflict("pickup_request.changed", { params: { id: input.id } });
  if (input.rescheduled_to) await reschedule(ctx, tx, known.id, new Date(input.rescheduled_to));
  return { id: known.id, created: false, parcels: resi };
}

type MadeRequest = {
  id: string;
  sellerOrgId: string;
  courierId: string;
  clock: ClockColumns;
};

async function insertRequest(
  tx: Tx,
  now: Date,
  input: ReceivePickupRequest,
): Promise<MadeRequest | undefined> {
  const { seller, courier, zone } = await findParties(tx, input);
  const requestedAt = new Date(input.requested_at);
  // One spelling for the rules of a region to go by.
  const { coordinates, ...address } = input.origin;
  const origin = {
    ...address,
    latitude: coordinates?.latitude ?? null,
    longitude: coordinates?.longitude ?? null,
    province: provinceOf(input.origin.province) ?? input.origin.province,
  };
  const rules = await findRules(tx, {
    courierId: courier.id,
    serviceKind: input.service,
    province: origin.province,
    at: requestedAt,
  });
  const rescheduledTo = input.rescheduled_to ? new Date(input.rescheduled_to) : null;
  const clock = clockColumns({ requestedAt, zone, rescheduledTo }, rules);
  const request = await insertPickupRequest(tx, {
    ...clock,
    clock: JSON.stringify(clock.clock),
    seller_org_id: seller.id,
    seller_name: seller.name,
    courier_id: courier.id,
    external_id: input.id,
    pickup_point_id: await ensurePickupPoint(tx, seller.id, addressKey(origin), now),
    service_kind: input.service,
    requested_at: requestedAt,
    rescheduled_to: rescheduledTo,
    window_start: input.window ? new Date(input.window.start) : null,
    window_end: input.window ? new Date(input.window.end) : null,
    ...origin,
    zone,
    created_at: now,
  });
  return request && { id: request.id, sellerOrgId: seller.id, courierId: courier.id, clock };
}

function insertParcelsOf(tx: Tx, now: Date, made: MadeRequest, input: ReceivePickupRequest) {
  const { deadline_at, warn_at } = made.clock;
  const start = input.service === "drop_off" ? "dropoff_pending" : "pickup_requested";
  return insertParcels(
    tx,
    input.parcels
      .toSorted((a, b) => (a.resi < b.resi ? -1 : 1))
      .map((parcel) => ({
        ...parcel,
        pickup_request_id: made.id,
        seller_org_id: made.sellerOrgId,
        courier_id: made.courierId,
        stage: start,
        stage_at: new Date(input.requested_at),
        custody_at: null,
        failed_at: null,
        final_at: null,
        deadline_at: deadline_at ?? Number.POSITIVE_INFINITY,
        sla_next_at: warn_at ?? Number.POSITIVE_INFINITY,
        created_at: now,
      })),
  );
}

/** A pick-up request with its parcels, from the platform. All of it is kept or nothing. */
export async function receivePickupRequest(
  ctx: AppContext,
  input: ReceivePickupRequest,
): Promise<ReceivedPickupRequest> {
  return ctx.db.as("system", async (tx) => {
    await shareRules(tx);
    const now = ctx.clock.now();
    await holdResi(
      tx,
      input.parcels.map((parcel) => parcel.resi),
    );
    const made = await insertRequest(tx, now, input);
    if (!made) return answerAgain(ctx, tx, input);
    const parcels = await insertParcelsOf(tx, now, made, input);
    const inserted = new Set(parcels.map((parcel) => parcel.resi));
    const taken = input.parcels.find((parcel) => !inserted.has(parcel.resi));
    if (taken) throw conflict("resi.taken", { params: { resi: taken.resi } });
    await watchMoments(ctx, tx, made.id, made.clock.warn_at);
    for (const parcel of parcels) await adoptOrphanEvents(ctx, tx, parcel);
    const [first] = parcels;
    if (first) {
      await ctx.events.publish(tx, {
        type: "parcel.changed",
        parcelId: first.id,
        sellerOrgId: made.sellerOrgId,
        courierId: made.courierId,
      });
    }
    return { id: made.id, created: true, parcels: parcels.map((parcel) => parcel.resi) };
  });
}
