import type { Meaning } from "./stages.ts";
import type { Instant } from "./views.ts";

export const DELIVERY_TABS = ["all", "waiting", "problem", "unknown"] as const;
export type DeliveryTab = (typeof DELIVERY_TABS)[number];

/** One delivery of tracking, as it came. */
export type DeliveryView = {
  id: string;
  source: string;
  kind: "webhook" | "pull";
  receivedAt: Instant;
  /** Null: it waits. */
  workedAt: Instant | null;
  attempts: number;
  /** `unreadable`: of no known form; `failed`: a fault of ours, tried again by itself. */
  problem: "unreadable" | "failed" | null;
  rows: number | null;
  unknown: number | null;
  /** The body, phones and names covered; cut after 4,000 characters. */
  body: string;
};

/** A code or text that nobody has given a meaning yet. */
export type UnknownCode = {
  vocabulary: string;
  source: string;
  plainCode: string;
  plainText: string;
  /** As received, phones and names covered. */
  rawCode: string;
  rawText: string;
  seen: number;
  parcels: number;
  lastSeen: Instant;
};

export type MappingView = {
  id: string;
  vocabulary: string;
  match: "code" | "text";
  value: string;
  meaning: Meaning;
  by: string;
  at: Instant;
};

export type CodesView = { unknown: UnknownCode[]; mappings: MappingView[] };

/** What one mapping did or would do. */
export type MappedCode = { applied: boolean; rows: number; parcels: number };

/** What a page says once after it, from its own address. */
export type MappedDone = { action: "mapped" | "withdrawn"; rows: number; parcels: number };
