import type { Generated, JSONColumnType } from "kysely";
import type {
  DisputeAnswer,
  DisputeState,
  DisputeSubject,
  DisputeVerdict,
} from "#app/contracts/disputes.ts";
import type {
  InstructionCode,
  InstructionState,
  OutcomeBy,
  PromiseOutcome,
  PromiseWord,
} from "#app/contracts/instructions.ts";
import type { Audience, AuthorSide, Side } from "#app/contracts/parties.ts";
import type { ThreadEventType } from "#app/contracts/realtime.ts";
import type { SystemEvent } from "#app/contracts/system-events.ts";

export type ThreadTables = {
  report_streams: ReportStreamsTable;
  thread_changes: ThreadChangesTable;
  entries: EntriesTable;
  entry_versions: EntryVersionsTable;
  read_marks: ReadMarksTable;
  presences: PresencesTable;
  instructions: InstructionsTable;
  disputes: DisputesTable;
};

type ReportStreamsTable = {
  report_id: string;
  audience: Audience;
  seller_org_id: string;
  courier_id: string;
  last_seq: Generated<number>;
  /** Number of the last change that the stream's readers can see. */
  last_rev: Generated<number>;
};

type ThreadChangesTable = {
  report_id: string;
  audience: Audience;
  rev: number;
  seller_org_id: string;
  courier_id: string;
  type: ThreadEventType;
  /** Null: the report itself changed. */
  entry_id: string | null;
};

type EntriesTable = {
  id: Generated<string>;
  report_id: string;
  audience: Audience;
  /** Gap-free within report and audience, so that hidden notes leave no hole in what others see. */
  seq: number;
  seller_org_id: string;
  courier_id: string;
  kind: "message" | "instruction" | "event";
  author_side: AuthorSide;
  author_user_id: string | null;
  author_name: string;
  client_id: string | null;
  /** Hash of what was sent, to tell a repeated send from another text under the same client id. */
  fingerprint: string | null;
  body: string;
  event: JSONColumnType<SystemEvent | null>;
  created_at: Date;
  edited_at: Date | null;
  /** Its text is in `entry_versions` then. */
  deleted_at: Date | null;
};

type EntryVersionsTable = {
  id: Generated<string>;
  entry_id: string;
  report_id: string;
  audience: Audience;
  seller_org_id: string;
  courier_id: string;
  author_user_id: string;
  body: string;
  written_at: Date;
  replaced_at: Date;
  deleted: Generated<boolean>;
};

type ReadMarksTable = {
  report_id: string;
  audience: Audience;
  user_id: string;
  seller_org_id: string;
  courier_id: string;
  side: Side;
  name: string;
  /** How far this person has seen the stream; others may know. */
  seen_seq: number;
  seen_at: Date;
  /** How far they count it as read: taken back by marking as unread. */
  read_seq: number;
  /** How often it was taken back; a page of before may not raise it again. */
  turn: Generated<number>;
};

type PresencesTable = {
  report_id: string;
  connection_id: string;
  node_id: string;
  seller_org_id: string;
  courier_id: string;
  user_id: string;
  side: Side;
  name: string;
  seen_at: Generated<Date>;
};

type InstructionsTable = {
  id: Generated<string>;
  report_id: string;
  entry_id: string;
  seller_org_id: string;
  courier_id: string;
  code: InstructionCode;
  from_side: Side;
  to_side: Side;
  detail: string;
  due_at: Date | null;
  state: InstructionState;
  state_at: Date;
  window_start: Date | null;
  window_end: Date | null;
  courier_name: string | null;
  courier_phone: string | null;
  courier_plate: string | null;
  /** The next moment that the sweep must act on; `infinity` (a number for the driver) where there is none. */
  due_next_at: Generated<Date | number>;
  /** When both sides were asked how the promise went. */
  asked_at: Date | null;
  seller_says: PromiseWord | null;
  seller_said_at: Date | null;
  seller_said_by: string | null;
  courier_says: PromiseWord | null;
  courier_said_at: Date | null;
  courier_said_by: string | null;
  outcome: PromiseOutcome | null;
  outcome_by: OutcomeBy | null;
  outcome_at: Date | null;
  outcome_name: string | null;
};

type DisputesTable = {
  id: Generated<string>;
  report_id: string;
  entry_id: string;
  seller_org_id: string;
  courier_id: string;
  /** A tracking event or an instruction, and what it said. */
  subject_kind: DisputeSubject["kind"];
  subject_id: string;
  subject_code: DisputeSubject["code"];
  reason: string;
  attempted_at: Date;
  state: DisputeState;
  state_at: Date;
  opened_by_user_id: string;
  answer_due_at: Generated<Date | number>;
  /** Like `answer_due_at` until that is over or no longer matters; what the sweep looks through. */
  due_next_at: Generated<Date | number>;
  passed_at: Date | null;
  answer: DisputeAnswer | null;
  answer_body: string | null;
  answer_entry_id: string | null;
  answered_at: Date | null;
  answered_by_name: string | null;
  verdict: DisputeVerdict | null;
  verdict_reason: string | null;
  decided_by: "courier" | "support" | null;
  decided_at: Date | null;
  decided_by_name: string | null;
};
