import type { Transaction } from "kysely";
import type { Actor } from "#app/contracts/parties.ts";
import type { Database } from "../tables/index.ts";
import { ownedBy } from "./scope.ts";

type Tx = Transaction<Database>;

/** Resi, and where they wait, of a report or of parcels that this actor may see. */
export const listSubjects = (
  tx: Tx,
  actor: Actor,
  { code, parcels }: { code: string | null; parcels: string[] },
) =>
  tx
    .selectFrom("parcels as p")
    .innerJoin("pickup_requests as q", "q.id", "p.pickup_request_id")
    .select(["p.resi", "q.latitude", "q.longitude"])
    .where(ownedBy(actor, "p"))
    .where(ownedBy(actor, "q"))
    .where(({ or, eb, selectFrom }) =>
      or([
        eb("p.id", "in", parcels.length > 0 ? parcels : [null]),
        eb(
          "p.id",
          "in",
          selectFrom("reports as r")
            .select("r.parcel_id")
            .where("r.code", "=", code)
            .where(ownedBy(actor, "r")),
        ),
      ]),
    )
    .execute();
