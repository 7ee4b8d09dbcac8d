import { byPlainCode, type CodeTable } from "./code-table.server.ts";

export const EVERPRO: CodeTable = {
  vocabulary: "everpro",
  version: "2026-11-1",
  codes: byPlainCode({
    WAITING: "pickup_requested",
    "FAILED PICKUP": "pickup_failed",
    PICKEDUP: "picked_up",
    "IN PROCESS RETURN": "return",
    DELIVERED: "delivered",
    REJECTED: "delivery_failed",
    "IN TROUBLE": "exception",
    CANCELED: "cancelled",
    CANCELLED: "cancelled",
    RETURN: "returned",
    "LOST/BROKEN": "lost",
    "FORCE MAJEURE": "on_hold",
    300: "pickup_requested",
    400: "in_transit",
    404: "out_for_delivery",
    500: "delivered",
    700: "cancelled",
    702: "return",
    703: "lost",
    // "Failed": whether the pick-up or the delivery is not said.
    704: "unknown",
  }),
  texts: [],
  quotesCouriers: true,
};
