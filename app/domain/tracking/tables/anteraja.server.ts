import type { CodeTable } from "./code-table.server.ts";

export const ANTERAJA: CodeTable = {
  vocabulary: "anteraja",
  version: "2026-11-1",
  codes: {
    160: "pickup_in_progress",
    201: "dropped_off",
    300: "in_transit",
    332: "in_transit",
    334: "in_transit",
    240: "out_for_delivery",
    250: "delivered",
    450: "exception",
    480: "return",
    235: "return",
    245: "return",
    255: "returned",
  },
  texts: [],
};
