import { type RawBuilder, sql } from "kysely";
import type { Actor } from "#app/contracts/parties.ts";

/** Entries of a report that this person may read and has not: of everybody's stream and of their own side's notes. */
export const unreadOf = (
  actor: Actor,
  reportId: string,
): RawBuilder<number> => sql<number>`coalesce((
  select sum(s.last_seq - coalesce(case s.audience when 'everyone' then m.everyone_seq else m.notes_seq end, 0))::int
  from report_streams as s
  left join read_marks as m on m.report_id = s.report_id and m.user_id = ${actor.userId}
  where s.report_id = ${sql.ref(reportId)} and s.audience in ('everyone', ${actor.kind})
), 0)`;
