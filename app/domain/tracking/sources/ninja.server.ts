import { z } from "zod";
import type { ReadScans } from "../scan.server.ts";
import { buildScans } from "./build-scans.server.ts";
import { anyResi, rawCode, rawText, sourceTime } from "./fields.server.ts";

const reason = z.object({ failure_reason: rawText }).nullish().catch(null);

const Webhook = z
  .object({
    tracking_id: anyResi,
    timestamp: sourceTime,
    event: rawCode,
    status: rawCode,
    pickup_exception: reason,
    delivery_exception: reason,
  })
  .transform((body) => ({ ...body, code: body.event.trim() ? body.event : body.status }))
  .refine(({ code }) => code.trim() !== "");

export const readNinja: ReadScans = (body) => {
  const told = Webhook.safeParse(body).data;
  if (!told) return undefined;
  const text =
    told.pickup_exception?.failure_reason || told.delivery_exception?.failure_reason || "";
  return buildScans({
    rows: [{ resi: told.tracking_id, code: told.code, text, time: told.timestamp }],
    listed: "oldest first",
    courier: "ninja",
    vocabulary: "ninja",
  });
};
