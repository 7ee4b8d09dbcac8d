import { byPlainCode, type CodeTable } from "./code-table.server.ts";

export const SHOPEE: CodeTable = {
  vocabulary: "shopee",
  version: "2026-11-1",
  codes: byPlainCode({
    LOGISTICS_NOT_STARTED: "order_created",
    LOGISTICS_READY: "order_created",
    LOGISTICS_PENDING_ARRANGE: "order_created",
    LOGISTICS_REQUEST_CREATED: "pickup_requested",
    LOGISTICS_PICKUP_DONE: "picked_up",
    LOGISTICS_PICKUP_RETRY: "pickup_failed",
    LOGISTICS_PICKUP_FAILED: "pickup_failed_final",
    LOGISTICS_REQUEST_CANCELED: "cancelled",
    LOGISTICS_DELIVERY_DONE: "delivered",
    LOGISTICS_DELIVERY_FAILED: "delivery_failed",
    // Before or after the pick-up is not said, so that it begins no custody.
    LOGISTICS_COD_REJECTED: "exception",
    LOGISTICS_LOST: "lost",
    LOGISTICS_INVALID: "cancelled",
  }),
  texts: [{ pattern: /\bGAGAL DI ?-?PICK ?-?UP\b/i, meaning: "pickup_failed" }],
};
