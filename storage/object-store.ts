import type { Readable } from "node:stream";

/** What is written: bytes, or a file of that size that stays as it is until the write is over. */
export type ObjectSource = Uint8Array | { file: string; size: number };

/** The first and the last byte wanted, both included; an end beyond the object is its end. */
export type ByteRange = { start: number; end: number };

export type StoredObject = {
  /** Must be read to the end or destroyed. */
  stream: Readable;
  /** Bytes of the stream, which are those of the range where one was asked for. */
  size: number;
  contentType: string;
};

export type ObjectFacts = { size: number; contentType: string; modifiedAt: Date };
export type ListedObject = { key: string; size: number; modifiedAt: Date };

/** Shown in the page, or saved under a name. Any name may be given: what leaves is made safe. */
export type Disposition = "inline" | { attachment: string };

/** At most `MAX_SIGNED_SECONDS`. */
export type SignOptions = { seconds: number; disposition: Disposition };

/** What a signed address of this app's own is good for. */
export type Grant = { key: string; disposition: string; secondsLeft: number };

/**
 * Objects under keys, on disk or in any S3. An object is written whole or not at all, and its content
 * type follows from its key's extension. Every method may throw a `StoreError`.
 */
export type ObjectStore = {
  /** When it resolves, the object is durable; the same key again replaces it. */
  put(key: string, source: ObjectSource): Promise<void>;
  /** Throws `object.missing`, and `object.bad_range` for a start beyond the end. */
  open(key: string, options?: { range?: ByteRange }): Promise<StoredObject>;
  /** Undefined: no such object. */
  head(key: string): Promise<ObjectFacts | undefined>;
  /**
   * An address that gives the object to whoever holds it, until it is over. Asks nobody, not even whether
   * the object exists. A path where the app itself serves it (see `redeem`), else with `publicOrigin`.
   */
  sign(key: string, options: SignOptions): Promise<string>;
  /** A missing object is already removed. */
  remove(key: string): Promise<void>;
  /** In the order of keys, those behind `after` only; what is written meanwhile may or may not appear. */
  list(prefix: string, after?: string): AsyncIterable<ListedObject>;
  /** Throws `store.unavailable` when objects could not be written now. */
  check(): Promise<void>;
  close(): Promise<void>;
  /** Where browsers reach signed addresses, if that is not the app. */
  publicOrigin?: string;
  /** For a store whose signed addresses the app serves: undefined whatever is wrong with the address. */
  redeem?(address: string): Grant | undefined;
};

export type StoreErrorCode =
  | "object.missing"
  | "object.bad_key"
  | "object.bad_range"
  | "store.unavailable";
export type StoreError = Error & { store: true; code: StoreErrorCode };

export function storeError(code: StoreErrorCode, message: string, cause?: unknown): StoreError {
  return Object.assign(new Error(message, { cause }), { store: true as const, code });
}

export function isStoreError(error: unknown): error is StoreError {
  return error instanceof Object && "store" in error && error.store === true;
}

export const sizeOf = (source: ObjectSource) =>
  "file" in source ? source.size : source.byteLength;
