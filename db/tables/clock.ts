import type { Generated, JSONColumnType } from "kysely";
import type { Side, WaitingOn } from "#app/contracts/parties.ts";
import type { ServiceKind, TimeZone } from "#app/contracts/services.ts";
import type { ChangeSummary, SettingsSubject } from "#app/contracts/settings-views.ts";

export type ClockTables = {
  sla_policies: SlaPoliciesTable;
  calendar_days: CalendarDaysTable;
  reply_hours: ReplyHoursTable;
  sla_events: SlaEventsTable;
  report_turns: ReportTurnsTable;
  settings_changes: SettingsChangesTable;
};

/** A rule is never changed: a newer one follows it, or it is withdrawn. */
type Rule = {
  id: Generated<string>;
  created_at: Generated<Date>;
  created_by_name: Generated<string>;
  withdrawn_at: Date | null;
  withdrawn_by_name: string | null;
};

/** Pairs of minutes of the day. */
type Spans = JSONColumnType<[number, number][], string | undefined, string>;

type SlaPoliciesTable = Rule & {
  /** Null: any courier without a row of its own. */
  courier_id: string | null;
  service_kind: ServiceKind;
  /** Null: any origin province. */
  province: string | null;
  valid_from: Date;
  version: Generated<number>;
  /** Origin-local "HH:MM:SS"; null: none. */
  cutoff_local: string | null;
  opening_local: Generated<string>;
  /** Operating days from the day counted from to the day of the pick-up. */
  target_days: Generated<number>;
  /** Operating days after the target day, until `limit_local`; null where `limit_minutes` counts. */
  limit_days: number | null;
  limit_local: string | null;
  limit_minutes: number | null;
  /** ISO weekdays, Monday is 1. */
  operating_days: number[];
  /** Hours of an ordinary day; empty: all of it. */
  spans: Spans;
  joint_leave_closes: Generated<boolean>;
  auto_cancel_days: number | null;
  warn_percent: Generated<number>;
  warn_before_minutes: Generated<number>;
  /** How long after the others of its request a parcel may stay without a scan. */
  silent_scan_minutes: Generated<number>;
  source: string;
};

type CalendarDaysTable = Rule & {
  date: string;
  kind: "libur_nasional" | "cuti_bersama" | "hours";
  courier_id: string | null;
  province: string | null;
  /** `hours`: when pick-ups are made; empty: closed. */
  spans: Spans;
  name: string;
};

type ReplyHoursTable = Rule & {
  side: Side;
  courier_id: string | null;
  valid_from: Generated<Date>;
  days: number[];
  open_minute: number;
  close_minute: number;
  zone: TimeZone;
  /** Minutes within those hours; null: no target. */
  target_minutes: number | null;
  source: string;
};

/** Append-only. */
type SlaEventsTable = {
  id: Generated<string>;
  parcel_id: string;
  report_id: string | null;
  seller_org_id: string;
  courier_id: string;
  clock: "pickup" | "reply";
  kind: "warn" | "breach";
  /** Who had to act. */
  holder: WaitingOn;
  /** The deadline that it is about. */
  due_at: Date;
  /** The true moment, however late it was written down. */
  at: Date;
  recorded_at: Date;
};

/** Append-only: a turn ends where the next one begins. */
type ReportTurnsTable = {
  report_id: string;
  seq: number;
  seller_org_id: string;
  courier_id: string;
  holder: WaitingOn;
  since: Date;
};

type SettingsChangesTable = {
  id: Generated<string>;
  at: Date;
  user_id: string;
  user_name: string;
  subject: SettingsSubject;
  row_id: string;
  action: "added" | "withdrawn";
  summary: JSONColumnType<ChangeSummary>;
  /** Open parcels whose deadline it moved. */
  moved: number;
};
