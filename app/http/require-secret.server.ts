import { createHash, timingSafeEqual } from "node:crypto";
import { unauthenticated } from "#app/domain/errors.server.ts";

const digest = (text: string) => createHash("sha256").update(text).digest();

/** Compared in a time that tells nothing of how much was right. */
export function requireSecret(given: string | null, expected: string) {
  if (!timingSafeEqual(digest(given ?? ""), digest(expected))) throw unauthenticated("key.wrong");
}
