import type { CategoryRefusal } from "./filing-views.ts";
import type { ReportStatus } from "./reports.ts";
import type { TimeZone } from "./services.ts";
import type { Instant, PhotoView } from "./views.ts";

/** Resi that one hand-over photo may be shown for. */
export const MAX_RESI_A_PROOF = 200;

/** What the courier says of one resi of a shared proof. */
export const PROOF_STATES = ["asked", "confirmed", "rejected"] as const;
export type ProofState = (typeof PROOF_STATES)[number];

export const PROOF_REASONS = ["not_in_photo", "unreadable", "not_handed_over", "other"] as const;
export type ProofReason = (typeof PROOF_REASONS)[number];

/** A resi that was named and is not part of the proof. */
export type LeftOut = {
  resi: string;
  why: "unknown" | "other_courier" | CategoryRefusal;
};

/** An open report of one's own that a proof may be for. */
export type OpenResi = { resi: string; courierName: string };

export type ProofLinkView = {
  code: string;
  resi: string;
  state: ProofState;
  /** The report may have ended since; then nothing is asked any more. */
  status: ReportStatus;
  reason: ProofReason | null;
  detail: string;
  decidedAt: Instant | null;
  decidedBy: string | null;
};

export type ProofSums = Record<ProofState, number>;

export type ProofRowView = {
  id: string;
  sellerName: string;
  courierName: string;
  madeBy: string;
  madeAt: Instant;
  /** Of the pick-up. */
  zone: TimeZone;
  sums: ProofSums;
};

/** What has just been done: sent, or answered for so many resi; the others were answered or ended before. */
export type ProofDone = {
  action: "shared" | "confirmed" | "rejected";
  count: number;
  left: number;
};

export type ProofView = ProofRowView & {
  body: string;
  photos: PhotoView[];
  links: ProofLinkView[];
  leftOut: LeftOut[];
  /** Whether the viewer may answer. */
  mayDecide: boolean;
};
