import { z } from "zod";
import type { Stage } from "#app/contracts/stages.ts";
import { requiredText, resi, text } from "#app/contracts/text.schema.ts";
import type { ReadScans } from "../scan.server.ts";

const time = z.string().nullish();

const Parcel = z.object({
  awb: resi,
  order_id: text(100).nullish(),
  date: time,
  shipped_at: time,
  finished_at: time,
  returned_at: time,
  rejected_at: time,
  reason: text(500).nullish(),
});

const Webhook = z.object({
  method: requiredText(100),
  data: z.array(Parcel).max(1000),
  packages: z
    .array(z.object({ awb: z.string().nullish(), service: z.string().nullish() }))
    .nullish()
    .catch(null),
});

type TimeField = "date" | "shipped_at" | "finished_at" | "returned_at" | "rejected_at";

/** The method is to be trusted, the packages' status number is not: it is 105 in every sample. */
const METHODS: Record<string, { stage: Stage; time: TimeField | null }> = {
  processed_packages: { stage: "pickup_requested", time: "date" },
  shipped_packages: { stage: "picked_up", time: "shipped_at" },
  // A cancelled instant order keeps its shipped_at, and has no time of its own.
  canceled_packages: { stage: "cancelled", time: null },
  finished_packages: { stage: "delivered", time: "finished_at" },
  returned_packages: { stage: "return", time: "returned_at" },
  return_finished_packages: { stage: "returned", time: "returned_at" },
};

const SERVICES: Record<string, string> = {
  idexpress: "idx",
  "j&t": "jnt",
  lionparcel: "lion",
  posindonesia: "pos",
};

/** Only a time with a zone is an instant; placeholders and naive times are not. */
function readInstant(value: string | null | undefined): Date | null {
  if (!value || !/(?:Z|[+-]\d\d:?\d\d)$/.test(value)) return null;
  const at = new Date(value);
  return Number.isNaN(at.getTime()) ? null : at;
}

export const readKiriminAja: ReadScans = (body) => {
  const parsed = Webhook.safeParse(body);
  if (!parsed.success) return undefined;
  const { method, data, packages } = parsed.data;
  const known = METHODS[method];
  const services = new Map(
    packages?.map((row) => [row.awb?.toUpperCase(), row.service?.toLowerCase()]),
  );
  return data.map((row) => {
    const service = services.get(row.awb);
    return {
      identity: `${method}:${row.awb}`,
      resi: row.awb,
      courier: service ? (SERVICES[service] ?? service) : null,
      stage: known?.stage ?? "unknown",
      rawCode: method,
      rawText: row.reason ?? "",
      occurredAt: known?.time ? readInstant(row[known.time]) : null,
    };
  });
};
