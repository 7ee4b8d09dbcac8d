import { byPlainCode, type CodeTable } from "./code-table.server.ts";

export const POS: CodeTable = {
  vocabulary: "pos",
  version: "2026-11-1",
  codes: byPlainCode({
    "POSTING LOKET": "dropped_off",
    "MANIFEST SERAH": "in_transit",
    "MANIFEST TERIMA": "in_transit",
    "PROSES ANTAR": "out_for_delivery",
    "SELESAI ANTAR": "delivered",
    INLOCATION: "in_transit",
    // Name of the field that only a failed delivery fills.
    reason_delivery: "delivery_failed",
  }),
  texts: [
    { pattern: /^POSTING LOKET\b/i, meaning: "dropped_off" },
    { pattern: /^MANIFEST (SERAH|TERIMA)\b/i, meaning: "in_transit" },
    { pattern: /^PROSES ANTAR\b/i, meaning: "out_for_delivery" },
    { pattern: /^SELESAI ANTAR\b/i, meaning: "delivered" },
  ],
};
