import type { Meaning } from "#app/contracts/stages.ts";
import { byPlainCode, type CodeTable } from "./code-table.server.ts";

/** Codes whose meaning is the same in both lists. */
const STEADY: Record<string, Meaning> = {
  101: "pickup_requested",
  102: "pickup_in_progress",
  103: "picked_up",
  104: "in_transit",
  105: "pickup_requested",
  106: "in_transit",
  107: "exception",
  110: "pickup_requested",
  152: "delivery_failed",
  200: "delivered",
  210: "exception",
  211: "exception",
  300: "cancelled",
  301: "delivery_failed",
  302: "cancelled",
  303: "lost",
  310: "delivery_failed",
  311: "delivery_failed",
  333: "exception",
  350: "cancel_requested",
  400: "returned",
  401: "return",
  403: "return",
  404: "return",
  405: "return",
  406: "return",
  500: "exception",
  555: "exception",
  701: "lost",
  702: "exception",
  703: "lost",
  704: "exception",
  901: "pickup_failed",
  902: "exception",
  903: "exception",
  904: "return",
  905: "ignored",
  // Methods of the webhook.
  processed_packages: "pickup_requested",
  shipped_packages: "picked_up",
  canceled_packages: "cancelled",
  finished_packages: "delivered",
  returned_packages: "return",
  return_finished_packages: "returned",
  // Dates of an instant order.
  created_at: "pickup_requested",
  allocated_at: "pickup_in_progress",
  finished_at: "delivered",
  canceled_at: "cancelled",
};

const COMMON = {
  vocabulary: "kiriminaja",
  texts: [{ pattern: /^PAKET DIBUAT OLEH KIRIMINAJA/i, meaning: "order_created" }],
  // Every courier's text from the order to the door comes under 100.
  textFirst: ["100"],
  quotesCouriers: true,
} satisfies Partial<CodeTable>;

export const KIRIMINAJA_2024: CodeTable = {
  ...COMMON,
  version: "2024-01-1",
  codes: byPlainCode({ ...STEADY, 100: "in_transit", 402: "returned" }),
};

export const KIRIMINAJA_2026: CodeTable = {
  ...COMMON,
  version: "2026-01-1",
  validFrom: "2026-01-01T00:00:00",
  codes: byPlainCode({ ...STEADY, 100: "pickup_requested", 402: "return" }),
};
