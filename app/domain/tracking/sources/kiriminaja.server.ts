import { z } from "zod";
import { requiredText } from "#app/contracts/text.schema.ts";
import type { ReadScans, Scan } from "../scan.server.ts";
import { findMeaning } from "../tables/find-meaning.server.ts";
import { optionalResi, rawText, rowsOf, sourceTime } from "./fields.server.ts";
import { findCourier } from "./find-courier.server.ts";
import { readKiriminAjaTracking } from "./kiriminaja-tracking.server.ts";

/** Cancelled before it had an AWB, a parcel is told of under its order. */
const Parcel = z
  .object({
    awb: optionalResi,
    order_id: optionalResi,
    date: sourceTime,
    shipped_at: sourceTime,
    finished_at: sourceTime,
    returned_at: sourceTime,
    reason: rawText,
  })
  .refine(({ awb, order_id }) => awb ?? order_id);

const Webhook = z.object({
  method: requiredText(100),
  data: rowsOf(Parcel),
  packages: z
    .array(z.object({ awb: optionalResi, service: z.string().nullish() }))
    .nullish()
    .catch(null),
});

/** A cancelled instant order keeps its shipped_at, and has no time of its own. */
const OWN_TIMES: Record<string, "shipped_at" | "finished_at" | "returned_at"> = {
  shipped_packages: "shipped_at",
  finished_packages: "finished_at",
  returned_packages: "returned_at",
  return_finished_packages: "returned_at",
};

/** The method is to be trusted, the packages' status number is not: it is 105 in every sample. */
function readWebhook({ method, data, packages }: z.output<typeof Webhook>): Scan[] {
  const services = new Map(packages?.map((row) => [row.awb, row.service]));
  const own = Object.hasOwn(OWN_TIMES, method) ? OWN_TIMES[method] : undefined;
  return data.map((row) => {
    const resi = row.awb ?? row.order_id ?? "";
    const courier = row.awb ? findCourier(services.get(row.awb)) : null;
    const time = (own && row[own]) ?? row.date;
    return {
      identity: `${method}:${resi}`,
      resi,
      courier,
      vocabulary: "kiriminaja",
      rawCode: method,
      rawText: row.reason,
      time,
      orderedAt: null,
      meaning: findMeaning("kiriminaja", { code: method, text: row.reason, at: time, courier }),
    };
  });
}

export const readKiriminAja: ReadScans = (body) => {
  const webhook = Webhook.safeParse(body).data;
  return webhook ? readWebhook(webhook) : readKiriminAjaTracking(body);
};
