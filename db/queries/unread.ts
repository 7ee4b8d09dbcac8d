import { type RawBuilder, sql } from "kysely";
import type { Actor, Audience } from "#app/contracts/parties.ts";

const CEILING = 99;

// The mark is looked up by the outer report, so once for a report: by the entry's it would be once for each.
const unreadIn = (actor: Actor, reportId: string, audience: Audience) => sql`
  select 1 from entries as e
  where e.report_id = ${sql.ref(reportId)} and e.audience = ${audience}
    and e.author_side <> 'system' and e.deleted_at is null and e.author_user_id <> ${actor.userId}
    and e.seq > coalesce((
      select m.read_seq from read_marks as m
      where m.report_id = ${sql.ref(reportId)} and m.audience = ${audience} and m.user_id = ${actor.userId}
    ), 0)`;

/** What others wrote in a report, to everybody or to this person's own side, that they have not read. */
export const unreadOf = (actor: Actor, reportId: string): RawBuilder<number> => sql<number>`(
  select count(*)::int from (
    (${unreadIn(actor, reportId, "everyone")}) union all (${unreadIn(actor, reportId, actor.kind)}) limit ${CEILING}
  ) as unread
)`;
