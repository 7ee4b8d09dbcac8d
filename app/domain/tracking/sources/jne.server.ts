import { z } from "zod";
import type { ReadScans } from "../scan.server.ts";
import { readAggregatorOf } from "./aggregator.server.ts";
import { buildScans } from "./build-scans.server.ts";
import { optionalResi, rawCode, rawText, rowsOf, sourceTime } from "./fields.server.ts";

/** `cnote_date` is the counter's entry, later than a pick-up, and so not when the order was made. */
const Trace = z.object({
  cnote: z.object({ cnote_no: optionalResi }),
  history: rowsOf(z.object({ date: sourceTime, desc: rawText, code: rawCode })),
});

const NotFound = z.object({ error: z.string(), status: z.literal(false) });

const readHistory = readAggregatorOf("jne");

export const readJne: ReadScans = (body) => {
  if (NotFound.safeParse(body).success) return [];
  const trace = Trace.safeParse(body).data;
  if (!trace) return readHistory(body);
  return buildScans({
    rows: trace.history.map((row) => ({
      resi: trace.cnote.cnote_no ?? "",
      code: row.code,
      text: row.desc,
      time: row.date,
    })),
    listed: "oldest first",
    courier: "jne",
    vocabulary: "jne",
  });
};
