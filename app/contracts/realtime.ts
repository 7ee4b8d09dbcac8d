import type { Audience, Side } from "./parties.ts";
import type { PersonView, SeenView } from "./thread-views.ts";
import type { EntryView } from "./views.ts";

/** What can happen in a thread; each takes the next number (`rev`) of its stream. */
export const THREAD_EVENTS = [
  "entry.added",
  "entry.edited",
  "entry.deleted",
  "instruction.moved",
  "dispute.moved",
  "report.changed",
  "photo.stored",
  "photo.erased",
] as const;
export type ThreadEventType = (typeof THREAD_EVENTS)[number];

type Owners = { sellerOrgId: string; courierId: string };

export type ThreadEvent = Owners & {
  type: ThreadEventType;
  reportId: string;
  audience: Audience;
  rev: number;
  /** The entry to look at; null where only the report's facts changed. */
  entryId: string | null;
};

/** What happened, in ids only; published in the transaction, told after its commit. */
export type DomainEvent =
  | ThreadEvent
  | (Owners & { type: "read.marked"; reportId: string; audience: Audience; userId: string })
  | (Owners & { type: "presence.changed"; reportId: string })
  | {
      type: "person.typing";
      reportId: string;
      audience: Audience;
      userId: string;
      name: string;
      side: Side;
    }
  | (Owners & { type: "parcel.changed"; parcelId: string })
  | { type: "session.revoked"; sessionId: string }
  | { type: "member.changed"; userId: string };

export type DomainEventType = DomainEvent["type"];

const EVERY_EVENT: Record<DomainEventType, true> = {
  "entry.added": true,
  "entry.edited": true,
  "entry.deleted": true,
  "instruction.moved": true,
  "dispute.moved": true,
  "report.changed": true,
  "photo.stored": true,
  "photo.erased": true,
  "read.marked": true,
  "presence.changed": true,
  "person.typing": true,
  "parcel.changed": true,
  "session.revoked": true,
  "member.changed": true,
};
/** The union as a list: one that is missing does not compile. */
export const DOMAIN_EVENTS = Object.keys(EVERY_EVENT) as DomainEventType[];

/** A thread has two streams for each of its readers: everybody's, and the notes of one's own side. */
export type Stream = "everyone" | "notes";

export type ThreadNews = {
  reportId: string;
  stream: Stream;
  rev: number;
  /** Null: the report's facts changed. */
  entryId: string | null;
  /** As it is now; missing where it must be asked for. */
  entry: EntryView | null;
};

/** How things stand; whoever knows less, or other, asks again. */
export type ThreadPulse = {
  reportId: string;
  stream: Stream;
  rev: number;
  /** Sum of what everybody has seen: it only grows. */
  seen: number;
};

/** Server to browser. Narrow rooms get what changed, wide rooms only news. */
export type ServerToClient = {
  "thread:changed": (news: ThreadNews) => void;
  "thread:pulse": (pulse: ThreadPulse) => void;
  "thread:seen": (message: { reportId: string; seen: SeenView }) => void;
  "thread:present": (message: { reportId: string; present: PersonView[] }) => void;
  "thread:typing": (message: { reportId: string; stream: Stream; person: PersonView }) => void;
  /** To the own tabs of somebody who marked a thread as read or unread. */
  "read:changed": (message: { reportId: string }) => void;
  "list:changed": (message: { reportId: string | null }) => void;
  "list:present": (message: { reportId: string; present: PersonView[] }) => void;
};

export type Ack = { ok: true } | { ok: false; code: string };

type Told<Message> = (message: Message, ack: (answer: Ack) => void) => void;

/** Browser to server: only what may be lost. */
export type ClientToServer = {
  "report:watch": Told<{ code: string }>;
  "report:leave": Told<{ code: string }>;
  "report:type": Told<{ code: string; stream: Stream }>;
  "list:watch": Told<Record<string, never>>;
  "list:leave": Told<Record<string, never>>;
};

export const CLIENT_EVENTS = [
  "report:watch",
  "report:leave",
  "report:type",
  "list:watch",
  "list:leave",
] as const satisfies readonly (keyof ClientToServer)[];
