import { z } from "zod";
import { normaliseResi, requiredText } from "#app/contracts/text.schema.ts";
import type { SourceTime } from "../scan.server.ts";
import { readSourceTime } from "../source-time.server.ts";

const LONGEST_TEXT = 2000;
const LONGEST_CODE = 200;

const scalar = z.union([z.string(), z.number()]);

/** Words as received, less what PostgreSQL cannot keep; none is an empty text. */
const kept = (max: number) =>
  scalar
    .nullish()
    .transform((value) => String(value ?? ""))
    .transform((value) => value.replaceAll("\0", "").slice(0, max).toWellFormed());

export const rawText = kept(LONGEST_TEXT);
export const rawCode = kept(LONGEST_CODE);
export const requiredCode = rawCode.refine((code) => code.trim() !== "");

/** Sources mask, shorten and number: whatever stands for a resi is one. */
export const anyResi = scalar
  .transform(String)
  .pipe(requiredText(60))
  .transform((value) => normaliseResi(value));
/** Empty where the source does not say, or says it in no readable way. */
export const optionalResi = anyResi.nullish().catch(null);

export const sourceTime = scalar
  .nullish()
  .catch(null)
  .transform((value): SourceTime => readSourceTime(value));

export const rowsOf = <Row extends z.ZodType>(row: Row) => z.array(row).max(1000);
