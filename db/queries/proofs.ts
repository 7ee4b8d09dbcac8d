import { type Insertable, type SqlBool, sql, type Transaction, type Updateable } from "kysely";
import { jsonArrayFrom } from "kysely/helpers/postgres";
import type { Actor } from "#app/contracts/parties.ts";
import type { Database } from "../tables/index.ts";
import type { ListCursor } from "./list-reports.ts";
import { ownedBy } from "./scope.ts";
import { PHOTO_COLUMNS } from "./threads.ts";

type Tx = Transaction<Database>;

export const findProofByClientId = (tx: Tx, actor: Actor, clientId: string) =>
  tx
    .selectFrom("shared_proofs")
    .select(["id", "fingerprint"])
    .where(ownedBy(actor, "shared_proofs"))
    .where("made_by_user_id", "=", actor.userId)
    .where("client_id", "=", clientId)
    .executeTakeFirst();

/** The same photos for the same resi, since then. */
export const findProofByFingerprint = (tx: Tx, actor: Actor, fingerprint: string, since: Date) =>
  tx
    .selectFrom("shared_proofs")
    .select("id")
    .where(ownedBy(actor, "shared_proofs"))
    .where("made_by_user_id", "=", actor.userId)
    .where("made_at", ">", since)
    .where("fingerprint", "=", fingerprint)
    .orderBy("made_at", "desc")
    .limit(1)
    .executeTakeFirst();

/** @returns undefined where the same was sent at the same time. */
export const insertProof = (tx: Tx, values: Insertable<Database["shared_proofs"]>) =>
  tx
    .insertInto("shared_proofs")
    .values(values)
    .onConflict((conflict) => conflict.columns(["made_by_user_id", "client_id"]).doNothing())
    .returning("id")
    .executeTakeFirst();

export const insertProofLinks = (tx: Tx, values: Insertable<Database["shared_proof_links"]>[]) =>
  tx.insertInto("shared_proof_links").values(values).execute();

const selectProofs = (tx: Tx, actor: Actor) =>
  tx
    .selectFrom("shared_proofs as s")
    .innerJoin("couriers as c", "c.id", "s.courier_id")
    .select(["s.id", "s.seller_name", "c.name as courier_name", "s.made_by_name", "s.made_at"])
    .select((eb) =>
      (["asked", "confirmed", "rejected"] as const).map((state) =>
        eb
          .selectFrom("shared_proof_links as l")
          .select((inner) => inner.cast<number>(inner.fn.countAll(), "integer").as("count"))
          .whereRef("l.proof_id", "=", "s.id")
          .where("l.state", "=", state)
          .$asScalar()
          .$notNull()
          .as(state),
      ),
    )
    .select((eb) =>
      eb
        .selectFrom("shared_proof_links as l")
        .innerJoin("reports as r", "r.id", "l.report_id")
        .select("r.zone")
        .whereRef("l.proof_id", "=", "s.id")
        .limit(1)
        .$asScalar()
        .$notNull()
        .as("zone"),
    )
    .where(ownedBy(actor, "s"));

export type ProofRow = Awaited<
  ReturnType<ReturnType<typeof selectProofs>["executeTakeFirstOrThrow"]>
>;

/** Newest first, one more than a page. */
export const listProofs = (tx: Tx, actor: Actor, limit: number, after?: ListCursor) =>
  selectProofs(tx, actor)
    .$if(after !== undefined, (query) =>
      query.where(
        sql<SqlBool>`(s.made_at, s.id) < (${after?.value}::timestamptz, ${after?.id}::uuid)`,
      ),
    )
    .orderBy("s.made_at", "desc")
    .orderBy("s.id", "desc")
    .limit(limit + 1)
    .execute();

export const findProof = (tx: Tx, actor: Actor, id: string) =>
  selectProofs(tx, actor)
    .select(["s.body", "s.left_out"])
    .where("s.id", "=", id)
    .executeTakeFirst();

/** Each resi with what was said of it, and the photos as its thread shows them. */
export const listProofLinks = (tx: Tx, actor: Actor, proofId: string) =>
  tx
    .selectFrom("shared_proof_links as l")
    .innerJoin("reports as r", "r.id", "l.report_id")
    .select([
      "r.code",
      "r.resi",
      "r.status",
      "r.zone",
      "l.entry_id",
      "l.state",
      "l.reason",
      "l.detail",
      "l.decided_at",
      "l.decided_by_name",
    ])
    .where("l.proof_id", "=", proofId)
    .where(ownedBy(actor, "l"))
    .where(ownedBy(actor, "r"))
    .orderBy("r.resi")
    .execute();

export type ProofLinkRow = Awaited<ReturnType<typeof listProofLinks>>[number];

export async function listPhotosOfProof(tx: Tx, actor: Actor, entryId: string) {
  const row = await tx
    .selectFrom("entries as e")
    .select((eb) =>
      jsonArrayFrom(
        eb
          .selectFrom("photos as p")
          .select(PHOTO_COLUMNS)
          .whereRef("p.entry_id", "=", "e.id")
          .where(ownedBy(actor, "p"))
          .orderBy("p.position"),
      ).as("photos"),
    )
    .where("e.id", "=", entryId)
    .where(ownedBy(actor, "e"))
    .executeTakeFirst();
  return row?.photos ?? [];
}

/** Open reports of a proof, by these codes, of which the courier has said nothing yet; locked in the order of all. */
export const lockAskedReports = (tx: Tx, actor: Actor, proofId: string, codes: string[]) =>
  tx
    .selectFrom("reports as r")
    .selectAll("r")
    .where(ownedBy(actor, "r"))
    .where("r.code", "in", codes)
    .where("r.status", "=", "open")
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom("shared_proof_links as l")
          .select("l.report_id")
          .whereRef("l.report_id", "=", "r.id")
          .where("l.proof_id", "=", proofId)
          .where("l.state", "=", "asked"),
      ),
    )
    .orderBy("r.id")
    .forUpdate("r")
    .execute();

/** @returns whether it was still asked. */
export async function updateProofLink(
  tx: Tx,
  actor: Actor,
  proofId: string,
  reportId: string,
  values: Updateable<Database["shared_proof_links"]>,
): Promise<boolean> {
  const result = await tx
    .updateTable("shared_proof_links")
    .set(values)
    .where(ownedBy(actor, "shared_proof_links"))
    .where("proof_id", "=", proofId)
    .where("report_id", "=", reportId)
    .where("state", "=", "asked")
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/** Open reports to tick, by courier, newest first. */
export const listOpenResi = (tx: Tx, actor: Actor, limit: number) =>
  tx
    .selectFrom("reports as r")
    .innerJoin("couriers as c", "c.id", "r.courier_id")
    .select(["r.resi", "c.name as courierName"])
    .where(ownedBy(actor, "r"))
    .where("r.status", "=", "open")
    .orderBy("r.filed_at", "desc")
    .limit(limit)
    .execute();
