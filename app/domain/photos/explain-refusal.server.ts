import { type DomainError, invalid, tooLarge, unavailable } from "#app/domain/errors.server.ts";

/** The pictures are another room; what it refuses is known by its brand. */
export function explainRefusal(error: unknown): DomainError | undefined {
  const { code, isPassing } = error as { code?: unknown; isPassing?: boolean };
  if (typeof code !== "string" || !("refusal" in (error as object))) return undefined;
  // Every other code is about the file itself: sent again it would be refused again.
  if (isPassing) return unavailable(code);
  const refuse = code === "picture.too_large" ? tooLarge : invalid;
  return refuse(code, { fields: { photo: code } });
}
