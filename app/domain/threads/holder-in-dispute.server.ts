import type { Tx } from "#app/context.ts";
import type { WaitingOn } from "#app/contracts/parties.ts";
import { findDisputeHolder } from "#app/domain/disputes/find-dispute-holder.server.ts";
import type { ReportRecord } from "#db/queries/reports.ts";

/** While a dispute waits, what is said beside it leaves the ball with who must act in it. */
export const holderInDispute = async (
  tx: Tx,
  report: ReportRecord,
  otherwise: WaitingOn,
): Promise<WaitingOn> =>
  report.disputed ? ((await findDisputeHolder(tx, report)) ?? otherwise) : otherwise;
