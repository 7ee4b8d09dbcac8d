import type { CodeTable } from "./code-table.server.ts";

export const JNT: CodeTable = {
  vocabulary: "jnt",
  version: "2026-11-1",
  codes: {
    1: "in_transit",
    2: "in_transit",
    3: "in_transit",
    4: "out_for_delivery",
    5: "delivered",
    6: "exception",
  },
  texts: [
    { pattern: /\bGAGAL DI ?-?PICK ?-?UP\b/i, meaning: "pickup_failed" },
    { pattern: /^PICK ?-?UP FAILED\b/i, meaning: "pickup_failed" },
    // The order is made and printed; nobody has the parcel yet.
    { pattern: /^MANIFES(T|TED)?\b/i, meaning: "pickup_requested" },
    { pattern: /^(PAKET )?TELAH DIAMBIL\b/i, meaning: "picked_up" },
    { pattern: /^(PAKET )?TELAH (BERANGKAT|TIBA)\b/i, meaning: "in_transit" },
    { pattern: /^(PAKET )?SEDANG DIANTAR\b/i, meaning: "out_for_delivery" },
    { pattern: /^(PAKET )?(TELAH )?TERKIRIM\b/i, meaning: "delivered" },
    // The counter at the origin: a delivery says TERKIRIM.
    { pattern: /^(PAKET )?(TELAH )?DI ?TERIMA OLEH\b/i, meaning: "dropped_off" },
    { pattern: /^ORDER IS CANCELL?ED\b/i, meaning: "cancelled" },
  ],
};
