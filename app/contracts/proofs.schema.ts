import { z } from "zod";
import { MAX_RESI_A_PROOF, PROOF_REASONS } from "./proofs.ts";
import { MAX_BODY, MAX_PHOTOS_AN_ENTRY } from "./reports.ts";
import { id, reportCode, splitResi, text } from "./text.schema.ts";

export const ProofAddress = z.object({ id });

export const ShareProof = z
  .object({
    clientId: id,
    /** Pasted, one a line or beside each other. */
    list: text(20_000).default(""),
    /** Ticked, among the seller's own open reports. */
    pick: z.array(text(40)).max(MAX_RESI_A_PROOF, "proof.too_many").default([]),
    body: text(MAX_BODY).default(""),
    upload: z
      .array(id)
      .min(1, "proof.photo_required")
      .max(MAX_PHOTOS_AN_ENTRY, "evidence.too_many"),
  })
  .transform(({ list, pick, ...rest }) => ({
    ...rest,
    resi: splitResi([list, ...pick].join("\n"), MAX_RESI_A_PROOF + 1),
  }))
  .refine(({ resi }) => resi.length > 0, { path: ["list"], error: "field.required" })
  .refine(({ resi }) => resi.length <= MAX_RESI_A_PROOF, {
    path: ["list"],
    error: "proof.too_many",
  });
export type ShareProof = z.infer<typeof ShareProof>;

export const DecideProof = z
  .object({
    to: z.enum(["confirmed", "rejected"], "field.required"),
    report: z.array(reportCode).min(1, "proof.none_chosen").max(MAX_RESI_A_PROOF),
    reason: z.enum(PROOF_REASONS).optional().catch(undefined),
    detail: text(500).default(""),
  })
  .refine(({ to, reason }) => to === "confirmed" || reason !== undefined, {
    path: ["reason"],
    error: "field.required",
  })
  .refine(({ to, reason, detail }) => to === "confirmed" || reason !== "other" || detail !== "", {
    path: ["detail"],
    error: "field.required",
  });
export type DecideProof = z.infer<typeof DecideProof>;

/** What has just been done, as it stands in the address of the page after. */
const count = z.coerce.number().int().min(0).max(MAX_RESI_A_PROOF).catch(0);
export const ProofDone = z
  .object({ done: z.enum(["shared", "confirmed", "rejected"]), count, left: count })
  .transform(({ done, ...counts }) => ({ action: done, ...counts }))
  .nullable()
  .catch(null);
