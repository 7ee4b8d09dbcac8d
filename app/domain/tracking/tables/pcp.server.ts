import type { CodeTable } from "./code-table.server.ts";

export const PCP: CodeTable = {
  vocabulary: "pcp",
  version: "2026-11-1",
  codes: {},
  texts: [
    { pattern: /^SHIPMENT (DATA )?ENTRY\b/i, meaning: "pickup_requested" },
    { pattern: /^ARRIVED? AT OPERATION\b/i, meaning: "in_transit" },
  ],
};
