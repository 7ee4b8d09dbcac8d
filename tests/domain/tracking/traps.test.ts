import { describe, expect, it } from "vitest";
import { foldStage } from "#app/domain/tracking/fold-stage.server.ts";
import { plainText } from "#app/domain/tracking/tables/code-table.server.ts";
import { findMeaning } from "#app/domain/tracking/tables/find-meaning.server.ts";
import { aggregated, readSample, scansOf, tellBody, tellBriefly } from "./read-sample.ts";

const jneTrace = (...history: object[]) => ({ cnote: { cnote_no: "XXX" }, history });

describe("a trap seen in real samples", () => {
  it("1: PICK is missing, and the first custody is the manifest", () => {
    const told = tellBriefly("sicepat", readSample("sicepat_2021_ngorder_no_pick_event"));
    expect(told.slice(0, 2)).toEqual(["pickup_requested", "in_transit held"]);
    expect(told.every((line) => !line.startsWith("picked_up"))).toBe(true);
  });

  it("2: PICK is filled in later, in the minute of the manifest and before it", () => {
    const rows = tellBody("binderbyte", readSample("sicepat_2020_binderbyte_blank_courier"));
    expect(rows.slice(1, 3)).toMatchObject([
      { at: "2020-09-21T15:53:00.000Z", stage: "picked_up", custody: true },
      { at: "2020-09-21T15:53:00.000Z", stage: "in_transit", custody: true },
    ]);
  });

  it("3: a row comes twice in one minute, once without its branch, and both are kept", () => {
    const rows = tellBody("sicepat", readSample("sicepat_2022_gramedia_in_transit"));
    expect(rows.filter((row) => row.at === "2022-08-10T15:10:00.000Z")).toHaveLength(2);
    const twice = aggregated("SiCepat", ["MANIFESTED"]);
    twice.history.push(...twice.history);
    expect(new Set(scansOf("sicepat", twice).map((scan) => scan.identity)).size).toBe(2);
  });

  it("4: PICKED UP comes again eight days later, and the first one counts", () => {
    const rows = ["2026-11-01 10:00:00", "2026-11-09 10:00:00"].map((create_date) => ({
      awb_no: "SAP1",
      rowstate_name: "PICKED UP",
      create_date,
    }));
    expect(tellBriefly("sap", rows)).toEqual(["picked_up held", "picked_up held"]);
    const day = (date: number) => new Date(Date.UTC(2026, 10, date, 3));
    const events = [9, 1].map((date) => ({
      meaning: "picked_up" as const,
      occurredAt: day(date),
      receivedAt: day(10),
    }));
    expect(foldStage(events, day(0), "pickup_requested").custodyAt).toEqual(day(1));
  });

  it("5: rows from before the order are the oldest, and begin nothing", () => {
    const rows = tellBody("idx", readSample("idx_2021_full_with_problem_and_clock_skew"));
    expect(rows.slice(0, 3)).toMatchObject([
      { at: "2020-02-27T16:32:34.000Z", stage: "in_transit", custody: false },
      { at: "2020-02-27T17:38:26.000Z", stage: "in_transit", custody: false },
      { at: "2021-05-05T13:32:51.000Z", stage: "picked_up", custody: true },
    ]);
  });

  it("6: Pickup Failure after a scan of custody is a failed delivery, before it a failed pick-up", () => {
    const rows = tellBody("idx", readSample("idx_2021_full_with_problem_and_clock_skew"));
    const problems = rows.filter((row) => row.rawCode === "Problem On Shipment scan");
    expect(problems.map((row) => row.stage)).toEqual(["delivery_failed", "delivery_failed"]);
    const failure = { operationType: "Pickup Failure", operationTime: 1620221571000 };
    const alone = { code: 0, data: { basicInfo: { waybillNo: "IDE1" }, history: [failure] } };
    expect(tellBriefly("idx", alone)).toEqual(["pickup_failed"]);
  });

  it("7: MANIFES is an order with J&T, and custody with SiCepat and JNE", () => {
    expect(tellBriefly("binderbyte", aggregated("J&T", ["MANIFES"]))).toEqual(["pickup_requested"]);
    for (const courier of ["SiCepat", "JNE"])
      expect(tellBriefly("binderbyte", aggregated(courier, ["MANIFESTED"]))).toEqual([
        "in_transit held",
      ]);
    expect(tellBriefly("binderbyte", aggregated("Nobody", ["MANIFESTED"]))).toEqual(["unknown"]);
  });

  it("8: J&T received by the counter of the origin is no delivery", () => {
    const texts = ["MANIFES", "Paket telah diterima oleh COUNTER BANDUNG"];
    const delivered = "TERKIRIM: BUDI (DITERIMA OLEH: BUDI)";
    expect(tellBriefly("jnt", aggregated("JNT Express", [...texts, delivered]))).toEqual([
      "pickup_requested",
      "dropped_off held",
      "delivered held",
    ]);
  });

  it("9: JNE tells of the counter and the pick-up in one minute, in either order, without a zone", () => {
    const [date, counter, pickup] = ["10-08-2022 08:01", { code: "RC1" }, { code: "PU0" }];
    const told = (...codes: object[]) =>
      tellBody("jne", jneTrace(...codes.map((code) => ({ date, ...code, desc: "X" }))));
    expect(told(counter, pickup).map((row) => row.stage)).toEqual(["dropped_off", "picked_up"]);
    expect(told(pickup, counter).map((row) => row.stage)).toEqual(["picked_up", "dropped_off"]);
    expect(told(pickup)[0]).toMatchObject({ at: "2022-08-10T01:01:00.000Z", custody: true });
  });

  it("10: an order for a pick-up is ended by the sender's drop at the counter", () => {
    const told = tellBriefly("sicepat", readSample("sicepat_2021_dropoff_then_retur_epoch"));
    expect(told.slice(0, 2)).toEqual(["pickup_requested", "dropped_off held"]);
  });

  it("11: times are epochs, UTC, with an offset or the clock of the origin, and lists newest first", () => {
    const first = (at: string) => ({ at });
    const of = (source: Parameters<typeof tellBody>[0], sample: string) =>
      tellBody(source, readSample(sample))[0];
    expect(of("sicepat", "sicepat_2021_dropoff_then_retur_epoch")).toMatchObject(
      first("2021-12-01T08:22:00.000Z"),
    );
    expect(of("lion", "lion_webhook_bkd_2025")).toMatchObject(first("2025-08-22T07:20:27.000Z"));
    expect(of("biteship", "biteship_tracking_instant")).toMatchObject(
      first("2021-03-16T11:17:00.000Z"),
    );
    expect(of("ninja", "ninja_webhook_v2_shape")).toMatchObject(first("2024-01-01T03:00:00.000Z"));
    const jayapura = tellBody("lion", readSample("lion_2020_binderbyte"), "Asia/Jayapura");
    expect(jayapura[0]).toMatchObject(first("2020-09-21T21:47:55.000Z"));
  });

  it("12: names and numbers inside a text do not make it another text", () => {
    const one = "TERKIRIM: BANDUNG (DITERIMA OLEH: BUDI) CONTACT: 0812-3456-7890";
    const other = "Terkirim:  Bandung (Diterima oleh: Siti [RT 5]) Contact: Pak Joko +62 813";
    expect(plainText(one)).toBe("TERKIRIM BANDUNG CONTACT");
    expect(plainText(other)).toBe(plainText(one));
  });

  it("13: a cancelled instant order stays cancelled though its shipped_at is filled", () => {
    const told = tellBriefly("kiriminaja", readSample("kiriminaja_instant_webhook_canceled"));
    expect(told).toEqual(["cancelled"]);
    const summary = tellBriefly("jnt", readSample("jnt_2024_pickup_failed_then_cancelled"));
    expect(summary.at(-1)).toBe("cancelled");
  });

  it("14: spaces and line ends around a code or text change nothing, and are kept as received", () => {
    const row = { awb_no: " sap 1 ", rowstate_name: "DELIVERY ", create_date: "2026-11-20 08:00" };
    expect(tellBody("sap", row)).toMatchObject([
      { stage: "out_for_delivery", rawCode: "DELIVERY " },
    ]);
    expect(scansOf("sap", row)[0]?.resi).toBe("SAP1");
    expect(tellBody("lion", aggregated("Lion", ["GAGAL  DIJEMPUT\n"]))).toMatchObject([
      { stage: "pickup_failed", rawText: "GAGAL  DIJEMPUT\n" },
    ]);
  });

  it("15: Ninja's events differ in the case of their letters", () => {
    for (const event of [
      "Picked Up, In Transit To Origin Hub",
      "Picked Up, In Transit to Origin Hub",
      "PICKED UP, IN TRANSIT TO ORIGIN HUB",
    ]) {
      const body = { tracking_id: "NV1", timestamp: "2024-01-01T10:00:00+0700", event };
      expect(tellBriefly("ninja", body)).toEqual(["picked_up held"]);
    }
  });

  it("16: KiriminAja's 100 and 402 mean what they meant at the time of the row", () => {
    const meaning = (code: string, at: string) =>
      findMeaning("kiriminaja", { code, text: "", at: { local: at } });
    expect(meaning("100", "2025-12-31T23:59:59")).toBe("in_transit");
    expect(meaning("100", "2026-01-01T00:00:00")).toBe("pickup_requested");
    expect(meaning("402", "2024-06-01T10:00:00")).toBe("returned");
    expect(meaning("402", "2026-06-01T10:00:00")).toBe("return");
    const instant = (iso: string) =>
      findMeaning("kiriminaja", { code: "100", text: "", at: { instant: new Date(iso) } });
    expect(instant("2025-12-31T16:59:59Z")).toBe("in_transit");
    expect(instant("2025-12-31T17:00:00Z")).toBe("pickup_requested");
    const said = { code: "100", text: "Paket dibuat oleh KiriminAja", at: null };
    expect(findMeaning("kiriminaja", said)).toBe("order_created");
  });
});
