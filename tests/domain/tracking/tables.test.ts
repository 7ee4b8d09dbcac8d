import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Meaning } from "#app/contracts/stages.ts";
import { STAGES } from "#app/contracts/stages.ts";
import { plainCode, plainText } from "#app/domain/tracking/tables/code-table.server.ts";
import { type ExtraMapping, findMeaning } from "#app/domain/tracking/tables/find-meaning.server.ts";
import { TABLES } from "#app/domain/tracking/tables/index.server.ts";
import { aggregated, tellBriefly } from "./read-sample.ts";

type Row = readonly [code: string, text: string, meaning: Meaning];

/** The published code lists, row by row, with the stage that the domain notes give to each. */
const CODE_LISTS: Record<string, Row[]> = JSON.parse(
  readFileSync("tests/fixtures/tracking-codes.json", "utf8"),
);
const MEANINGS: ReadonlySet<string> = new Set([...STAGES, "ignored", "custody_reversed"]);
const rows = Object.entries(CODE_LISTS).flatMap(([vocabulary, list]) =>
  list.map(([code, text, meaning]) => ({ vocabulary, code, text, meaning })),
);
const find = (vocabulary: string, code: string, text = "", extra: ExtraMapping[] = []) =>
  findMeaning(vocabulary, { code, text, at: null }, extra);

describe("the tables", () => {
  it.each(rows.filter(({ code }) => code))("$vocabulary $code is $meaning", (row) => {
    expect(find(row.vocabulary, row.code)).toBe(row.meaning);
    expect(find(row.vocabulary, ` ${row.code.toLowerCase()}\n`, row.text)).toBe(row.meaning);
  });

  it.each(rows.filter(({ code }) => !code))("$vocabulary '$text' is $meaning", (row) => {
    expect(find(row.vocabulary, "", row.text)).toBe(row.meaning);
    expect(find(row.vocabulary, "", ` ${row.text.toUpperCase()}\n`)).toBe(row.meaning);
  });

  it("never misread a text of their own list, whatever they know of it", () => {
    for (const row of rows.filter(({ text }) => text)) {
      const told = find(row.vocabulary, "", row.text);
      expect({ ...row, told: told === "unknown" ? row.meaning : told }).toEqual({
        ...row,
        told: row.meaning,
      });
    }
  });

  it("have plain codes, known meanings and versions in the order of their time", () => {
    for (const [vocabulary, versions] of Object.entries(TABLES)) {
      versions.forEach((table, index) => {
        expect(table.vocabulary).toBe(vocabulary);
        expect(table.version).toMatch(/^\d{4}-\d\d-\d+$/);
        expect(table.validFrom !== undefined).toBe(index > 0);
        for (const code of Object.keys(table.codes)) expect(plainCode(code)).toBe(code);
        for (const code of table.textFirst ?? []) expect(table.codes).toHaveProperty(code);
        const meanings = [...Object.values(table.codes), ...table.texts.map((one) => one.meaning)];
        for (const meaning of meanings) expect(MEANINGS).toContain(meaning);
        for (const { pattern } of table.texts) expect(pattern.flags).toBe("i");
      });
    }
  });

  it("do not know what is not in them, and do not stumble over odd words", () => {
    for (const code of ["", "DIBAWA ALIEN", "__proto__", "constructor", "【】", "\u0000"]) {
      expect(find("sicepat", code)).toBe("unknown");
      expect(find("nobody", code)).toBe("unknown");
    }
    expect(find("constructor", "PICK")).toBe("unknown");
    expect(find("binderbyte", "", `PAKET ${"(".repeat(100_000)}`)).toBe("unknown");
  });
});

describe("a withdrawn scan", () => {
  it.each([
    "Scan pick up dibatalkan",
    "SCAN PICKUP TELAH DIBATALKAN OLEH [HUB]",
    "Pickup scan void",
    "PICK UP SCAN CANCELLED",
    "Pembatalan scan pick-up",
  ])("%s ends custody, also under the code of the scan", (text) => {
    expect(find("sicepat", "PICK", text)).toBe("custody_reversed");
    const texts = ["TELAH DIAMBIL: DROP POINT [X]", text];
    expect(tellBriefly("jnt", aggregated("J&T", texts))).toEqual([
      "picked_up held",
      "pickup_requested",
    ]);
  });

  it("is not a pick-up that was cancelled", () => {
    expect(find("sap", "VOID PICK UP")).toBe("cancelled");
    expect(find("sap", "VOID PICK UP", "Pick up dibatalkan")).toBe("cancelled");
  });
});

