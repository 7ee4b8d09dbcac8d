import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { TrackingSource } from "#app/contracts/tracking.ts";
import { isTrackingSource, TRACKING_SOURCES } from "#app/domain/tracking/sources/index.server.ts";
import { tellRows } from "#app/domain/tracking/tell-rows.server.ts";
import { FOLDER, readSample, scansOf, tellBody } from "./read-sample.ts";

type Expected = { sample: string; source: TrackingSource; lines: object[] };

const expected: Expected[] = JSON.parse(readFileSync(`${FOLDER}/expected.json`, "utf8"));
const AGGREGATED = [
  "jnt_2024_pickup_failed_then_cancelled",
  "lion_2020_binderbyte",
  "sicepat_2020_binderbyte_blank_courier",
  "sicepat_2021_dropoff_then_retur_epoch",
  "sicepat_2021_ngorder_no_pick_event",
];

/** A sample with one of its values, however deep, replaced by any other. */
const mutatedSample = fc
  .tuple(fc.constantFrom(...expected), fc.nat(), fc.jsonValue())
  .map(([{ sample }, place, value]) => {
    const body = JSON.stringify(readSample(sample));
    const values = [...body.matchAll(/(?<=:)("[^"]*"|\d+|null|true|false)(?=[,}])/g)];
    const one = values[place % values.length];
    if (!one) return value;
    const end = one.index + one[0].length;
    return JSON.parse(body.slice(0, one.index) + JSON.stringify(value) + body.slice(end));
  });

describe("a public sample", () => {
  it("has its expectation, each of them", () => {
    const files = readdirSync(FOLDER).filter((file) => file !== "expected.json");
    expect(expected.map(({ sample }) => `${sample}.json`).sort()).toEqual(files.sort());
    for (const { source } of expected) expect(isTrackingSource(source)).toBe(true);
  });

  it.each(expected)("$sample says what it says", ({ sample, source, lines }) => {
    expect(tellBody(source, readSample(sample))).toEqual(lines);
  });

  it.each(AGGREGATED)("%s says the same under the aggregator's name", (sample) => {
    const lines = expected.find((one) => one.sample === sample)?.lines;
    expect(tellBody("binderbyte", readSample(sample))).toEqual(lines);
  });

  it.each(expected)("$sample names its rows the same at a second pull", ({ sample, source }) => {
    const [first, second] = [readSample(sample), readSample(sample)].map((body) =>
      scansOf(source, body).map(({ identity }) => identity),
    );
    expect(second).toEqual(first);
    expect(new Set(first).size).toBe(first?.length);
  });

  it("is of no other source's form, but for the aggregators", () => {
    for (const { sample, source, lines } of expected.filter((one) => one.lines.length > 0)) {
      const readers = Object.entries(TRACKING_SOURCES)
        .filter(([, read]) => (read(readSample(sample))?.length ?? 0) > 0)
        .map(([name]) => name);
      const more = AGGREGATED.includes(sample) ? ["binderbyte"] : [];
      expect({ sample, readers }).toEqual({ sample, readers: [source, ...more] });
      expect(lines.length).toBeGreaterThan(0);
    }
  });
});

describe("a parcel that the source does not know", () => {
  it.each<[TrackingSource, unknown]>([
    ["jne", { error: "Cnote No. Not Found.", status: false }],
    ["idx", { code: 100002, desc: "Waybill not found", total: null, data: null }],
    ["idx", { code: "100004", data: [] }],
    ["idx", { code: 100006 }],
    ["sicepat", { sicepat: { status: { code: 400, description: "Not found" }, result: null } }],
    ["binderbyte", { status: 400, message: "Data not found" }],
    ["kiriminaja", { status: false, text: "AWB tidak ditemukan" }],
    ["everpro", { status_code: 404, message: "not found", data: null }],
    ["biteship", { success: false, error: "Waybill not found", code: 40003003 }],
    ["sicepat", { sicepat: { status: { code: 200 }, result: { track_history: [] } } }],
  ])("has no rows at %s: %j", (source, body) => {
    expect(TRACKING_SOURCES[source](body)).toEqual([]);
  });

  it.each<[TrackingSource, unknown]>([
    ["idx", { code: -100001, desc: "signature error" }],
    ["biteship", { success: false, error: "Authorization failed" }],
    ["sicepat", { sicepat: { status: { code: 500 } } }],
  ])("is not what %s means by %j", (source, body) => {
    expect(TRACKING_SOURCES[source](body)).toBeUndefined();
  });

  it("is not what nonsense means", () => {
    for (const read of Object.values(TRACKING_SOURCES)) {
      for (const body of [null, 7, "text", [1], {}, { history: "x" }, { data: { history: [7] } }])
        expect(read(body)).toBeUndefined();
    }
  });
});

describe("any body at all", () => {
  it("is read or refused, and never breaks a reader", () => {
    const body = fc.oneof(fc.jsonValue(), mutatedSample);
    fc.assert(
      fc.property(body, (given) => {
        for (const read of Object.values(TRACKING_SOURCES)) {
          const scans = read(given) ?? [];
          expect(tellRows(scans, "Asia/Jakarta")).toHaveLength(scans.length);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe("a parcel without a resi", () => {
  it("is told of under its order until it has one", () => {
    const cancelled = { method: "canceled_packages", data: [{ awb: null, order_id: "OID-1" }] };
    expect(scansOf("kiriminaja", cancelled)[0]).toMatchObject({
      resi: "OID-1",
      meaning: "cancelled",
    });
    expect(TRACKING_SOURCES.kiriminaja({ ...cancelled, data: [{}] })).toBeUndefined();
    const [picked] = scansOf("biteship", readSample("biteship_webhook_order_status"));
    expect(picked).toMatchObject({ resi: "ORD-123456", courier: "jne", meaning: "picked_up" });
  });

  it("has none where an answer does not repeat which parcel was asked for", () => {
    const [row] = scansOf("everpro", readSample("popaket_tracking_response_shape"));
    expect(row).toMatchObject({ resi: "", time: null, meaning: "unknown" });
  });
});

describe("the identity of a row", () => {
  const row = { date: "2026-11-20 08:00:00", desc: "PICKUP FAILED" };
  const pull = (...history: object[]) =>
    scansOf("jnt", { summary: { awb: "JP1", courier: "JNT" }, history }).map((one) => one.identity);

  it("keeps duplicates apart, and adds nothing new when a later pull has more rows", () => {
    const before = pull(row, row);
    const after = pull(
      { date: "2026-11-20 09:00:00", desc: "TELAH DIAMBIL: DROP POINT" },
      row,
      row,
    );
    expect(new Set(before).size).toBe(2);
    expect(after.slice(0, 2)).toEqual(before);
  });

  it("is AWB and code for an Everpro callback, method and AWB for KiriminAja", () => {
    const callback = { awb_number: "ide 1", tracking_code: "Failed_Pickup" };
    expect(scansOf("everpro", callback)[0]?.identity).toBe("IDE1:FAILEDPICKUP");
    const webhook = { method: "shipped_packages", data: [{ awb: "A-1" }, { awb: "A-2" }] };
    expect(scansOf("kiriminaja", webhook).map((one) => one.identity)).toEqual([
      "shipped_packages:A-1",
      "shipped_packages:A-2",
    ]);
  });
});
