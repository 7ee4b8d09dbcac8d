import { byPlainCode, type CodeTable } from "./code-table.server.ts";

export const LION: CodeTable = {
  vocabulary: "lion",
  version: "2026-11-1",
  codes: byPlainCode({
    SHPCRT: "pickup_requested",
    SHPSCD: "pickup_requested",
    CRRSRC: "pickup_requested",
    CRROTW: "pickup_in_progress",
    CRRCNC: "pickup_failed",
    CRRNFD: "pickup_failed",
    CRRSCD: "pickup_rescheduled",
    CRRPIC: "picked_up",
    CRRDON: "in_transit",
    DRPCRT: "dropoff_pending",
    CSTCNC: "cancelled",
    ADMCNC: "cancelled",
    // States of the STT: the agent has the parcel from the first on.
    BKD: "in_transit",
    "STI-DEST": "in_transit",
    DEL: "out_for_delivery",
    POD: "delivered",
  }),
  texts: [
    { pattern: /\bGAGAL DI ?JEMPUT\b/i, meaning: "pickup_failed" },
    { pattern: /\bPERCOBAAN PENJEMPUTAN ULANG\b/i, meaning: "pickup_rescheduled" },
    { pattern: /^PAKET(MU)? TELAH DI ?PROSES OLEH\b/i, meaning: "in_transit" },
    { pattern: /^PAKET(MU)? TELAH SAMPAI DI\b/i, meaning: "in_transit" },
    { pattern: /^PAKET(MU)? AKAN DI ?KIRIMKAN OLEH\b/i, meaning: "out_for_delivery" },
    // Without a receipt it may be the agent at the origin who received it.
    { pattern: /^PAKET(MU)? TELAH DI ?TERIMA OLEH \(RECEIPT BY\b/i, meaning: "delivered" },
  ],
};
