import { createHmac, timingSafeEqual } from "node:crypto";
import { formatDisposition } from "./disposition.ts";
import { isSafeKey, requireSafeKey } from "./keys.ts";
import type { Grant, SignOptions } from "./object-store.ts";

/** An address that leaks is worth nothing soon. */
export const MAX_SIGNED_SECONDS = 300;

/** Where the app serves signed addresses of its own. */
export const OBJECTS_PATH = "/objects/";

export function requireShort(seconds: number): number {
  if (Number.isInteger(seconds) && seconds >= 1 && seconds <= MAX_SIGNED_SECONDS) return seconds;
  throw new RangeError(`An address is signed for 1 to ${MAX_SIGNED_SECONDS} s, not ${seconds}`);
}

export type AddressSigner = {
  sign(key: string, options: SignOptions): string;
  redeem(address: string): Grant | undefined;
};

/** Addresses of one secret are understood by every process that has it, and by no one else. */
export function openAddressSigner(secret: string, now = Date.now): AddressSigner {
  // No part can hold a line break, so no two sets of parts are signed alike.
  const signatureOf = (key: string, expires: string, disposition: string) =>
    createHmac("sha256", secret)
      .update(["objects", key, expires, disposition].join("\n"))
      .digest("base64url");

  return {
    sign(key, { seconds, disposition }) {
      requireSafeKey(key);
      const expires = String(Math.floor(now() / 1000) + requireShort(seconds));
      const header = formatDisposition(key, disposition);
      const signature = signatureOf(key, expires, header);
      const query = new URLSearchParams({ expires, disposition: header, signature });
      return `${OBJECTS_PATH}${key}?${query}`;
    },
    redeem(address) {
      const [path = "", search = ""] = address.split("?", 2);
      const key = path.slice(OBJECTS_PATH.length);
      const query = new URLSearchParams(search);
      const expires = query.get("expires") ?? "";
      const disposition = query.get("disposition") ?? "";
      if (!path.startsWith(OBJECTS_PATH) || !isSafeKey(key) || !/^\d{1,12}$/.test(expires)) return;
      const given = Buffer.from(query.get("signature") ?? "");
      const right = Buffer.from(signatureOf(key, expires, disposition));
      if (given.length !== right.length || !timingSafeEqual(given, right)) return;
      const secondsLeft = Number(expires) - Math.floor(now() / 1000);
      return secondsLeft > 0 ? { key, disposition, secondsLeft } : undefined;
    },
  };
}
