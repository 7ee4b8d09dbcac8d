import { type Dispatch, useCallback, useEffect, useMemo, useReducer, useRef } from "react";
import type { EntryView, UploadView } from "../contracts/views.ts";
import { newClientId } from "./client-id.ts";
import { fetchAnswer } from "./fetch-answer.ts";
import {
  confirmedIds,
  dueOnline,
  type OutboxAction,
  type OutboxDraft,
  type OutboxItem,
  type OutboxKind,
  outboxReducer,
  UNREACHED,
} from "./outbox-state.ts";
import { forgetItem, listItems, outboxPrefix, storeItems } from "./outbox-storage.ts";
import type { Answer } from "./read-answer.ts";

type OutboxOptions = {
  code: string;
  userId: string;
  /** The thread as shown: what appears there leaves the outbox. */
  entries: EntryView[];
  onAcknowledged: (entry: EntryView) => void;
};

export type Outbox = {
  items: OutboxItem[];
  send: (message: { kind: OutboxKind; body: string; uploads: UploadView[] }) => void;
  resend: (clientId: string) => void;
  /** Takes a failed one back for editing. */
  take: (clientId: string) => OutboxItem | undefined;
};

type Post = (draft: OutboxDraft) => Promise<void>;

const isEntry = (value: unknown): value is EntryView =>
  typeof value === "object" && value !== null && "id" in value && "seq" in value;

export function useOutbox({ code, userId, entries, onAcknowledged }: OutboxOptions): Outbox {
  const [items, dispatch] = useReducer(outboxReducer, []);
  const prefix = outboxPrefix(userId, code);
  useRestored(prefix, dispatch);
  const confirmed = useForgetConfirmed({ items, entries, userId, prefix, dispatch });
  const post = usePost({ code, prefix, dispatch, onAcknowledged });

  const send: Outbox["send"] = (message) => {
    const draft = { ...message, clientId: newClientId(), at: new Date().toISOString() };
    const action: OutboxAction = { type: "queued", draft };
    dispatch(action);
    storeItems(prefix, outboxReducer([], action));
    void post(draft);
  };
  const resendItem = (item: OutboxItem, byItself: boolean) => {
    const action: OutboxAction = { type: "resent", clientId: item.clientId, byItself };
    dispatch(action);
    storeItems(prefix, outboxReducer([item], action));
    void post(item);
  };
  const resend = (clientId: string) => {
    const item = items.find((one) => one.clientId === clientId);
    if (item?.state === "failed") resendItem(item, false);
  };
  const take = (clientId: string) => {
    forgetItem(prefix, clientId);
    dispatch({ type: "removed", clientIds: [clientId] });
    return items.find((one) => one.clientId === clientId);
  };
  useWhenOnline(() => {
    for (const item of dueOnline(items)) resendItem(item, true);
  });

  const shown = items.filter((item) => !confirmed.includes(item.clientId));
  return { items: shown, send, resend, take };
}

function useRestored(prefix: string, dispatch: Dispatch<OutboxAction>): void {
  useEffect(() => {
    const items = listItems(prefix);
    if (items.length > 0) dispatch({ type: "restored", items });
  }, [prefix, dispatch]);
}

type ConfirmedOptions = {
  items: OutboxItem[];
  entries: EntryView[];
  userId: string;
  prefix: string;
  dispatch: Dispatch<OutboxAction>;
};

function useForgetConfirmed(options: ConfirmedOptions): string[] {
  const { items, entries, userId, prefix, dispatch } = options;
  const confirmed = useMemo(() => confirmedIds(items, entries, userId), [items, entries, userId]);
  useEffect(() => {
    if (confirmed.length === 0) return;
    for (const clientId of confirmed) forgetItem(prefix, clientId);
    dispatch({ type: "removed", clientIds: confirmed });
  }, [confirmed, prefix, dispatch]);
  return confirmed;
}

type PostOptions = {
  code: string;
  prefix: string;
  dispatch: Dispatch<OutboxAction>;
  onAcknowledged: (entry: EntryView) => void;
};

/** One after the other: two quick messages must arrive as they were written. */
function usePost(options: PostOptions): Post {
  const latest = useRef(options);
  latest.current = options;
  const line = useRef<Promise<void>>(Promise.resolve());
  return useCallback((draft) => {
    line.current = line.current.then(async () => settle(draft, await deliver(draft)));
    return line.current;

    async function deliver({ kind, ...item }: OutboxDraft) {
      const path = kind === "note" ? "notes" : "messages";
      const url = `/pickup-problem/${latest.current.code}/${path}`;
      return fetchAnswer(url, { method: "POST", body: formOf(item) }, isEntry);
    }
    function settle(item: OutboxDraft, answer: Answer<EntryView>) {
      const { prefix, dispatch, onAcknowledged } = latest.current;
      const { clientId } = item;
      if (answer.type === "given") {
        forgetItem(prefix, clientId);
        dispatch({ type: "acknowledged", clientId });
        onAcknowledged(answer.value);
        return;
      }
      const isRefused = answer.type === "refused";
      const action: OutboxAction = {
        type: "refused",
        clientId,
        error: isRefused ? answer.problem : UNREACHED,
        unreached: !isRefused || answer.problem.kind === "unavailable",
      };
      dispatch(action);
      const stored = listItems(prefix).filter((each) => each.clientId === clientId);
      storeItems(prefix, outboxReducer(stored, action));
    }
  }, []);
}

function formOf({ clientId, body, uploads }: Omit<OutboxDraft, "kind">): FormData {
  const form = new FormData();
  form.set("clientId", clientId);
  form.set("body", body);
  for (const upload of uploads) form.append("upload", upload.id);
  return form;
}

function useWhenOnline(work: () => void): void {
  const latest = useRef(work);
  latest.current = work;
  useEffect(() => {
    const onOnline = () => latest.current();
    window.addEventListener("online", onOnline);
    return () => window.removeEventListener("online", onOnline);
  }, []);
}
