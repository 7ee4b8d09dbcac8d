import { z } from "zod";
import { SERVICE_KINDS } from "./services.ts";
import { requiredText, resi, text } from "./text.schema.ts";

const instant = z.iso.datetime({ offset: true });

/** What the platform sends when a seller books a pick-up. Instants are ISO 8601 with an offset. */
export const ReceivePickupRequest = z.object({
  id: requiredText(100),
  /** The seller's slug on the platform. */
  seller: requiredText(100),
  courier: requiredText(40),
  service: z.enum(SERVICE_KINDS),
  requested_at: instant,
  window: z.object({ start: instant, end: instant }).nullish(),
  /** The day that the seller asked for instead; the clock waits for it. */
  rescheduled_to: instant.nullish(),
  origin: z.object({
    contact_name: requiredText(100),
    contact_phone: requiredText(30),
    address: requiredText(300),
    village: text(100).default(""),
    district: text(100).default(""),
    city: requiredText(100),
    province: requiredText(100),
    postal_code: text(10).default(""),
    /** Where the parcels wait; only ever used to tell how far from there a photo was taken. */
    coordinates: z
      .object({ latitude: z.number().min(-90).max(90), longitude: z.number().min(-180).max(180) })
      .nullish(),
  }),
  parcels: z
    .array(z.object({ resi, order_no: text(100).default(""), description: text(200).default("") }))
    .min(1)
    .max(500)
    .refine(
      (parcels) => new Set(parcels.map((parcel) => parcel.resi)).size === parcels.length,
      "resi.twice",
    ),
});
export type ReceivePickupRequest = z.infer<typeof ReceivePickupRequest>;
