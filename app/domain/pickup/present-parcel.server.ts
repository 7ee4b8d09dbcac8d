import type { ParcelView } from "#app/contracts/views.ts";
import type { ParcelRow } from "#db/queries/parcels.ts";
import type { PickupFacts } from "./reckon-category.server.ts";

/** A `timestamptz` that may be infinity, which the driver gives as a number. */
export const finite = (at: Date | number): Date | null => (at instanceof Date ? at : null);

export const factsOf = (row: ParcelRow): PickupFacts => ({
  serviceKind: row.service_kind,
  custodyAt: row.custody_at,
  finalAt: row.final_at,
  failedAt: row.failed_at,
  deadlineAt: finite(row.deadline_at),
});

const iso = (at: Date | null) => at?.toISOString() ?? null;

export const presentParcel = (row: ParcelRow): ParcelView => ({
  id: row.id,
  resi: row.resi,
  orderNo: row.order_no,
  description: row.description,
  courier: { id: row.courier_id, name: row.courier_name },
  serviceKind: row.service_kind,
  stage: row.stage,
  stageAt: iso(row.stage_at),
  requestedAt: row.requested_at.toISOString(),
  windowStart: iso(row.window_start),
  windowEnd: iso(row.window_end),
  deadlineAt: iso(finite(row.deadline_at)),
  origin: {
    contactName: row.contact_name,
    contactPhone: row.contact_phone,
    address: row.address,
    village: row.village,
    district: row.district,
    city: row.city,
    province: row.province,
    postalCode: row.postal_code,
    zone: row.zone,
  },
});
