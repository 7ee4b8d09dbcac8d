import type { Generated, JSONColumnType } from "kysely";
import type { DomainEvent } from "#app/contracts/realtime.ts";

export type EventTables = { "events.log": EventLogTable };

type EventLogTable = {
  id: Generated<number>;
  /** Transaction that wrote it, as text: it passes 2^53. */
  xid: Generated<string>;
  event: JSONColumnType<DomainEvent>;
  at: Generated<Date>;
};
