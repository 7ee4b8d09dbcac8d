import type { Readable } from "node:stream";

export type StoredObject = {
  /** Must be read to the end or destroyed. */
  stream: Readable;
  /** Bytes. */
  size: number;
  contentType: string;
};

/**
 * Objects under keys, on disk or in any S3. An object is written whole or not at all, and its content
 * type follows from its key's extension. Every method may throw a `StoreError`.
 */
export type ObjectStore = {
  /** When it resolves, the object is durable; the same key again replaces it. */
  put(key: string, bytes: Uint8Array): Promise<void>;
  /** Throws `object.missing`. */
  open(key: string): Promise<StoredObject>;
  /** A missing object is already removed. */
  remove(key: string): Promise<void>;
  /** Throws `store.unavailable` when objects could not be written now. */
  check(): Promise<void>;
  close(): Promise<void>;
};

export type StoreErrorCode = "object.missing" | "object.bad_key" | "store.unavailable";
export type StoreError = Error & { store: true; code: StoreErrorCode };

export function storeError(code: StoreErrorCode, message: string, cause?: unknown): StoreError {
  return Object.assign(new Error(message, { cause }), { store: true as const, code });
}

export function isStoreError(error: unknown): error is StoreError {
  return error instanceof Object && "store" in error && error.store === true;
}
