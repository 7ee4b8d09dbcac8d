import type { ColumnType, Generated, JSONColumnType } from "kysely";
import type { Category } from "#app/contracts/categories.ts";
import type { WaitingOn } from "#app/contracts/parties.ts";
import type { ReportStatus, Resolution } from "#app/contracts/reports.ts";
import type { TimeZone } from "#app/contracts/services.ts";
import type { LastLine } from "#app/contracts/system-events.ts";
import type { ReadinessView } from "#app/contracts/views.ts";

export type ReportTables = { reports: ReportsTable };

export type ReportsTable = {
  id: Generated<string>;
  code: string;
  batch_id: string;
  parcel_id: string;
  pickup_request_id: string;
  seller_org_id: string;
  seller_name: string;
  courier_id: string;
  courier_served: boolean;
  resi: string;
  origin_city: string;
  zone: TimeZone;
  category_filed: Category;
  category_reckoned: Category;
  /** Whether the rules or CS said so last, and what CS wrote about it. */
  category_by: Generated<"rule" | "support">;
  category_note: Generated<string>;
  status: ReportStatus;
  resolution: Resolution | null;
  resolved_at: Date | null;
  waiting_on: WaitingOn;
  waiting_since: Date;
  /** A dispute waits for its answer or decision: then somebody may hold the ball of a closed report too. */
  disputed: Generated<boolean>;
  /** `infinity` (a number for the driver) where nothing is due. */
  due_at: Date | number;
  due_kind: "pickup" | "promise" | null;
  /** The parcel's pick-up deadline. */
  deadline_at: Date | number;
  /** When the platform is asked about its parcel next. */
  track_at: Generated<Date | number>;
  filed_by_user_id: string;
  filed_by_name: string;
  filed_at: Date;
  last_entry_at: Date;
  last_line: JSONColumnType<LastLine>;
  readiness: ColumnType<ReadinessView | null, string | null, string | null>;
  /** When the side that holds the ball should have answered; `infinity` where nobody expects it by a time. */
  reply_due_at: Generated<Date | number>;
  /** The next moment of the reply clock that is not on record yet. */
  reply_next_at: Generated<Date | number>;
};
