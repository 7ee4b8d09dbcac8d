import type { Category } from "./categories.ts";
import type { WaitingOn } from "./parties.ts";
import type { ServiceKind, TimeZone } from "./services.ts";
import type { Stage } from "./stages.ts";
import type { LastLine } from "./system-events.ts";
import type { CourierView, Instant } from "./views.ts";

export type StuckReason =
  | { type: "support_turn"; minutes: number }
  | { type: "no_members" }
  | { type: "deadline_unknown" }
  | { type: "late_unreported"; minutes: number }
  | { type: "late_courier_silent"; minutes: number; silentMinutes: number }
  | { type: "late"; minutes: number }
  | { type: "promise_missed"; minutes: number }
  | { type: "failed_attempt"; minutesLeft: number }
  | { type: "soon_unreported"; minutesLeft: number }
  | { type: "scan_missing"; minutes: number }
  | { type: "soon"; minutesLeft: number };

export type StuckRow = {
  parcelId: string;
  resi: string;
  sellerName: string;
  courier: CourierView;
  originCity: string;
  zone: TimeZone;
  serviceKind: ServiceKind;
  stage: Stage;
  requestedAt: Instant;
  /** Null where no policy says one. */
  deadlineAt: Instant | null;
  reason: StuckReason;
  report: {
    id: string;
    code: string;
    category: Category;
    waitingOn: WaitingOn;
    waitingSince: Instant;
    lastLine: LastLine;
    unread: number;
  } | null;
};
