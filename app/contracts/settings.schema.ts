import { z } from "zod";
import { SERVICE_KINDS, TIME_ZONES } from "./services.ts";
import { id, requiredText, text } from "./text.schema.ts";

const TIME = /^([01]\d|2[0-3])[.:][0-5]\d$|^24[.:]00$/;
const SPAN = /^([01]\d|2[0-3])[.:]([0-5]\d)\s*-\s*(?:([01]\d|2[0-3])[.:]([0-5]\d)|(24)[.:](00))$/;

/** "16.00" or "16:00"; compared and kept with the colon. */
const time = z
  .string()
  .trim()
  .regex(TIME, "field.invalid")
  .transform((value) => value.replace(".", ":"));
const optionalTime = z
  .string()
  .trim()
  .regex(/^$/)
  .transform(() => null)
  .or(time);

const whole = (min: number, max: number) =>
  z
    .string()
    .regex(/^\d{1,5}$/, "field.invalid")
    .transform(Number)
    .pipe(z.number().min(min, "field.invalid").max(max, "field.invalid"));
const optionalWhole = (min: number, max: number) =>
  z
    .literal("")
    .transform(() => null)
    .or(whole(min, max));

const minute = (hours = "0", minutes = "0") => Number(hours) * 60 + Number(minutes);

/** "08.00-12.00, 13.00-17.00" in order and without overlap; empty: none. */
const spans = text(200)
  .default("")
  .transform((value, context) => {
    const read: [number, number][] = [];
    for (const part of value
      .split(",")
      .map((one) => one.trim())
      .filter(Boolean)) {
      const [, h1, m1, h2, m2, h3, m3] = SPAN.exec(part) ?? [];
      const span: [number, number] = [minute(h1, m1), minute(h2 ?? h3, m2 ?? m3)];
      if (!h1 || span[1] <= span[0] || span[0] < (read.at(-1)?.[1] ?? 0)) {
        context.addIssue({ code: "custom", message: "settings.spans" });
        return z.NEVER;
      }
      read.push(span);
    }
    return read;
  });

const weekdays = z
  .array(
    z
      .string()
      .regex(/^[1-7]$/, "field.invalid")
      .transform(Number),
  )
  .min(1, "settings.days_required")
  .transform((days) => [...new Set(days)].sort());

const courier = z
  .string()
  .regex(/^[a-z0-9_]{0,40}$/, "field.invalid")
  .default("")
  .transform((value) => value || null);
const province = text(100)
  .default("")
  .transform((value) => value || null);

/** `preview` shows what would move and changes nothing. */
const intent = z.enum(["preview", "apply"]).default("preview");

export const AddPolicy = z
  .object({
    intent,
    service: z.enum(SERVICE_KINDS, "field.required"),
    courier,
    province,
    /** First day, from 00.00 WIB on. */
    validFrom: z.iso.date("field.invalid"),
    cutoff: optionalTime,
    opening: time,
    targetDays: whole(0, 14),
    limitKind: z.enum(["day", "minutes"], "field.required"),
    limitDays: optionalWhole(0, 30),
    limitAt: optionalTime,
    limitMinutes: optionalWhole(1, 10_000),
    operatingDays: weekdays,
    hours: spans,
    jointLeaveCloses: z
      .string()
      .optional()
      .transform((value) => value === "on"),
    autoCancelDays: optionalWhole(1, 60),
    warnPercent: whole(1, 100),
    warnBeforeMinutes: whole(0, 10_000),
    silentScanMinutes: whole(1, 10_000),
    note: text(300).default(""),
  })
  .superRefine((input, context) => {
    const needs = (path: string, missing: boolean) =>
      missing && context.addIssue({ code: "custom", message: "field.required", path: [path] });
    needs("limitDays", input.limitKind === "day" && input.limitDays === null);
    needs("limitAt", input.limitKind === "day" && input.limitAt === null);
    needs("limitMinutes", input.limitKind === "minutes" && input.limitMinutes === null);
    const sameDay = input.limitKind === "day" && input.limitDays === 0 && input.targetDays === 0;
    if (sameDay && input.limitAt && input.limitAt <= (input.cutoff ?? "24:00")) {
      context.addIssue({
        code: "custom",
        message: "settings.limit_before_cutoff",
        path: ["limitAt"],
      });
    }
  });
export type AddPolicy = z.infer<typeof AddPolicy>;

export const AddCalendarDay = z.object({
  intent,
  date: z.iso.date("field.invalid"),
  kind: z.enum(["libur_nasional", "cuti_bersama", "hours"], "field.required"),
  courier,
  province,
  /** Only for `hours`; empty: closed. */
  hours: spans,
  name: requiredText(100),
});
export type AddCalendarDay = z.infer<typeof AddCalendarDay>;

export const AddReplyHours = z
  .object({
    side: z.enum(["courier", "support", "seller"], "field.required"),
    courier,
    validFrom: z.iso.date("field.invalid"),
    days: weekdays,
    open: time,
    close: time,
    zone: z.enum(TIME_ZONES, "field.required"),
    targetMinutes: optionalWhole(1, 30_000),
    note: text(300).default(""),
  })
  .refine((input) => input.open < input.close, {
    message: "settings.close_before_open",
    path: ["close"],
  });
export type AddReplyHours = z.infer<typeof AddReplyHours>;

/** Undo of a rule: preview first, like its making. */
export const WithdrawRule = z.object({ intent, id });
export type WithdrawRule = z.infer<typeof WithdrawRule>;

/** What has just been done, as it stands in the address of the page after. */
export const Done = z
  .object({
    done: z.enum(["added", "withdrawn"]),
    moved: z.coerce.number().int().min(0).catch(0),
  })
  .transform(({ done, moved }) => ({ action: done, moved }))
  .nullable()
  .catch(null);

export const PolicyDraftAddress = z.object({ from: id.optional().catch(undefined) });
