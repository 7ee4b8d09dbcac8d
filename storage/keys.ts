import { randomBytes } from "node:crypto";
import { extname } from "node:path";
import { storeError } from "./object-store.ts";

export type PhotoVariant = "full" | "thumb";
export type PhotoKeys = Record<PhotoVariant | "original", string>;

/** Where each kind of object is, for whoever walks through all of them. */
export const PHOTO_PREFIXES = { pictures: "photos/", originals: "originals/" } as const;

const safeKey = /^[a-z0-9][a-z0-9_.-]*(\/[a-z0-9][a-z0-9_.-]*)*$/;
const maxKeyLength = 200;

const contentTypes: Record<string, string> = {
  ".jpg": "image/jpeg",
  ".png": "image/png",
  ".webp": "image/webp",
  ".csv": "text/csv; charset=utf-8",
  ".json": "application/json",
};

const newSecret = () => randomBytes(16).toString("hex");

/**
 * New keys say nothing about the report or the people, and cannot be guessed. The original, which knows
 * where it was taken, has a secret of its own: a seen address of the picture leads nobody to it.
 */
export function newPhotoKeys(): PhotoKeys {
  const secret = newSecret();
  return {
    full: photoKey(secret, "full"),
    thumb: photoKey(secret, "thumb"),
    original: originalKey(newSecret()),
  };
}

/** `secret` is the random part. Its first letters make folders small enough to list. */
const photoKey = (secret: string, variant: PhotoVariant) =>
  `${PHOTO_PREFIXES.pictures}${secret.slice(0, 2)}/${secret}/${variant}.jpg`;

/** Without an extension: whatever somebody sent is bytes to be saved, never a page or a picture to be shown. */
const originalKey = (secret: string) =>
  `${PHOTO_PREFIXES.originals}${secret.slice(0, 2)}/${secret}/original`;

/** No part starts with a dot, so no key leaves its folder; lower case, so no two keys are one file. */
export const isSafeKey = (key: string) => key.length <= maxKeyLength && safeKey.test(key);

export function requireSafeKey(key: string): string {
  if (isSafeKey(key)) return key;
  throw storeError("object.bad_key", `Not a key for an object: ${JSON.stringify(key)}`);
}

/** The beginning of a key; empty: of every key. */
export function requireSafePrefix(prefix: string): string {
  if (prefix !== "") requireSafeKey(prefix.replace(/\/$/, ""));
  return prefix;
}

export function contentTypeOf(key: string): string {
  return contentTypes[extname(key)] ?? "application/octet-stream";
}
