import type { Problem } from "../contracts/errors.ts";
import type { EntryView, UploadView } from "../contracts/views.ts";

export type OutboxKind = "message" | "note";
export type OutboxError = Pick<Problem, "code" | "params">;

export type OutboxItem = {
  clientId: string;
  kind: OutboxKind;
  body: string;
  uploads: UploadView[];
  at: string;
  state: "sending" | "sent" | "failed";
  error: OutboxError | null;
  /** The network coming back sends it again by itself, once. */
  resendWhenOnline: boolean;
};

export type OutboxDraft = Pick<OutboxItem, "clientId" | "kind" | "body" | "uploads" | "at">;

export type OutboxAction =
  | { type: "restored"; items: OutboxItem[] }
  | { type: "queued"; draft: OutboxDraft }
  | { type: "resent"; clientId: string; byItself: boolean }
  | { type: "acknowledged"; clientId: string }
  | { type: "refused"; clientId: string; error: OutboxError; unreached: boolean }
  | { type: "removed"; clientIds: string[] };

export function outboxReducer(items: OutboxItem[], action: OutboxAction): OutboxItem[] {
  switch (action.type) {
    case "restored":
      return [...action.items.map(asRestored), ...without(items, action.items)];
    case "queued":
      return [...items, queued(action.draft)];
    case "resent":
      return change(items, action.clientId, (item) => ({
        ...item,
        state: "sending",
        error: null,
        resendWhenOnline: action.byItself ? false : item.resendWhenOnline,
      }));
    case "acknowledged":
      return change(items, action.clientId, (item) => ({ ...item, state: "sent", error: null }));
    case "refused":
      return change(items, action.clientId, (item) => ({
        ...item,
        state: "failed",
        error: action.error,
        resendWhenOnline: action.unreached && item.resendWhenOnline,
      }));
    case "removed":
      return items.filter((item) => !action.clientIds.includes(item.clientId));
  }
}

const queued = (draft: OutboxDraft): OutboxItem => ({
  ...draft,
  state: "sending",
  error: null,
  resendWhenOnline: true,
});

const without = (items: OutboxItem[], others: OutboxItem[]) =>
  items.filter((item) => !others.some((other) => other.clientId === item.clientId));

/** Whether a reload cut a send short is unknown, so it is offered again under its own id. */
const asRestored = (item: OutboxItem): OutboxItem =>
  item.state === "failed" ? item : { ...item, state: "failed", error: UNSENT };

export const UNSENT: OutboxError = { code: "outbox.unsent", params: {} };
export const UNREACHED: OutboxError = { code: "outbox.unreached", params: {} };

function change(
  items: OutboxItem[],
  clientId: string,
  by: (item: OutboxItem) => OutboxItem,
): OutboxItem[] {
  return items.map((item) => (item.clientId === clientId ? by(item) : item));
}

/** Client ids of own entries that the thread already shows. */
export function confirmedIds(items: OutboxItem[], entries: EntryView[], userId: string): string[] {
  const own = new Set(
    entries.filter((entry) => entry.author.userId === userId).map((entry) => entry.clientId),
  );
  return items.map((item) => item.clientId).filter((clientId) => own.has(clientId));
}

export const dueOnline = (items: OutboxItem[]): OutboxItem[] =>
  items.filter((item) => item.state === "failed" && item.resendWhenOnline);

export function isOutboxItem(value: unknown): value is OutboxItem {
  if (typeof value !== "object" || value === null) return false;
  const item = value as Partial<OutboxItem>;
  return (
    typeof item.clientId === "string" &&
    typeof item.body === "string" &&
    Array.isArray(item.uploads) &&
    (item.kind === "message" || item.kind === "note")
  );
}
