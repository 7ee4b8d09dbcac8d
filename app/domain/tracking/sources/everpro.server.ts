import { z } from "zod";
import type { Stage } from "#app/contracts/stages.ts";
import { requiredText, resi, text } from "#app/contracts/text.schema.ts";
import type { ReadScans } from "../scan.server.ts";

const Callback = z.object({
  awb_number: resi,
  client_order_no: text(200).nullish(),
  tracking_code: requiredText(100),
  cancel_reason: text(500).nullish(),
});

/** Codes without case, spaces and marks: FAILED PICKUP, FAILED_PICKUP and FAILEDPICKUP are one. */
const STAGES: Record<string, Stage> = {
  WAITING: "pickup_requested",
  FAILEDPICKUP: "pickup_failed",
  PICKEDUP: "picked_up",
  INPROCESSRETURN: "return",
  DELIVERED: "delivered",
  REJECTED: "delivery_failed",
  INTROUBLE: "exception",
  CANCELED: "cancelled",
  CANCELLED: "cancelled",
  RETURN: "returned",
  LOSTBROKEN: "lost",
  FORCEMAJEURE: "on_hold",
};

const plainCode = (code: string) => code.toUpperCase().replace(/[^A-Z]/g, "");

/** The callback has neither time nor sequence: AWB and code are its identity. */
export const readEverpro: ReadScans = (body) => {
  const parsed = Callback.safeParse(body);
  if (!parsed.success) return undefined;
  const { awb_number, tracking_code, cancel_reason } = parsed.data;
  const code = plainCode(tracking_code);
  return [
    {
      identity: `${awb_number}:${code || tracking_code}`,
      resi: awb_number,
      courier: null,
      stage: STAGES[code] ?? "unknown",
      rawCode: tracking_code,
      rawText: cancel_reason ?? "",
      occurredAt: null,
    },
  ];
};
