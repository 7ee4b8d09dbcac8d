import { z } from "zod";
import type { ReadScans } from "../scan.server.ts";
import { readAggregatorOf } from "./aggregator.server.ts";
import { buildScans } from "./build-scans.server.ts";
import { optionalResi, rawText, requiredCode, sourceTime } from "./fields.server.ts";

/** Of the STT and of the shipment, which exists before there is an STT. */
const Webhook = z
  .object({
    stt_no: optionalResi,
    shipment_id: optionalResi,
    status_code: requiredCode,
    remarks: rawText,
    updated_on: sourceTime,
  })
  .refine(({ stt_no, shipment_id }) => stt_no ?? shipment_id);

const readHistory = readAggregatorOf("lion");

export const readLion: ReadScans = (body) => {
  const told = Webhook.safeParse(body).data;
  if (!told) return readHistory(body);
  return buildScans({
    rows: [
      {
        resi: told.stt_no ?? told.shipment_id ?? "",
        code: told.status_code,
        text: told.remarks,
        time: told.updated_on,
      },
    ],
    listed: "oldest first",
    courier: "lion",
    vocabulary: "lion",
  });
};
