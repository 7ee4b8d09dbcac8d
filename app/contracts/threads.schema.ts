import { z } from "zod";
import { INSTRUCTION_CODES, type InstructionCode } from "./instructions.ts";
import { MAX_BODY, MAX_PHOTOS_AN_ENTRY } from "./reports.ts";
import { id, reportCode, text } from "./text.schema.ts";

const uploads = z.array(id).max(MAX_PHOTOS_AN_ENTRY, "evidence.too_many").default([]);

export const PostMessage = z
  .object({ clientId: id, body: text(MAX_BODY).default(""), upload: uploads })
  .refine((message) => message.body !== "" || message.upload.length > 0, {
    message: "message.empty",
    path: ["body"],
  });
export type PostMessage = z.infer<typeof PostMessage>;

const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "field.invalid");

export const IssueInstruction = z.object({
  clientId: id,
  code: z.enum(INSTRUCTION_CODES as [InstructionCode, ...InstructionCode[]], "field.required"),
  detail: text(1000).default(""),
  upload: uploads,
  /** The promise's window, in the origin's zone. */
  date: z.iso.date("field.invalid").or(z.literal("")).default(""),
  from: clock.or(z.literal("")).default(""),
  to: clock.or(z.literal("")).default(""),
  courierName: text(100).default(""),
  courierPhone: text(30).default(""),
  courierPlate: text(20).default(""),
});
export type IssueInstruction = z.infer<typeof IssueInstruction>;

export const MoveInstruction = z.object({
  state: z.enum(["acknowledged", "done", "declined"], "field.invalid"),
  reason: text(500).default(""),
});
export type MoveInstruction = z.infer<typeof MoveInstruction>;

const seq = z.coerce.number().int().min(0).max(2_000_000_000).catch(0);
export const ThreadCursor = z.object({ everyone: seq, notes: seq });
export type ThreadCursor = z.infer<typeof ThreadCursor>;

/** What a client asks for: changes after its cursor, or, with `older`, entries before those it has. */
export const EntriesQuery = ThreadCursor.extend({
  older: z.literal("1").optional().catch(undefined),
});

export const MarkRead = ThreadCursor.extend({ turn: seq });
export type MarkRead = z.infer<typeof MarkRead>;

export const ChangeEntry = z.discriminatedUnion("to", [
  z.object({
    to: z.literal("edit"),
    body: text(MAX_BODY).pipe(z.string().min(1, "message.empty")),
  }),
  z.object({ to: z.literal("delete") }),
]);
export type ChangeEntry = z.infer<typeof ChangeEntry>;

export const ReportAddress = z.object({ code: reportCode });
/** Of an instruction or an entry in a report. */
export const InstructionAddress = z.object({ code: reportCode, id });
export const EntryAddress = InstructionAddress;
