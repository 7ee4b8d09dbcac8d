import type { Events } from "#app/context.ts";
import type { DomainEvent } from "#app/contracts/realtime.ts";

type Reader = {
  /** Each event that commits is told at least once; in which order is nobody's promise. */
  onEvents(events: DomainEvent[]): Promise<void>;
  /** More may have been missed than can be read up: everybody must ask again. */
  onGap(): void;
};

/** How events of a transaction reach every process. Another one may take the place of PostgreSQL's. */
export type Bus = Events & {
  open(reader: Reader): Promise<{ close(): Promise<void> }>;
};
