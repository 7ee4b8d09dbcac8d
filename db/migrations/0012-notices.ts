import { type Kysely, sql } from "kysely";

/**
 * A notice carries its event, which is ids: whoever hears it need not read it first. PostgreSQL takes 8,000 bytes;
 * beyond that an empty notice says that there is something to look for.
 */
export async function up(db: Kysely<unknown>) {
  await sql`set local role app_system`.execute(db);
  await sql`
    create or replace function events.tell(told jsonb) returns void
    language plpgsql security definer set search_path = pg_temp
    as $$
    declare notice text;
    begin
      insert into events.log (event) values (told)
        returning json_build_object('id', id, 'xid', xid::text, 'event', event)::text into notice;
      perform pg_notify('domain_events', case when octet_length(notice) < 8000 then notice else '' end);
    end $$`.execute(db);
  await sql`reset role`.execute(db);
}
