import { describe, expect, it } from "vitest";
import { reckonDeadline } from "#app/domain/pickup/reckon-deadline.server.ts";

const regular = { cutoffLocal: "16:00", limitDays: 1, limitLocal: "20:00", autoCancelDays: 3 };
const calendar = { operatingDays: [1, 2, 3, 4, 5, 6], holidays: new Set(["2026-12-25"]) };
const deadline = (
  at: string,
  zone: "Asia/Jakarta" | "Asia/Makassar" | "Asia/Jayapura" = "Asia/Jakarta",
) => reckonDeadline(new Date(at), zone, regular, calendar).deadlineAt.toISOString();

describe("the pick-up deadline", () => {
  it("is 20.00 on the operating day after the request's", () => {
    expect(deadline("2026-11-23T02:00:00Z")).toBe("2026-11-24T13:00:00.000Z");
  });

  it("moves by a day at 16.00 sharp, and not a second before", () => {
    expect(deadline("2026-11-23T08:59:59Z")).toBe("2026-11-24T13:00:00.000Z");
    expect(deadline("2026-11-23T09:00:00Z")).toBe("2026-11-25T13:00:00.000Z");
  });

  it("leaves out Sundays and holidays", () => {
    expect(deadline("2026-11-21T02:00:00Z")).toBe("2026-11-23T13:00:00.000Z");
    expect(deadline("2026-11-22T02:00:00Z")).toBe("2026-11-24T13:00:00.000Z");
    expect(deadline("2026-12-24T02:00:00Z")).toBe("2026-12-26T13:00:00.000Z");
  });

  it("is reckoned in the origin's zone", () => {
    expect(deadline("2026-11-23T02:00:00Z", "Asia/Makassar")).toBe("2026-11-24T12:00:00.000Z");
    expect(deadline("2026-11-23T02:00:00Z", "Asia/Jayapura")).toBe("2026-11-24T11:00:00.000Z");
    // 16.30 in Jayapura is 14.30 in Jakarta.
    expect(deadline("2026-11-23T07:30:00Z", "Asia/Jayapura")).toBe("2026-11-25T11:00:00.000Z");
  });

  it("knows the cut-off it used and the auto-cancel three operating days later", () => {
    const { cutoffAt, autoCancelAt } = reckonDeadline(
      new Date("2026-11-27T02:00:00Z"),
      "Asia/Jakarta",
      regular,
      calendar,
    );
    expect(cutoffAt?.toISOString()).toBe("2026-11-27T09:00:00.000Z");
    expect(autoCancelAt?.toISOString()).toBe("2026-12-01T02:00:00.000Z");
  });
});
