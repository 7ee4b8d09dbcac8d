import { byPlainCode, type CodeTable } from "./code-table.server.ts";

export const BITESHIP: CodeTable = {
  vocabulary: "biteship",
  version: "2026-11-1",
  codes: byPlainCode({
    confirmed: "pickup_requested",
    scheduled: "pickup_requested",
    allocated: "pickup_in_progress",
    picking_up: "pickup_in_progress",
    picked: "picked_up",
    dropping_off: "out_for_delivery",
    delivered: "delivered",
    on_hold: "on_hold",
    return_in_transit: "return",
    returned: "returned",
    rejected: "exception",
    disposed: "exception",
    courier_not_found: "pickup_failed_final",
    cancelled: "cancelled",
    canceled: "cancelled",
    // Tells the resi, not a state.
    "order.waybill_id": "ignored",
  }),
  texts: [],
};
