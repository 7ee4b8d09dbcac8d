import { z } from "zod";
import { MEANINGS } from "./stages.ts";
import { id, requiredText, text } from "./text.schema.ts";
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
  /** The delivery that has just been worked once more. */
  replayed: id.optional().catch(undefined),
});
export type DeliveryFilters = z.infer<typeof DeliveryFilters>;

export const ReplayDelivery = z.object({ id });
export type ReplayDelivery = z.infer<typeof ReplayDelivery>;

/** `unknown` is what it is without a mapping. */
const MAPPABLE = MEANINGS.filter((one) => one !== "unknown");

/** The form names both the code and the text, and by which of them it is known again. */
export const MapCode = z
  .object({
    vocabulary: requiredText(40),
    match: z.enum(["code", "text"], "field.required"),
    code: text(1000).default(""),
    text: text(1000).default(""),
    meaning: z.enum(MAPPABLE as [(typeof MAPPABLE)[number]], "field.required"),
  })
  .transform(({ code, text: words, ...rest }) => ({
    ...rest,
    value: rest.match === "code" ? code : words,
  }))
  .refine(({ value }) => value !== "", { message: "field.required", path: ["match"] });
export type MapCode = z.infer<typeof MapCode>;

export const WithdrawMapping = z.object({ id });
export type WithdrawMapping = z.infer<typeof WithdrawMapping>;

/** What has just been done, as it stands in the address of the page after. */
const count = z.coerce.number().int().min(0).catch(0);
export const MappedDone = z
  .object({ done: z.enum(["mapped", "withdrawn"]), rows: count, parcels: count })
  .transform(({ done, ...counts }) => ({ action: done, ...counts }))
  .nullable()
  .catch(null);

export const ReverseScan = z.object({ reason: requiredText(500) });
export type ReverseScan = z.infer<typeof ReverseScan>;
