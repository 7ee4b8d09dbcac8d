import type { ReportRow } from "#app/contracts/views.ts";
import { seededRandom } from "#server/cli/seed/random.ts";
import { openCaller } from "./caller.ts";
import type { Seat } from "./scene.ts";
import type { Stage } from "./stage.ts";

const LIST = `/pickup-problem?tab=all&_data=${encodeURIComponent("routes/pickup-problem")}`;
/** Badges count no further. */
const CEILING = 99;

/** What the table says that somebody has not read, by its own words and not by the app's. */
async function countInTable({ scene }: Stage, { actor, code }: Seat): Promise<number> {
  const { rows } = await scene.pool.query<{ count: number }>(
    `select count(*)::int as count
     from entries e join reports r on r.id = e.report_id
     left join read_marks m
       on m.report_id = e.report_id and m.audience = e.audience and m.user_id = $2
     where r.code = $1 and e.audience in ('everyone', $3) and e.deleted_at is null
       and e.author_user_id is distinct from $2 and e.author_user_id is not null
       and (m.read_seq is null or e.seq > m.read_seq)`,
    [code, actor.userId, actor.kind],
  );
  return Math.min(CEILING, rows[0]?.count ?? 0);
}

/** Everybody reads a part of their thread. @returns how many then see another number in their list than the table's. */
export async function countWrongBadges(stage: Stage): Promise<number> {
  const { scene, fleet, origin, ledger, seed } = stage;
  const random = seededRandom(seed);
  let wrong = 0;
  for (const seat of scene.seats) {
    const caller = openCaller(seat.cookie, origin);
    const port = random.pick(fleet.nodes).port;
    const top = ledger.topOf(seat.code);
    const everyone = String(random.int(Math.max(0, top - CEILING), top));
    await caller.call({
      port,
      path: `/pickup-problem/${seat.code}/read`,
      form: { everyone, notes: "0", turn: "0" },
    });
    const answer = await caller.call({ port, path: LIST });
    const page = answer?.body as { page: { rows: ReportRow[] } } | undefined;
    const row = page?.page.rows.find((one) => one.code === seat.code);
    if (row?.unread !== (await countInTable(stage, seat))) wrong += 1;
    caller.close();
  }
  return wrong;
}
