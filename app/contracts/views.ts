import type { ContestableView, DisputeView, InstructionView } from "./card-views.ts";
import type { Category } from "./categories.ts";
import type { InstructionCode } from "./instructions.ts";
import type { Audience, AuthorSide, Role, Side, SupportLevel, WaitingOn } from "./parties.ts";
import type { LabelReading, PhotoPurpose, PhotoState, PictureAdvice } from "./photos.ts";
import type { ReportStatus, Resolution } from "./reports.ts";
import type { ServiceKind, TimeZone } from "./services.ts";
import type { Stage } from "./stages.ts";
import type { LastLine, SystemEvent } from "./system-events.ts";
import type { PersonView } from "./thread-views.ts";

/** Views are what leaves the server. Instants are ISO 8601 UTC strings. */
export type Instant = string;

export type Viewer = {
  kind: Side;
  userId: string;
  name: string;
  organisationName: string;
  role: Role;
  level: SupportLevel;
};

export type CourierView = { id: string; name: string };

/** What the next due moment of an open report is. */
export type Due = { at: Instant; kind: "pickup" | "promise" };

export type ReportRow = {
  id: string;
  code: string;
  resi: string;
  sellerName: string;
  courier: CourierView;
  originCity: string;
  zone: TimeZone;
  category: Category;
  status: ReportStatus;
  resolution: Resolution | null;
  waitingOn: WaitingOn;
  waitingSince: Instant;
  stage: Stage;
  due: Due | null;
  filedAt: Instant;
  lastEntryAt: Instant;
  /** Last line that everybody in the report may read. */
  lastLine: LastLine;
  /** Entries of others that the viewer has not read; counted to 99. */
  unread: number;
  /** Who has it open, the viewer too. */
  present: PersonView[];
};

export type Page<T> = { rows: T[]; next: string | null };

export type PhotoView = {
  id: string;
  purpose: PhotoPurpose;
  width: number;
  height: number;
  thumbUrl: string;
  fullUrl: string;
  /** A data: URI, to be seen until the picture is there. */
  placeholder: string | null;
  state: PhotoState;
};

/** A photo that is uploaded and not yet part of a report. */
export type UploadView = {
  id: string;
  purpose: PhotoPurpose;
  thumbUrl: string;
  placeholder: string | null;
  state: PhotoState;
  advice: PictureAdvice[];
  /** Null: nobody looked. */
  label: LabelReading | null;
  /** Another own upload of shortly before that shows nearly the same. */
  similarTo: string | null;
};

export type EntryView = {
  id: string;
  audience: Audience;
  /** Gap-free within the report and audience. */
  seq: number;
  /** Number of the change of its stream that touched it last. */
  rev: number;
  kind: "message" | "instruction" | "event";
  author: { side: AuthorSide; name: string; userId: string | null };
  /** The id the sender's device gave it; null for what the system wrote. */
  clientId: string | null;
  body: string;
  at: Instant;
  photos: PhotoView[];
  instruction: InstructionView | null;
  dispute: DisputeView | null;
  event: SystemEvent | null;
  editedAt: Instant | null;
  /** Nothing is left of a deleted one but who wrote it and when it went. */
  deletedAt: Instant | null;
  /** What it said before it was edited, oldest first. */
  earlier: { body: string; at: Instant }[];
};

export type ParcelView = {
  id: string;
  resi: string;
  orderNo: string;
  description: string;
  courier: CourierView;
  serviceKind: ServiceKind;
  stage: Stage;
  stageAt: Instant | null;
  requestedAt: Instant;
  windowStart: Instant | null;
  windowEnd: Instant | null;
  deadlineAt: Instant | null;
  origin: OriginView;
};

export type OriginView = {
  contactName: string;
  contactPhone: string;
  address: string;
  village: string;
  district: string;
  city: string;
  province: string;
  postalCode: string;
  zone: TimeZone;
};

/** What a courier needs to find the parcel; remembered for each pick-up point. */
export type ReadinessView = {
  street: string;
  rt: string;
  rw: string;
  ward: string;
  landmark: string;
  whatsapp: string;
};

/** What the viewer may do with a report now; the page shows only these. */
export type ReportPowers = {
  post: boolean;
  note: boolean;
  instruct: InstructionCode[];
  resolve: boolean;
  cancel: boolean;
  reopen: boolean;
  /** CS may withdraw a wrong custody scan. */
  reverseScan: boolean;
  /** What CS may make of the category. */
  recategorise: Category[];
  /** Failures that the seller may contest. */
  dispute: ContestableView[];
  /** Ids of disputes that may be answered, decided or withdrawn now. */
  answerDispute: string[];
  decideDispute: string[];
  withdrawDispute: string[];
};

/** Why the reckoned category is what it is. `claimed`: the seller says that the parcel was handed over. */
export type CategoryWhy =
  | {
      by: "rule";
      reason: "within" | "late" | "failed" | "drop_off" | "claimed";
      at: Instant | null;
    }
  | { by: "support"; note: string };

/** One stretch in which one side had to answer. */
export type LedgerTurn = {
  holder: WaitingOn;
  from: Instant;
  /** Null: it still lasts. */
  to: Instant | null;
  seconds: number;
  /** Those within the holder's own hours. */
  workedSeconds: number;
};

export type LedgerView = {
  turns: LedgerTurn[];
  /** When the side that holds the ball should have answered; null: nobody expects it by a time. */
  replyDueAt: Instant | null;
};

export type ReportView = {
  id: string;
  code: string;
  categoryFiled: Category;
  categoryReckoned: Category;
  categoryWhy: CategoryWhy;
  status: ReportStatus;
  resolution: Resolution | null;
  resolvedAt: Instant | null;
  waitingOn: WaitingOn;
  waitingSince: Instant;
  ledger: LedgerView;
  due: Due | null;
  /** False where the courier has nobody here: CS passes on and answers. */
  courierServed: boolean;
  sellerName: string;
  filedBy: string;
  filedAt: Instant;
  parcel: ParcelView;
  readiness: ReadinessView | null;
  disputes: Pick<DisputeView, "id" | "subject" | "state" | "passedAt" | "decision">[];
  /** Reports filed together with this one. */
  batch: { code: string; resi: string; status: ReportStatus }[];
  powers: ReportPowers;
};

/** How many rows each tab holds; counted to 1,000 and no further. */
export type TabCounts<Tab extends string> = Record<Tab, number>;

export const COUNT_CEILING = 1000;
