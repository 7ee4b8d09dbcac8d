import { describe, expect, it } from "vitest";
import { readSourceTime, timeIn } from "#app/domain/tracking/source-time.server.ts";

describe("the time of a source", () => {
  it.each([
    [1638613620, "2021-12-04T10:27:00.000Z"],
    ["1638613620", "2021-12-04T10:27:00.000Z"],
    [1621648433000, "2021-05-22T01:53:53.000Z"],
    ["2025-01-09T06:02:03.000000Z", "2025-01-09T06:02:03.000Z"],
    ["2021-03-16T18:17:00+07:00", "2021-03-16T11:17:00.000Z"],
    ["2024-01-01T10:00:00+0700", "2024-01-01T03:00:00.000Z"],
    ["2024-01-01 10:00:00.25 -0130", "2024-01-01T11:30:00.250Z"],
  ])("%s is an instant", (value, iso) => {
    expect(readSourceTime(value)).toEqual({ instant: new Date(iso) });
  });

  it.each([
    ["10-08-2022 08:01", "2022-08-10T08:01:00"],
    ["2024-04-22 15:31", "2024-04-22T15:31:00"],
    ["2024-04-22 15:31:09", "2024-04-22T15:31:09"],
    ["2024-04-22T15:31:09.000000", "2024-04-22T15:31:09"],
    [" 1/2/2024 9:05 ", "2024-02-01T09:05:00"],
  ])("%s is the clock of the origin", (value, local) => {
    expect(readSourceTime(value)).toEqual({ local });
  });

  it.each([
    "",
    null,
    undefined,
    0,
    -1,
    12345,
    Number.NaN,
    "[tanggal]",
    "(shipped date)",
    "32-13-2024 10:00",
    "30-02-2024 10:00",
    "2024-02-30 10:00",
    "2024-04-22 24:00",
    "2024-04-22 10:61",
    "2024-04-22",
    "2024-04-22T10:00:00+99:00",
    "0000-00-00 00:00:00",
    "0001-01-01T00:00:00Z",
    "1970-01-01T00:00:00Z",
  ])("%s is none", (value) => {
    expect(readSourceTime(value)).toBeNull();
  });

  it("is an instant in the zone of the origin", () => {
    const noon = { local: "2026-11-20T12:00:00" };
    expect(timeIn(noon, "Asia/Jakarta")).toEqual(new Date("2026-11-20T05:00:00Z"));
    expect(timeIn(noon, "Asia/Makassar")).toEqual(new Date("2026-11-20T04:00:00Z"));
    expect(timeIn(noon, "Asia/Jayapura")).toEqual(new Date("2026-11-20T03:00:00Z"));
    expect(timeIn(null, "Asia/Jakarta")).toBeNull();
  });
});
