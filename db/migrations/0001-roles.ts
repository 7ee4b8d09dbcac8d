import { type Kysely, sql } from "kysely";

/**
 * Roles belong to the cluster, so this may meet them half made or being made by another database.
 * From PostgreSQL 16 on a role's creator is not a member with SET by itself; 15 does not know the option.
 */
export async function up(db: Kysely<unknown>) {
  await sql`
    do $$
    declare name text;
    begin
      perform pg_advisory_xact_lock(hashtext('pickup roles'));
      foreach name in array array['app_owner','app_jobs','app_seller','app_courier','app_support','app_system','app_auth'] loop
        if not exists (select from pg_roles where rolname = name) then
          execute format('create role %I nologin', name);
        end if;
      end loop;
      foreach name in array array['app_owner','app_jobs'] loop
        if current_setting('server_version_num')::int >= 160000 then
          execute format('grant %I to %I with set true', name, current_user);
        else
          execute format('grant %I to %I', name, current_user);
        end if;
      end loop;
      execute format('grant create on database %I to app_jobs', current_database());
    end $$`.execute(db);
  await sql`grant usage, create on schema public to app_owner`.execute(db);
  await sql`revoke create on schema public from public`.execute(db);
  await sql`grant usage on schema public to app_seller, app_courier, app_support, app_system, app_auth, app_jobs`.execute(
    db,
  );
}
