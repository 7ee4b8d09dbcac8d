import { useNavigate, useRevalidator } from "@remix-run/react";
import { useState } from "react";
import type { Problem } from "../contracts/errors.ts";
import type { UploadView } from "../contracts/views.ts";
import { fetchAnswer } from "./fetch-answer.ts";
import { offerInThread, outboxPrefix } from "./outbox-storage.ts";

type Filed = { code: string; landed: boolean };

export type FilingOutcome =
  | { type: "refused"; problem: Problem }
  /** Nobody knows whether it arrived; the same filing sent again lands in the same reports. */
  | { type: "unreached" };

type Filing = { userId: string; clientId: string; uploads: UploadView[]; onFiled: () => void };

const isFiled = (value: unknown): value is Filed[] =>
  Array.isArray(value) && value.length > 0 && typeof value[0]?.code === "string";

/** The filing form, sent without leaving the page, so that a dead network takes nothing with it. */
export function useFilingPost({ userId, clientId, uploads, onFiled }: Filing) {
  const navigate = useNavigate();
  const { revalidate } = useRevalidator();
  const [outcome, setOutcome] = useState<FilingOutcome | null>(null);
  const [isSending, setIsSending] = useState(false);

  const send = async (form: HTMLFormElement) => {
    const body = new FormData(form);
    setIsSending(true);
    setOutcome(null);
    const answer = await fetchAnswer(form.action, { method: "POST", body }, isFiled);
    if (answer.type === "given") {
      const words = String(body.get("body") ?? "").trim();
      for (const { code, landed } of answer.value) {
        if (landed) offer(code, words);
      }
      onFiled();
      // The form of a filed parcel leads back here, so the back button must not come upon it.
      navigate(`/pickup-problem/${answer.value[0]?.code}`, { replace: true });
      return;
    }
    setIsSending(false);
    setOutcome(answer);
    // What may be chosen can have changed since the page was loaded.
    if (answer.type === "refused") revalidate();
  };

  /** Somebody was first: the words wait in their report. Under the filing's id they show once only. */
  const offer = (code: string, body: string) => {
    if (body === "" && uploads.length === 0) return;
    const draft = {
      clientId,
      kind: "message" as const,
      body,
      uploads,
      at: new Date().toISOString(),
    };
    offerInThread(outboxPrefix(userId, code), draft, { code: "filing.landed", params: {} });
  };

  return { send, isSending, outcome };
}
