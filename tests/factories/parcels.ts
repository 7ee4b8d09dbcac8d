import { randomInt, randomUUID } from "node:crypto";
import { ReceivePickupRequest } from "#app/contracts/pickup-requests.schema.ts";
import type { ServiceKind } from "#app/contracts/services.ts";
import type { TrackingSource } from "#app/contracts/tracking.ts";
import { receivePickupRequest } from "#app/domain/pickup/receive-pickup-request.server.ts";
import { applyTracking } from "#app/domain/tracking/apply-tracking.server.ts";
import { receiveTracking } from "#app/domain/tracking/receive-tracking.server.ts";
import type { Place } from "../support/place.ts";

type Wanted = {
  seller: string;
  courier?: string;
  service?: ServiceKind;
  requestedAt?: string;
  resi?: string[];
  province?: string;
};

export const newResi = () => `IDE${randomInt(1e9, 1e10 - 1)}`;

/** As the platform sends it. */
export const pickupRequestBody = ({
  seller,
  courier = "idx",
  service = "regular",
  requestedAt,
  resi,
  province,
}: Wanted) => ({
  id: `PU-${randomUUID()}`,
  seller,
  courier,
  service,
  requested_at: requestedAt ?? "2026-11-24T02:00:00Z",
  window: null,
  origin: {
    contact_name: "Ibu Sari",
    contact_phone: "081200000000",
    address: "Jl. Melati No. 12",
    village: "Sukamaju",
    district: "Cibeunying",
    city: "Kota Bandung",
    province: province ?? "Jawa Barat",
    postal_code: "40121",
  },
  parcels: (resi ?? [newResi()]).map((one) => ({
    resi: one,
    order_no: "INV-1",
    description: "Kaos",
  })),
});

/** A pick-up request through its own door. */
export async function buildPickupRequest(world: Place, wanted: Wanted) {
  const input = ReceivePickupRequest.parse(pickupRequestBody(wanted));
  await receivePickupRequest(world.ctx, input);
  return world.owner
    .selectFrom("parcels")
    .selectAll()
    .where(
      "resi",
      "in",
      input.parcels.map((parcel) => parcel.resi),
    )
    .orderBy("resi")
    .execute();
}

export async function buildParcel(world: Place, wanted: Wanted) {
  const [parcel] = await buildPickupRequest(world, wanted);
  if (!parcel) throw new Error("No parcel was made");
  return parcel;
}

/** A tracking delivery, received and worked. */
export async function track(world: Place, source: TrackingSource, body: unknown) {
  await receiveTracking(world.ctx, { source, body: JSON.stringify(body) });
  const deliveries = await world.owner
    .selectFrom("tracking_inbox")
    .select("id")
    .where("worked_at", "is", null)
    .execute();
  for (const { id } of deliveries) await applyTracking(world.ctx, { deliveryId: id });
}

export const everproCallback = (resi: string, code: string) => ({
  awb_number: resi,
  client_order_no: "INV-1",
  tracking_code: code,
  cancel_reason: "",
});

export const kiriminAjaWebhook = (
  method: string,
  resi: string,
  times: Record<string, string> = {},
) => ({
  method,
  data: [{ order_id: "ORD-1", awb: resi, date: null, ...times }],
  packages: [{ awb: resi, service: "idexpress", status: 105 }],
});
