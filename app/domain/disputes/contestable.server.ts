import type { Tx } from "#app/context.ts";
import type { ContestableView } from "#app/contracts/card-views.ts";
import type { DisputeSubject } from "#app/contracts/disputes.ts";
import type { Actor } from "#app/contracts/parties.ts";
import { DISPUTE_WINDOW_MS } from "#app/contracts/reports.ts";
import { isFailedAttempt, type Meaning, type Stage } from "#app/contracts/stages.ts";
import { maskPeople } from "#app/domain/tracking/mask-people.server.ts";
import { listFailureInstructions } from "#db/queries/disputes.ts";
import type { ReportRecord } from "#db/queries/reports.ts";
import { listEventsOfParcel } from "#db/queries/tracking.ts";

/** A failure that the courier stated, and when everybody could know of it. */
export type Failure = DisputeSubject & { id: string; reason: string; at: Date; knownAt: Date };

/** What decides whether a failure was one of the pick-up. */
export type PickupSpan = { requestedAt: Date; custodyAt: Date | null };

type Told = {
  id: string;
  meaning: Meaning;
  raw_code: string;
  raw_text: string;
  occurred_at: Date | null;
  received_at: Date;
};

/** After custody the same words are about a delivery; before the request, about another order. */
function attemptsIn(events: Told[], { requestedAt, custodyAt }: PickupSpan): Failure[] {
  const failures = events
    .filter((event) => isFailedAttempt(event.meaning as Stage))
    .map((event) => ({
      kind: "attempt" as const,
      code: event.meaning,
      id: event.id,
      reason: maskPeople(event.raw_text.trim() || event.raw_code),
      at: event.occurred_at ?? event.received_at,
      knownAt: event.received_at,
    }))
    .filter(({ at }) => at >= requestedAt && (custodyAt === null || at <= custodyAt));
  // Platform and courier tell of one attempt in rows of their own, with one time.
  return failures.filter(
    (one, index) => failures.findIndex((other) => +other.at === +one.at) === index,
  );
}

export const untilOf = (failure: Failure) =>
  new Date(failure.knownAt.getTime() + DISPUTE_WINDOW_MS);

/** Everything that the courier gave as a failure of this pick-up, the newest first. */
export async function listFailures(
  tx: Tx,
  actor: Actor,
  report: ReportRecord,
  span: PickupSpan,
): Promise<Failure[]> {
  const events = await listEventsOfParcel(tx, actor, report.parcel_id);
  const stated = (await listFailureInstructions(tx, actor, report.id)).map(
    (row): Failure => ({
      kind: "instruction",
      code: row.code,
      id: row.id,
      reason: row.detail,
      at: row.created_at,
      knownAt: row.created_at,
    }),
  );
  return [...attemptsIn(events, span), ...stated].sort((a, b) => +b.at - +a.at);
}

/** Those that may be contested still, and are not yet. */
export const contestableOf = (
  failures: Failure[],
  taken: ReadonlySet<string>,
  now: Date,
): ContestableView[] =>
  failures
    .filter((failure) => !taken.has(failure.id) && now <= untilOf(failure))
    .map((failure) => {
      const { id, kind, code, reason, at } = failure;
      return {
        ...({ kind, code } as DisputeSubject),
        id,
        reason,
        at: at.toISOString(),
        until: untilOf(failure).toISOString(),
      };
    });
