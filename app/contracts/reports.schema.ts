import { z } from "zod";
import { CATEGORIES } from "./categories.ts";
import {
  MAX_BODY,
  MAX_PARCELS_A_FILING,
  MAX_PHOTOS_AN_ENTRY,
  REPORT_SORTS,
  REPORT_TABS,
  STUCK_TABS,
} from "./reports.ts";
import { id, requiredText, text } from "./text.schema.ts";

export const Readiness = z.object({
  street: text(200).default(""),
  rt: text(5).default(""),
  rw: text(5).default(""),
  ward: text(100).default(""),
  landmark: text(300).default(""),
  whatsapp: text(30).default(""),
});
export type Readiness = z.infer<typeof Readiness>;

export const FileReport = z.object({
  clientId: id,
  parcel: z.array(id).min(1, "field.required").max(MAX_PARCELS_A_FILING, "field.too_long"),
  category: z.enum(CATEGORIES, "field.required"),
  body: text(MAX_BODY).default(""),
  upload: z.array(id).max(MAX_PHOTOS_AN_ENTRY, "evidence.too_many").default([]),
  readiness: Readiness.prefault({}),
});
export type FileReport = z.infer<typeof FileReport>;

export const ChangeStatus = z.object({
  to: z.enum(["resolve", "cancel", "reopen"], "field.invalid"),
  reason: text(500).default(""),
});
export type ChangeStatus = z.infer<typeof ChangeStatus>;

export const ChangeCategory = z.object({
  category: z.enum(CATEGORIES, "field.required"),
  reason: requiredText(500),
});
export type ChangeCategory = z.infer<typeof ChangeCategory>;

const cursor = z
  .string()
  .max(200)
  .regex(/^[\w:.-]+$/)
  .optional()
  .catch(undefined);

const courierFilter = z
  .string()
  .regex(/^[a-z0-9_]{1,40}$/)
  .optional()
  .catch(undefined);

/** A wrong filter in an address falls back instead of failing the page. */
export const ReportFilters = z.object({
  tab: z.enum(REPORT_TABS).catch("turn"),
  category: z.enum(CATEGORIES).optional().catch(undefined),
  courier: courierFilter,
  q: text(100).catch(""),
  sort: z.enum(REPORT_SORTS).catch("due"),
  after: cursor,
});
export type ReportFilters = z.infer<typeof ReportFilters>;

export const StuckFilters = z.object({
  tab: z.enum(STUCK_TABS).catch("all"),
  courier: courierFilter,
  q: text(100).catch(""),
  after: cursor,
});
export type StuckFilters = z.infer<typeof StuckFilters>;
