import { z } from "zod";
import type { ReadScans, Scan } from "../scan.server.ts";
import { buildScans } from "./build-scans.server.ts";
import { optionalResi, rawText, requiredCode, rowsOf, sourceTime } from "./fields.server.ts";

const Parcel = z.object({
  basicInfo: z.object({ waybillNo: optionalResi, orderTime: sourceTime }).nullish(),
  history: rowsOf(
    z.object({
      waybillNo: optionalResi,
      operationType: requiredCode,
      operationTime: sourceTime,
      description: rawText,
    }),
  ),
});

const Tracking = z.object({
  code: z.literal([0, "0"]).nullish(),
  data: z.union([Parcel, z.array(Parcel).max(100)]),
});

/** No such waybill, nothing scanned yet, no waybill of that number. */
const NotFound = z.object({
  code: z.literal([100002, 100004, 100006, "100002", "100004", "100006"]),
});

const readParcel = ({ basicInfo, history }: z.output<typeof Parcel>): Scan[] =>
  buildScans({
    rows: history.map((row) => ({
      resi: row.waybillNo ?? basicInfo?.waybillNo ?? "",
      code: row.operationType,
      text: row.description,
      time: row.operationTime,
    })),
    listed: "newest first",
    courier: "idx",
    vocabulary: "idx",
    orderedAt: basicInfo?.orderTime,
  });

export const readIdx: ReadScans = (body) => {
  if (NotFound.safeParse(body).success) return [];
  const tracking = Tracking.safeParse(body).data;
  return tracking && [tracking.data].flat().flatMap(readParcel);
};
