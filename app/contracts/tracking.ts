/** Who sends tracking: the names of the webhooks' addresses and of the adapters. */
export const TRACKING_SOURCE_NAMES = [
  "everpro",
  "kiriminaja",
  "biteship",
  "ninja",
  "lion",
  "sicepat",
  "jne",
  "jnt",
  "idx",
  "sap",
  "binderbyte",
] as const;
export type TrackingSource = (typeof TRACKING_SOURCE_NAMES)[number];
