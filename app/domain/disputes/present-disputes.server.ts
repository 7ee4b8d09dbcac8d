import type { Tx } from "#app/context.ts";
import type { Actor } from "#app/contracts/parties.ts";
import type { TimelineMark } from "#app/contracts/timeline-views.ts";
import type { ReportPowers, ReportView } from "#app/contracts/views.ts";
import { type DisputeRecord, listContested, listDisputes } from "#db/queries/disputes.ts";
import type { ParcelRow } from "#db/queries/parcels.ts";
import type { ReportRecord } from "#db/queries/reports.ts";
import { contestableOf, listFailures } from "./contestable.server.ts";
import { disputePowers } from "./dispute-powers.server.ts";
import { presentDispute } from "./present-dispute.server.ts";

/** What a report's page says of its disputes, beside their cards in the thread. */
export type DisputeFacts = {
  lines: ReportView["disputes"];
  powers: Pick<ReportPowers, "dispute" | "answerDispute" | "decideDispute" | "withdrawDispute">;
  marks: Map<string, TimelineMark["dispute"]>;
};

const toLine = (row: DisputeRecord) => {
  const { id, subject, state, passedAt, decision } = presentDispute(row, []);
  return { id, subject, state, passedAt, decision };
};

const toMark = ({ state, verdict }: DisputeRecord): TimelineMark["dispute"] =>
  state === "decided" ? (verdict ?? undefined) : state;

export async function presentDisputes(
  tx: Tx,
  actor: Actor,
  report: ReportRecord,
  parcel: ParcelRow,
  now: Date,
): Promise<DisputeFacts> {
  const rows = await listDisputes(tx, actor, report.id);
  const taken = await listContested(tx, actor, report.parcel_id);
  const span = { requestedAt: parcel.requested_at, custodyAt: parcel.custody_at };
  const mayContest = actor.kind === "seller" && report.status === "open";
  const failures = mayContest ? await listFailures(tx, actor, report, span) : [];
  return {
    lines: rows.map(toLine),
    powers: {
      dispute: contestableOf(failures, taken, now),
      ...disputePowers(actor.kind, rows),
    },
    marks: new Map(rows.map((row) => [row.subject_id, toMark(row)])),
  };
}
