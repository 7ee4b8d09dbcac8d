import type { Category } from "./categories.ts";
import type { ServiceKind, TimeZone } from "./services.ts";
import type { Stage } from "./stages.ts";
import type { CourierView, Instant, ParcelView } from "./views.ts";

export type CategoryVerdict =
  | { category: Category; allowed: true }
  | { category: Category; allowed: false; reason: CategoryRefusal; unlocksAt: Instant | null };

export const CATEGORY_REFUSALS = [
  "final",
  "custody",
  "not_late_yet",
  "already_late",
  "no_failed_attempt",
  "failed_attempt_exists",
  "drop_off_only_scan",
  "handover_required",
] as const;

export type CategoryRefusal = (typeof CATEGORY_REFUSALS)[number];

/** Why this category is proposed. */
export type ProposalReason = "within" | "late" | "failed" | "drop_off";

/** A parcel on the filing page. */
export type FilingParcel = ParcelView & {
  requestId: string;
  /** Null: this parcel cannot have a pick-up problem; `refusal` says why. */
  proposal: { category: Category; reason: ProposalReason } | null;
  refusal: { reason: CategoryRefusal; stage: Stage } | null;
  choices: CategoryVerdict[];
  openReport: string | null;
};

/** A pick-up request with the parcels of it that a seller may choose. */
export type FilingRequest = {
  id: string;
  requestedAt: Instant;
  windowStart: Instant | null;
  windowEnd: Instant | null;
  courier: CourierView;
  originCity: string;
  contactName: string;
  zone: TimeZone;
  serviceKind: ServiceKind;
  parcels: FilingParcel[];
};

/** What a seller should report and has not, of one pick-up request. */
export type FilingOffer = {
  /** `late`: past the deadline. `silent_scan`: most of the request is scanned, these are not. */
  kind: "late" | "silent_scan";
  requestId: string;
  courierName: string;
  zone: TimeZone;
  deadlineAt: Instant | null;
  count: number;
  /** At most as many as one filing holds. */
  parcels: { id: string; resi: string }[];
};
