import type { z } from "zod";
import { notFound } from "#app/domain/errors.server.ts";

/** An address that cannot name anything answers like one that names nothing. */
export function parseAddress<T extends z.ZodType>(schema: T, params: unknown): z.infer<T> {
  const parsed = schema.safeParse(params);
  if (!parsed.success) throw notFound();
  return parsed.data;
}