describe("a text of a courier that is not named", () => {
  it("means what all that know it agree on", () => {
    expect(find("binderbyte", "", "PAKET TELAH SAMPAI DI GUDANG")).toBe("in_transit");
    expect(find("binderbyte", "", "Shipment received by jne counter officer")).toBe("dropped_off");
    expect(find("binderbyte", "", "PAKET TELAH DITERIMA OLEH BUDI")).toBe("unknown");
  });

  it("is that of the courier where KiriminAja names it", () => {
    const told = { code: "100", text: "MANIFESTED", at: { local: "2026-02-01T10:00:00" } };
    expect(findMeaning("kiriminaja", { ...told, courier: "jnt" })).toBe("pickup_requested");
    expect(findMeaning("kiriminaja", { ...told, courier: "jne" })).toBe("in_transit");
    expect(findMeaning("kiriminaja", { ...told, code: "103" })).toBe("picked_up");
  });
});

describe("a code that covers too much", () => {
  it("gives way to a text that is known", () => {
    const failed = "Paket gagal di pick up oleh SIGESIT – Ket: Reschedule by Seller";
    for (const code of ["PICK", "PICKREQ", "?", ""])
      expect(find("sicepat", code, failed)).toBe("pickup_failed");
    expect(find("sicepat", "PICK", "Paket [X]")).toBe("picked_up");
    const problem = "Problem On Shipment scan";
    expect(find("idx", problem, "Pickup Failure: alamat tidak ditemukan")).toBe("pickup_failed");
    expect(find("idx", problem, "Paket gagal di pick up dikarenakan X")).toBe("pickup_failed");
    expect(find("idx", problem, "Paket salah dalam proses penyortiran")).toBe("exception");
  });
});

describe("an added meaning", () => {
  const extra: ExtraMapping[] = [
    { vocabulary: "jnt", match: "text", value: "PAKET DITERIMA DI", meaning: "dropped_off" },
    { vocabulary: "jnt", match: "code", value: "MYST", meaning: "on_hold" },
    { vocabulary: "jnt", match: "text", value: "PICKUP FAILED", meaning: "delivered" },
    { vocabulary: "jnt", match: "text", value: "", meaning: "delivered" },
    { vocabulary: "jnt", match: "code", value: "", meaning: "delivered" },
  ];

  it("is asked where the tables do not know, by plain text before plain code", () => {
    expect(find("jnt", "", "Paket diterima di [X] 12", extra)).toBe("dropped_off");
    expect(find("jnt", "my-st", "", extra)).toBe("on_hold");
    expect(find("jnt", "my-st", "PAKET DITERIMA DI [Y]", extra)).toBe("dropped_off");
    expect(
      find("everpro", "704", "", [
        { ...extra[1], vocabulary: "everpro", value: "704" } as ExtraMapping,
      ]),
    ).toBe("on_hold");
  });

  it("never changes what the tables know, says nothing of other couriers and nothing of nothing", () => {
    expect(find("jnt", "", "PICKUP FAILED", extra)).toBe("pickup_failed");
    expect(find("sicepat", "MYST", "", extra)).toBe("unknown");
    expect(find("jnt", "", "", extra)).toBe("unknown");
    expect(find("jnt", "", "[X]", extra)).toBe("unknown");
  });
});

describe("the plain form", () => {
  it("of a code has no case, spaces and marks", () => {
    for (const code of ["FAILED PICKUP", "Failed_Pickup", " FAILEDPICKUP\n"])
      expect(plainCode(code)).toBe("FAILEDPICKUP");
  });

  it("of a text has no brackets, names, numbers and marks", () => {
    expect(plainText("PAKET DITERIMA DI [X]")).toBe(plainText("paket  diterima di [[Y] | 12:30]"));
    expect(plainText("GAGAL (BUDI) – Ket: Barang Not Ready")).toBe("GAGAL KET BARANG NOT READY");
    expect(plainText("RECEIVED BY: BUDI SANTOSO, 12-05")).toBe("RECEIVED BY");
    expect(plainText("marked as 【Pickup Failure】 by 【X】")).toBe("MARKED AS BY");
  });
});
