import type { CodeTable } from "./code-table.server.ts";

export const TIKI: CodeTable = {
  vocabulary: "tiki",
  version: "2026-11-1",
  codes: {},
  texts: [
    // Custody is proved by the arrival only: data can be entered before the parcel comes.
    { pattern: /^SHIPMENT DATA ENTRY\b/i, meaning: "pickup_requested" },
    { pattern: /^ARRIVED? AT TIKI\b/i, meaning: "in_transit" },
    { pattern: /^(DEPARTED TO|TRANSIT AT)\b/i, meaning: "in_transit" },
    { pattern: /^WITH DELIVERY COURIER\b/i, meaning: "out_for_delivery" },
    { pattern: /^SUCCESS\b.*\bRECEIVED BY\b/i, meaning: "delivered" },
  ],
};
