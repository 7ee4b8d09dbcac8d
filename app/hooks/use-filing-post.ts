import { useNavigate, useRevalidator } from "@remix-run/react";
import { useState } from "react";
import type { Problem } from "../contracts/errors.ts";
import { fetchAnswer } from "./fetch-answer.ts";

type Filed = { code: string };

export type FilingOutcome =
  | { type: "refused"; problem: Problem }
  /** Nobody knows whether it arrived; the same filing sent again lands in the same reports. */
  | { type: "unreached" };

const isFiled = (value: unknown): value is Filed[] =>
  Array.isArray(value) && value.length > 0 && typeof value[0]?.code === "string";

/** The filing form, sent without leaving the page, so that a dead network takes nothing with it. */
export function useFilingPost(onFiled: () => void) {
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

  return { send, isSending, outcome };
}
