import type { Transaction } from "kysely";
import type { NewDelivery } from "#db/queries/inbox.ts";
import type { Database } from "#db/tables/index.ts";
import type { ObjectStore } from "#storage/object-store.ts";
import type { PicturePool } from "#storage/pictures/picture-pool.ts";
import type { Actor } from "./contracts/parties.ts";
import type { PhotoVariant } from "./contracts/photos.ts";
import type { DomainEvent } from "./contracts/realtime.ts";
import type { TrackingSource } from "./contracts/tracking.ts";

export type Tx = Transaction<Database>;
export type Clock = { now(): Date };

/** Who a transaction runs as; `system` is jobs and intake. */
export type DbActor = Actor | "system";

export type Db = {
  /** One transaction under the Postgres role of that actor, with row-level security in force. */
  as<T>(actor: DbActor, work: (tx: Tx) => Promise<T>): Promise<T>;
  /** Answers, or throws when Postgres does not. */
  check(): Promise<void>;
};

export type Events = { publish(tx: Tx, ...events: DomainEvent[]): Promise<void> };

export type JobName = "record-moments" | "compare-proof" | "reconcile-objects";
export type Jobs = {
  /** Part of the transaction. The same `key` again moves the job. */
  add(
    tx: Tx,
    name: JobName,
    payload: unknown,
    options?: { key?: string; runAt?: Date },
  ): Promise<void>;
};

/** Where deliveries of tracking go first, before anybody looks into them. */
export type Intake = { keep(delivery: NewDelivery): Promise<{ duplicate: boolean }> };

export type Log = {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
};

/** What a platform's tracking interface answered for one resi. */
export type PulledTracking =
  | { kind: "found"; body: unknown }
  | { kind: "not_found" }
  | {
      kind: "unavailable";
      reason: "timeout" | "refused" | "overloaded" | "unreadable" | "unauthorised";
      /** Milliseconds. */
      retryAfter: number;
    };
export type TrackingPull = { track(resi: string): Promise<PulledTracking> };

/** What every verb receives first. */
export type AppContext = {
  db: Db;
  store: ObjectStore;
  pictures: PicturePool;
  /** Where the two sizes of a new photo and its original go. */
  newPhotoKeys(): Record<PhotoVariant | "original", string>;
  /** 0: files as they came are not kept. */
  keepOriginalsDays: number;
  events: Events;
  jobs: Jobs;
  intake: Intake;
  /** Asks the platform about one resi; null where none is set up. */
  tracker: TrackingPull | null;
  clock: Clock;
  log: Log;
};

/** Sign-in and sessions; cookies travel as plain header values. */
export type Accounts = {
  findActor(cookies: string | null): Promise<Actor | undefined>;
  /** Set-Cookie values. Throws `credentials.wrong` or `rate_limited`. */
  signIn(input: { email: string; password: string }, address: string): Promise<string[]>;
  signOut(cookies: string | null): Promise<string[]>;
};

export type Language = "id" | "en";
export type Theme = "light" | "dark" | "system";

/** What the platform and tracking sources prove themselves with. */
export type Secrets = {
  platformApiKey: string;
  /** A source without one takes no deliveries. */
  tracking: Partial<Record<TrackingSource, string>>;
};

/** What loaders and actions receive. */
export type RequestContext = AppContext & {
  accounts: Accounts;
  secrets: Secrets;
  requestId: string;
  nonce: string;
  address: string;
  language: Language;
  theme: Theme;
  csWhatsapp: string;
  origin: string;
  /** Accounts that the sign-in page offers; empty outside the demo. */
  demoSignIns: { label: string; email: string; password: string }[];
};

declare module "@remix-run/node" {
  interface AppLoadContext extends RequestContext {}
}
