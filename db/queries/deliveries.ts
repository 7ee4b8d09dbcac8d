import { type SqlBool, sql, type Transaction } from "kysely";
import type { DeliveryTab } from "#app/contracts/tracking-views.ts";
import type { Database } from "../tables/index.ts";
import type { ListCursor } from "./list-reports.ts";

type Tx = Transaction<Database>;

type Wanted = { tab: DeliveryTab; source?: string; after?: ListCursor; limit: number };

const IN_TAB: Record<DeliveryTab, ReturnType<typeof sql<SqlBool>>> = {
  all: sql<SqlBool>`true`,
  waiting: sql<SqlBool>`worked_at is null`,
  problem: sql<SqlBool>`problem is not null`,
  unknown: sql<SqlBool>`unknown_count > 0`,
};

/** Newest first. */
export const listDeliveries = (tx: Tx, { tab, source, after, limit }: Wanted) =>
  tx
    .selectFrom("tracking_inbox")
    .selectAll()
    .where(IN_TAB[tab])
    .$if(source !== undefined, (query) => query.where("source", "=", source as string))
    .$if(after !== undefined, (query) =>
      query.where(
        sql<SqlBool>`(received_at, id) < (${after?.value}::timestamptz, ${after?.id}::uuid)`,
      ),
    )
    .orderBy("received_at", "desc")
    .orderBy("id", "desc")
    .limit(limit + 1)
    .execute();
