import { z } from "zod";
import type { ReadScans } from "../scan.server.ts";
import { readAggregatorOf } from "./aggregator.server.ts";
import { buildScans } from "./build-scans.server.ts";
import { optionalResi, rawCode, rawText, rowsOf, sourceTime } from "./fields.server.ts";

/** The last row tells of its receiver where the others tell of a city. */
const Row = z.object({
  date_time: sourceTime,
  status: rawCode,
  city: rawText,
  receiver_name: rawText,
});

const Waybill = z.object({
  sicepat: z.object({
    result: z.object({ waybill_number: optionalResi, track_history: rowsOf(Row) }),
  }),
});

const NotFound = z.object({
  sicepat: z.object({ status: z.object({ code: z.literal([400, 404, "400", "404"]) }) }),
});

const readHistory = readAggregatorOf("sicepat");

export const readSiCepat: ReadScans = (body) => {
  if (NotFound.safeParse(body).success) return [];
  const waybill = Waybill.safeParse(body).data?.sicepat.result;
  if (!waybill) return readHistory(body);
  return buildScans({
    rows: waybill.track_history.map((row) => ({
      resi: waybill.waybill_number ?? "",
      code: row.status,
      text: row.city || row.receiver_name,
      time: row.date_time,
    })),
    listed: "oldest first",
    courier: "sicepat",
    vocabulary: "sicepat",
  });
};
