import { type Kysely, sql } from "kysely";
import { COURIERS } from "./reference/couriers.ts";
import { HOLIDAYS } from "./reference/holidays.ts";

/**
 * No courier publishes its pick-up limit: these are defaults of our own, versioned so that
 * a change of tomorrow leaves yesterday's verdict alone.
 */
export async function up(db: Kysely<unknown>) {
  await sql`set local role app_owner`.execute(db);
  for (const [id, name] of COURIERS) {
    await sql`insert into couriers (id, name) values (${id}, ${name})`.execute(db);
  }
  for (const [date, name, kind] of HOLIDAYS) {
    await sql`insert into holidays (date, name, kind) values (${date}, ${name}, ${kind})`.execute(
      db,
    );
  }
  const weekdays = sql`array[1,2,3,4,5,6]::smallint[]`;
  await sql`
    insert into sla_policies (service_kind, valid_from, cutoff_local, limit_days, limit_local, operating_days, auto_cancel_days, source)
    values
      ('regular', '2025-01-01T00:00:00Z', '16:00', 1, '20:00', ${weekdays}, 3, 'default'),
      ('drop_off', '2025-01-01T00:00:00Z', null, 1, '20:00', ${weekdays}, null, 'default')`.execute(
    db,
  );
  await sql`reset role`.execute(db);
}
