import type { Generated, JSONColumnType } from "kysely";
import type { Meaning } from "#app/contracts/stages.ts";

export type TrackingTables = {
  tracking_inbox: TrackingInboxTable;
  tracking_events: TrackingEventsTable;
  tracking_mappings: TrackingMappingsTable;
};

/** Deliveries as they came. */
type TrackingInboxTable = {
  id: Generated<string>;
  source: string;
  identity: string;
  kind: Generated<"webhook" | "pull">;
  /** What a pull asked for, since an answer may not repeat it. */
  resi: string | null;
  body: JSONColumnType<object>;
  received_at: Date;
  worked_at: Date | null;
  attempts: Generated<number>;
  /** Not before; later after each failure. */
  next_try_at: Generated<Date | number>;
  /** Why it could not be worked, in a word; null: it was, or was not tried yet. */
  problem: string | null;
  row_count: number | null;
  unknown_count: number | null;
};

type TrackingEventsTable = {
  id: Generated<string>;
  inbox_id: string;
  source: string;
  identity: string;
  resi: string;
  parcel_id: string | null;
  seller_org_id: string | null;
  courier_id: string | null;
  /** The courier that the source named, where it is one of ours. */
  scan_courier: string | null;
  meaning: Meaning;
  /** Name of the tables that were asked, and what for. */
  vocabulary: string;
  plain_code: string;
  plain_text: string;
  /** Set where support's mapping gave the meaning. */
  mapping_id: string | null;
  raw_code: string;
  raw_text: string;
  occurred_at: Date | null;
  /** "YYYY-MM-DDTHH:MM:SS" where the source gave a wall clock without a zone. */
  occurred_local: string | null;
  /** From a history that was asked for, not told while it happened. */
  pulled: boolean;
  received_at: Date;
};

/** What support made of codes and texts that no built-in table knows. */
type TrackingMappingsTable = {
  id: Generated<string>;
  vocabulary: string;
  match: "code" | "text";
  /** Plain code or plain text. */
  value: string;
  meaning: Meaning;
  created_at: Date;
  created_by_name: string;
  withdrawn_at: Date | null;
  withdrawn_by_name: string | null;
};
