import type { Category } from "#app/contracts/categories.ts";
import { CATEGORIES } from "#app/contracts/categories.ts";
import type {
  CategoryRefusal,
  CategoryVerdict,
  ProposalReason,
} from "#app/contracts/filing-views.ts";
import type { ServiceKind } from "#app/contracts/services.ts";

/** What the category depends on. An unknown deadline is never passed. */
export type PickupFacts = {
  serviceKind: ServiceKind;
  custodyAt: Date | null;
  finalAt: Date | null;
  failedAt: Date | null;
  deadlineAt: Date | null;
};

export type Proposal =
  | { category: Category; reason: ProposalReason; refusal: null }
  | { category: null; reason: null; refusal: CategoryRefusal };

export const isLate = (facts: PickupFacts, now: Date) =>
  facts.deadlineAt !== null && now.getTime() > facts.deadlineAt.getTime();

/** Why this parcel has no pick-up problem at all. */
const findClosure = (facts: PickupFacts): CategoryRefusal | null => {
  if (facts.finalAt) return "final";
  return facts.custodyAt ? "custody" : null;
};

const propose = (category: Category, reason: ProposalReason): Proposal => ({
  category,
  reason,
  refusal: null,
});

/** The category without the seller's claim of a hand-over: final, custody, late, failed, else still inside. */
export function reckonCategory(facts: PickupFacts, now: Date): Proposal {
  const closure = findClosure(facts);
  if (closure) return { category: null, reason: null, refusal: closure };
  if (facts.serviceKind === "drop_off") return propose("scan_issue", "drop_off");
  if (isLate(facts, now)) return propose("long_pickup", "late");
  return facts.failedAt ? propose("gagal_pickup", "failed") : propose("belum_pickup", "within");
}

function refusePlainCategory(
  category: Category,
  facts: PickupFacts,
  now: Date,
): CategoryRefusal | null {
  const late = isLate(facts, now);
  if (category === "long_pickup") return late ? null : "not_late_yet";
  if (late) return "already_late";
  if (category === "gagal_pickup") return facts.failedAt ? null : "no_failed_attempt";
  return facts.failedAt ? "failed_attempt_exists" : null;
}

/** What even CS cannot make true; that an attempt failed or a parcel was handed over they may know by phone. */
export function refuseForSupport(
  category: Category,
  facts: PickupFacts,
  now: Date,
): CategoryRefusal | null {
  if (category === "scan_issue") return null;
  if (facts.serviceKind === "drop_off") return "drop_off_only_scan";
  if (category === "long_pickup") return isLate(facts, now) ? null : "not_late_yet";
  return isLate(facts, now) ? "already_late" : null;
}

/** Whether a seller may file this category now; that a scan issue needs its proof is the verb's to check. */
export function judgeCategory(category: Category, facts: PickupFacts, now: Date): CategoryVerdict {
  const refusal =
    findClosure(facts) ??
    (category === "scan_issue"
      ? null
      : facts.serviceKind === "drop_off"
        ? "drop_off_only_scan"
        : refusePlainCategory(category, facts, now));
  if (!refusal) return { category, allowed: true };
  const unlocksAt = refusal === "not_late_yet" ? (facts.deadlineAt?.toISOString() ?? null) : null;
  return { category, allowed: false, reason: refusal, unlocksAt };
}

export const judgeAllCategories = (facts: PickupFacts, now: Date): CategoryVerdict[] =>
  CATEGORIES.map((category) => judgeCategory(category, facts, now));
