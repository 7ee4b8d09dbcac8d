import type { Kysely } from "kysely";
import type { AppContext } from "#app/context.ts";
import type { Database } from "#db/tables/index.ts";

/** What a factory needs: the verbs' context, and a way past both locks. */
export type Place = { ctx: AppContext; owner: Kysely<Database> };
