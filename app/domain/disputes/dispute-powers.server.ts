import type { Side } from "#app/contracts/parties.ts";
import type { ReportPowers } from "#app/contracts/views.ts";
import type { DisputeRecord } from "#db/queries/disputes.ts";

type State = Pick<DisputeRecord, "id" | "state" | "passed_at">;

/** The courier may still answer what went to CS without an answer, until CS decides. */
export const mayAnswer = (side: Side, { state }: State) => side === "courier" && state === "open";
export const mayWithdraw = (side: Side, { state }: State) =>
  side === "seller" && (state === "open" || state === "answered");
export const mayDecide = (side: Side, { state, passed_at }: State) =>
  side === "support" && (state === "answered" || (state === "open" && passed_at !== null));

export function disputePowers(
  side: Side,
  disputes: State[],
): Pick<ReportPowers, "answerDispute" | "decideDispute" | "withdrawDispute"> {
  const idsWhere = (may: typeof mayAnswer) =>
    disputes.filter((row) => may(side, row)).map(({ id }) => id);
  return {
    answerDispute: idsWhere(mayAnswer),
    decideDispute: idsWhere(mayDecide),
    withdrawDispute: idsWhere(mayWithdraw),
  };
}
