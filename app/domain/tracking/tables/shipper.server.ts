import type { CodeTable } from "./code-table.server.ts";

export const SHIPPER: CodeTable = {
  vocabulary: "shipper",
  version: "2026-11-1",
  codes: {
    999: "cancelled",
    // Also after a driver gave up at the door: the search begins again.
    1000: "pickup_requested",
    1020: "pickup_in_progress",
  },
  texts: [],
};
