import type { Tx } from "#app/context.ts";
import type { Side } from "#app/contracts/parties.ts";
import { findReplyHours } from "#db/queries/turns.ts";
import type { ReplyHours } from "./reckon-reply.server.ts";

/** The hours of a side in force at that moment; undefined where nobody has set any. */
export async function readReplyHours(
  tx: Tx,
  side: Side,
  courierId: string,
  at: Date,
): Promise<ReplyHours | undefined> {
  const row = await findReplyHours(tx, side, courierId, at);
  return (
    row && {
      days: row.days,
      openMinute: row.open_minute,
      closeMinute: row.close_minute,
      zone: row.zone,
      targetMinutes: row.target_minutes,
    }
  );
}
