import { z } from "zod";
import type { ReadScans, Scan } from "../scan.server.ts";
import { buildScans, type HistoryRow } from "./build-scans.server.ts";
import {
  optionalResi,
  rawCode,
  rawText,
  requiredCode,
  rowsOf,
  sourceTime,
} from "./fields.server.ts";
import { findCourier } from "./find-courier.server.ts";

const company = z.string().max(100).nullish();

const Tracking = z.object({
  waybill_id: optionalResi,
  order_id: optionalResi,
  courier: z.object({ company }).nullish(),
  history: rowsOf(z.object({ note: rawText, updated_at: sourceTime, status: requiredCode })),
});

const Webhook = z.object({
  event: z.string().regex(/^order\.[a-z_]+$/),
  order_id: optionalResi,
  status: rawCode,
  note: rawText,
  updated_at: sourceTime,
  courier: z.object({ company, waybill_id: optionalResi }).nullish(),
  courier_company: company,
  courier_waybill_id: optionalResi,
});

const NotFound = z
  .object({ success: z.literal(false) })
  .catchall(z.unknown())
  .refine((body) => /not found/i.test(JSON.stringify(body)));

const build = (rows: HistoryRow[], name: string | null | undefined): Scan[] =>
  buildScans({
    rows,
    listed: "oldest first",
    courier: findCourier(name),
    vocabulary: "biteship",
  });

/** A parcel can be picked before it has a resi; until then its order stands for it. */
function readWebhook(body: z.output<typeof Webhook>): Scan[] {
  const resi = body.courier?.waybill_id ?? body.courier_waybill_id ?? body.order_id ?? "";
  const row = { resi, code: body.status || body.event, text: body.note, time: body.updated_at };
  return build([row], body.courier?.company ?? body.courier_company);
}

export const readBiteship: ReadScans = (body) => {
  const tracking = Tracking.safeParse(body).data;
  if (tracking) {
    const resi = tracking.waybill_id ?? tracking.order_id ?? "";
    const rows = tracking.history.map((row) => ({
      resi,
      code: row.status,
      text: row.note,
      time: row.updated_at,
    }));
    return build(rows, tracking.courier?.company);
  }
  const webhook = Webhook.safeParse(body).data;
  if (webhook) return readWebhook(webhook);
  return NotFound.safeParse(body).success ? [] : undefined;
};
