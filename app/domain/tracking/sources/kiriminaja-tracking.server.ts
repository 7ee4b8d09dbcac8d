import { z } from "zod";
import type { ReadScans, Scan } from "../scan.server.ts";
import { buildScans } from "./build-scans.server.ts";
import { optionalResi, rawCode, rawText, rowsOf, sourceTime } from "./fields.server.ts";
import { findCourier } from "./find-courier.server.ts";

const service = z.string().max(100).nullish();

const Express = z.object({
  details: z.object({ awb: optionalResi, service }).nullish(),
  histories: rowsOf(z.object({ created_at: sourceTime, status: rawText, status_code: rawCode })),
});

const Instant = z.object({
  result: z.object({
    tracking_code: optionalResi,
    order_id: optionalResi,
    service,
    cancel_description: rawText,
    date: z.object({
      created_at: sourceTime,
      allocated_at: sourceTime,
      finished_at: sourceTime,
      canceled_at: sourceTime,
    }),
  }),
});

const NotFound = z.object({ status: z.literal(false) });

const readExpress = ({ details, histories }: z.output<typeof Express>): Scan[] =>
  buildScans({
    rows: histories.map((row) => ({
      resi: details?.awb ?? "",
      code: row.status_code,
      text: row.status,
      time: row.created_at,
    })),
    listed: "newest first",
    courier: findCourier(details?.service),
    vocabulary: "kiriminaja",
  });

/** An instant order has no rows: each date that is filled is one. */
function readInstant({ result }: z.output<typeof Instant>): Scan[] {
  const { date } = result;
  const dates = ["created_at", "allocated_at", "finished_at", "canceled_at"] as const;
  return buildScans({
    rows: dates
      .flatMap((code) => ({
        resi: result.tracking_code ?? result.order_id ?? "",
        code,
        text: code === "canceled_at" ? result.cancel_description : "",
        time: date[code],
      }))
      .filter((row) => row.time !== null),
    listed: "oldest first",
    courier: findCourier(result.service),
    vocabulary: "kiriminaja",
    orderedAt: date.created_at,
  });
}

export const readKiriminAjaTracking: ReadScans = (body) => {
  const express = Express.safeParse(body).data;
  if (express) return readExpress(express);
  const instant = Instant.safeParse(body).data;
  if (instant) return readInstant(instant);
  return NotFound.safeParse(body).success ? [] : undefined;
};
