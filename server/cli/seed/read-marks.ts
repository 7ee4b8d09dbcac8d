import type { AppContext } from "#app/context.ts";
import type { Actor, AuthorSide, WaitingOn } from "#app/contracts/parties.ts";
import { markRead } from "#app/domain/threads/mark-read.server.ts";
import { type Random, seededRandom } from "./random.ts";

type Report = {
  id: string;
  code: string;
  seller_org_id: string;
  courier_id: string;
  waiting_on: WaitingOn;
};

type Stream = { report_id: string; audience: string; top: number; own: number };

const isTheirs = (actor: Actor, report: Report) =>
  actor.kind === "support" ||
  (actor.kind === "seller"
    ? report.seller_org_id === actor.organisationId
    : report.courier_id === actor.courierId);

/** How many of the last entries this person has not seen; undefined: never opened it. */
function unseen(actor: Actor, report: Report, random: Random): number | undefined {
  if (report.waiting_on === "nobody") return random.chance(0.9) ? 0 : 1;
  if (report.waiting_on === actor.kind) return random.chance(0.55) ? random.int(1, 2) : 0;
  if (actor.kind === "support" && random.chance(0.3)) return undefined;
  return random.chance(0.2) ? 1 : 0;
}

const listReports = (ctx: AppContext) =>
  ctx.db.as("system", (tx) =>
    tx
      .selectFrom("reports")
      .select(["id", "code", "seller_org_id", "courier_id", "waiting_on"])
      .orderBy("filed_at")
      .orderBy("resi")
      .execute(),
  );

/** Of each stream the last number, and the last one that this person wrote. */
const listStreams = (ctx: AppContext, actor: Actor): Promise<Stream[]> =>
  ctx.db.as("system", (tx) =>
    tx
      .selectFrom("report_streams as s")
      .select((eb) => [
        "s.report_id",
        "s.audience",
        "s.last_seq as top",
        eb.fn
          .coalesce(
            eb
              .selectFrom("entries as e")
              .select((own) => own.fn.max("e.seq").as("own"))
              .whereRef("e.report_id", "=", "s.report_id")
              .whereRef("e.audience", "=", "s.audience")
              .where("e.author_user_id", "=", actor.userId),
            eb.val(0),
          )
          .as("own"),
      ])
      .execute(),
  );

/** Lets these people have read most of what is theirs. */
export async function readMost(ctx: AppContext, people: Actor[]): Promise<void> {
  const random = seededRandom(99);
  const reports = await listReports(ctx);
  for (const actor of people) {
    const streams = await listStreams(ctx, actor);
    for (const report of reports.filter((one) => isTheirs(actor, one))) {
      const of = (audience: AuthorSide | "everyone") =>
        streams.find((one) => one.report_id === report.id && one.audience === audience);
      const [thread, notes] = [of("everyone"), of(actor.kind)];
      const left = unseen(actor, report, random);
      const seen = left === undefined ? 0 : (thread?.top ?? 0) - left;
      const everyone = Math.max(seen, thread?.own ?? 0);
      if (everyone > 0)
        await markRead(ctx, actor, report.code, {
          everyone,
          notes: notes?.top ?? 0,
          turn: 0,
        });
    }
  }
}
