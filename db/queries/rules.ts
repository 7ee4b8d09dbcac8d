import { sql, type Transaction } from "kysely";
import type { Database } from "../tables/index.ts";

type Tx = Transaction<Database>;

/**
 * Whoever changes rules is alone meanwhile: nobody books, files, scans or writes down a moment under rules
 * that are on their way out. Taken before any other lock.
 */
export const holdRules = (tx: Tx) =>
  sql`select pg_advisory_xact_lock(hashtext('pickup rules'))`.execute(tx);

/** For whoever goes by the rules: any number at once, but not while they change. Taken before any other lock. */
export const shareRules = (tx: Tx) =>
  sql`select pg_advisory_xact_lock_shared(hashtext('pickup rules'))`.execute(tx);
