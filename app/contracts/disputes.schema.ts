import { z } from "zod";
import { DISPUTE_ANSWERS, VERDICTS } from "./disputes.ts";
import { id, requiredText, text } from "./text.schema.ts";
import { uploads } from "./threads.schema.ts";

export const OpenDispute = z.object({
  clientId: id,
  /** Id of the tracking event or instruction. */
  subject: id,
  body: requiredText(2000),
  upload: uploads,
});
export type OpenDispute = z.infer<typeof OpenDispute>;

const AnswerDispute = z
  .object({
    to: z.literal("answer"),
    clientId: id,
    said: z.enum(DISPUTE_ANSWERS, "field.required"),
    body: text(2000).default(""),
    upload: uploads,
  })
  .refine(({ said, body }) => said === "accepts" || body !== "", {
    message: "field.required",
    path: ["body"],
  });
export type AnswerDispute = z.infer<typeof AnswerDispute>;

const DecideDispute = z.object({
  to: z.literal("decide"),
  clientId: id,
  verdict: z.enum(VERDICTS, "field.required"),
  body: requiredText(1000),
  /** As it was when CS read it: an answer that came meanwhile must be read first. */
  seen: z.enum(["open", "answered"], "field.invalid"),
});
export type DecideDispute = z.infer<typeof DecideDispute>;

const WithdrawDispute = z.object({
  to: z.literal("withdraw"),
  clientId: id,
  body: text(500).default(""),
});
export type WithdrawDispute = z.infer<typeof WithdrawDispute>;

export const MoveDispute = z.discriminatedUnion(
  "to",
  [AnswerDispute, DecideDispute, WithdrawDispute],
  "field.invalid",
);
export type MoveDispute = z.infer<typeof MoveDispute>;
