import { expect, it } from "vitest";
import { lastedMs, sumTurns } from "#app/components/thread/ledger-sums.ts";
import type { LedgerTurn } from "#app/contracts/views.ts";

const turn = (holder: LedgerTurn["holder"], from: string, to: string | null): LedgerTurn => ({
  holder,
  from: `2026-11-24T${from}:00Z`,
  to: to && `2026-11-24T${to}:00Z`,
  seconds: to ? 3600 : 60,
  workedSeconds: 30,
});
const TURNS = [
  turn("courier", "01:00", "02:00"),
  turn("seller", "02:00", "03:00"),
  turn("courier", "03:00", null),
];
const NOW = Date.parse("2026-11-24T03:10:00Z");

it("lets the turn that still lasts run on, and no other", () => {
  expect(TURNS.map((each) => lastedMs(each, NOW) / 60_000)).toEqual([60, 60, 10]);
});

it("sums every side once, to the whole time", () => {
  const sums = sumTurns(TURNS, NOW);
  expect(sums.map(({ holder, ms }) => [holder, ms / 60_000])).toEqual([
    ["courier", 70],
    ["seller", 60],
  ]);
  expect(sums[0]?.workedMs).toBe(60_000);
});
