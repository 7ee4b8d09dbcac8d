import { CATEGORIES, type Category } from "#app/contracts/categories.ts";
import { instructionsFor } from "#app/contracts/instructions.ts";
import type { Actor } from "#app/contracts/parties.ts";
import { REOPEN_WINDOW_MS } from "#app/contracts/reports.ts";
import type { ReportPowers } from "#app/contracts/views.ts";
import { type PickupFacts, refuseForSupport } from "#app/domain/pickup/reckon-category.server.ts";
import type { ReportRecord } from "#db/queries/reports.ts";

type State = Pick<ReportRecord, "status" | "category_reckoned" | "resolved_at">;

/** For 72 hours after any end the seller may say "belum selesai"; CS at any time. */
export function mayReopen(actor: Pick<Actor, "kind">, report: State, now: Date): boolean {
  if (report.status === "open" || !report.resolved_at || actor.kind === "courier") return false;
  return (
    actor.kind === "support" || now.getTime() - report.resolved_at.getTime() <= REOPEN_WINDOW_MS
  );
}

/** A courier answers and promises; that the problem is over is the seller's or CS's to say, or tracking's. */
export const mayResolve = (actor: Pick<Actor, "kind">, report: State) =>
  report.status === "open" && actor.kind !== "courier";
export const mayCancel = (actor: Pick<Actor, "kind">, report: State) =>
  report.status === "open" && actor.kind === "seller";

/** What CS may make of the category of an open report. */
const categoriesFor = (
  actor: Pick<Actor, "kind">,
  report: State,
  facts: PickupFacts,
  now: Date,
): Category[] =>
  actor.kind === "support" && report.status === "open"
    ? CATEGORIES.filter(
        (one) => one !== report.category_reckoned && !refuseForSupport(one, facts, now),
      )
    : [];

export function reportPowers(
  actor: Actor,
  report: State,
  facts: PickupFacts,
  dispute: Pick<ReportPowers, "dispute" | "answerDispute" | "decideDispute" | "withdrawDispute">,
  now: Date,
): ReportPowers {
  const open = report.status === "open";
  return {
    post: open,
    note: open || actor.kind === "support",
    instruct: open
      ? instructionsFor(actor.kind, report.category_reckoned).map(
          (row) => row.code as ReportPowers["instruct"][number],
        )
      : [],
    resolve: mayResolve(actor, report),
    cancel: mayCancel(actor, report),
    reopen: mayReopen(actor, report, now),
    reverseScan: actor.kind === "support" && facts.custodyAt !== null,
    recategorise: categoriesFor(actor, report, facts, now),
    ...dispute,
  };
}
