import { z } from "zod";
import { MEANINGS } from "./stages.ts";
import { id, requiredText } from "./text.schema.ts";
import { TRACKING_SOURCE_NAMES } from "./tracking.ts";
import { DELIVERY_TABS } from "./tracking-views.ts";

export const DeliveryFilters = z.object({
  tab: z.enum(DELIVERY_TABS).catch("all"),
  source: z.enum(TRACKING_SOURCE_NAMES).optional().catch(undefined),
  after: z
    .string()
    .max(200)
    .regex(/^[\w:.-]+$/)
    .optional()
    .catch(undefined),
});
export type DeliveryFilters = z.infer<typeof DeliveryFilters>;

export const ReplayDelivery = z.object({ id });
export type ReplayDelivery = z.infer<typeof ReplayDelivery>;

/** `unknown` is what it is without a mapping. */
const MAPPABLE = MEANINGS.filter((one) => one !== "unknown");

export const MapCode = z.object({
  vocabulary: requiredText(40),
  match: z.enum(["code", "text"], "field.required"),
  value: requiredText(1000),
  meaning: z.enum(MAPPABLE as [(typeof MAPPABLE)[number]], "field.required"),
});
export type MapCode = z.infer<typeof MapCode>;

export const WithdrawMapping = z.object({ id });
export type WithdrawMapping = z.infer<typeof WithdrawMapping>;

export const ReverseScan = z.object({ reason: requiredText(500) });
export type ReverseScan = z.infer<typeof ReverseScan>;
