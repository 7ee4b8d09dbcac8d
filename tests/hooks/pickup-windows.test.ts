import { describe, expect, it } from "vitest";
import { localDay, quickWindows } from "#app/components/thread/pickup-windows.ts";

const at = (utc: string) => Date.parse(`2026-11-24T${utc}:00Z`);

describe("quick windows for a courier's promise", () => {
  it("begin with the next full hour of the parcel's own zone", () => {
    const [first, second] = quickWindows(at("05:20"), "Asia/Makassar");
    expect(first).toEqual({ day: "today", date: "2026-11-24", from: "14:00", to: "16:00" });
    expect(second).toMatchObject({ from: "16:00", to: "18:00" });
  });

  it("offer only tomorrow once the day is over", () => {
    const days = quickWindows(at("12:30"), "Asia/Jakarta").map(({ day, date }) => [day, date]);
    expect(days).toEqual([
      ["tomorrow", "2026-11-25"],
      ["tomorrow", "2026-11-25"],
    ]);
  });

  it("know that it is already tomorrow in the east", () => {
    expect(localDay(at("15:30"), "Asia/Jayapura")).toEqual({ date: "2026-11-25", hour: 0 });
    expect(localDay(at("15:30"), "Asia/Jakarta")).toEqual({ date: "2026-11-24", hour: 22 });
  });
});
