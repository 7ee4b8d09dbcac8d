import type { AccountTables } from "./accounts.ts";
import type { ClockTables } from "./clock.ts";
import type { EventTables } from "./events.ts";
import type { ParcelTables } from "./parcels.ts";
import type { PhotoTables } from "./photos.ts";
import type { ReportTables } from "./reports.ts";
import type { ThreadTables } from "./threads.ts";
import type { TrackingTables } from "./tracking.ts";

export type Database = AccountTables &
  ClockTables &
  EventTables &
  ParcelTables &
  PhotoTables &
  ReportTables &
  ThreadTables &
  TrackingTables;
