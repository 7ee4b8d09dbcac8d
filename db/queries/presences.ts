import { type Insertable, sql, type Transaction } from "kysely";
import type { Actor } from "#app/contracts/parties.ts";
import type { Database } from "../tables/index.ts";
import { ownedBy } from "./scope.ts";

type Tx = Transaction<Database>;
type Place = { report_id: string; seller_org_id: string; courier_id: string };

/** Seconds after which a connection that nobody renews counts as gone. */
const LIFETIME = 35;
const alive = sql<boolean>`p.seen_at > clock_timestamp() - make_interval(secs => ${LIFETIME})`;

export const insertPresence = (tx: Tx, row: Insertable<Database["presences"]>) =>
  tx
    .insertInto("presences")
    .values(row)
    .onConflict((conflict) => conflict.columns(["report_id", "connection_id"]).doNothing())
    .execute();

/** @param reportId only there; undefined: wherever this connection is. */
export const deletePresences = (
  tx: Tx,
  actor: Actor,
  connectionId: string,
  reportId?: string,
): Promise<Place[]> =>
  tx
    .deleteFrom("presences")
    .where("connection_id", "=", connectionId)
    .where("user_id", "=", actor.userId)
    .where(ownedBy(actor, "presences"))
    .$if(reportId !== undefined, (query) => query.where("report_id", "=", reportId as string))
    .returning(["report_id", "seller_org_id", "courier_id"])
    .execute();

export const renewPresences = (tx: Tx, nodeId: string, connectionIds: string[]) =>
  tx
    .updateTable("presences")
    .set({ seen_at: sql`clock_timestamp()` })
    .where("node_id", "=", nodeId)
    .where("connection_id", "=", sql<string>`any(${connectionIds}::text[])`)
    .returning(["report_id", "connection_id"])
    .execute();

export const deleteNodePresences = (tx: Tx, nodeId: string): Promise<Place[]> =>
  tx
    .deleteFrom("presences")
    .where("node_id", "=", nodeId)
    .returning(["report_id", "seller_org_id", "courier_id"])
    .execute();

/** What a process left behind that ended without a word. */
export const deleteGhosts = (tx: Tx): Promise<Place[]> =>
  tx
    .deleteFrom("presences as p")
    .where(sql<boolean>`not ${alive}`)
    .returning(["p.report_id", "p.seller_org_id", "p.courier_id"])
    .execute();

/** Who has these reports open, each person once. */
export const listPresent = (tx: Tx, actor: Actor | "system", reportIds: string[]) =>
  reportIds.length === 0
    ? Promise.resolve([])
    : tx
        .selectFrom("presences as p")
        .distinctOn(["p.report_id", "p.user_id"])
        .select(["p.report_id", "p.user_id", "p.side", "p.name"])
        .where("p.report_id", "in", reportIds)
        .$if(actor !== "system", (query) => query.where(ownedBy(actor as Actor, "p")))
        .where(alive)
        .orderBy("p.report_id")
        .orderBy("p.user_id")
        .execute();
