import { z } from "zod";
import type { ReadScans, Scan } from "../scan.server.ts";
import { plainCode } from "../tables/code-table.server.ts";
import { findMeaning } from "../tables/find-meaning.server.ts";
import { buildScans } from "./build-scans.server.ts";
import {
  anyResi,
  optionalResi,
  rawCode,
  rawText,
  requiredCode,
  rowsOf,
  sourceTime,
} from "./fields.server.ts";

const Callback = z.object({
  awb_number: anyResi,
  tracking_code: requiredCode,
  cancel_reason: rawText,
});

const history = rowsOf(
  z.object({ date: sourceTime, status: rawCode, description: rawText }),
).nullish();

const Tracking = z
  .object({
    awb_number: optionalResi,
    tracking_history: history,
    data: z.object({ awb_number: optionalResi, tracking_history: history }).nullish(),
  })
  .transform(({ data, ...body }) => ({
    resi: data?.awb_number ?? body.awb_number ?? "",
    rows: body.tracking_history ?? data?.tracking_history,
  }));

const NotFound = z.object({ status_code: z.literal([404, "404"]) });

/** The callback has neither time nor sequence: AWB and code are its identity. */
function readCallback(told: z.output<typeof Callback>): Scan[] {
  const { awb_number: resi, tracking_code: code, cancel_reason: text } = told;
  return [
    {
      identity: `${resi}:${plainCode(code)}`,
      resi,
      courier: null,
      vocabulary: "everpro",
      rawCode: code,
      rawText: text,
      time: null,
      orderedAt: null,
      meaning: findMeaning("everpro", { code, text, at: null }),
    },
  ];
}

export const readEverpro: ReadScans = (body) => {
  const { resi, rows } = Tracking.safeParse(body).data ?? {};
  if (rows) {
    return buildScans({
      rows: rows.map((row) => ({
        resi: resi ?? "",
        code: row.status,
        text: row.description,
        time: row.date,
      })),
      listed: "oldest first",
      courier: null,
      vocabulary: "everpro",
    });
  }
  const callback = Callback.safeParse(body).data;
  if (callback) return readCallback(callback);
  return NotFound.safeParse(body).success ? [] : undefined;
};
