import { z } from "zod";
import type { ReadScans } from "../scan.server.ts";
import { buildScans, type HistoryRow } from "./build-scans.server.ts";
import { anyResi, optionalResi, rawCode, rawText, rowsOf, sourceTime } from "./fields.server.ts";
import { findCourier } from "./find-courier.server.ts";

type Found = {
  courierName: string | null;
  rows: HistoryRow[];
  listed: "oldest first" | "newest first";
};

const name = z.string().max(100).nullish();

const Summary = z
  .object({
    summary: z.object({ awb: optionalResi, courier: name }),
    history: rowsOf(z.object({ date: sourceTime, desc: rawText })),
  })
  .transform(
    ({ summary, history }): Found => ({
      courierName: summary.courier ?? null,
      rows: history.map((row) => ({
        resi: summary.awb ?? "",
        code: "",
        text: row.desc,
        time: row.date,
      })),
      listed: "newest first",
    }),
  );

/** Here `desc` is the courier's code, and the text stands under `location`. */
const CodedRows = z
  .object({
    awb_number: anyResi,
    logistic_name: name,
    history: rowsOf(z.object({ date: sourceTime, desc: rawCode, location: rawText })),
  })
  .transform(
    ({ awb_number, logistic_name, history }): Found => ({
      courierName: logistic_name ?? null,
      rows: history.map((row) => ({
        resi: awb_number,
        code: row.desc,
        text: row.location,
        time: row.date,
      })),
      listed: "oldest first",
    }),
  );

const Express = z
  .object({
    order_express_info: z.object({
      express_name: name,
      express_no: optionalResi,
      records: rowsOf(z.object({ time: sourceTime, description: rawText })),
    }),
  })
  .transform(
    ({ order_express_info: info }): Found => ({
      courierName: info.express_name ?? null,
      rows: info.records.map((row) => ({
        resi: info.express_no ?? "",
        code: "",
        text: row.description,
        time: row.time,
      })),
      listed: "newest first",
    }),
  );

const Body = z.union([
  Summary,
  z.object({ data: z.union([Summary, CodedRows]) }).transform(({ data }) => data),
  Express,
]);

const NotFound = z.object({
  status: z.literal([400, 404, "400", "404", false]),
  message: z.string(),
  data: z.union([z.null(), z.tuple([]), z.strictObject({})]).optional(),
});

/** Texts of any courier, under the courier that the aggregator names. */
export const readAggregator: ReadScans = (body) => {
  if (NotFound.safeParse(body).success) return [];
  const found = Body.safeParse(body).data;
  if (!found) return undefined;
  const courier = findCourier(found.courierName);
  return buildScans({ ...found, courier, vocabulary: courier ?? "binderbyte" });
};

/** The same shapes under a courier's own name: what is told of another courier is not of its form. */
export const readAggregatorOf =
  (courier: string): ReadScans =>
  (body) => {
    if (NotFound.safeParse(body).success) return [];
    const found = Body.safeParse(body).data;
    const named = findCourier(found?.courierName);
    if (!found || (named !== null && named !== courier)) return undefined;
    return buildScans({ ...found, courier, vocabulary: courier });
  };
