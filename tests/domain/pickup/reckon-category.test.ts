import { describe, expect, it } from "vitest";
import {
  judgeCategory,
  type PickupFacts,
  reckonCategory,
} from "#app/domain/pickup/reckon-category.server.ts";

const now = new Date("2026-11-25T03:00:00Z");
const before = new Date("2026-11-25T01:00:00Z");
const after = new Date("2026-11-25T13:00:00Z");
const facts = (more: Partial<PickupFacts> = {}): PickupFacts => ({
  serviceKind: "regular",
  custodyAt: null,
  finalAt: null,
  failedAt: null,
  deadlineAt: after,
  ...more,
});

describe("the category", () => {
  it.each([
    ["final before all else", facts({ finalAt: before, custodyAt: before }), { refusal: "final" }],
    [
      "custody: no pick-up problem",
      facts({ custodyAt: before, deadlineAt: before }),
      { refusal: "custody" },
    ],
    [
      "drop-off is always a scan issue",
      facts({ serviceKind: "drop_off", deadlineAt: before }),
      { category: "scan_issue" },
    ],
    [
      "late, also after a failed attempt",
      facts({ failedAt: before, deadlineAt: before }),
      { category: "long_pickup" },
    ],
    ["failed inside the limit", facts({ failedAt: before }), { category: "gagal_pickup" }],
    ["else still inside", facts(), { category: "belum_pickup" }],
    [
      "without a known deadline never late",
      facts({ deadlineAt: null }),
      { category: "belum_pickup" },
    ],
  ])("%s", (_name, given, expected) => {
    expect(reckonCategory(given, now)).toMatchObject(expected);
  });

  it("is not late at the deadline itself", () => {
    expect(reckonCategory(facts({ deadlineAt: now }), now)).toMatchObject({
      category: "belum_pickup",
    });
  });

  it.each([
    ["long_pickup", facts(), "not_late_yet"],
    ["belum_pickup", facts({ deadlineAt: before }), "already_late"],
    ["gagal_pickup", facts({ deadlineAt: before, failedAt: before }), "already_late"],
    ["gagal_pickup", facts(), "no_failed_attempt"],
    ["belum_pickup", facts({ failedAt: before }), "failed_attempt_exists"],
    ["belum_pickup", facts({ serviceKind: "drop_off" }), "drop_off_only_scan"],
    ["scan_issue", facts({ custodyAt: before }), "custody"],
  ] as const)("refuses %s with its reason", (category, given, reason) => {
    expect(judgeCategory(category, given, now)).toMatchObject({ allowed: false, reason });
  });

  it("says when Long pick up 3PL unlocks", () => {
    expect(judgeCategory("long_pickup", facts(), now)).toMatchObject({
      unlocksAt: after.toISOString(),
    });
  });
});
