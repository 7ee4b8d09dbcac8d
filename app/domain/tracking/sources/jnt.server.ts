import { z } from "zod";
import type { ReadScans } from "../scan.server.ts";
import { readAggregatorOf } from "./aggregator.server.ts";
import { buildScans } from "./build-scans.server.ts";
import { optionalResi, rawCode, rawText, rowsOf, sourceTime } from "./fields.server.ts";

/** Scan codes are small numbers, which also tells this form from those of other couriers. */
const Row = z
  .object({
    scanscode: rawCode,
    code: rawCode,
    date: sourceTime,
    time: sourceTime,
    desc: rawText,
  })
  .transform((row) => ({
    code: row.scanscode || row.code,
    text: row.desc,
    time: row.date ?? row.time,
  }))
  .refine(({ code }) => /^\d{1,3}$/.test(code));

const Scans = z.object({ awb: optionalResi, history: rowsOf(Row) });

const readHistory = readAggregatorOf("jnt");

export const readJnt: ReadScans = (body) => {
  const told = Scans.safeParse(body).data;
  if (!told) return readHistory(body);
  return buildScans({
    rows: told.history.map((row) => ({ resi: told.awb ?? "", ...row })),
    listed: "newest first",
    courier: "jnt",
    vocabulary: "jnt",
  });
};
