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

export const id = z.uuid("field.invalid");

/** Upper case without spaces: how a resi is kept and compared. */
export const normaliseResi = (typed: string) => typed.toUpperCase().replace(/\s+/g, "");

export const resi = z
  .string()
  .transform(normaliseResi)
  .pipe(z.string().regex(/^[A-Z0-9][A-Z0-9./-]{3,39}$/, "field.invalid"));

/** Pasted resi, by line, comma or space. */
export const splitResi = (pasted: string) =>
  [
    ...new Set(
      pasted
        .split(/[\s,;]+/)
        .map(normaliseResi)
        .filter((one) => one !== ""),
    ),
  ].slice(0, 100);
