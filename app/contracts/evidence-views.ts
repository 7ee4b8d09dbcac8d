import type { Instant } from "./views.ts";

/** What a photo says of itself; CS alone reads it. */
export type EvidenceView = {
  /** Of the file as it was received. */
  sha256: string;
  /** The camera's own clock, without a zone: what the phone believed, never a proof. */
  capturedAt: string | null;
  device: string | null;
  /** Drawn anew by the device that sent it: made smaller, converted, or covered. */
  reduced: boolean;
  /** Metres between where it was taken and the pick-up point. */
  distanceM: number | null;
  receivedAt: Instant;
  /** The file as received, as long as it is kept. */
  original: { url: string; bytes: number; until: Instant } | null;
  /** Other resi with the same proof, or nearly the same. */
  repeats: { code: string; resi: string; distance: number }[];
};
