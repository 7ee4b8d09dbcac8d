import type { ColumnType, Generated } from "kysely";
import type { ClockExplanation } from "#app/contracts/clock-views.ts";
import type { ServiceKind, TimeZone } from "#app/contracts/services.ts";
import type { Stage } from "#app/contracts/stages.ts";

export type ParcelTables = {
  couriers: { id: string; name: string };
  hubs: { id: Generated<string>; courier_id: string; name: string; city: string; province: string };
  pickup_points: PickupPointsTable;
  pickup_requests: PickupRequestsTable;
  parcels: ParcelsTable;
};

type PickupPointsTable = {
  id: Generated<string>;
  seller_org_id: string;
  address_key: string;
  street: Generated<string>;
  rt: Generated<string>;
  rw: Generated<string>;
  ward: Generated<string>;
  landmark: Generated<string>;
  whatsapp: Generated<string>;
  updated_at: Date;
};

type PickupRequestsTable = {
  id: Generated<string>;
  seller_org_id: string;
  seller_name: string;
  courier_id: string;
  external_id: string;
  pickup_point_id: string;
  service_kind: ServiceKind;
  requested_at: Date;
  window_start: Date | null;
  window_end: Date | null;
  contact_name: string;
  contact_phone: string;
  address: string;
  village: string;
  district: string;
  city: string;
  province: string;
  postal_code: string;
  zone: TimeZone;
  policy_id: string | null;
  cutoff_at: Date | null;
  deadline_at: Date | null;
  auto_cancel_at: Date | null;
  created_at: Date;
  /** Null where no policy applied. */
  clock: ColumnType<ClockExplanation | null, string | null, string | null>;
  warn_at: Date | null;
  /** The day that the seller asked for instead. */
  rescheduled_to: Date | null;
  /** Where the parcels wait, degrees; null where the platform did not say. */
  latitude: number | null;
  longitude: number | null;
};

type ParcelsTable = {
  id: Generated<string>;
  pickup_request_id: string;
  seller_org_id: string;
  courier_id: string;
  resi: string;
  order_no: Generated<string>;
  description: Generated<string>;
  stage: Stage;
  stage_at: Date | null;
  /** First-mile custody scan. */
  custody_at: Date | null;
  /** Latest failed attempt. */
  failed_at: Date | null;
  final_at: Date | null;
  /** `infinity` (a number for the driver) where no policy applies. */
  deadline_at: Date | number;
  awaiting_pickup: Generated<boolean>;
  /** When the platform was last asked about it. */
  checked_at: Date | null;
  /** The next moment of the pick-up clock that is not on record yet; `infinity` where none is left. */
  sla_next_at: Date | number;
  created_at: Date;
};
