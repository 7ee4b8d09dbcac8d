import { randomUUID } from "node:crypto";

/** Everybody who may try a door. `other…` are of organisations that have nothing to do with the report. */
export const TRIERS = [
  "anonymous",
  "seller",
  "otherSeller",
  "operator",
  "otherOperator",
  "l1",
  "l2",
  "admin",
] as const;
export type Trier = (typeof TRIERS)[number];

/** What is behind the doors of one report. */
export type Scene = {
  code: string;
  instructionId: string;
  /** Another report, with a dispute. */
  disputedCode: string;
  disputeId: string;
  photoId: string;
  uploadId: string;
  parcelId: string;
  /** A message of the seller's. */
  entryId: string;
  /** Photos shared by several resi, and one of their reports. */
  proofId: string;
  proofCode: string;
};

export type Door = {
  method: "GET" | "POST" | "DELETE";
  path: (scene: Scene) => string;
  form?: (scene: Scene) => Record<string, string>;
  /** Status for each; who is not named gets that of `rest`. */
  expect: Partial<Record<Trier, number>> & { rest: number };
  /** The same door of something that is not there must answer an outsider in the same bytes. */
  missing?: (scene: Scene) => Partial<Scene>;
};

export const nobody = { code: "PP-00000000" };
export const noUuid = () => "00000000-0000-4000-8000-000000000000";

/** Insiders get `ok`, outsiders what a missing report gets; scripts without a session are told so. */
export const insiders = (ok: number, rest = 404) => ({
  seller: ok,
  operator: ok,
  l1: ok,
  l2: ok,
  admin: ok,
  anonymous: 401,
  rest,
});
export const signedIn = (ok: number) => ({ anonymous: 302, rest: ok });

/** Rules: administrators of support only. Tracking: all of support. */
export const admins = (ok: number, anonymous: number) => ({ admin: ok, anonymous, rest: 403 });
export const support = (ok: number, anonymous: number) => ({
  l1: ok,
  l2: ok,
  admin: ok,
  anonymous,
  rest: 403,
});

/** A rule as its form sends it, to be looked at only. */
export const policy = () => ({
  ...{ intent: "preview", service: "regular", validFrom: "2026-11-30", cutoff: "15.00" },
  ...{ opening: "08.00", targetDays: "0", limitKind: "day", limitDays: "1", limitAt: "20.00" },
  ...{ limitMinutes: "", operatingDays: "1", autoCancelDays: "3", warnPercent: "80" },
  ...{ warnBeforeMinutes: "60", silentScanMinutes: "120" },
});
export const holiday = () => ({
  intent: "preview",
  date: "2026-12-01",
  kind: "hours",
  name: "Pilkada",
});

export const entry = () => ({ clientId: randomUUID(), body: "halo" });
