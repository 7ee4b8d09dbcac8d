import type { AccountTables } from "./accounts.ts";
import type { ClockTables } from "./clock.ts";
import type { ParcelTables } from "./parcels.ts";
import type { ReportTables } from "./reports.ts";
import type { ThreadTables } from "./threads.ts";
import type { TrackingTables } from "./tracking.ts";

export type Database = AccountTables &
  ClockTables &
  ParcelTables &
  ReportTables &
  ThreadTables &
  TrackingTables;
