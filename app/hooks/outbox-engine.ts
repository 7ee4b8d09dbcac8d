import { isEntry } from "../components/thread/is-entry.ts";
import type { EntryView } from "../contracts/views.ts";
import { withLock } from "./device-lock.ts";
import { type DrainDeps, drainReport } from "./drain-outbox.ts";
import { fetchAnswer } from "./fetch-answer.ts";
import { again, type OutboxItem, wake } from "./outbox-state.ts";
import { openStore, takeOverFormer } from "./outbox-store.ts";
import { giveUpStuckPhotos, sendPhoto } from "./photos/send-photo.ts";

/** What one tab tells the others. */
type News = { userId: string; sent?: { item: OutboxItem; entry: EntryView } };

export type EngineEvents = {
  onHeld: (items: OutboxItem[], isLasting: boolean) => void;
  onChanged: (item: OutboxItem) => void;
  onSent: (item: OutboxItem, entry: EntryView) => void;
  onGone: (clientId: string) => void;
};

export type OutboxEngine = {
  add: (item: OutboxItem) => Promise<void>;
  /** Everything that waited for the network or a session goes now. */
  wake: () => Promise<void>;
  resend: (clientId: string) => Promise<void>;
  /** @returns undefined where it is on its way, or gone. */
  take: (item: OutboxItem) => Promise<OutboxItem | undefined>;
  forget: (clientId: string) => Promise<void>;
  /** Somebody else uses this page now: what waits stays on the device. */
  close: () => void;
};

const LONGEST_TIMER_MS = 3_600_000;
const STUCK_MS = 2_000;
const PATH = { message: "messages", note: "notes" } as const;

const sentBy = ({ userId }: OutboxItem) => ({ "X-Sent-By": userId });

function formOf({ clientId, body, photos }: OutboxItem): FormData {
  const form = new FormData();
  form.set("clientId", clientId);
  form.set("body", body);
  for (const { upload } of photos) if (upload) form.append("upload", upload.id);
  return form;
}

/** What went into a network that is gone may wait for its answer long after the network is back. */
function openPosts() {
  const underWay = new Map<AbortController, number>();
  return {
    async post(item: OutboxItem) {
      const asking = new AbortController();
      underWay.set(asking, Date.now());
      const { code, kind } = item;
      const request = { method: "POST", body: formOf(item), headers: sentBy(item) } as const;
      const { signal } = asking;
      const path = `/pickup-problem/${code}/${PATH[kind]}`;
      return fetchAnswer(path, { ...request, signal }, isEntry).finally(() =>
        underWay.delete(asking),
      );
    },
    /** Sent again under the same id, it is still one message. */
    giveUpStuck() {
      for (const [asking, since] of underWay) if (Date.now() - since > STUCK_MS) asking.abort();
    },
  };
}

const upload: DrainDeps["upload"] = ({ userId, code }, photo, onOpened) =>
  sendPhoto({ ...photo, userId, about: { code } }, { onOpened });

/** Sends what this device holds of one person, from whichever page is open. */
export async function startOutbox(userId: string, events: EngineEvents): Promise<OutboxEngine> {
  const store = await openStore();
  const channel = "BroadcastChannel" in window ? new BroadcastChannel("outbox") : undefined;
  const timers = new Map<string, ReturnType<typeof setTimeout>>();
  const { post, giveUpStuck } = openPosts();
  let isClosed = false;
  const lockOf = (code: string) => `outbox/${userId}/${code}`;
  const tell = (news: Omit<News, "userId"> = {}) => {
    if (!isClosed) channel?.postMessage({ userId, ...news });
  };
  const show = async () => events.onHeld(await store.list(userId), store.isLasting());
  const deps: DrainDeps = {
    ...{ store, post, upload, now: Date.now, random: Math.random },
    onGone: events.onGone,
    onChanged(item) {
      events.onChanged(item);
      if (item.state !== "sending") tell();
    },
    onSent(item, entry) {
      events.onSent(item, entry);
      tell({ sent: { item: { ...item, photos: [] }, entry } });
    },
  };

  /** @param isWoken whatever waits for the network or a session goes now. */
  const drain = async (code: string, isWoken = false): Promise<void> => {
    const next = await withLock(lockOf(code), async () => {
      if (isClosed) return null;
      const held = isWoken ? await store.list(userId) : [];
      for (const item of held)
        if (item.code === code && wake(item) !== item) await store.renew(wake(item));
      return drainReport(deps, userId, code);
    });
    clearTimeout(timers.get(code));
    if (isClosed) return;
    const pause = (next ?? Number.POSITIVE_INFINITY) - Date.now();
    if (pause < LONGEST_TIMER_MS)
      timers.set(
        code,
        setTimeout(() => void drain(code), pause),
      );
  };

  const wakeAll = async () => {
    giveUpStuck();
    giveUpStuckPhotos();
    const codes = new Set((await store.list(userId)).map((item) => item.code));
    await Promise.all([...codes].map((code) => drain(code, true)));
  };

  channel?.addEventListener("message", ({ data }: MessageEvent<News>) => {
    if (data.userId !== userId) return;
    if (data.sent) events.onSent(data.sent.item, data.sent.entry);
    void show();
  });
  await takeOverFormer(store, userId);
  await show();
  void wakeAll();

  return {
    async add(item) {
      await store.put(item);
      tell();
      await show();
      await drain(item.code);
    },
    wake: wakeAll,
    async resend(clientId) {
      const item = (await store.list(userId)).find((one) => one.clientId === clientId);
      if (!item) return;
      if (await store.renew(again(item))) events.onChanged(again(item));
      await drain(item.code);
    },
    async take({ code, clientId }) {
      const taken = await withLock(lockOf(code), async () => {
        const held = (await store.list(userId)).find((one) => one.clientId === clientId);
        await store.remove(clientId);
        return held;
      });
      tell();
      // Those behind it need not wait for its sake any more.
      void drain(code);
      return taken;
    },
    async forget(clientId) {
      await store.remove(clientId);
      tell();
    },
    close() {
      isClosed = true;
      channel?.close();
      for (const timer of timers.values()) clearTimeout(timer);
    },
  };
}
