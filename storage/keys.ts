import { randomBytes } from "node:crypto";
import { extname } from "node:path";
import { storeError } from "./object-store.ts";

export type PhotoVariant = "full" | "thumb";

const safeKey = /^[a-z0-9][a-z0-9_.-]*(\/[a-z0-9][a-z0-9_.-]*)*$/;
const maxKeyLength = 200;

const contentTypes: Record<string, string> = {
  ".jpg": "image/jpeg",
  ".png": "image/png",
  ".webp": "image/webp",
  ".csv": "text/csv; charset=utf-8",
  ".json": "application/json",
};

/** New keys say nothing about the report or the people, and cannot be guessed. */
export function newPhotoKeys(): Record<PhotoVariant, string> {
  const secret = randomBytes(16).toString("hex");
  return { full: photoKey(secret, "full"), thumb: photoKey(secret, "thumb") };
}

/** `secret` is the random part. Its first letters make folders small enough to list. */
export function photoKey(secret: string, variant: PhotoVariant): string {
  return `photos/${secret.slice(0, 2)}/${secret}/${variant}.jpg`;
}

/** No part starts with a dot, so no key leaves its folder; lower case, so no two keys are one file. */
export function requireSafeKey(key: string): string {
  if (key.length > maxKeyLength || !safeKey.test(key)) {
    throw storeError("object.bad_key", `Not a key for an object: ${JSON.stringify(key)}`);
  }
  return key;
}

export function contentTypeOf(key: string): string {
  return contentTypes[extname(key)] ?? "application/octet-stream";
}
