import { byPlainCode, type CodeTable } from "./code-table.server.ts";

export const GOSEND: CodeTable = {
  vocabulary: "gosend",
  version: "2026-11-1",
  codes: byPlainCode({
    confirmed: "pickup_requested",
    allocated: "pickup_in_progress",
    out_for_pickup: "pickup_in_progress",
    picked: "picked_up",
    out_for_delivery: "out_for_delivery",
    on_hold: "on_hold",
    delivered: "delivered",
    cancelled: "cancelled",
    rejected: "return",
    no_driver: "pickup_failed",
  }),
  texts: [],
};
