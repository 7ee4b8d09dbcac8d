import { sql } from "kysely";
import type { Events } from "#app/context.ts";
import type { DomainEvent } from "#app/contracts/realtime.ts";

export const EVENT_CHANNEL = "domain_events";

/** Postgres tells it after the commit, and not at all after a rollback. */
export const events: Events = {
  async publish(tx, event) {
    await sql`select pg_notify(${EVENT_CHANNEL}, ${JSON.stringify(event)})`.execute(tx);
  },
};

export const readEvent = (payload: string) => JSON.parse(payload) as DomainEvent;
