import type { Stage } from "#app/contracts/stages.ts";

/** What one source says of one parcel, in our words and in its own. */
export type Scan = {
  /** The same event again has the same identity. */
  identity: string;
  resi: string;
  /** Courier code where the source names it; narrows a resi that two couriers share. */
  courier: string | null;
  stage: Stage;
  rawCode: string;
  rawText: string;
  /** Null: the source does not say, and the time of receipt stands for it. */
  occurredAt: Date | null;
};

/** Undefined: this body is not of that source's form. */
export type ReadScans = (body: unknown) => Scan[] | undefined;
