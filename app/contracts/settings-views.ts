import type { Problem } from "./errors.ts";
import type { Side } from "./parties.ts";
import type { ServiceKind, TimeZone } from "./services.ts";
import type { Instant } from "./views.ts";

export const SETTINGS_SUBJECTS = ["policy", "calendar", "reply_hours", "code"] as const;
export type SettingsSubject = (typeof SETTINGS_SUBJECTS)[number];

/** What a change of rules was about, in values that the page words. */
export type ChangeSummary = Record<string, string | number | boolean | null>;

/** One version of a pick-up rule. Times are origin-local "HH:MM". */
export type PolicyView = {
  id: string;
  /** "regular", "jne/regular", "idx/regular/Bali": what its versions have in common. */
  key: string;
  version: number;
  service: ServiceKind;
  courier: { id: string; name: string } | null;
  province: string | null;
  validFrom: Instant;
  cutoff: string | null;
  opening: string;
  targetDays: number;
  limit: { kind: "day"; days: number; at: string } | { kind: "minutes"; minutes: number };
  /** ISO weekdays, Monday is 1. */
  operatingDays: number[];
  /** "08.00-12.00, 13.00-17.00"; empty: the whole day. */
  hours: string;
  jointLeaveCloses: boolean;
  autoCancelDays: number | null;
  warnPercent: number;
  warnBeforeMinutes: number;
  silentScanMinutes: number;
  note: string;
  createdBy: string;
  state: "past" | "current" | "upcoming";
  /** The first version of a rule for everybody stays: without it a service had none. */
  withdrawable: boolean;
};

/** A date on which not the weekly rule counts. */
export type CalendarDayView = {
  id: string;
  date: string;
  kind: "libur_nasional" | "cuti_bersama" | "hours";
  courier: { id: string; name: string } | null;
  province: string | null;
  /** Empty: closed. */
  hours: string;
  name: string;
  createdBy: string;
};

export type ReplyHoursView = {
  id: string;
  side: Side;
  courier: { id: string; name: string } | null;
  validFrom: Instant;
  days: number[];
  /** "HH:MM"; 24:00 is the end of the day. */
  open: string;
  close: string;
  zone: TimeZone;
  targetMinutes: number | null;
  note: string;
  createdBy: string;
  state: "past" | "current" | "upcoming";
  withdrawable: boolean;
};

/** A pick-up request whose deadline a change moves. */
export type Move = {
  requestId: string;
  sellerName: string;
  courierName: string;
  zone: TimeZone;
  parcels: number;
  /** Resi of one of them. */
  resi: string;
  from: Instant | null;
  to: Instant | null;
};

/** What a change of rules does to parcels that still wait. Verdicts already reached stay. */
export type ChangePreview = {
  /** Open parcels whose deadline moves. */
  moved: number;
  /** Open parcels that would be late by now and therefore keep their deadline. */
  kept: number;
  /** The first of the moves, nearest deadline first. */
  moves: Move[];
};

export type ChangedRules = { applied: boolean; preview: ChangePreview };

/** Fields of a form of rules, as typed. */
export type RuleValues = Record<string, string | string[]>;

/** What a form of rules gets back: a refusal, or what it would do, with everything that was typed. */
export type RuleAnswer = {
  problem: Problem | null;
  values: RuleValues;
  outcome?: ChangedRules;
};

/** What a page says once after a change, from its own address. */
export type DoneView = { action: "added" | "withdrawn"; moved: number };

export type SettingsChangeView = {
  id: string;
  at: Instant;
  by: string;
  subject: SettingsSubject;
  action: "added" | "withdrawn";
  summary: ChangeSummary;
  /** Null: for all of them. */
  courier: { id: string; name: string } | null;
  moved: number;
};
