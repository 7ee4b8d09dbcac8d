import type { Meaning } from "#app/contracts/stages.ts";

/** When the source says it happened: an instant, or "YYYY-MM-DDTHH:MM:SS" on the clock of the origin. */
export type SourceTime = { instant: Date } | { local: string } | null;

/** What one source says of one parcel, in our words and in its own. */
export type Scan = {
  /** The same event again has the same identity. */
  identity: string;
  /** Empty where an answer does not repeat which parcel was asked for. */
  resi: string;
  /** Courier code where the source names it; narrows a resi that two couriers share. */
  courier: string | null;
  /** Name of the tables in which it was looked up. */
  vocabulary: string;
  rawCode: string;
  rawText: string;
  /** Null: the source does not say, and the time of receipt stands for it. */
  time: SourceTime;
  /** When the order was made, where the source says so. */
  orderedAt: SourceTime;
  meaning: Meaning;
};

/** Undefined: this body is not of that source's form. Empty: the source knows nothing of the parcel. */
export type ReadScans = (body: unknown) => Scan[] | undefined;

/** What CS says of a parcel is kept beside what couriers and platforms say. */
export const SUPPORT_SOURCE = "support";
