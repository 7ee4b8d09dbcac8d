import { byPlainCode, type CodeTable } from "./code-table.server.ts";

export const IDX: CodeTable = {
  vocabulary: "idx",
  version: "2026-11-1",
  codes: byPlainCode({
    "Pick up scan": "picked_up",
    "Dropped Off at Store": "dropped_off",
    // At the destination too, where the sequence makes it a failed delivery.
    "Pickup Failure": "pickup_failed",
    "Loading scan": "in_transit",
    "Unloading scan": "in_transit",
    "Packing scan": "in_transit",
    "Unpacking scan": "in_transit",
    "Sending scan": "in_transit",
    "Arrival scan": "in_transit",
    "Delivery scan": "out_for_delivery",
    "Problem On Shipment scan": "exception",
    "POD scan": "delivered",
    "POD Entry": "delivered",
    "Create Return Bill": "return",
    "Confirm Return Bill": "return",
    "Return POD Scan": "returned",
  }),
  texts: [
    { pattern: /\bPICK ?-?UP FAILURE\b/i, meaning: "pickup_failed" },
    { pattern: /^PAKET GAGAL DI ?PICK ?UP\b/i, meaning: "pickup_failed" },
    { pattern: /^PAKET TELAH DI ?PICK ?UP OLEH\b/i, meaning: "picked_up" },
    { pattern: /^PAKET DALAM TRANSIT KE\b/i, meaning: "in_transit" },
    { pattern: /^PAKET TELAH SAMPAI DI\b/i, meaning: "in_transit" },
    { pattern: /^PAKET SEDANG DALAM PENGIRIMAN OLEH\b/i, meaning: "out_for_delivery" },
    { pattern: /^PAKET TELAH DI ?TERIMA OLEH\b/i, meaning: "delivered" },
    { pattern: /^PAKET RETUR TELAH DI ?TERIMA OLEH\b/i, meaning: "returned" },
    { pattern: /^PENGIRIMAN BERMASALAH DIKARENAKAN\b/i, meaning: "exception" },
    { pattern: /^PAKET AKAN DI ?RETURN\b/i, meaning: "return" },
  ],
  textFirst: ["PROBLEMONSHIPMENTSCAN"],
};
