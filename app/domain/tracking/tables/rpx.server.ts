import type { CodeTable } from "./code-table.server.ts";

export const RPX: CodeTable = {
  vocabulary: "rpx",
  version: "2026-11-1",
  codes: {},
  texts: [
    { pattern: /^SHIPMENT (DATA )?ENTRY\b/i, meaning: "pickup_requested" },
    { pattern: /^(SHIPMENT )?PICKED UP\b/i, meaning: "picked_up" },
  ],
};
