import { readFileSync } from "node:fs";
import type { TimeZone } from "#app/contracts/services.ts";
import type { TrackingSource } from "#app/contracts/tracking.ts";
import { TRACKING_SOURCES } from "#app/domain/tracking/sources/index.server.ts";
import { tellRows } from "#app/domain/tracking/tell-rows.server.ts";

export const FOLDER = "tests/fixtures/tracking";

export const readSample = (sample: string): unknown =>
  JSON.parse(readFileSync(`${FOLDER}/${sample}.json`, "utf8")).payload;

export function scansOf(source: TrackingSource, body: unknown) {
  const scans = TRACKING_SOURCES[source](body);
  if (!scans) throw new Error(`Not of the form of ${source}`);
  return scans;
}

export const tellBody = (source: TrackingSource, body: unknown, zone: TimeZone = "Asia/Jakarta") =>
  tellRows(scansOf(source, body), zone).map(({ scan, at, stage, custody }) => ({
    at: at?.toISOString() ?? null,
    stage,
    rawCode: scan.rawCode,
    rawText: scan.rawText,
    custody,
  }));

/** One line a row, for tables in tests: "12:08 picked_up held". */
export const tellBriefly = (source: TrackingSource, body: unknown) =>
  tellBody(source, body).map(({ stage, custody }) => `${stage}${custody ? " held" : ""}`);

/** An aggregator's answer for a courier, its texts from the oldest to the newest an hour apart. */
export const aggregated = (courier: string, texts: string[]) => ({
  summary: { awb: "AWB0001", courier },
  history: texts
    .map((desc, index) => ({
      date: `2026-11-20 ${String(8 + index).padStart(2, "0")}:00:00`,
      desc,
    }))
    .toReversed(),
});
