import type { WaitingOn } from "#app/contracts/parties.ts";
import type { StuckReason } from "#app/contracts/stuck-views.ts";

export type StuckFacts = {
  /** Null where no policy says one. */
  deadlineAt: Date | null;
  failedAt: Date | null;
  report: {
    scanIssue: boolean;
    waitingOn: WaitingOn;
    waitingSince: Date;
    courierServed: boolean;
    promiseEndedAt: Date | null;
  } | null;
};

/** A courier that holds the ball this long says nothing. */
const SILENT_MS = 2 * 60 * 60 * 1000;

const minutesBetween = (from: Date, to: Date) =>
  Math.max(0, Math.floor((to.getTime() - from.getTime()) / 60_000));

function reasonOfReport(
  report: NonNullable<StuckFacts["report"]>,
  deadlineAt: Date | null,
  now: Date,
): StuckReason | undefined {
  const waited = minutesBetween(report.waitingSince, now);
  if (!report.courierServed) return { type: "no_members" };
  if (report.waitingOn === "support") return { type: "support_turn", minutes: waited };
  if (report.promiseEndedAt && report.promiseEndedAt < now) {
    return { type: "promise_missed", minutes: minutesBetween(report.promiseEndedAt, now) };
  }
  if (report.scanIssue) return { type: "scan_missing", minutes: waited };
  const silent =
    report.waitingOn === "courier" && now.getTime() - report.waitingSince.getTime() > SILENT_MS;
  if (deadlineAt && now > deadlineAt && silent) {
    const minutes = minutesBetween(deadlineAt, now);
    return { type: "late_courier_silent", minutes, silentMinutes: waited };
  }
  return undefined;
}

/** The one reason that CS should act on first. */
export function stuckReason({ deadlineAt, failedAt, report }: StuckFacts, now: Date): StuckReason {
  const ofReport = report && reasonOfReport(report, deadlineAt, now);
  if (ofReport) return ofReport;
  if (!deadlineAt) return { type: "deadline_unknown" };
  const late = minutesBetween(deadlineAt, now);
  const left = minutesBetween(now, deadlineAt);
  if (now > deadlineAt)
    return report ? { type: "late", minutes: late } : { type: "late_unreported", minutes: late };
  if (failedAt) return { type: "failed_attempt", minutesLeft: left };
  return report
    ? { type: "soon", minutesLeft: left }
    : { type: "soon_unreported", minutesLeft: left };
}
