import { z } from "zod";
import type { ReadScans } from "../scan.server.ts";
import { buildScans } from "./build-scans.server.ts";
import { optionalResi, rawText, requiredCode, rowsOf, sourceTime } from "./fields.server.ts";

/** Codes come with spaces at their end, numbers as strings. */
const Row = z.object({
  awb_no: optionalResi,
  rowstate_name: requiredCode,
  description: rawText,
  create_date: sourceTime,
});

const Body = z.union([
  rowsOf(Row),
  z.object({ data: rowsOf(Row) }).transform(({ data }) => data),
  z.object({ data: Row }).transform(({ data }) => [data]),
  Row.transform((row) => [row]),
]);

export const readSap: ReadScans = (body) => {
  const rows = Body.safeParse(body).data;
  if (!rows) return undefined;
  return buildScans({
    rows: rows.map((row) => ({
      resi: row.awb_no ?? "",
      code: row.rowstate_name,
      text: row.description,
      time: row.create_date,
    })),
    listed: "oldest first",
    courier: "sap",
    vocabulary: "sap",
  });
};
