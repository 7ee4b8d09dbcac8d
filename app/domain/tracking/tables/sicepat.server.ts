import { byPlainCode, type CodeTable } from "./code-table.server.ts";

export const SICEPAT: CodeTable = {
  vocabulary: "sicepat",
  version: "2026-11-1",
  codes: byPlainCode({
    PICKREQ: "pickup_requested",
    PICK: "picked_up",
    IN: "in_transit",
    OUT: "in_transit",
    ANT: "out_for_delivery",
    DELIVERED: "delivered",
    // Taken in at the branch: here it is custody, while J&T's MANIFES is none.
    MANIFESTED: "in_transit",
  }),
  texts: [
    { pattern: /\bGAGAL DI ?-?PICK ?-?UP\b/i, meaning: "pickup_failed" },
    { pattern: /^TERIMA PERMINTAAN PICK ?-?UP\b/i, meaning: "pickup_requested" },
    { pattern: /\bTELAH DI ?-?PICK ?-?UP OLEH\b/i, meaning: "picked_up" },
    { pattern: /\bDI ?DROP DI GERAI\b/i, meaning: "dropped_off" },
    { pattern: /\bDI ?INPUT \(MANIFESTED\)/i, meaning: "in_transit" },
    { pattern: /\bTELAH DI ?TERIMA DI\b/i, meaning: "in_transit" },
    { pattern: /^PAKET KELUAR DARI\b/i, meaning: "in_transit" },
    { pattern: /^PAKET DI ?BAWA\b/i, meaning: "out_for_delivery" },
    { pattern: /^PAKET (TELAH )?DI ?TERIMA OLEH\b/i, meaning: "delivered" },
    { pattern: /^PAKET DI ?KEMBALIKAN\b.*\(CU\)/i, meaning: "delivery_failed" },
    { pattern: /^PAKET DI ?KEMBALIKAN\b.*\(HOLD\)/i, meaning: "on_hold" },
    { pattern: /^PAKET DI ?KEMBALIKAN\b.*\(LOST\)/i, meaning: "lost" },
  ],
  // Under which code a failed pick-up comes is not public: its text is.
  textFirst: ["PICKREQ", "PICK"],
};
