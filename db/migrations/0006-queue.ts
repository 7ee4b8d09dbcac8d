import { type Kysely, sql } from "kysely";

/**
 * graphile-worker secures its own tables, so nobody but their owner reaches them.
 * Its body is only looked up when called: graphile-worker makes its tables after these migrations.
 */
export async function up(db: Kysely<unknown>) {
  await sql`create schema queue authorization app_jobs`.execute(db);
  await sql`set local role app_jobs`.execute(db);
  await sql`
    create function queue.enqueue(name text, payload json, job_key text, run_at timestamptz) returns void
    language plpgsql security definer set search_path = pg_temp
    as $$
    begin
      perform graphile_worker.add_job(name, payload => payload, job_key => job_key, run_at => run_at, max_attempts => 20);
    end $$`.execute(db);
  await sql`revoke execute on function queue.enqueue from public`.execute(db);
  await sql`grant usage on schema queue to app_seller, app_courier, app_support, app_system`.execute(
    db,
  );
  await sql`grant execute on function queue.enqueue to app_seller, app_courier, app_support, app_system`.execute(
    db,
  );
  await sql`reset role`.execute(db);
}
