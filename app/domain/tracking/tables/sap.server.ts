import { byPlainCode, type CodeTable } from "./code-table.server.ts";

export const SAP: CodeTable = {
  vocabulary: "sap",
  version: "2026-11-1",
  codes: byPlainCode({
    "ENTRY (PENDING PICKUP)": "pickup_requested",
    "ENTRY (SEDANG PICKUP ULANG)": "pickup_rescheduled",
    "PICKED UP": "picked_up",
    "VOID PICK UP": "cancelled",
    "ENTRY VERIFIED": "in_transit",
    "MANIFEST OUTGOING": "in_transit",
    "OUTGOING SMU": "in_transit",
    DELIVERY: "out_for_delivery",
    "POD - DELIVERED": "delivered",
    "POD - UNDELIVERED": "delivery_failed",
    "SHIPMENT HOLD": "on_hold",
    "SHIPMENT RETURN": "return",
    "SHIPMENT LOST": "lost",
    "SHIPMENT DAMAGE": "exception",
    IRREGULARITY: "exception",
  }),
  texts: [],
};
