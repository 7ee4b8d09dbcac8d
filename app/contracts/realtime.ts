import type { EntryView } from "./views.ts";

/** What happened, in ids only; published in the transaction, told after its commit. */
export type DomainEvent =
  | { type: "entry.added"; reportId: string; entryId: string }
  | { type: "report.changed"; reportId: string; sellerOrgId: string; courierId: string }
  | { type: "parcel.changed"; parcelId: string; sellerOrgId: string; courierId: string }
  | { type: "session.revoked"; sessionId: string };

/** Server to browser. Narrow rooms get the entry, wide rooms only news. */
export type ServerToClient = {
  "entry:added": (message: { reportId: string; entry: EntryView }) => void;
  "report:changed": (message: { reportId: string }) => void;
  "list:changed": (message: { reportId: string | null }) => void;
};

export type Ack = { ok: true } | { ok: false; code: string };

/** Browser to server: only what may be lost. */
export type ClientToServer = {
  "report:watch": (message: { code: string }, ack: (answer: Ack) => void) => void;
  "report:leave": (message: { code: string }, ack: (answer: Ack) => void) => void;
  "list:watch": (message: Record<string, never>, ack: (answer: Ack) => void) => void;
  "list:leave": (message: Record<string, never>, ack: (answer: Ack) => void) => void;
};

export const CLIENT_EVENTS = [
  "report:watch",
  "report:leave",
  "list:watch",
  "list:leave",
] as const satisfies readonly (keyof ClientToServer)[];
