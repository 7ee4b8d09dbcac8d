import type { EntryView } from "../contracts/views.ts";
import { newClientId } from "./client-id.ts";
import type { OutboxEngine } from "./outbox-engine.ts";
import { adopt, drop, type OutboxDraft, type OutboxItem, put, queue } from "./outbox-state.ts";

/** What one person has not sent yet, over all reports. */
export type OutboxView = { userId: string; items: OutboxItem[]; isLasting: boolean };
type SentListener = (item: OutboxItem, entry: EntryView) => void;

const EMPTY: OutboxView = { userId: "", items: [], isLasting: true };
let current = EMPTY;
let engine: Promise<OutboxEngine> | undefined;
const listeners = new Set<() => void>();
const sentListeners = new Set<SentListener>();
/** Not on the device yet: the engine is still to come. */
const unkept = new Map<string, OutboxItem>();

function show(view: Partial<OutboxView>): void {
  current = { ...current, ...view };
  for (const listener of listeners) listener();
}

/** The page's one outbox. Its engine is loaded after hydration; what is sent before that waits for it. */
export function openOutbox(userId: string): void {
  if (current.userId === userId) return;
  void engine?.then((former) => former.close());
  engine = undefined;
  unkept.clear();
  show({ ...EMPTY, userId });
  void startEngine(userId);
}

function startEngine(userId: string): Promise<OutboxEngine> {
  const isMine = () => current.userId === userId;
  engine ??= import("./outbox-engine.ts").then(({ startOutbox }) =>
    startOutbox(userId, {
      onHeld(items, isLasting) {
        for (const { clientId } of items) unkept.delete(clientId);
        if (isMine())
          show({ items: adopt(current.items, [...items, ...unkept.values()]), isLasting });
      },
      onChanged: (item) => isMine() && show({ items: put(current.items, item) }),
      onGone: (clientId) => isMine() && show({ items: drop(current.items, [clientId]) }),
      onSent(item, entry) {
        if (!isMine()) return;
        show({ items: put(current.items, { ...item, state: "sent", error: null }) });
        for (const listener of sentListeners) listener(item, entry);
      },
    }),
  );
  engine.catch(() => {
    engine = undefined;
  });
  return engine;
}

const running = () => startEngine(current.userId);

export function sendMessage(code: string, draft: OutboxDraft): void {
  const { userId, items } = current;
  const last = items.at(-1)?.order ?? 0;
  const origin = { clientId: newClientId(), userId, code, at: new Date().toISOString() };
  const item = queue(draft, { ...origin, order: Math.max(Date.now(), last + 1) });
  unkept.set(item.clientId, item);
  show({ items: put(items, item) });
  void running().then(
    (outbox) => outbox.add(item),
    () => {},
  );
}

/** The network, the server or the session is back. */
export const wakeOutbox = (): void =>
  void running().then(
    (outbox) => {
      for (const item of unkept.values()) void outbox.add(item);
      void outbox.wake();
    },
    () => {},
  );

export const resendMessage = (clientId: string): void =>
  void running().then(
    (outbox) => outbox.resend(clientId),
    () => {},
  );

/** Takes one back that has not gone yet: to change it, or to throw it away. */
export async function takeMessage(clientId: string): Promise<OutboxItem | undefined> {
  const item = current.items.find((one) => one.clientId === clientId);
  if (!item) return undefined;
  const held = await running().then(
    (outbox) => outbox.take(item),
    // The engine did not come, so nothing but this tab holds it.
    () => item,
  );
  unkept.delete(clientId);
  if (held) show({ items: drop(current.items, [clientId]) });
  return held;
}

/** The thread shows them. */
export function forgetMessages(clientIds: string[]): void {
  show({ items: drop(current.items, clientIds) });
  for (const clientId of clientIds)
    void running().then(
      (outbox) => outbox.forget(clientId),
      () => {},
    );
}

export function subscribeOutbox(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

export function subscribeSent(listener: SentListener): () => void {
  sentListeners.add(listener);
  return () => void sentListeners.delete(listener);
}

export const readOutbox = (): OutboxView => current;
export const readNoOutbox = (): OutboxView => EMPTY;
