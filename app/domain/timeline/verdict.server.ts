import type { Stage } from "#app/contracts/stages.ts";
import type { Verdict } from "#app/contracts/timeline-views.ts";

export type VerdictFacts = {
  deadlineAt: Date | null;
  custodyAt: Date | null;
  finalAt: Date | null;
  stage: Stage;
  /** The seller says that the parcel was handed over. */
  claimed: boolean;
};

const minutes = (ms: number) => Math.max(0, Math.floor(ms / 60_000));

function judgeOpen(
  { deadlineAt, claimed }: VerdictFacts & { deadlineAt: Date },
  now: Date,
): Verdict {
  const left = deadlineAt.getTime() - now.getTime();
  const at = deadlineAt.toISOString();
  if (left < 0)
    return { kind: claimed ? "scan_late" : "late", deadlineAt: at, lateMinutes: minutes(-left) };
  return { kind: claimed ? "scan_within" : "within", deadlineAt: at, leftMinutes: minutes(left) };
}

/** One sentence: should it have been picked up by now, and by how much is it late. */
export function reachVerdict(facts: VerdictFacts, now: Date): Verdict {
  const { deadlineAt, custodyAt, finalAt, stage } = facts;
  if (finalAt && !custodyAt) return { kind: "final", stage, at: finalAt.toISOString() };
  if (!deadlineAt) return { kind: "unknown" };
  if (!custodyAt) return judgeOpen({ ...facts, deadlineAt }, now);
  return {
    kind: "picked_up",
    deadlineAt: deadlineAt.toISOString(),
    at: custodyAt.toISOString(),
    lateMinutes: minutes(custodyAt.getTime() - deadlineAt.getTime()),
  };
}
