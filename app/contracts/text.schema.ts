import { z } from "zod";

/** PostgreSQL keeps neither NUL nor half a surrogate pair. */
const isStorable = (text: string) => text.isWellFormed() && !text.includes("\0");

/** Trimmed text of at most `max` characters, line ends as \n. */
export const text = (max: number) =>
  z
    .string()
    .refine(isStorable, "field.invalid")
    .transform((value) => value.replace(/\r\n?/g, "\n").trim())
    .pipe(z.string().max(max, "field.too_long"));

export const requiredText = (max: number) => text(max).pipe(z.string().min(1, "field.required"));

export const id = z.uuid("field.invalid").toLowerCase();

/** Those of the given texts that can be an id at all. */
export const onlyIds = (given: string[]) => given.flatMap((one) => id.safeParse(one).data ?? []);

/** Code of a report, e.g. PP-7K3MQ2XD. */
export const reportCode = z.string().regex(/^PP-[0-9A-Z]{8}$/, "field.invalid");

/** Upper case without spaces: how a resi is kept and compared. */
export const normaliseResi = (typed: string) => typed.toUpperCase().replace(/\s+/g, "");

export const resi = z
  .string()
  .transform(normaliseResi)
  .pipe(z.string().regex(/^[A-Z0-9][A-Z0-9./-]{3,39}$/, "field.invalid"));

/** Pasted resi, by line, comma or space. */
export const splitResi = (pasted: string, max = 100) =>
  [
    ...new Set(
      pasted
        .toWellFormed()
        .replaceAll("\0", "")
        .split(/[\s,;]+/)
        .map(normaliseResi)
        .filter((one) => one !== ""),
    ),
  ].slice(0, max);
