import type { Category } from "#app/contracts/categories.ts";
import type { ParcelExplanation } from "#app/domain/pickup/explain-parcel.server.ts";
import { wordClock, wordTime } from "./word-clock.ts";

const CATEGORIES: Record<Category, string> = {
  belum_pickup: "Belum di Pick Up Masih dalam SLA",
  long_pickup: "Long pick up 3PL",
  gagal_pickup: "Gagal Pickup",
  scan_issue: "Pick Up Scan Issue",
};

function wordCategory({ category, noCategory }: ParcelExplanation): string {
  if (category) return CATEGORIES[category];
  return noCategory === "final"
    ? "none: the order is over"
    : "none: the courier has scanned the parcel";
}

function wordHistory({ history, clock }: ParcelExplanation): string[] {
  if (history.length === 0) return ["  nothing yet"];
  const zone = clock?.zone ?? "Asia/Jakarta";
  return history.map(({ at, stage, source, rawCode, rawText }) => {
    const said = [rawCode, rawText.trim()].filter((part) => part !== "").join(", ");
    return `  ${wordTime(at, zone)}  ${stage}  (${source}: ${said})`;
  });
}

export function wordParcel(parcel: ParcelExplanation): string[] {
  return [
    `${parcel.resi}  ${parcel.courier}, ${parcel.service}`,
    `Stage        ${parcel.stage}`,
    `Category     ${wordCategory(parcel)}`,
    ...(parcel.clock ? wordClock(parcel.clock) : ["Deadline     none: no policy applied"]),
    "",
    "What tracking said:",
    ...wordHistory(parcel),
  ];
}
