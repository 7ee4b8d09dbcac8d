import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { mapFile } from "#server/cli/map/map-file.ts";
import { UsageError } from "#server/cli/usage-error.ts";
import { FOLDER, readSample } from "./read-sample.ts";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "pickup-map-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function write(name: string, content: unknown): string {
  const file = join(folder, name);
  writeFileSync(file, typeof content === "string" ? content : JSON.stringify(content));
  return file;
}

/** As a process of its own. */
function map(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["server/cli/map.ts", ...args], {
    encoding: "utf8",
  });
  const lines = stdout.split("\n").filter((line) => line !== "");
  return { status, stderr, rows: lines.map((line) => JSON.parse(line)) };
}

const rowsOf = (...args: string[]) => mapFile(args).map((line) => JSON.parse(line));

const sample = (name: string) => `${FOLDER}/${name}.json`;
const JNT = "jnt_2024_pickup_failed_then_cancelled";

function complaintAbout(args: string[]): string {
  try {
    return `nothing, but ${mapFile(args)}`;
  } catch (error) {
    if (error instanceof UsageError) return error.message;
    throw error;
  }
}

describe("npm run map", () => {
  it("prints a line a row, the oldest first, in UTC", () => {
    const { status, stderr, rows } = map("--source", "jnt", sample(JNT));
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(rows).toEqual([
      {
        at: "2024-11-19T05:27:34.000Z",
        stage: "pickup_requested",
        rawCode: "",
        rawText: "MANIFES",
        custody: false,
      },
      {
        at: "2024-11-19T07:34:18.000Z",
        stage: "pickup_failed",
        rawCode: "",
        rawText: "PICKUP FAILED",
        custody: false,
      },
      {
        at: "2024-11-26T19:17:06.000Z",
        stage: "cancelled",
        rawCode: "",
        rawText: "ORDER IS CANCELLED.",
        custody: false,
      },
    ]);
  });

  it("reads a bare body like a wrapped one, and a wall clock in the zone of the origin", () => {
    const file = write("bare.json", readSample(JNT));
    const rows = rowsOf("--source", "binderbyte", "--origin", "Asia/Makassar", file);
    expect(rows[0].at).toBe("2024-11-19T04:27:34.000Z");
  });

  it("says when it was read where the source has no time", () => {
    const before = Date.now();
    const rows = rowsOf("--source", "everpro", sample("everpro_callback_tracking"));
    expect(rows).toMatchObject([{ at: null, stage: "pickup_failed", custody: false }]);
    expect(Date.parse(rows[0].receivedAt)).toBeGreaterThanOrEqual(before);
  });

  it("tells custody of each parcel of a delivery alone", () => {
    const time = (minute: number) => `2026-11-20T08:0${minute}:00Z`;
    const file = write("many.json", [
      { awb_no: "A", rowstate_name: "PICKED UP", create_date: time(1) },
      { awb_no: "B", rowstate_name: "ENTRY (PENDING PICKUP)", create_date: time(2) },
      { awb_no: "A", rowstate_name: "SHIPMENT HOLD", create_date: time(3) },
    ]);
    const rows = rowsOf("--source", "sap", file);
    expect(rows.map((row) => row.custody)).toEqual([true, false, true]);
  });

  it("prints nothing for a parcel that is not found", () => {
    expect(map("--source", "jne", sample("jne_not_found"))).toEqual({
      status: 0,
      stderr: "",
      rows: [],
    });
  });

  it.each([
    ["no arguments", () => [], /Name the source .*everpro.*binderbyte/],
    ["no file", () => ["--source", "jne"], /Give one file/],
    ["two files", () => ["--source", "jne", "a.json", "b.json"], /Give one file/],
    ["an option of nobody", () => ["--sauce", "jne", "a.json"], /'--sauce'/],
    ["a source without a name", () => ["a.json", "--source"], /--source/],
    ["an unknown source", () => ["--source", "warp", "a.json"], /"warp".*everpro.*binderbyte/],
    ["a word of the language", () => ["--source", "constructor", "a.json"], /no source/],
    [
      "an unknown zone",
      () => ["--source", "jne", "--origin", "Europe/Paris", sample("jne_not_found")],
      /"Europe\/Paris".*Asia\/Jayapura/,
    ],
    ["no such file", () => ["--source", "jne", join(folder, "none.json")], /cannot be read/],
    ["a folder", () => ["--source", "jne", folder], /cannot be read/],
    ["no JSON", () => ["--source", "jne", write("broken.json", "{nonsense")], /not JSON/],
    [
      "another form",
      () => ["--source", "jne", sample("lion_webhook_bkd_2025")],
      /not of the form that jne sends/,
    ],
  ])("ends with 2 and one sentence for %s", (_, args, sentence) => {
    const complaint = complaintAbout(args());
    expect(complaint).toMatch(sentence);
    expect(complaint.split("\n")).toHaveLength(1);
  });
});
